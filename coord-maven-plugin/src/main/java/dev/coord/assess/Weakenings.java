package dev.coord.assess;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.Commit;
import dev.coord.plan.Boundaries.Guard;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the judged branch weakens the plan that judges it, in a way that the plan does not allow.
 *
 * @param base what has the plan that is weakened, as the user or the plan names it
 * @param guard what that plan says of it
 * @param all gates first; at least one where there is no doubt
 * @param doubt why it cannot be told whether the branch did it; empty when it can
 * @param landed whether nobody can keep them from the base any more
 */
public record Weakenings(
    String base, Guard guard, List<Weakening> all, Optional<Doubt> doubt, boolean landed) {

  /**
   * Why something cannot be told.
   *
   * @param reason a clause without its full stop
   * @param remedy what to do, a sentence with its full stop
   */
  public record Doubt(String reason, String remedy) {
    /** Checks that both parts are there. */
    public Doubt {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(remedy, "remedy");
    }
  }

  /**
   * One weakening.
   *
   * @param sentence what was and what is, with its full stop
   * @param place the line that does it; the line that is gone where nothing stands for it
   * @param commit the branch's commit that did it; empty when none is known to
   * @param unknown what is known where the commit is not: {@code not committed}; else empty
   */
  public record Weakening(
      String sentence, Location place, Optional<Commit> commit, String unknown) {
    /** Checks that all parts are there. */
    public Weakening {
      Objects.requireNonNull(sentence, "sentence");
      Objects.requireNonNull(place, "place");
      Objects.requireNonNull(commit, "commit");
      Objects.requireNonNull(unknown, "unknown");
    }

    /** What was and what is, without the full stop. */
    public String clause() {
      return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /** The commit and who wrote it, or why none is named: anybody can write any name. */
    String who() {
      return commit.map(c -> c.abbreviated() + " by " + c.author()).orElse(unknown);
    }
  }

  /**
   * Copies the collection.
   *
   * @throws IllegalArgumentException when nothing is weakened for certain nor perhaps
   */
  public Weakenings {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(guard, "guard");
    Objects.requireNonNull(doubt, "doubt");
    all = List.copyOf(all);
    if (all.isEmpty() && doubt.isEmpty()) {
      throw new IllegalArgumentException("nothing is weakened");
    }
  }
}
