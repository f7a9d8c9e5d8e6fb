package dev.coord.assess;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.MergeState.Landing;
import dev.coord.plan.Merges.Entry;
import java.util.Objects;
import java.util.Optional;

/**
 * An entry of the merge queue as claimed and as observed.
 *
 * @param entry what the plan says
 * @param workstream id of the workstream: the one written, else that of the source
 * @param source the branch it comes from: the one written, else the workstream's
 * @param target the branch it goes to: the one written, else the integration branch
 * @param observed whether it is merged there
 * @param how how that is known, one clause
 * @param delta what would be merged, while it is not, where the source is the workstream's branch
 * @param landing where it came into the target; empty when it did not
 */
public record QueueState(
    Entry entry,
    Optional<String> workstream,
    Optional<String> source,
    String target,
    WorkstreamState.Status observed,
    String how,
    Optional<BranchDelta> delta,
    Optional<Landing> landing) {

  /** Checks that all parts are there. */
  public QueueState {
    Objects.requireNonNull(entry, "entry");
    Objects.requireNonNull(workstream, "workstream");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(observed, "observed");
    Objects.requireNonNull(how, "how");
    Objects.requireNonNull(delta, "delta");
    Objects.requireNonNull(landing, "landing");
  }

  /** What the entry is called by: its workstream, its pull request or its source. */
  public String key() {
    return entry.key();
  }

  /** What claims call it: the id of its workstream, else the noun and its key. */
  public String subject() {
    return subject(entry, workstream);
  }

  static String subject(Entry entry, Optional<String> workstream) {
    return workstream.orElseGet(() -> "queue " + entry.key());
  }
}
