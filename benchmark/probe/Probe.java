import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.ForecastQuestion;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.GitQuestions;
import dev.coord.evidence.GitQuestions.BranchQuestion;
import dev.coord.evidence.GitQuestions.CommitsAnswer;
import dev.coord.evidence.GitQuestions.CommitsQuestion;
import dev.coord.evidence.GitQuestions.CommitsQuestion.Changes;
import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.MergeForecast;
import dev.coord.evidence.Observation;
import dev.coord.evidence.TestResults;
import dev.coord.evidence.coverage.CoverageReports;
import dev.coord.evidence.git.GitRepository;
import dev.coord.evidence.reports.FoundReport;
import dev.coord.evidence.reports.Freshness;
import dev.coord.evidence.reports.ReportKind;
import dev.coord.evidence.reports.ReportSet;
import dev.coord.evidence.tests.TestReports;
import dev.coord.evidence.xml.XmlReader;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.RelativeLinks;
import dev.coord.site.model.Site;
import dev.coord.site.model.Tone;
import dev.coord.site.render.SiteRenderer;
import dev.coord.site.render.SiteWriter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.xml.sax.InputSource;

/**
 * One part of coord, or what it is compared with, in a Java virtual machine of its own.
 *
 * <p>Prints lines of a name and a value. Times are nanoseconds of the first pass, without the start
 * of the machine.
 */
public final class Probe {

  private static final int ROUNDS = 8;

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Probe() {}

