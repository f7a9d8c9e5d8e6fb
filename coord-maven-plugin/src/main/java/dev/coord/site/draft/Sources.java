package dev.coord.site.draft;

import dev.coord.evidence.Evidence;
import dev.coord.evidence.Observation;
import dev.coord.plan.CoverageRule;
import dev.coord.plan.DeclaredRule;
import dev.coord.plan.FindingsRule;
import dev.coord.plan.PlanRule;
import dev.coord.plan.Rule;
import dev.coord.plan.TasksRule;
import dev.coord.plan.TestsRule;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which sources of evidence a page rests on, and which of them could not be read. */
public final class Sources {

  /** A source of evidence. */
  public enum Kind {
    GIT("git"),
    TESTS("test results"),
    COVERAGE("coverage"),
    FINDINGS("findings");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** A source that could not be read: why, and what to do. */
  public record Missing(Kind kind, String reason, String remedy) {

    /** {@code git: no repository was found}. */
    String clause() {
      return kind.words + ": " + reason;
    }

    /** {@code git is missing}: enough where a banner tells why. */
    String words() {
      return Sources.words(List.of(this));
    }

    private List<Inline> line(boolean named) {
      return Line.of((named ? clause() : reason) + ". ")
          .strong("What to do:")
          .text(" " + remedy)
          .list();
    }
  }

  /** The banner that a page stands under when sources are missing. */
  public static Optional<Block> banner(List<Missing> missing) {
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    boolean one = missing.size() == 1;
    String kinds = Words.list(missing.stream().map(m -> m.kind.words).toList());
    return Optional.of(
        new Block.Callout(
            Tone.BAD,
            (one ? "Missing source: " : "Missing sources: ")
                + kinds
                + "; what rests on "
                + (one ? "it" : "them")
                + " is unknown",
            List.of(
                one
                    ? new Block.Paragraph(missing.get(0).line(false))
                    : new Block.Items(false, missing.stream().map(m -> m.line(true)).toList()))));
  }

  /** {@code git is missing}, {@code git and coverage are missing}. */
  static String words(List<Missing> missing) {
    boolean several =
        missing.size() > 1
            || missing.stream().anyMatch(m -> m.kind == Kind.TESTS || m.kind == Kind.FINDINGS);
    return Words.list(missing.stream().map(m -> m.kind.words).toList())
        + (several ? " are" : " is")
        + " missing";
  }

  private final Evidence evidence;

  Sources(Evidence evidence) {
    this.evidence = evidence;
  }

  /** The sources that could not be read, of those that are needed. */
  List<Missing> missing(Set<Kind> needed) {
    List<Missing> missing = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      Observation<?> observed =
          switch (kind) {
            case GIT -> evidence.git();
            case TESTS -> evidence.tests();
            case COVERAGE -> evidence.coverage();
            case FINDINGS -> evidence.findings();
          };
      if (needed.contains(kind) && observed instanceof Observation.Unknown<?> unknown) {
        missing.add(new Missing(kind, unknown.reason(), unknown.remedy()));
      }
    }
    return missing;
  }

  /**
   * A text that says no more than that a source is missing where it told why: the page's banner
   * does, once.
   */
  String brief(String text) {
    String brief = text;
    for (Missing missing : missing(EnumSet.allOf(Kind.class))) {
      brief = brief.replace(missing.reason(), missing.words());
    }
    return brief;
  }

  /** The sources that rules rest on. */
  public static Set<Kind> of(Stream<Rule> rules) {
    Set<Kind> needed = EnumSet.noneOf(Kind.class);
    rules.forEach(rule -> add(needed, rule));
    return needed;
  }

  private static void add(Set<Kind> needed, Rule rule) {
    if (rule instanceof CoverageRule) {
      needed.add(Kind.COVERAGE);
    } else if (rule instanceof TestsRule) {
      needed.add(Kind.TESTS);
    } else if (rule instanceof FindingsRule) {
      needed.add(Kind.FINDINGS);
    } else if (rule instanceof Rule.All all) {
      all.rules().forEach(part -> add(needed, part));
    } else if (rule instanceof Rule.Any any) {
      any.rules().forEach(part -> add(needed, part));
    } else if (rule instanceof Rule.Not not) {
      add(needed, not.rule());
    } else if (rule instanceof PlanRule plan) {
      if (plan.contradictions().isPresent() || plan.age().isPresent()) {
        needed.add(Kind.GIT);
      }
    } else if (!(rule instanceof TasksRule || rule instanceof DeclaredRule)) {
      needed.add(Kind.GIT);
    }
  }
}
