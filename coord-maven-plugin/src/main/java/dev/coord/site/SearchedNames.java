package dev.coord.site;

import dev.coord.assess.WorkstreamState;
import dev.coord.evidence.FileChange;
import dev.coord.evidence.GitEvidence;
import dev.coord.rule.Territory;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Block;
import dev.coord.site.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What is looked for by its name and has no row of its own: branches, and whose a file is. */
final class SearchedNames {

  /** Files that are listed at most; those first that branches change. */
  static final int MOST = 5_000;

  private final View view;
  private final Territory territory;
  private final Set<String> planFiles;
  private final List<Block.Found> found = new ArrayList<>();
  private int unlisted;

  private SearchedNames(View view) {
    this.view = view;
    this.territory = new Territory(view.assessment().rulebook());
    this.planFiles = Set.copyOf(view.assessment().rulebook().files());
  }

  /** The names of a site. */
  static SearchedNames of(View view) {
    SearchedNames names = new SearchedNames(view);
    view.assessment().workstreams().forEach(names::branch);
    names.files().forEach(names::file);
    return names;
  }

  /** Branches first, then files in their order. */
  List<Block.Found> found() {
    return found;
  }

  /** How many of the tracked files are not listed; 0 or more. */
  int unlisted() {
    return unlisted;
  }

  private void branch(WorkstreamState state) {
    state
        .workstream()
        .branch()
        .ifPresent(
            branch ->
                found.add(
                    new Block.Found(
                        "Branch",
                        branch,
                        state.observed().words() + " · " + state.workstream().title(),
                        page(state.id(), "standing"))));
  }

  private void file(String path) {
    List<String> owners = territory.owners(path).stream().map(Territory.Claim::workstream).toList();
    Target.ToPage target =
        owners.stream()
            .distinct()
            .filter(id -> view.plan().workstream(id).isPresent())
            .findFirst()
            .map(id -> page(id, "territory"))
            .orElse(new Target.ToPage("ownership", ""));
    found.add(new Block.Found("File", path, holder(path, owners), target));
  }

  private String holder(String path, List<String> owners) {
    if (!owners.isEmpty()) {
      return "owned by " + Words.list(owners.stream().distinct().toList());
    }
    if (!territory.shared(path).isEmpty()) {
      return "shared";
    }
    if (territory.protectedBy(path).isPresent()) {
      return "protected";
    }
    return planFiles.contains(path) ? "a file of the plan" : "owned by nobody";
  }

  /** What branches change, also what they alone have, and then tracked files, in one order. */
  private SortedSet<String> files() {
    SortedSet<String> files = new TreeSet<>();
    view.assessment().workstreams().stream()
        .flatMap(state -> state.branch().stream())
        .flatMap(branch -> branch.delta().optional().stream())
        .flatMap(delta -> delta.changes().stream())
        .filter(change -> change.kind() != FileChange.Kind.DELETED)
        .map(FileChange::path)
        .limit(MOST)
        .forEach(files::add);
    for (String path : tracked()) {
      if (files.size() < MOST) {
        files.add(path);
      } else if (!files.contains(path)) {
        unlisted++;
      }
    }
    return files;
  }

  private SortedSet<String> tracked() {
    return view.assessment()
        .evidence()
        .git()
        .optional()
        .map(GitEvidence::trackedFiles)
        .orElseGet(TreeSet::new);
  }

  private static Target.ToPage page(String workstream, String section) {
    return new Target.ToPage("workstreams/" + workstream, section);
  }
}
