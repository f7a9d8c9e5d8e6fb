package dev.coord.assess;

import dev.coord.evidence.MergeState.Landing;
import dev.coord.plan.Merges.Wave;
import dev.coord.schedule.WorkDays.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A wave of merges as observed.
 *
 * @param wave what the plan says
 * @param dates its days by the project's calendar; empty when the plan does not say enough
 * @param members its workstreams, in the order they are merged
 * @param observed how far it is
 */
public record WaveState(Wave wave, Optional<Span> dates, List<Member> members, Progress observed) {

  /**
   * A workstream of a wave.
   *
   * @param workstream its id
   * @param observed where it stands, by the branch that the wave merges into
   * @param landing where it came into that branch; empty when it did not
   * @param dropped whether it was given up, so that nobody waits for it
   */
  public record Member(
      String workstream,
      WorkstreamState.Status observed,
      Optional<Landing> landing,
      boolean dropped) {
    /** Checks that all parts are there. */
    public Member {
      Objects.requireNonNull(landing, "landing");
      Objects.requireNonNull(workstream, "workstream");
      Objects.requireNonNull(observed, "observed");
    }

    /** Whether it is still to be merged. */
    public boolean isLeft() {
      return !observed.isMerged() && !dropped;
    }
  }

  /** Whether any of it is still to be merged, or may be. */
  public boolean isOpen() {
    return members.stream().anyMatch(Member::isLeft);
  }

  /** How far a wave is. */
  public enum Progress {
    /** Nothing of it is merged. */
    OPEN("not merged"),
    /** Some of it is merged. */
    PARTLY("partly merged"),
    /** All of it is merged that was not given up. */
    MERGED("merged"),
    /** All of it was given up. */
    DROPPED("given up"),
    /** It cannot be told. */
    UNKNOWN("unknown");

    private final String words;

    Progress(String words) {
      this.words = words;
    }

    /** How far it is, in words. */
    public String words() {
      return words;
    }
  }

  /** Copies the collection. */
  public WaveState {
    Objects.requireNonNull(wave, "wave");
    Objects.requireNonNull(dates, "dates");
    Objects.requireNonNull(observed, "observed");
    members = List.copyOf(members);
  }
}
