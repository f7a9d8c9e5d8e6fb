package dev.coord.plan.yaml;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Baseline;
import dev.coord.plan.Baseline.Entry;
import dev.coord.plan.Baseline.Key;
import dev.coord.plan.Baseline.Kind;
import dev.coord.plan.CoveredLines;
import dev.coord.plan.yaml.YamlNode.Mapping;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads baselines, which anybody may have written: whatever the bytes are, the answer is a baseline
 * or what is wrong with them. A baseline that cannot be read is never an empty one.
 */
public final class BaselineReader {

  /** Version of the format. */
  static final int VERSION = 1;

  /** The largest baseline, in bytes: room for its results of tools in lines of usual length. */
  public static final int MAX_BYTES = 4 << 20;

  static final String HEAD = "baseline";

  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
  private static final String EXAMPLE_COMMIT = "\"" + "0".repeat(40) + "\"";
  private static final Shape FILE =
      new Shape("a baseline", "{baseline: 1, written: 2026-01-31, findings: []}");
  private static final Shape FINDING =
      new Shape(
          "a known finding",
          "{kind: ownership, subject: checkout, finding: \"unowned: x.txt\", since: 2026-01-31}");
  private static final Shape COVERAGE =
      new Shape(
          "coverage",
          "coverage: {covered: 80, lines: 100, commit: " + EXAMPLE_COMMIT + ", since: 2026-01-31}");
  private static final String REMEDY =
      "Write the file with mvn coord:baseline; take it from git where it was damaged.";

  /** Reads a file. */
  public BaselineReading read(PlanFile file) {
    Problems problems = new Problems();
    YamlFile yaml = YamlFile.read(file, YamlFile.Expected.BASELINE, problems);
    ReadContext context = new ReadContext(problems);
    Optional<Baseline> baseline =
        yaml.documents().stream().findFirst().flatMap(document -> head(context, file, document));
    if (problems.isEmpty() && baseline.isEmpty()) {
      context.error(FileHead.begin(file), "this is no baseline", REMEDY);
    }
    return new BaselineReading(baseline.filter(b -> problems.isEmpty()), problems.sorted());
  }

  private static Optional<Baseline> head(ReadContext context, PlanFile file, Mapping document) {
    return MappingReader.read(context, document, FILE, in -> baseline(in, file));
  }

  private static Optional<Baseline> baseline(MappingReader in, PlanFile file) {
    Optional<Integer> version =
        in.required(HEAD, "1", field -> in.scalars().integer(field, VERSION, VERSION));
    Optional<LocalDate> written = in.required("written", "2026-01-31", in.scalars()::date);
    Optional<String> commit = in.required("commit", EXAMPLE_COMMIT, field -> commit(in, field));
    Optional<CoveredLines> coverage = in.field("coverage").flatMap(f -> coverage(in, f));
    Optional<LocalDate> results = in.field("results").flatMap(in.scalars()::date);
    in.required("findings", "[]", field -> Optional.of(field));
    List<Entry> entries = in.records("findings", FINDING, BaselineReader::entry);
    List<Entry> once = once(in.context(), entries);
    if (version.isEmpty() || written.isEmpty() || commit.isEmpty()) {
      return Optional.empty();
    }
    Location whole = new Location(file.path(), 0, 0, file.commit());
    return Optional.of(new Baseline(whole, written.get(), commit.get(), coverage, results, once));
  }

  private static Optional<CoveredLines> coverage(MappingReader in, Field field) {
    return MappingReader.read(in.context(), field.node(), COVERAGE, BaselineReader::coverage);
  }

  private static Optional<CoveredLines> coverage(MappingReader in) {
    Optional<Integer> covered =
        in.required("covered", "80", field -> in.scalars().integer(field, 0, Integer.MAX_VALUE));
    Optional<Integer> lines =
        in.required("lines", "100", field -> in.scalars().integer(field, 1, Integer.MAX_VALUE));
    Optional<String> commit = in.required("commit", EXAMPLE_COMMIT, field -> commit(in, field));
    Optional<LocalDate> since = in.required("since", "2026-01-31", in.scalars()::date);
    if (covered.isEmpty() || lines.isEmpty() || commit.isEmpty() || since.isEmpty()) {
      return Optional.empty();
    }
    if (covered.get() > lines.get()) {
      in.context()
          .error(
              in.keyPlace("covered"),
              "\"covered\" is " + covered.get() + ", but there are " + lines.get() + " lines",
              REMEDY);
      return Optional.empty();
    }
    return Optional.of(
        new CoveredLines(covered.get(), lines.get(), commit.get(), since.get(), in.place()));
  }

  private static Optional<String> commit(MappingReader in, Field field) {
    Optional<String> text = in.scalars().text(field, "the id of a commit", EXAMPLE_COMMIT);
    if (text.isPresent() && !COMMIT.matcher(text.get()).matches()) {
      in.context()
          .error(
              field.place(),
              field.label() + " must be the full id of a commit, but is " + Words.quote(text.get()),
              "Write 40 hexadecimal digits, in quotes.");
      return Optional.empty();
    }
    return text;
  }

  private static Optional<Entry> entry(ReadContext context, YamlNode node) {
    return MappingReader.read(context, node, FINDING, BaselineReader::entry);
  }

  private static Optional<Entry> entry(MappingReader in) {
    Map<String, Kind> words = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      words.put(kind.word(), kind);
    }
    Optional<Kind> kind =
        in.required("kind", "ownership", field -> in.scalars().word(field, words));
    Optional<String> subject = in.required("subject", "checkout", in.scalars()::maybeEmpty);
    Optional<String> finding = in.required("finding", "\"unowned: x.txt\"", in.scalars()::text);
    Optional<LocalDate> since = in.required("since", "2026-01-31", in.scalars()::date);
    int count = in.integer("count", 1, 1_000_000).orElse(1);
    if (kind.isEmpty() || subject.isEmpty() || finding.isEmpty() || since.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Entry(
            new Key(kind.get(), subject.get(), finding.get()), count, since.get(), in.place()));
  }

  private static List<Entry> once(ReadContext context, List<Entry> entries) {
    Map<Key, Entry> first = new HashMap<>();
    List<Entry> once = new ArrayList<>();
    for (Entry entry : entries) {
      Entry before = first.putIfAbsent(entry.key(), entry);
      if (before == null) {
        once.add(entry);
      } else {
        context.error(
            entry.place(),
            "this finding is already known at " + before.place(),
            "Keep one of the two, with the count of what there is.");
      }
    }
    return once;
  }
}
