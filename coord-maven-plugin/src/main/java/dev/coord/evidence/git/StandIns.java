package dev.coord.evidence.git;

import dev.coord.evidence.GitQuestions.Merging;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Finds what is looked at in place of a base that is gone: the default branch, where the subject of
 * one of its merges, or of those that came with them, names the base. Anybody can write a subject,
 * so what is found this way is attested. Only a repository whose remotes are fetched with all their
 * branches can tell that a branch is gone.
 */
final class StandIns {

  private static final List<String> USUAL = List.of("main", "master");

  private final Internals git;
  private final Map<String, Optional<StandIn>> known = new HashMap<>();

  /** Makes the target of a commit. */
  interface Targets {

    /** The target whose newest commit that is. */
    Target of(ObjectId tip) throws IOException;
  }

  /**
   * A branch in place of another one.
   *
   * @param branch its name
   * @param tip its last commit
   * @param note why it is looked at, a clause
   */
  record StandIn(String branch, ObjectId tip, String note) {
    StandIn {
      Objects.requireNonNull(branch, "branch");
      Objects.requireNonNull(tip, "tip");
      Objects.requireNonNull(note, "note");
    }
  }

  StandIns(Internals git) {
    this.git = git;
  }

  /**
   * What stands in for a base that was not found.
   *
   * @param name its name
   */
  Optional<StandIn> of(String name, Targets targets) throws IOException {
    Optional<StandIn> found = known.get(name);
    if (found == null) {
      found = git.references().fetchesAll() ? find(name, targets) : Optional.empty();
      known.put(name, found);
    }
    return found;
  }

  private Optional<StandIn> find(String name, Targets targets) throws IOException {
    Set<String> candidates = new LinkedHashSet<>();
    Optional<String> first = git.references().defaultBranch();
    first.ifPresentOrElse(candidates::add, () -> candidates.addAll(USUAL));
    for (String candidate : candidates) {
      Optional<ObjectId> tip = git.references().branch(candidate).map(References.Branch::commit);
      if (tip.isPresent() && !candidate.equals(name)) {
        Optional<Target.NamedMerge> merge = merge(name, targets.of(tip.get()));
        if (merge.isPresent()) {
          return Optional.of(new StandIn(candidate, tip.get(), note(name, candidate, merge.get())));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Target.NamedMerge> merge(String name, Target target) throws IOException {
    Optional<Target.NamedMerge> merge = target.mergeOf(name, Merging.NONE);
    return merge.isPresent() ? merge : target.innerMergeOf(name, Merging.NONE);
  }

  private static String note(String name, String branch, Target.NamedMerge merge) {
    return "seen in '"
        + branch
        + "', as '"
        + name
        + "' is gone ("
        + merge.merge().name().substring(0, Internals.ABBREVIATED)
        + " names it)";
  }
}
