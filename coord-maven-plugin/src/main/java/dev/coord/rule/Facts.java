package dev.coord.rule;

import dev.coord.evidence.CommandRun;
import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.Measured;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.ApprovedRule;
import dev.coord.plan.BranchRule;
import dev.coord.plan.BranchesRule;
import dev.coord.plan.CommandRule;
import dev.coord.plan.CommitsRule;
import dev.coord.plan.ConflictsRule;
import dev.coord.plan.CoverageRule;
import dev.coord.plan.FilesRule;
import dev.coord.plan.FindingsRule;
import dev.coord.plan.MergedRule;
import dev.coord.plan.MetricRule;
import dev.coord.plan.PathRule;
import dev.coord.plan.PlanRule;
import dev.coord.plan.PullRequestsRule;
import dev.coord.plan.ReadyToMergeRule;
import dev.coord.plan.Scope;
import dev.coord.plan.TagRule;
import dev.coord.plan.TasksRule;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** What rules may ask. Answers are bound to what is being judged: the project or one workstream. */
public interface Facts {

  /**
   * Coverage of a part of the project.
   *
   * @param count what is covered; either total may be zero
   * @param files the files that it is of, where each is judged for itself; else none
   * @param told what else has to be said, one clause; empty for nothing
   * @param proof the places that lack a test, where they are known, and the reports it is from
   */
  record Coverage(CoverageCount count, List<FileCount> files, String told, List<Proof> proof) {
    /** Copies the collections. */
    public Coverage {
      Objects.requireNonNull(count, "count");
      Objects.requireNonNull(told, "told");
      files = List.copyOf(files);
      proof = List.copyOf(proof);
    }

    /** Coverage of all files together. */
    public Coverage(CoverageCount count, List<Proof> proof) {
      this(count, List.of(), "", proof);
    }
  }

  /**
   * Coverage of one file.
   *
   * @param name its path, or the name that a report gives it
   */
  record FileCount(String name, CoverageCount count) {
    /** Checks that both are there. */
    public FileCount {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(count, "count");
    }
  }

  /**
   * The lines that the baseline says were covered.
   *
   * @param covered those that ran
   * @param all all of them, at least one
   * @param when when they were counted: {@code 4f2a9c1 of 2026-01-20}
   * @param proof the baseline and its commit, which any committer can write
   */
  record BaselineLines(long covered, long all, String when, List<Proof> proof) {
    /**
     * Copies the collection.
     *
     * @throws IllegalArgumentException when there is no line
     */
    public BaselineLines {
      Objects.requireNonNull(when, "when");
      proof = List.copyOf(proof);
      if (all < 1) {
        throw new IllegalArgumentException("a baseline of no line");
      }
    }
  }

  /**
   * Test results of a part of the project.
   *
   * @param passed flaky ones included
   * @param failed errors included
   * @param flaky those that passed only when run again
   * @param duration sum of the tests' durations
   * @param proof the reports
   * @param failedTests some of those that failed
   * @param skippedTests some of those that were not run
   * @param flakyTests some of those that passed only when run again
   * @param slowest the tests that take longest, all equally long; none where there is no test
   * @param untimed some of the tests that were run and of which no report tells how long they took
   */
  record Tests(
      long passed,
      long failed,
      long skipped,
      long flaky,
      Duration duration,
      List<Proof> proof,
      List<Proof> failedTests,
      List<Proof> skippedTests,
      List<Proof> flakyTests,
      Slowest slowest,
      List<Proof> untimed) {
    /** Copies the collections. */
    public Tests {
      Objects.requireNonNull(duration, "duration");
      Objects.requireNonNull(slowest, "slowest");
      proof = List.copyOf(proof);
      failedTests = List.copyOf(failedTests);
      skippedTests = List.copyOf(skippedTests);
      flakyTests = List.copyOf(flakyTests);
      untimed = List.copyOf(untimed);
    }

    /** All tests. */
    public long total() {
      return passed + failed + skipped;
    }
  }

  /**
   * The tests that take longest.
   *
   * @param time how long one takes; zero where there is none
   * @param tests the tests
   */
  record Slowest(Duration time, List<Proof> tests) {
    /** No test. */
    public static final Slowest NONE = new Slowest(Duration.ZERO, List.of());

    /** Copies the collection. */
    public Slowest {
      Objects.requireNonNull(time, "time");
      tests = List.copyOf(tests);
    }
  }

  /**
   * What became of the tests since a former run, by their names.
   *
   * @param vanished how many tests the former run had that this one has not
   * @param vanishedTests some of them
   * @param fresh how many tests this run has that the former one had not
   * @param freshTests some of them
   * @param before how many tests the former run had
   * @param when which run that was: {@code 4f2a9c1 of 2026-01-20}
   * @param renamed what looks renamed, one clause; empty for nothing
   * @param proof the record, which anybody can write who can push, and the reports
   */
  record TestChange(
      long vanished,
      List<Proof> vanishedTests,
      long fresh,
      List<Proof> freshTests,
      long before,
      String when,
      String renamed,
      List<Proof> proof) {
    /** Copies the collections. */
    public TestChange {
      Objects.requireNonNull(when, "when");
      Objects.requireNonNull(renamed, "renamed");
      vanishedTests = List.copyOf(vanishedTests);
      freshTests = List.copyOf(freshTests);
      proof = List.copyOf(proof);
    }
  }

  /**
   * An answer that is yes or no.
   *
   * @param holds whether it is so
   * @param seen what was seen, one clause
   * @param remedy what to do when it is not so, a sentence with its full stop
   */
  record Answer(boolean holds, String seen, String remedy, List<Proof> proof) {
    /** Copies the collection. */
    public Answer {
      Objects.requireNonNull(seen, "seen");
      Objects.requireNonNull(remedy, "remedy");
      proof = List.copyOf(proof);
    }
  }

