package dev.coord.evidence;

import dev.coord.evidence.RepositoryQuestions.Moved;
import dev.coord.evidence.RepositoryQuestions.PeriodQuestion;
import dev.coord.evidence.RepositoryQuestions.Touch;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What git says of the repository as a whole.
 *
 * @param periods what was changed, by question; sorted by path, then kind, what is later last
 * @param missing what commits of any time did to the files that were asked for and are not there
 * @param tags the commit of each tag that was asked for; empty for a tag that is not there
 * @param outOfStep local branches that are not as they are at the remote, as it was last fetched,
 *     each with the way in which it differs, by name
 * @param moved the files that were asked for, are not there any more and were renamed
 */
public record RepositoryAnswers(
    Map<PeriodQuestion, Observation<List<Touch>>> periods,
    Observation<List<Touch>> missing,
    Map<String, Observation<Optional<Commit>>> tags,
    Observation<Map<String, String>> outOfStep,
    Observation<List<Moved>> moved) {

  /** Nobody asked. */
  public static final RepositoryAnswers NONE =
      new RepositoryAnswers(
          Map.of(),
          Observation.unknown("git was not asked for files of former days", "Run it again."),
          Map.of(),
          Observation.unknown("git was not asked for the remote's branches", "Run it again."),
          Observation.unknown("git was not asked where files went", "Run it again."));

  /** Copies the collections. */
  public RepositoryAnswers {
    periods = Collections.unmodifiableMap(new LinkedHashMap<>(periods));
    Objects.requireNonNull(missing, "missing");
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    Objects.requireNonNull(outOfStep, "outOfStep");
    Objects.requireNonNull(moved, "moved");
  }

  /** What was changed in a time; unknown when nobody asked. */
  public Observation<List<Touch>> of(PeriodQuestion question) {
    return periods.getOrDefault(
        question, Observation.unknown("git was not asked for these days", "Run it again."));
  }

  /** The commit of a tag; unknown when nobody asked. */
  public Observation<Optional<Commit>> tag(String name) {
    return tags.getOrDefault(
        name, Observation.unknown("git was not asked for the tag " + name, "Run it again."));
  }
}
