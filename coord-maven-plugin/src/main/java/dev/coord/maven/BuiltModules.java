package dev.coord.maven;

import dev.coord.evidence.reports.BuiltModule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;

/** The modules whose tests a build runs, told from its goals and from their POMs. */
final class BuiltModules {

  /**
   * The end of the <a
   * href="https://maven.apache.org/guides/introduction/introduction-to-the-lifecycle.html#lifecycle-reference">default
   * lifecycle</a>, from the phase in which tests run.
   */
  private static final List<String> PHASES =
      List.of(
          "test",
          "prepare-package",
          "package",
          "pre-integration-test",
          "integration-test",
          "post-integration-test",
          "verify",
          "install",
          "deploy");

  private static final List<String> NO_TESTS =
      List.of("skipTests", "maven.test.skip", "maven.test.skip.exec");

  /** Where languages of the JVM keep their tests: not every plugin tells Maven of it. */
  private static final List<String> LANGUAGES = List.of("groovy", "java", "kotlin", "scala");

  private static final String JACOCO = "org.jacoco:jacoco-maven-plugin";

  private final MavenSession session;
  private final int reached;

  private BuiltModules(MavenSession session) {
    this.session = session;
    this.reached = goals(session).stream().mapToInt(BuiltModules::phase).max().orElse(-1);
  }

  /** The modules of a session whose goals run their tests; none where tests are skipped. */
  static List<BuiltModule> of(MavenSession session) {
    BuiltModules modules = new BuiltModules(session);
    return modules.reached < 0
        ? List.of()
        : session.getProjects().stream().flatMap(modules::module).toList();
  }

  /** As Maven does: without goals on the command line, those that the root's POM gives. */
  private static List<String> goals(MavenSession session) {
    List<String> goals = session.getGoals();
    MavenProject top = session.getTopLevelProject();
    return goals.isEmpty() && top != null && top.getDefaultGoal() != null
        ? List.of(top.getDefaultGoal().strip().split("\\s+"))
        : goals;
  }

  /** The number of a phase, counted from the tests, or -1. */
  private static int phase(String goal) {
    return PHASES.indexOf(goal);
  }

  private Stream<BuiltModule> module(MavenProject project) {
    Build build = project.getBuild();
    boolean tested = NO_TESTS.stream().noneMatch(property -> isOn(property, project));
    if (!tested
        || project.getBasedir() == null
        || build.getDirectory() == null
        || build.getTestOutputDirectory() == null) {
      return Stream.empty();
    }
    return Stream.of(
        new BuiltModule(
            real(project.getBasedir().toPath()),
            real(Path.of(build.getDirectory())),
            project.getCompileSourceRoots().stream().map(Path::of).map(BuiltModules::real).toList(),
            testSourceRoots(project.getTestCompileSourceRoots()),
            real(Path.of(build.getTestOutputDirectory())),
            runsIntegrationTests(project),
            reportsCoverage(project)));
  }

  private static List<Path> testSourceRoots(List<String> roots) {
    Set<Path> all = new LinkedHashSet<>();
    for (Path root : roots.stream().map(Path::of).toList()) {
      all.add(real(root));
      if (LANGUAGES.contains(root.getFileName().toString())) {
        LANGUAGES.forEach(language -> all.add(real(root.resolveSibling(language))));
      }
    }
    return List.copyOf(all);
  }

  private boolean runsIntegrationTests(MavenProject project) {
    return reached >= phase("integration-test") && !isOn("skipITs", project);
  }

  private boolean reportsCoverage(MavenProject project) {
    Plugin jacoco = project.getPlugin(JACOCO);
    return jacoco != null
        && !isOn("jacoco.skip", project)
        && jacoco.getExecutions().stream().anyMatch(execution -> reports(execution, project));
  }

  private boolean reports(PluginExecution execution, MavenProject project) {
    List<String> goals = execution.getGoals();
    boolean bound =
        goals.contains("report")
            || (goals.contains("report-integration") && runsIntegrationTests(project));
    // The phase that both goals have by themselves; an aggregate has none.
    Optional<String> phase =
        Optional.ofNullable(execution.getPhase())
            .or(() -> bound ? Optional.of("verify") : Optional.empty());
    return (bound || goals.contains("report-aggregate"))
        && phase.map(BuiltModules::phase).filter(at -> at >= 0 && at <= reached).isPresent();
  }

  /** As for Maven, the command line speaks before the POM. */
  private boolean isOn(String property, MavenProject project) {
    for (Properties properties :
        List.of(
            session.getUserProperties(), project.getProperties(), session.getSystemProperties())) {
      String value = properties.getProperty(property);
      if (value != null) {
        return value.strip().equalsIgnoreCase("true");
      }
    }
    return false;
  }

  /** The path without links, also of a directory that is not there. */
  static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      Path parent = path.toAbsolutePath().normalize().getParent();
      return parent == null ? path : real(parent).resolve(path.getFileName());
    }
  }
}
