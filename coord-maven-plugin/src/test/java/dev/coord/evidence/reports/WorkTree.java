package dev.coord.evidence.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.Observation;
import dev.coord.evidence.SourceFiles;
import dev.coord.path.PathPattern;
import dev.coord.plan.EvidenceSources;
import dev.coord.plan.EvidenceSources.Source;
import dev.coord.plan.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A work tree with reports, for tests. */
public final class WorkTree {

  /** When HEAD of this work tree was committed: before every report that real tools wrote. */
  public static final Instant HEAD = Instant.parse("2026-11-01T12:00:00Z");

  /** When reports are written unless a test says otherwise. */
  public static final Instant WRITTEN = Instant.parse("2026-12-01T12:00:00Z");

  private final Path root;
  private final SortedSet<String> tracked = new TreeSet<>();
  private final List<Source> tests = new ArrayList<>();
  private final List<Source> coverage = new ArrayList<>();
  private final List<Source> findings = new ArrayList<>();
  private final List<BuiltModule> modules = new ArrayList<>();
  private Observation<Instant> head = Observation.known(HEAD);
  private Optional<Instant> session = Optional.empty();

  /** A work tree of a Maven project in an empty directory. */
  public WorkTree(Path root) {
    this.root = root;
    write("pom.xml", "<project/>");
  }

  /** Commits files, without writing them. */
  public WorkTree tracked(String... paths) {
    tracked.addAll(List.of(paths));
    return this;
  }

  /** Takes the commit away. */
  public WorkTree withoutCommit(String reason, String remedy) {
    head = Observation.unknown(reason, remedy);
    return this;
  }

  /** Begins a Maven session. */
  public WorkTree session(Instant start) {
    session = Optional.of(start);
    return this;
  }

  /** Runs the tests of a module, its integration tests included, and reports their coverage. */
  public WorkTree build(String directory) {
    return build(directory, true, true);
  }

  /** Runs the tests of a module. */
  public WorkTree build(String directory, boolean integrationTests, boolean coverage) {
    Path module = root.resolve(directory);
    Path target = module.resolve("target");
    modules.add(
        new BuiltModule(
            module,
            target,
            List.of(module.resolve("src/main/java"), target.resolve("generated-sources")),
            List.of(module.resolve("src/test/java"), module.resolve("src/test/kotlin")),
            target.resolve("test-classes"),
            integrationTests,
            coverage));
    return this;
  }

  /** Names test reports in the plan. */
  public WorkTree tests(String pattern, String directory) {
    tests.add(source(tests.size(), pattern, directory));
    return this;
  }

  /** Names coverage reports in the plan. */
  public WorkTree coverage(String pattern, String directory) {
    coverage.add(source(coverage.size(), pattern, directory));
    return this;
  }

  /** Names SARIF reports in the plan. */
  public WorkTree findings(String pattern, String directory) {
    findings.add(source(findings.size(), pattern, directory));
    return this;
  }

  private static Source source(int index, String pattern, String directory) {
    return new Source(
        Origin.at(Location.of("coord.yml", 12 + index, 5)), PathPattern.of(pattern), directory);
  }

  /** Writes a file. */
  public WorkTree write(String path, String text) {
    return write(path, text, WRITTEN);
  }

  /** Writes a file at a time. */
  public WorkTree write(String path, String text, Instant time) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      Files.setLastModifiedTime(file, FileTime.from(time));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes a file away. */
  public WorkTree delete(String path) {
    try {
      Files.delete(root.resolve(path));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a report of a real tool in its place. */
  public WorkTree copy(String resource, String path) {
    return copyResource("/reports/" + resource, path);
  }

  /** Puts a file with numbers that a tool has measured in its place. */
  public WorkTree copyMetrics(String resource, String path) {
    return copyResource("/metrics/" + resource, path);
  }

  /** Puts what a tool of analysis found in its place. */
  public WorkTree copyFindings(String resource, String path) {
    return copyResource("/findings/" + resource, path);
  }

  private WorkTree copyResource(String resource, String path) {
    try (InputStream in = WorkTree.class.getResourceAsStream(resource)) {
      return write(path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it is. */
  public Path root() {
    return root;
  }

  /** What reports are held against. */
  public Freshness freshness() {
    return new Freshness(head, WRITTEN, session, tracked, SourceFiles.of(tracked), modules);
  }

  /** Where the plan says that reports are. */
  public EvidenceSources sources() {
    return new EvidenceSources(
        Origin.at(Location.of("coord.yml", 10, 1)), tests, coverage, findings, List.of());
  }

  /** Looks for reports. */
  public FoundReports find() {
    return new ReportFinder(root, List.of(), tracked).find(sources(), List.of());
  }

  /** {@code reason. Remedy.} of an observation that must be unknown. */
  public static String unknown(Observation<?> observation) {
    assertThat(observation).isInstanceOf(Observation.Unknown.class);
    Observation.Unknown<?> unknown = (Observation.Unknown<?>) observation;
    return unknown.reason() + ". " + unknown.remedy();
  }

  /** The value of an observation that must be known. */
  public static <T> T known(Observation<T> observation) {
    assertThat(observation).isInstanceOf(Observation.Known.class);
    return observation.optional().orElseThrow();
  }
}
