package dev.coord.engine;

import dev.coord.assess.Assessment;
import dev.coord.assess.ProjectCourse;
import dev.coord.evidence.Observation;
import dev.coord.evidence.RecordedRun;
import dev.coord.evidence.ReportFile;
import dev.coord.evidence.git.GitRepository;
import dev.coord.plan.Ids;
import dev.coord.plan.Plan;
import dev.coord.publish.ConsoleFrame;
import dev.coord.publish.Schemas;
import dev.coord.publish.SiteDigest;
import dev.coord.publish.StatusJson;
import dev.coord.publish.StatusReader;
import dev.coord.publish.feed.SiteFiles;
import dev.coord.site.ErrorSite;
import dev.coord.site.SiteBuilder;
import dev.coord.site.draft.SiteFrame;
import dev.coord.site.model.OtherFiles;
import dev.coord.site.model.Site;
import dev.coord.site.render.Addresses;
import dev.coord.site.render.Look;
import dev.coord.site.render.Rendering;
import dev.coord.site.render.SiteRenderer;
import dev.coord.site.render.SiteWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Turns what a run came to into files and a frame for the console. */
final class SiteOutput {

  static final String STATUS = "status.json";

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Settings settings;
  private final Opened opened;
  private final Path directory;

  SiteOutput(Settings settings, Opened opened, Path directory) {
    this.settings = settings;
    this.opened = opened;
    this.directory = directory;
  }

  /** Where the site is written: where the user says, else {@code target/coord} below the root. */
  static Path directory(Settings settings, Opened opened) {
    return settings
        .outputDirectory()
        .map(path -> settings.directory().resolve(path).normalize())
        .orElseGet(() -> opened.root().resolve("target").resolve("coord"));
  }

  /**
   * A site that was written.
   *
   * @param page the page to open, as the console shows it
   * @param digest what it comes to, for a page of another generator
   */
  record Written(String page, Supplier<SiteDigest> digest) {}

  /** Writes the site. */
  Written write(Pipeline.Outcome outcome, SiteRenderer renderer) throws IOException {
    refuseLinks();
    SiteFrame frame = frame(outcome);
    Optional<ProjectCourse> course = outcome.assessment().map(ProjectCourse::new);
    Collection<String> workstreams = course.isPresent() ? List.of() : workstreams(outcome);
    CompletableFuture<Beside> beside =
        CompletableFuture.supplyAsync(() -> Beside.of(outcome, course, frame));
    Site site = site(outcome, course, frame);
    Rendering rendering = renderer.rendering(site, look(outcome));
    Addresses addresses = rendering.addresses();
    Map<String, byte[]> files = new TreeMap<>(rendering.files());
    files.putAll(Schemas.files());
    files.put(OtherFiles.NO_JEKYLL, new byte[0]);
    files.putAll(SiteFiles.sitemap(frame, Set.copyOf(files.keySet())));
    files.putAll(beside.join().files(site, frame, outcome, workstreams));
    List<Path> keep =
        Stream.concat(
                Stream.of(opened.root()),
                opened.repository().map(GitRepository::gitDirectory).stream())
            .toList();
    new SiteWriter(keep).write(directory, files);
    return new Written(
        shown(directory.resolve("index.html")), () -> digest(outcome, site, addresses));
  }

  /**
   * Ids of the workstreams that have a badge: those that the plan still tells, and those of the
   * site that is replaced. Each file has one name where case is not told apart.
   */
  private Collection<String> workstreams(Pipeline.Outcome outcome) throws IOException {
    Set<String> ids = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    ids.addAll(outcome.workstreams());
    SiteWriter.present(directory).stream()
        .flatMap(path -> OtherFiles.workstreamOfBadge(path).stream())
        .filter(id -> Ids.problem(id).isEmpty())
        .forEach(ids::add);
    return ids;
  }

  /** What a site that is not written comes to, for a page of another generator. */
  SiteDigest digest(Pipeline.Outcome outcome) {
    Optional<ProjectCourse> course = outcome.assessment().map(ProjectCourse::new);
    Site site = site(outcome, course, frame(outcome));
    return digest(outcome, site, new Addresses(site));
  }

  private static SiteDigest digest(Pipeline.Outcome outcome, Site site, Addresses addresses) {
    return SiteDigest.of(site, outcome.assessment(), addresses::of);
  }

  private static Site site(
      Pipeline.Outcome outcome, Optional<ProjectCourse> course, SiteFrame frame) {
    return course
        .map(known -> new SiteBuilder().build(known, frame))
        .orElseGet(() -> new ErrorSite().build(outcome.problems(), "coord could not judge", frame));
  }

  private Look look(Pipeline.Outcome outcome) {
    return outcome
        .assessment()
        .map(assessment -> assessment.plan().project().site())
        .map(
            said ->
                new Look(
                    SiteLogo.of(said, new WorkTreeSource(opened.root()))
                        .flatMap(Observation::optional),
                    said.accent()))
        .orElse(Look.USUAL);
  }

  /** What is recorded of a run: its {@code status.json} without what former runs recorded. */
  byte[] record(Pipeline.Outcome outcome) {
    SiteFrame frame = frame(outcome);
    return outcome
        .assessment()
        .map(assessment -> StatusJson.withoutRecords(assessment, frame))
        .orElseGet(() -> new byte[0]);
  }

