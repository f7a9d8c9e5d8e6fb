package dev.coord.site;

import dev.coord.evidence.TestCase;
import dev.coord.evidence.TestCase.Outcome;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How many tests ended how. The denominator is every test, those that were skipped included.
 *
 * @param passed flaky ones left out
 * @param flaky those that passed only when run again
 * @param failed errors included
 * @param errors those of them that ended in an error
 */
record TestTally(long passed, long flaky, long failed, long errors, long skipped, Duration time) {

  static TestTally of(List<TestCase> tests) {
    long[] counts = new long[Outcome.values().length];
    Duration time = Duration.ZERO;
    for (TestCase test : tests) {
      counts[test.outcome().ordinal()]++;
      time = time.plus(test.duration());
    }
    return new TestTally(
        counts[Outcome.PASSED.ordinal()],
        counts[Outcome.FLAKY.ordinal()],
        counts[Outcome.FAILED.ordinal()] + counts[Outcome.ERROR.ordinal()],
        counts[Outcome.ERROR.ordinal()],
        counts[Outcome.SKIPPED.ordinal()],
        time);
  }

  long total() {
    return passed + flaky + failed + skipped;
  }

  Inline bar() {
    List<String> words = new ArrayList<>();
    add(words, failed, "failed" + (errors == 0 ? "" : " (" + Words.count(errors, "error") + ")"));
    add(words, flaky, "flaky");
    add(words, skipped, "skipped");
    add(words, passed, "passed");
    return new Inline.Shares(
        List.of(
            new Inline.Part(Tone.BAD, failed),
            new Inline.Part(Tone.WARNING, flaky),
            new Inline.Part(Tone.NEUTRAL, skipped),
            new Inline.Part(Tone.GOOD, passed)),
        String.join(", ", words) + " of " + total());
  }

  private static void add(List<String> words, long number, String word) {
    if (number > 0) {
      words.add(number + " " + word);
    }
  }

  /** What else is to be known after a first count: {@code ; 2 are flaky, 1 was skipped}. */
  String also() {
    List<String> also = new ArrayList<>();
    if (flaky > 0) {
      also.add(flaky + Words.either(flaky, " is", " are") + " flaky");
    }
    if (failed > 0 && skipped > 0) {
      also.add(skipped + Words.either(skipped, " was", " were") + " skipped");
    }
    return also.isEmpty() ? "" : "; " + String.join(", ", also);
  }
}
