package dev.coord.engine;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.Commit;
import dev.coord.evidence.Observation;
import dev.coord.evidence.git.GitRepository;
import dev.coord.plan.ApprovedRule;
import dev.coord.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds who last changed the lines of the plan that say that something was approved. */
final class LineAuthors {

  private final Opened opened;
  private final GitRepository git;

  private LineAuthors(Opened opened, GitRepository git) {
    this.opened = opened;
    this.git = git;
  }

  /** The commits by the places of the texts; nothing where there is no repository. */
  static Map<Location, Observation<Commit>> of(Opened opened, Plan... plans) {
    Map<Location, Observation<Commit>> found = new LinkedHashMap<>();
    Optional<GitRepository> git = opened.repository();
    if (git.isEmpty()) {
      return found;
    }
    LineAuthors authors = new LineAuthors(opened, git.get());
    for (Plan plan : plans) {
      plan.rules()
          .filter(ApprovedRule.class::isInstance)
          .map(ApprovedRule.class::cast)
          .filter(rule -> !rule.says().isEmpty())
          .forEach(
              rule ->
                  found.computeIfAbsent(
                      rule.origin().of("says"), place -> authors.author(place, rule.says())));
    }
    return found;
  }

  private Observation<Commit> author(Location place, String says) {
    String commit = place.commit().orElse(git.head().id());
    return git.file(commit, place.file(), PlanLoader.MOST_BYTES)
        .then(
            content ->
                content.isEmpty() || place.commit().isEmpty() && !isCommitted(place, content.get())
                    ? Observation.unknown(
                        place.file() + " has changes that are not committed",
                        "Commit them: whose a line is, is told by its commit.")
                    : line(content.get(), place, says))
        .then(line -> git.lineAuthor(commit, place.file(), place.line()))
        .then(
            author ->
                author
                    .map(Observation::known)
                    .orElseGet(
                        () ->
                            Observation.unknown(
                                "no commit is known for " + place.withCommit(),
                                "Commit the plan, and run the build again.")));
  }

  /** The line, where the whole text stands on it: another one could be somebody else's. */
  private static Observation<String> line(byte[] content, Location place, String says) {
    List<String> lines = lines(content);
    return place.line() <= lines.size() && lines.get(place.line() - 1).contains(says)
        ? Observation.known(lines.get(place.line() - 1))
        : Observation.unknown(
            "the text at " + place.withCommit() + " does not stand on one line as it is",
            "Write it on one line, without escapes.");
  }

  private boolean isCommitted(Location place, byte[] content) {
    PlanSource tree = new WorkTreeSource(opened.root());
    return tree.entry(place.file()) == PlanSource.Entry.FILE
        && lines(tree.read(place.file(), PlanLoader.MOST_BYTES)).equals(lines(content));
  }

  /** The lines as git counts them, whatever their ends. */
  private static List<String> lines(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8).replace("\r\n", "\n");
    return List.of(text.split("\n", -1));
  }
}
