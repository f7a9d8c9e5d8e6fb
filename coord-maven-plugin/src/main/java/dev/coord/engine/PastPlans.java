package dev.coord.engine;

import dev.coord.engine.PlanSource.Entry;
import dev.coord.evidence.git.GitRepository;
import dev.coord.evidence.git.TrackedPath;
import dev.coord.plan.PlanExtract;
import dev.coord.plan.Project;
import dev.coord.plan.yaml.PlanFile;
import dev.coord.plan.yaml.PlanReader;
import dev.coord.plan.yaml.PlanReading;
import dev.coord.plan.yaml.ProjectBranches;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the versions of the plan that commits have, each once. */
final class PastPlans {

  private final Opened opened;
  private final Settings settings;
  private final Map<String, Optional<PlanReading>> known = new HashMap<>();

  /** What files name, by the ids of their contents. */
  private final Map<String, Optional<ProjectBranches>> branches = new HashMap<>();

  private final PlanReading own;
  private final Set<String> ownFiles;

  /**
   * The plans of a repository.
   *
   * @param own the checked-out plan, with which nothing is wrong
   */
  PastPlans(Opened opened, Settings settings, PlanReading own) {
    this.opened = opened;
    this.settings = settings;
    this.own = own;
    this.ownFiles = Set.copyOf(own.plan().orElseThrow().files());
  }

  /** The repository that has the commits. */
  GitRepository git() {
    return opened.repository().orElseThrow();
  }

  /**
   * The plan as a commit has it.
   *
   * @param commit full object id
   * @return empty when it has none
   * @throws UnreadableException when that cannot be told
   */
  Optional<PlanReading> at(String commit) {
    Optional<PlanReading> reading = known.get(commit);
    if (reading == null) {
      reading = read(commit);
      known.put(commit, reading);
    }
    return reading;
  }

  /**
   * The targets that the plan of a commit names, told from its project alone: with as many versions
   * of a plan as there are branches, reading all of each would take longer than anything else.
   *
   * @param commit full object id
   * @return empty when they can be told from the whole plan only, or not at all
   * @throws UnreadableException when the commit cannot be read
   */
  Optional<Set<String>> targets(String commit) {
    PlanSource source = new CommitSource(git(), commit);
    Optional<List<String>> paths = new PlanLoader(source).paths(locate(source));
    if (paths.isEmpty()) {
      return Optional.empty();
    }
    List<String> integration = new ArrayList<>();
    List<String> release = new ArrayList<>();
    for (String path : paths.get()) {
      Optional<ProjectBranches> said = branches(source, commit, path);
      if (said.isEmpty()) {
        return Optional.empty();
      }
      said.get().integration().ifPresent(integration::add);
      said.get().release().ifPresent(release::add);
    }
    if (integration.size() != 1 || release.size() > 1) {
      return Optional.empty();
    }
    Set<String> names = new LinkedHashSet<>(integration);
    names.addAll(release);
    return Optional.of(names);
  }

  /**
   * The files of the plan as a commit has it.
   *
   * @param commit full object id
   * @return empty when it has none, or they cannot be told
   * @throws UnreadableException when the commit cannot be read
   */
  Optional<List<String>> files(String commit) {
    PlanSource source = new CommitSource(git(), commit);
    PlanLocator.Found found = locate(source);
    return PlanLocator.isMissing(found) ? Optional.empty() : new PlanLoader(source).paths(found);
  }

  /**
   * Whether a commit has a plan, be it a broken one.
   *
   * @param commit full object id
   * @throws UnreadableException when the commit cannot be read
   */
  boolean isAt(String commit) {
    return !PlanLocator.isMissing(locate(new CommitSource(git(), commit)));
  }

  private Optional<ProjectBranches> branches(PlanSource source, String commit, String path) {
    Optional<String> id =
        git().entry(commit, path).optional().flatMap(at -> at).map(TrackedPath::id);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    Optional<ProjectBranches> said = branches.get(id.get());
    if (said == null) {
      byte[] content = source.read(path, PlanLoader.MOST_BYTES);
      said =
          isOwn(path, content)
              ? Optional.of(ownBranches(path))
              : new PlanReader().branches(new PlanFile(path, Optional.of(commit), content));
      branches.put(id.get(), said);
    }
    return said;
  }

  private ProjectBranches ownBranches(String path) {
    Project project = own.plan().orElseThrow().project();
    return project.origin().self().file().equals(path)
        ? new ProjectBranches(Optional.of(project.integrationBranch()), project.releaseBranch())
        : new ProjectBranches(Optional.empty(), Optional.empty());
  }

  /**
   * What a file of a past version says, where the checked-out plan, which was read already, has the
   * same bytes in it.
   */
  Optional<PlanExtract> ownExtract(String path, byte[] content) {
    return isOwn(path, content)
        ? Optional.of(PlanExtract.of(own.plan().orElseThrow(), path))
        : Optional.empty();
  }

  private boolean isOwn(String path, byte[] content) {
    PlanSource tree = tree();
    return ownFiles.contains(path)
        && tree.entry(path) == Entry.FILE
        && Arrays.equals(tree.read(path, PlanLoader.MOST_BYTES), content);
  }

  private PlanSource tree() {
    return new WorkTreeSource(opened.root());
  }

  private Optional<PlanReading> read(String commit) {
    PlanSource source = new CommitSource(git(), commit);
    PlanLocator.Found found = locate(source);
    return PlanLocator.isMissing(found)
        ? Optional.empty()
        : Optional.of(PlanLoader.past(source, tree(), own).load(found));
  }

  private PlanLocator.Found locate(PlanSource source) {
    PlanLocator locator = new PlanLocator(source);
    Optional<String> given =
        settings
            .plan()
            .map(p -> settings.directory().resolve(p).normalize())
            .map(p -> opened.root().relativize(p).toString().replace('\\', '/'));
    // A branch's POM may name a plan that its base does not have, or some other file of it; the
    // base's own one judges then.
    PlanLocator.Found nearest = locator.nearest(opened.directory());
    return given
        .filter(path -> source.entry(path) != Entry.NONE)
        .map(locator::given)
        .filter(found -> PlanLocator.isMissing(nearest) || isPlan(source, found))
        .orElse(nearest);
  }

  private static boolean isPlan(PlanSource source, PlanLocator.Found found) {
    PlanReader reader = new PlanReader();
    PlanLoader loader = new PlanLoader(source);
    return found.files().stream().map(loader::file).anyMatch(reader::isPlan);
  }
}
