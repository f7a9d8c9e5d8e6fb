package dev.coord.assess;

import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.Observation;
import java.util.Objects;
import java.util.Optional;

/**
 * How questions of rules are meant.
 *
 * @param place the branch whose files are meant where a rule names none; empty for what is checked
 *     out
 * @param said the day that is meant; empty for that of the judging time
 * @param authored whether the times of commits are those at which they were written
 */
record Viewpoint(Optional<String> place, Optional<FormerDay> said, boolean authored) {

  /** What is checked out, today, by the times at which it was committed. */
  static final Viewpoint HERE_AND_NOW = new Viewpoint(Optional.empty(), Optional.empty(), false);

  Viewpoint {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(said, "said");
  }

  Viewpoint on(String branch) {
    return new Viewpoint(Optional.of(branch), said, authored);
  }

  Viewpoint of(Optional<FormerDay> day) {
    return new Viewpoint(place, day, authored);
  }

  Viewpoint byAuthors() {
    return new Viewpoint(place, said, true);
  }

  /** What ran is what is checked out. */
  <T> Observation<T> ofReports(Observation<GitEvidence> git, Observation<T> found) {
    return said.map(day -> day.checkedOut(git, found)).orElse(found);
  }

  /** What a commit holds; empty for the one that is checked out. */
  <T> Observation<T> ofCommit(
      Optional<String> branch, Observation<GitEvidence> git, Observation<T> found) {
    return said.map(day -> day.on(branch, git, found)).orElse(found);
  }

  /** What git keeps no trace of. */
  <T> Observation<T> ofToday(String what, Observation<T> found) {
    return said.map(day -> day.<T>untraced(what)).orElse(found);
  }
}