  /**
   * What programs read beside the pages.
   *
   * @param others empty when nothing could be judged
   */
  private record Beside(byte[] status, Optional<SiteFiles> others) {

    static Beside of(Pipeline.Outcome outcome, Optional<ProjectCourse> course, SiteFrame frame) {
      byte[] status = SiteOutput.status(outcome, course, frame);
      return new Beside(
          status,
          course.map(known -> new SiteFiles(known.assessment(), frame, present(known, status))));
    }

    Map<String, byte[]> files(
        Site site, SiteFrame frame, Pipeline.Outcome outcome, Collection<String> workstreams) {
      Map<String, byte[]> files = new TreeMap<>();
      files.put(STATUS, status);
      LocalDate day = LocalDate.ofInstant(outcome.times().judging(), ZoneOffset.UTC);
      files.putAll(
          others
              .map(SiteFiles::files)
              .orElseGet(() -> SiteFiles.withoutVerdict(site, frame, day, workstreams)));
      others.ifPresent(all -> files.put(OtherFiles.LLMS, all.index(site)));
      return files;
    }
  }

  /** This run as it would be recorded, where there are records to hold it against. */
  private static Optional<RecordedRun> present(ProjectCourse course, byte[] status) {
    return course
        .assessment()
        .evidence()
        .recorded()
        .optional()
        .filter(runs -> !runs.runs().isEmpty())
        .flatMap(runs -> StatusReader.read(status));
  }

  private static byte[] status(
      Pipeline.Outcome outcome, Optional<ProjectCourse> course, SiteFrame frame) {
    return course
        .map(known -> StatusJson.write(known, frame))
        .orElseGet(() -> StatusJson.error(outcome.problems(), frame));
  }

  /** A link in the repository could lead the site anywhere. */
  private void refuseLinks() throws IOException {
    Path at = directory.startsWith(opened.root()) ? directory : opened.root();
    for (; !at.equals(opened.root()); at = at.getParent()) {
      if (Files.isSymbolicLink(at)) {
        throw new IOException(
            shown(at)
                + " is a symbolic link. Remove it, or name another directory with"
                + " -Dcoord.outputDirectory.");
      }
    }
  }

  /** A path as the user would type it: relative where it lies below the directory of the run. */
  private String shown(Path path) {
    Path start = settings.workingDirectory();
    return (path.startsWith(start) ? start.relativize(path) : path).toString();
  }

  /** What the outputs of a run say of themselves. */
  SiteFrame frame(Pipeline.Outcome outcome) {
    Optional<Plan> plan = outcome.assessment().map(Assessment::plan);
    return new SiteFrame(
        "coord " + settings.version(),
        outcome.times().stamp(),
        planVersion(plan),
        outcome.assessment().map(this::sources).orElse(List.of()),
        settings.siteUrl(),
        plan.flatMap(p -> p.project().repositoryUrl()),
        opened.repository().map(git -> git.head().id()),
        settings.goals());
  }

  ConsoleFrame console(Pipeline.Outcome outcome, Optional<String> page) {
    return consoleFrame(settings, planVersion(outcome.assessment().map(Assessment::plan)), page);
  }

  static ConsoleFrame consoleFrame(Settings settings, String planVersion, Optional<String> page) {
    return new ConsoleFrame(
        "coord " + settings.version(), planVersion, page, settings.command(), settings.verbose());
  }

  /** {@code coord.yml@0be90e2}, or the directory where the plan has several files. */
  private String planVersion(Optional<Plan> plan) {
    List<String> files = plan.map(Plan::files).orElse(List.of());
    String commit =
        files.stream().anyMatch(SiteOutput::isOutside)
            ? ""
            : opened.repository().map(git -> "@" + git.head().abbreviated()).orElse("");
    if (files.size() < 2) {
      return files.stream().findFirst().map(f -> f + commit).orElse("none that can be read");
    }
    String first = files.get(0);
    int slash = first.lastIndexOf('/');
    String place = slash < 0 ? first : first.substring(0, slash + 1);
    return place + commit + " (" + files.size() + " files)";
  }

  /** Whether a plan's file lies where no commit of the repository can hold it. */
  private static boolean isOutside(String file) {
    return file.startsWith("../") || Path.of(file).isAbsolute();
  }

  private List<String> sources(Assessment assessment) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "git: "
            + said(
                assessment.evidence().git(),
                git ->
                    git.head().abbreviated()
                        + git.branch().map(b -> " on " + b).orElse(", detached")
                        + ", "
                        + MINUTES.format(git.head().time())));
    lines.add("tests: " + said(assessment.evidence().tests(), t -> reports(t.reports())));
    lines.add("coverage: " + said(assessment.evidence().coverage(), c -> reports(c.reports())));
    lines.add("findings: " + said(assessment.evidence().findings(), f -> reports(f.reports())));
    return lines;
  }

  private static <T> String said(Observation<T> observation, Function<T, String> text) {
    if (observation instanceof Observation.Unknown<T> unknown) {
      return "unknown, " + unknown.reason();
    }
    return text.apply(observation.optional().orElseThrow());
  }

  private static String reports(List<ReportFile> reports) {
    Instant newest =
        reports.stream().map(ReportFile::time).max(Comparator.naturalOrder()).orElseThrow();
    return reports.size()
        + (reports.size() == 1 ? " report of " : " reports, the newest of ")
        + MINUTES.format(newest);
  }
}
