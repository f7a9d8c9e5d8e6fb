package dev.coord.plan;

import dev.coord.plan.Unit.Dimension;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One rule of the plan's rule language, as data.
 *
 * <p>Gates, metrics, tasks ({@code done_when}), claims and risks are all written in it.
 */
public sealed interface Rule
    permits Rule.Coverage,
        Rule.Tests,
        Rule.Ownership,
        Rule.Merged,
        Rule.Path,
        Rule.Tasks,
        PlanRule,
        BranchRule,
        BranchesRule,
        CommitsRule,
        ApprovedRule,
        FilesRule,
        TagRule,
        RepositoryRule,
        FindingsRule,
        MetricRule,
        ConflictsRule,
        PullRequestsRule,
        ReadyToMergeRule,
        CommandRule,
        Rule.Declared,
        Rule.All,
        Rule.Any,
        Rule.Not {

  /** Where the rule was written. */
  Origin origin();

  /** The rule's name in the plan, such as {@code coverage}. */
  String name();

  /** Whether another rule says the same, wherever both are written. */
  default boolean saysTheSameAs(Rule other) {
    return RuleText.of(this).equals(RuleText.of(other));
  }

  /**
   * The keys of its results, in the order judged, each with what is wanted: a comparison, or a text
   * that must be met as it is. Empty for a rule that has one result without a key.
   */
  default Map<String, Object> wanted() {
    return RuleParts.wanted(this);
  }

  /** This rule and all that it combines, combinations before their parts, in the order written. */
  default Stream<Rule> flat() {
    return Stream.of(this);
  }

  /**
   * Share of lines or branches that tests run.
   *
   * @param lines wanted share of lines, in percent
   * @param branches wanted share of branches, in percent
   * @param against by how many points the share of lines may be below that of the baseline, always
   *     at most so many; only for the whole project, as a baseline tells of nothing narrower
   * @param of the part of the project that is meant
   * @param changed how only lines are judged that were added or changed; empty for all lines
   * @param eachFile whether each file must meet what is wanted, instead of all together
   * @param unmeasured what sources are that no report mentions, where all lines are judged; empty
   *     where nobody looks for them
   */
  record Coverage(
      Origin origin,
      Optional<Comparison> lines,
      Optional<Comparison> branches,
      Optional<Comparison> against,
      Scope of,
      Optional<ChangedScope> changed,
      boolean eachFile,
      Optional<ChangedScope.Unmeasured> unmeasured)
      implements Rule {
    /**
     * Checks that something is compared.
     *
     * @throws IllegalArgumentException when nothing is, or not in percent, or a part with a
     *     baseline
     */
    public Coverage {
      Parts.require(origin, of, changed, unmeasured);
      RuleParts.requireSome(lines, branches, against);
      RuleParts.requireUnit(Dimension.SHARE, lines, branches, against);
      if (against.filter(c -> c.operator() != Comparison.Operator.AT_MOST).isPresent()
          || (against.isPresent()
              && (!(of instanceof Scope.Everything)
                  || changed.isPresent()
                  || eachFile
                  || unmeasured.isPresent()))
          || (changed.isPresent() && unmeasured.isPresent())) {
        throw new IllegalArgumentException("a baseline is compared with the whole, by a tolerance");
      }
    }

    /** A rule for the files that reports mention. */
    public Coverage(
        Origin origin,
        Optional<Comparison> lines,
        Optional<Comparison> branches,
        Optional<Comparison> against,
        Scope of,
        Optional<ChangedScope> changed,
        boolean eachFile) {
      this(origin, lines, branches, against, of, changed, eachFile, Optional.empty());
    }

    /** A rule for all lines of all files together. */
    public Coverage(
        Origin origin,
        Optional<Comparison> lines,
        Optional<Comparison> branches,
        Optional<Comparison> against,
        Scope of) {
      this(origin, lines, branches, against, of, Optional.empty(), false);
    }

    /** A rule without a baseline. */
    public Coverage(
        Origin origin, Optional<Comparison> lines, Optional<Comparison> branches, Scope of) {
      this(origin, lines, branches, Optional.empty(), of);
    }

    /** Whether it judges no less than another rule on coverage does. */
    boolean judgesAllOf(Coverage other) {
      boolean sameLines =
          changed.isPresent() == other.changed.isPresent()
              && (changed.isEmpty() || changed.get().isAtLeast(other.changed.get()));
      boolean sameFiles =
          other.unmeasured.isEmpty()
              || unmeasured.filter(how -> how.compareTo(other.unmeasured.get()) <= 0).isPresent();
      return sameLines
          && sameFiles
          && eachFile == other.eachFile
          && RuleText.key(of).equals(RuleText.key(other.of));
    }

    @Override
    public String name() {
      return "coverage";
    }
  }

  /**
   * Counts and duration of test cases.
   *
   * @param passed wanted count of passed tests, flaky ones included
   * @param failed wanted count of failures and errors
   * @param skipped wanted count of skipped tests
   * @param flaky wanted count of tests that passed only when they were run again
   * @param total wanted count of all tests
   * @param duration wanted sum of the tests' durations
   * @param slowest wanted duration of the test that takes longest
   * @param vanished wanted count of tests that the last recorded run had and this one has not
   * @param fresh wanted count of tests that this run has and the last recorded one had not
   * @param of the part of the project that is meant
   */
  record Tests(
      Origin origin,
      Optional<Comparison> passed,
      Optional<Comparison> failed,
      Optional<Comparison> skipped,
      Optional<Comparison> flaky,
      Optional<Comparison> total,
      Optional<Comparison> duration,
      Optional<Comparison> slowest,
      Optional<Comparison> vanished,
      Optional<Comparison> fresh,
      Scope of)
      implements Rule {
    /**
     * Checks that something is compared.
     *
     * @throws IllegalArgumentException when nothing is, or a count or time has a unit of another
     *     kind
     */
    public Tests {
      Parts.require(origin, of);
      RuleParts.requireSome(
          passed, failed, skipped, flaky, total, duration, slowest, vanished, fresh);
      RuleParts.requireUnit(
          Dimension.COUNT, passed, failed, skipped, flaky, total, vanished, fresh);
      RuleParts.requireUnit(Dimension.TIME, duration, slowest);
    }

    /** A rule on the tests of one run. */
    public Tests(
        Origin origin,
        Optional<Comparison> passed,
        Optional<Comparison> failed,
        Optional<Comparison> skipped,
        Optional<Comparison> flaky,
        Optional<Comparison> total,
        Optional<Comparison> duration,
        Optional<Comparison> slowest,
        Scope of) {
      this(
          origin,
          passed,
          failed,
          skipped,
          flaky,
          total,
          duration,
          slowest,
          Optional.empty(),
          Optional.empty(),
          of);
    }

    /** Whether it compares with a former run. */
    public boolean looksBack() {
      return vanished.isPresent() || fresh.isPresent();
    }

    @Override
    public String name() {
      return "tests";
    }
  }

  /**
   * What a workstream's branch would merge, against ownership and boundaries.
   *
   * @param merged whether violations of what is already merged fail too
   */
  record Ownership(Origin origin, Severity merged) implements Rule {
    /** Checks that the severity is there. */
    public Ownership {
      Parts.require(origin, merged);
    }

    @Override
    public String name() {
      return "ownership";
    }
  }

  /**
   * A branch is in another.
   *
   * @param workstream whose branch is meant; exactly one of this and {@code branch} is given
   * @param branch the branch that is meant
   * @param into the branch it must be in; empty means the integration branch
   */
  record Merged(
      Origin origin, Optional<String> workstream, Optional<String> branch, Optional<String> into)
      implements Rule {
    /**
     * Checks that exactly one of workstream and branch is given.
     *
     * @throws IllegalArgumentException when both or none are
     */
    public Merged {
      Parts.require(origin, into);
      if (workstream.isPresent() == branch.isPresent()) {
        throw new IllegalArgumentException("merged names a workstream or a branch");
      }
    }

    @Override
    public String name() {
      return "merged";
    }
  }

  /**
   * A tracked file is there, is absent, contains texts, or names a library.
   *
   * @param file a repository path, or a pattern when it has a wildcard
   * @param expectation what must hold
   * @param texts the texts that must all be contained, or the one library that must be named; else
   *     none
   * @param version the version that the library must be asked for with, as build files write it;
   *     empty means any
   * @param branch the branch to look on; empty means the checked-out commit
   */
  record Path(
      Origin origin,
      String file,
      Expectation expectation,
      List<String> texts,
      String version,
      Optional<String> branch)
      implements Rule {

    /** A rule with one text at most; empty for none. */
    public Path(
        Origin origin,
        String file,
        Expectation expectation,
        String text,
        String version,
        Optional<String> branch) {
      this(origin, file, expectation, text.isEmpty() ? List.of() : List.of(text), version, branch);
    }

    /** A rule without a version. */
    public Path(
        Origin origin, String file, Expectation expectation, String text, Optional<String> branch) {
      this(origin, file, expectation, text, "", branch);
    }

    /** What a path rule asks. */
    public enum Expectation {
      /** At least one file. */
      EXISTS,
      /** No file. */
      ABSENT,
      /** At least one file, and each contains all texts. */
      CONTAINS,
      /** At least one file, and each names a library. */
      NAMES;

      /** Whether a text is looked for. */
      boolean hasText() {
        return this == CONTAINS || this == NAMES;
      }
    }

    /**
     * Checks that the file is named, that there are texts exactly when they are asked for, of a
     * library one, and a version of a library alone.
     *
     * @throws IllegalArgumentException when it is not so
     */
    public Path {
      Parts.require(origin, expectation, version, branch);
      if (!version.isEmpty() && expectation != Expectation.NAMES) {
        throw new IllegalArgumentException("only a library has a version");
      }
      texts = List.copyOf(texts);
      if (file.isEmpty()
          || texts.isEmpty() == expectation.hasText()
          || texts.contains("")
          || expectation == Expectation.NAMES && texts.size() > 1) {
        throw new IllegalArgumentException("path needs a file, and a text for contains and names");
      }
    }

    /** Whether it asks for all that another one asks for of the same files. */
    boolean asksForAllOf(Path other) {
      return new Path(origin, file, expectation, other.texts, version, branch).saysTheSameAs(other)
          && new TreeSet<>(texts).containsAll(other.texts);
    }

    @Override
    public String name() {
      return "path";
    }
  }

  /**
   * How many tasks are done, and how many there are.
   *
   * @param of whose tasks
   * @param id id of the workstream, sprint or epic; empty for the whole project and all epics
   * @param done wanted share of those that are done, in percent
   * @param count wanted number of those that are done
   * @param total wanted number of all that were not dropped
   */
  record Tasks(
      Origin origin,
      Of of,
      String id,
      Optional<Comparison> done,
      Optional<Comparison> count,
      Optional<Comparison> total)
      implements Rule {

    /** Whose tasks are counted. */
    public enum Of {
      /** All workstreams' tasks. */
      PROJECT,
      /** One workstream's tasks. */
      WORKSTREAM,
      /** The tasks of a sprint's blocks. */
      SPRINT,
      /** One epic's issues, or the tasks of its workstreams. */
      EPIC,
      /** The same of all epics. */
      EPICS
    }

    /**
     * Checks that something is compared, and that the id is there exactly when it is needed.
     *
     * @throws IllegalArgumentException when it is not so, or a comparison has another unit
     */
    public Tasks {
      Parts.require(origin, of, id);
      RuleParts.requireSome(done, count, total);
      RuleParts.requireUnit(Dimension.SHARE, done);
      RuleParts.requireUnit(Dimension.COUNT, count, total);
      if (id.isEmpty() != (of == Of.PROJECT || of == Of.EPICS)) {
        throw new IllegalArgumentException("tasks names whose they are, or are all");
      }
    }

    /** A wanted share. */
    public Tasks(Origin origin, Of of, String id, Comparison done) {
      this(origin, of, id, Optional.of(done), Optional.empty(), Optional.empty());
    }

    @Override
    public String name() {
      return "tasks";
    }
  }

  /**
   * A human says so; never shown as observed.
   *
   * @param by id of the person
   * @param says what the person says; empty until the person has said so
   */
  record Declared(Origin origin, String by, String says) implements Rule {
    /** Checks that both texts are there. */
    public Declared {
      Parts.require(origin, by, says);
    }

    @Override
    public String name() {
      return "declared";
    }
  }

  /**
   * Every one of the rules holds.
   *
   * @param rules at least one
   */
  record All(Origin origin, List<Rule> rules) implements Rule {
    /**
     * Copies the rules.
     *
     * @throws IllegalArgumentException when there is none
     */
    public All {
      Parts.require(origin);
      rules = RuleParts.requireRules(rules);
    }

    @Override
    public String name() {
      return "all";
    }

    @Override
    public Stream<Rule> flat() {
      return Stream.concat(Stream.of(this), rules.stream().flatMap(Rule::flat));
    }
  }

  /**
   * At least one of the rules holds.
   *
   * @param rules at least one
   */
  record Any(Origin origin, List<Rule> rules) implements Rule {
    /**
     * Copies the rules.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Any {
      Parts.require(origin);
      rules = RuleParts.requireRules(rules);
    }

    @Override
    public String name() {
      return "any";
    }

    @Override
    public Stream<Rule> flat() {
      return Stream.concat(Stream.of(this), rules.stream().flatMap(Rule::flat));
    }
  }

  /**
   * The rule does not hold.
   *
   * @param rule the rule
   */
  record Not(Origin origin, Rule rule) implements Rule {
    /** Checks that the rule is there. */
    public Not {
      Parts.require(origin, rule);
    }

    @Override
    public String name() {
      return "not";
    }

    @Override
    public Stream<Rule> flat() {
      return Stream.concat(Stream.of(this), rule.flat());
    }
  }
}