  /**
   * Tasks or issues that are claimed done.
   *
   * @param done those in state done
   * @param total those that were not dropped
   * @param nouns what is counted: {@code tasks}
   * @param epics how many epics they are of, where all epics were asked for; otherwise 0
   */
  record TaskCount(long done, long total, String nouns, long epics, List<Proof> proof) {
    /** Copies the collection. */
    public TaskCount {
      Objects.requireNonNull(nouns, "nouns");
      proof = List.copyOf(proof);
    }

    /** Tasks. */
    public TaskCount(long done, long total, List<Proof> proof) {
      this(done, total, "tasks", 0, proof);
    }
  }

  /**
   * A number of things of the plan.
   *
   * @param number how many
   * @param counted what they are: {@code 2 contradictions of 12 claims}
   * @param remedy what to do when it is another number, a sentence with its full stop
   */
  record Count(long number, String counted, String remedy, List<Proof> proof) {
    /** Copies the collection. */
    public Count {
      Objects.requireNonNull(counted, "counted");
      Objects.requireNonNull(remedy, "remedy");
      proof = List.copyOf(proof);
    }
  }

  /**
   * Time that went by until the judging time.
   *
   * @param time never negative
   * @param days the same in days of the calendar, in the project's zone
   * @param since what it is counted from: {@code since the commit of 2026-01-05}
   */
  record Age(Duration time, long days, String since, List<Proof> proof) {
    /** Copies the collection. */
    public Age {
      Objects.requireNonNull(time, "time");
      Objects.requireNonNull(since, "since");
      proof = List.copyOf(proof);
    }
  }

  /**
   * Commits, and what they changed.
   *
   * @param count how many
   * @param files different paths
   * @param added lines
   * @param deleted lines
   */
  record CommitCount(long count, long files, long added, long deleted, List<Proof> proof) {
    /** Copies the collection. */
    public CommitCount {
      proof = List.copyOf(proof);
    }
  }

  /** Coverage of what a rule judges: a part of the project, and all of its lines or the new. */
  Observation<Coverage> coverage(CoverageRule rule);

  /** What the baseline says of coverage. */
  Observation<BaselineLines> baseline();

  /** Test results of a part of the project. */
  Observation<Tests> tests(Scope of);

  /** What became of the tests of a part of the project since the last recorded run. */
  Observation<TestChange> testChange(Scope of);

  /** Whether what is judged keeps to ownership and boundaries. */
  Observation<OwnershipReport> ownership();

  /** Whether a branch is in another. */
  Observation<Answer> merged(MergedRule rule);

  /** Whether nothing holds up the merge of a workstream. */
  Observation<Answer> readyToMerge(ReadyToMergeRule rule);

  /** Whether a file is as a rule wants it. */
  Observation<Answer> path(PathRule rule);

  /** How many tasks are claimed done. */
  Observation<TaskCount> tasks(TasksRule rule);

  /**
   * A number of things of the plan.
   *
   * @param key the key of the rule that asks for it
   */
  Observation<Count> plan(PlanRule rule, String key);

  /** Whether the plan was last looked through on the day that a rule names. */
  Observation<Answer> updated(PlanRule rule);

  /** The time since a commit changed a file of the plan. */
  Observation<Age> planAge();

  /**
   * Whether a branch is there, is named so, or has this target.
   *
   * @param key the key of the rule that asks for it
   */
  Observation<Answer> branch(BranchRule rule, String key);

  /** How many commits a branch is behind its base; none when it is merged. */
  Observation<Count> behind(BranchRule rule);

  /** The time since a branch's last commit. */
  Observation<Age> idle(BranchRule rule);

  /**
   * Whether a tag is there, or at a commit.
   *
   * @param key the key of the rule that asks for it
   */
  Observation<Answer> tag(TagRule rule, String key);

  /** Whether the working tree holds nothing that is not committed. */
  Observation<Answer> clean();

  /** Whether all local branches are as they are at the remote. */
  Observation<Answer> synced();

  /** How many branches there are. */
  Observation<Count> branches(BranchesRule rule);

  /**
   * How many tracked files there are, or how long they are.
   *
   * @param key the key of the rule that asks for it
   */
  Observation<Count> files(FilesRule rule, String key);

  /**
   * How much tools of analysis found.
   *
   * @param key the key of the rule that asks for it
   */
  Observation<Count> findings(FindingsRule rule, String key);

  /** How long ago one of the files was changed that a rule means. */
  Observation<Age> filesAge(FilesRule rule);

  /** How many pull requests are open. */
  Observation<Count> openPullRequests(PullRequestsRule rule);

  /**
   * How long the pull request took, or takes, that took longest.
   *
   * @param key the key of the rule that asks for it
   */
  Observation<Age> pullRequests(PullRequestsRule rule, String key);

  /** Whether all pull requests go where they are to go. */
  Observation<Answer> pullRequestTargets(PullRequestsRule rule);

  /** A number that another tool has measured, in the unit that a rule names or the file tells. */
  Observation<Measured> metric(MetricRule rule);

  /** How a command ended. */
  Observation<CommandRun> command(CommandRule rule);

  /** Whether one of the people that a rule names approved. */
  Observation<Answer> approved(ApprovedRule rule);

  /**
   * How many files would conflict if branches that are not merged were merged.
   *
   * @param key the key of the rule that asks for it
   */
  Observation<Count> conflicts(ConflictsRule rule, String key);

  /** Commits, and what they changed. */
  Observation<CommitCount> commits(CommitsRule rule);
}
