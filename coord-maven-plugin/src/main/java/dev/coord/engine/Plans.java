package dev.coord.engine;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.git.GitRepository;
import dev.coord.plan.Baseline;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import dev.coord.plan.yaml.PlanReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The versions of the plan that a run goes by.
 *
 * @param plan the checked-out plan; empty when it cannot be used
 * @param problems what is wrong with it, and with what the user asks for
 * @param warnings what its readers should know
 * @param inRepository whether it lies in the repository, so that commits have versions of it
 * @param baseline the checked-out one; empty when there is none beside a plan in the repository
 * @param workstreams ids of the workstreams that its files define, as far as these can be read
 */
record Plans(
    Optional<Plan> plan,
    List<Diagnostic> problems,
    List<Diagnostic> warnings,
    boolean inRepository,
    Optional<Baseline> baseline,
    List<String> workstreams) {

  Plans {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(baseline, "baseline");
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
    workstreams = List.copyOf(workstreams);
  }

  static Plans read(Opened opened, Settings settings) {
    Optional<Path> given = settings.plan().map(p -> settings.directory().resolve(p).normalize());
    boolean inside = given.isEmpty() || given.get().startsWith(opened.root());
    Path root = inside ? opened.root() : given.get().getParent();
    PlanSource source = new WorkTreeSource(root, inside ? "" : opened.shown(root) + "/");
    PlanLoader loader = new PlanLoader(source);
    PlanLocator.Found found = find(source, opened, given, root);
    PlanReading reading = loader.load(found);
    List<Diagnostic> problems = new ArrayList<>(settings.mistakes());
    Times.mistake(settings).ifPresent(problems::add);
    settings
        .workstream()
        .ifPresent(
            id ->
                reading
                    .plan()
                    .filter(plan -> plan.workstream(id).isEmpty())
                    .ifPresent(plan -> problems.add(Problems.unknownWorkstream(id, plan))));
    reading.diagnostics().stream().filter(Diagnostic::isError).forEach(problems::add);
    boolean inRepository = inside && opened.repository().isPresent();
    if (inRepository) {
      problems.addAll(
          leftOut(found, opened.repository().get(), given.map(path -> slashes(root, path))));
    }
    BaselineFile baseline =
        reading
            .plan()
            .filter(plan -> inRepository)
            .map(plan -> BaselineFile.of(plan, source))
            .orElse(BaselineFile.NONE);
    problems.addAll(baseline.problems());
    return new Plans(
        problems.isEmpty() ? reading.plan() : Optional.empty(),
        problems,
        reading.diagnostics().stream().filter(d -> !d.isError()).toList(),
        inRepository,
        baseline.baseline(),
        reading
            .plan()
            .map(plan -> plan.workstreams().stream().map(Workstream::id).toList())
            .orElseGet(() -> loader.workstreams(found)));
  }

  /** The checked-out plan, which can be used, as it was read. */
  PlanReading own() {
    return new PlanReading(plan, warnings);
  }

  /** The files of the plan's directory that a sparse checkout leaves out: nobody removed them. */
  private static List<Diagnostic> leftOut(
      PlanLocator.Found found, GitRepository git, Optional<String> given) {
    return found.files().stream()
        .filter(file -> !given.equals(Optional.of(file)))
        .flatMap(file -> PlanLocator.directory(file).stream())
        .distinct()
        .flatMap(directory -> git.leftOut(directory).optional().orElse(List.of()).stream())
        .filter(PlanLocator::isOfDirectory)
        .map(
            file ->
                Diagnostic.error(
                    Location.ofFile(file),
                    "a sparse checkout leaves this plan file out",
                    "Run git sparse-checkout add " + file + ", or git sparse-checkout disable."))
        .toList();
  }

  private static String slashes(Path root, Path path) {
    return root.relativize(path).toString().replace('\\', '/');
  }

  private static PlanLocator.Found find(
      PlanSource source, Opened opened, Optional<Path> given, Path root) {
    PlanLocator locator = new PlanLocator(source);
    return given
        .map(path -> locator.given(slashes(root, path)))
        .orElseGet(() -> locator.nearest(opened.directory()));
  }
}
