package dev.coord.rule;

import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.Rule;
import dev.coord.plan.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** What rules may ask. Answers are bound to what is being judged: the project or one workstream. */
public interface Facts {

  /**
   * Coverage of a part of the project.
   *
   * @param count what is covered; either total may be zero
   * @param proof the reports it is from
   */
  record Coverage(CoverageCount count, List<Proof> proof) {
    /** Copies the collection. */
    public Coverage {
      Objects.requireNonNull(count, "count");
      proof = List.copyOf(proof);
    }
  }

  /**
   * Test results of a part of the project.
   *
   * @param passed flaky ones included
   * @param failed errors included
   * @param flaky those that passed only when run again
   * @param duration sum of the tests' durations
   * @param proof failed tests first, then the reports
   */
  record Tests(
      long passed, long failed, long skipped, long flaky, Duration duration, List<Proof> proof) {
    /** Copies the collection. */
    public Tests {
      Objects.requireNonNull(duration, "duration");
      proof = List.copyOf(proof);
    }

    /** All tests. */
    public long total() {
      return passed + failed + skipped;
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
   * Tasks that are claimed done.
   *
   * @param done tasks in state done
   * @param total tasks that were not dropped
   */
  record TaskCount(long done, long total, List<Proof> proof) {
    /** Copies the collection. */
    public TaskCount {
      proof = List.copyOf(proof);
    }
  }

  /** Coverage of a part of the project. */
  Observation<Coverage> coverage(Scope of);

  /** Test results of a part of the project. */
  Observation<Tests> tests(Scope of);

  /** Whether what is judged keeps to ownership and boundaries. */
  Observation<OwnershipReport> ownership();

  /** Whether a branch is in another. */
  Observation<Answer> merged(Rule.Merged rule);

  /** Whether a file is as a rule wants it. */
  Observation<Answer> path(Rule.Path rule);

  /** How many tasks are claimed done. */
  Observation<TaskCount> tasks(Rule.Tasks rule);
}