  /** Does what the first argument names. */
  public static void main(String[] arguments) throws Exception {
    Path path = Path.of(arguments.length > 1 ? arguments[1] : "");
    switch (arguments[0]) {
      case "idle" -> {}
      case "branches" -> branches(path, arguments[2], Path.of(arguments[3]));
      case "commits" -> commits(path, Changes.valueOf(arguments[2]));
      case "forecast" -> forecast(path, arguments[2], Path.of(arguments[3]));
      case "tests" -> tests(path);
      case "bytes" -> bytes(path);
      case "parser" -> parser(path);
      case "coverage" -> coverage(path);
      case "dom" -> dom(path);
      case "pages" -> pages(path, Path.of(arguments[2]), arguments[3].equals("prose"));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  /** How branches stand to a base: {@code branch NAME AHEAD BEHIND} each. */
  private static void branches(Path repository, String base, Path names) throws IOException {
    List<BranchQuestion> questions = new ArrayList<>();
    for (String name : Files.readAllLines(names)) {
      questions.add(new BranchQuestion(name, Optional.empty(), base, Set.of(), false));
    }
    try (GitRepository git = known(GitRepository.open(repository))) {
      GitEvidence evidence = known(git.observe(GitQuestions.builder().branches(questions).build()));
      for (BranchEvidence branch : evidence.branches().values()) {
        Optional<BranchDelta> delta =
            branch
                .delta()
                .optional()
                .filter(known -> known.basis() == BranchDelta.Basis.LIVE);
        OUT.println(
            "branch "
                + branch.name()
                + delta.map(d -> " " + d.ahead() + " " + d.behind()).orElse(" none"));
      }
    }
  }

  /** What all commits changed. */
  private static void commits(Path repository, Changes changes) {
    CommitsQuestion question =
        new CommitsQuestion(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new TreeSet<>(),
            changes);
    try (GitRepository git = known(GitRepository.open(repository))) {
      GitEvidence evidence =
          known(
              git.observe(
                  GitQuestions.builder().commits(List.of(question)).build()));
      CommitsAnswer answer = known(evidence.commits().get(question));
      OUT.println("count " + answer.count());
      OUT.println("files " + answer.files());
      OUT.println("added " + answer.added());
      OUT.println("deleted " + answer.deleted());
    }
  }

  /**
   * What pairs of branches conflict in, {@code pair OURS THEIRS<tab>PATHS} each, and how long the
   * merges of all of them take when warm: what an answer with them takes longer than one without.
   */
  private static void forecast(Path repository, String base, Path names) throws IOException {
    List<BranchQuestion> branches = new ArrayList<>();
    for (String name : Files.readAllLines(names)) {
      branches.add(new BranchQuestion(name, Optional.empty(), base, Set.of(), false));
    }
    ForecastQuestion all =
        new ForecastQuestion(branches.stream().map(BranchQuestion::name).toList(), List.of());
    List<Long> nanos = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      long without = observed(repository, branches, ForecastQuestion.NONE, false);
      nanos.add(observed(repository, branches, all, round == ROUNDS - 1) - without);
    }
    List<Long> warm = nanos.subList(ROUNDS / 2, ROUNDS).stream().sorted().toList();
    OUT.println("nanos " + warm.get(warm.size() / 2));
  }

  private static long observed(
      Path repository, List<BranchQuestion> branches, ForecastQuestion forecast, boolean told) {
    try (GitRepository git = known(GitRepository.open(repository))) {
      GitQuestions questions =
          GitQuestions.builder().branches(branches).forecast(forecast).build();
      long start = System.nanoTime();
      GitEvidence evidence = known(git.observe(questions));
      long nanos = System.nanoTime() - start;
      if (told) {
        for (MergeForecast.Pair pair : known(evidence.forecast()).pairs()) {
          OUT.println(
              "pair "
                  + pair.ours()
                  + " "
                  + pair.theirs()
                  + "\t"
                  + known(pair.clashes()).stream()
                      .map(MergeForecast.Clash::path)
                      .sorted()
                      .collect(Collectors.joining("|")));
        }
      }
      return nanos;
    }
  }

  private static void tests(Path directory) throws IOException {
    List<FoundReport> reports = new ArrayList<>();
    SortedSet<String> tracked = new TreeSet<>();
    for (Path file : files(directory)) {
      reports.add(found(directory, file));
      String name = file.getFileName().toString();
      tracked.add(
          "src/test/java/"
              + name.substring("TEST-".length(), name.length() - ".xml".length()).replace('.', '/')
              + ".java");
    }
    ReportSet set = set(ReportKind.TESTS, directory, reports);
    Freshness freshness = Freshness.ofCommit(Observation.known(Instant.EPOCH), tracked);
    long start = System.nanoTime();
    TestResults results = known(TestReports.read(set, freshness));
    time(start);
    OUT.println("count " + results.cases().size());
  }

  /** The same files through coord's parser, and nothing made of them. */
  private static void parser(Path directory) throws IOException, InvalidReportException {
    List<Path> files = files(directory);
    long[] cases = {0};
    long start = System.nanoTime();
    XmlReader xml = new XmlReader();
    for (Path file : files) {
      xml.read(file, file.toString(), element -> cases[0] += element.name().equals("testcase") ? 1 : 0);
    }
    time(start);
    OUT.println("count " + cases[0]);
  }

  private static void bytes(Path directory) throws IOException {
    List<Path> files = files(directory);
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    long start = System.nanoTime();
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          bytes += read;
        }
      }
    }
    time(start);
    OUT.println("count " + bytes);
  }

  private static void coverage(Path file) throws IOException {
    Path directory = file.getParent();
    ReportSet set = set(ReportKind.COVERAGE, directory, List.of(found(directory, file)));
    Freshness freshness = Freshness.ofCommit(Observation.known(Instant.EPOCH), new TreeSet<>());
    long start = System.nanoTime();
    CoverageResults results = known(CoverageReports.read(set, freshness));
    time(start);
    OUT.println("count " + results.files().size());
  }

  private static void dom(Path file) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    long start = System.nanoTime();
    DocumentBuilder builder = factory.newDocumentBuilder();
    int count;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      count = builder.parse(new InputSource(in)).getElementsByTagName("sourcefile").getLength();
    }
    time(start);
    OUT.println("count " + count);
  }

  /** A page for each file of Markdown: with its text, or with as much as a table. */
  private static void pages(Path content, Path directory, boolean prose) throws IOException {
    List<Page> pages = new ArrayList<>();
    for (Path file : files(content)) {
      String name = file.getFileName().toString().replace(".md", "");
      String text = Files.readString(file);
      Block block =
          prose ? new Block.Prose(text.substring(text.indexOf("---\n", 4) + 4)) : table(name);
      pages.add(
          new Page(
              "pages/" + name,
              name,
              "index",
              Tone.NEUTRAL,
              List.of(Inline.text("Page " + name + ".")),
              List.of(block),
              Optional.empty()));
    }
    Site site =
        new Site(
            "Shop",
            "coord",
            Instant.EPOCH,
            "coord.yml",
            List.of(),
            Optional.empty(),
            RelativeLinks.NONE,
            List.of(new Site.Entry("Dashboard", "index", Tone.NEUTRAL)),
            pages);
    Map<String, byte[]> files = new SiteRenderer().render(site);
    new SiteWriter().write(directory, files);
    OUT.println("count " + files.keySet().stream().filter(f -> f.endsWith(".html")).count());
  }

  private static Block table(String name) {
    List<Block.Row> rows = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      rows.add(
          new Block.Row(
              "row-" + i,
              Tone.values()[i % Tone.values().length],
              List.of(
                  List.of(Inline.text("Task " + i + " of " + name)),
                  List.of(new Inline.Badge(Tone.INFO, "doing")),
                  List.of(Inline.code("src/main/java/shop/" + name + "/Task" + i + ".java")),
                  List.of(Inline.text(Integer.toString(i * name.length()))))));
    }
    return new Block.Table(
        "tasks",
        "Tasks of " + name,
        List.of(
            new Block.Column("Task", false),
            new Block.Column("State", false),
            new Block.Column("Path", false),
            new Block.Column("Lines", true)),
        rows);
  }

  private static ReportSet set(ReportKind kind, Path directory, List<FoundReport> reports) {
    return new ReportSet(
        kind, directory, List.of("*.xml"), Optional.empty(), List.of(), reports, true);
  }

  private static FoundReport found(Path directory, Path file) throws IOException {
    Instant modified = Files.getLastModifiedTime(file).toInstant();
    return new FoundReport(
        directory.relativize(file).toString(), file, modified, Optional.empty());
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  private static void time(long start) {
    OUT.println("nanos " + (System.nanoTime() - start));
  }

  private static <T> T known(Observation<T> observation) {
    if (observation instanceof Observation.Unknown<T> unknown) {
      throw new IllegalStateException(unknown.reason() + ". " + unknown.remedy());
    }
    return observation.optional().orElseThrow();
  }
}
