package dev.coord.publish;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.coord.assess.Overall;
import dev.coord.assess.WorkstreamState;
import dev.coord.evidence.RecordedRun;
import dev.coord.evidence.RecordedRun.Lines;
import dev.coord.evidence.RecordedRun.Value;
import dev.coord.rule.Outcome;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads back what a {@code status.json} of this version says of its run, as a stream. Whoever can
 * commit can have written it: what is of another form than {@link StatusJson} writes is not read at
 * all, so that no value is made of it.
 */
public final class StatusReader {

  /** Most bytes of a {@code status.json} that is read. */
  public static final int MOST_BYTES = 4 << 20;

  /** Most metrics, gates and workstreams each that are read; others are left out. */
  public static final int MOST_VALUES = 1_000;

  private static final int MOST_LENGTH = 200;
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern TIME =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z");
  private static final Set<String> RESULTS =
      Set.of(Overall.PASSED.word(), Overall.FAILED.word(), Overall.UNKNOWN.word());

  private static final Set<String> STATES =
      Stream.of(WorkstreamState.Status.values())
          .map(StatusGates::word)
          .collect(Collectors.toUnmodifiableSet());

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(32)
                  .maxNumberLength(40)
                  .maxNameLength(1_000)
                  .maxStringLength(1 << 20)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final JsonParser parser;
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Value> metrics = new LinkedHashMap<>();
  private final Map<String, Value> gates = new LinkedHashMap<>();
  private final Map<String, String> workstreams = new LinkedHashMap<>();

  /** Something is of another form than it is written in. */
  private static final class Unfit extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private interface Fields {
    void read(String name) throws IOException;
  }

  private StatusReader(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * The run that a {@code status.json} tells of.
   *
   * @return empty when it is none, of another version, larger than {@value #MOST_BYTES} bytes,
   *     tells of no commit, or of a run that could not judge
   */
  public static Optional<RecordedRun> read(byte[] json) {
    if (json.length > MOST_BYTES) {
      return Optional.empty();
    }
    try (JsonParser parser = JSON.createParser(json)) {
      return Optional.of(new StatusReader(parser).run());
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private RecordedRun run() throws IOException {
    parser.nextToken();
    object("", this::top);
    if (parser.nextToken() != null) {
      throw new Unfit();
    }
    String commit = text("commit");
    String day = text("judged_on");
    String result = text("result");
    if (number("schema_version").orElse(0) != StatusJson.SCHEMA_VERSION
        || !COMMIT.matcher(commit).matches()
        || !DAY.matcher(day).matches()
        || !RESULTS.contains(result)) {
      throw new Unfit();
    }
    return new RecordedRun(
        commit,
        LocalDate.parse(day),
        time(LocalDate.parse(day)),
        result,
        number("counts.contradictions"),
        number("sources.tests.total"),
        coverage(),
        metrics,
        gates,
        workstreams);
  }

  /** What is judged again on a later day without a new commit is of that day. */
  private Instant time(LocalDate day) {
    Instant began = instant("judged_at").orElse(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    return instant("sources.git.head_time").filter(began::isBefore).orElse(began);
  }

  private Optional<Instant> instant(String name) {
    return Optional.of(text(name)).filter(text -> TIME.matcher(text).matches()).map(Instant::parse);
  }

  private Optional<Lines> coverage() {
    OptionalInt covered = number("sources.coverage.covered_lines");
    OptionalInt all = number("sources.coverage.lines");
    return covered.isPresent() && all.orElse(0) > 0
        ? Optional.of(new Lines(covered.getAsInt(), all.getAsInt()))
        : Optional.empty();
  }

  private void top(String name) throws IOException {
    switch (name) {
      case "schema_version" -> keepNumber(name);
      case "result", "commit", "judged_on", "judged_at" -> keepText(name);
      case "counts" -> object(name + ".", this::counts);
      case "sources" -> object(name + ".", this::source);
      case "metrics" -> objects(this::metric);
      case "gates" -> objects(this::gate);
      case "workstreams" -> objects(this::workstream);
      default -> parser.skipChildren();
    }
  }

  private void counts(String name) throws IOException {
    only(name, "counts.contradictions");
  }

  private void source(String name) throws IOException {
    switch (name) {
      case "sources.git" -> object(name + ".", this::head);
      case "sources.tests" -> object(name + ".", n -> only(n, "sources.tests.total"));
      case "sources.coverage" ->
          object(
              name + ".", n -> only(n, "sources.coverage.covered_lines", "sources.coverage.lines"));
      default -> parser.skipChildren();
    }
  }

  private void head(String name) throws IOException {
    if (name.equals("sources.git.head_time")) {
      keepText(name);
    } else {
      parser.skipChildren();
    }
  }

  /** Keeps the numbers of these names. */
  private void only(String name, String... wanted) throws IOException {
    if (Set.of(wanted).contains(name)) {
      keepNumber(name);
    } else {
      parser.skipChildren();
    }
  }

  private void metric() throws IOException {
    Map<String, Value> verdicts = new LinkedHashMap<>();
    Map<String, String> own =
        fields(Set.of("id", "value"), "verdicts", () -> objects(() -> verdict(verdicts)));
    String id = required(own, "id");
    if (own.containsKey("value") && verdicts.isEmpty()) {
      put(metrics, id, new Value("", own.get("value")));
    }
    verdicts.forEach((key, value) -> put(metrics, key.isEmpty() ? id : id + "." + key, value));
  }

  private void verdict(Map<String, Value> verdicts) throws IOException {
    Map<String, String> own = fields(Set.of("key", "outcome", "measured"), "", () -> {});
    put(verdicts, own.getOrDefault("key", ""), value(own));
  }

  private void gate() throws IOException {
    Map<String, String> own = fields(Set.of("id", "subject", "outcome", "measured"), "", () -> {});
    String id = required(own, "id");
    put(gates, own.containsKey("subject") ? id + " (" + own.get("subject") + ")" : id, value(own));
  }

  /** What was observed of a workstream; a word that is none of this version's says nothing. */
  private void workstream() throws IOException {
    Map<String, String> observed = new HashMap<>();
    Map<String, String> own =
        fields(
            Set.of("id"),
            "observed",
            () -> observed.putAll(fields(Set.of("status"), "", () -> {})));
    String id = required(own, "id");
    String status = observed.getOrDefault("status", "");
    if (workstreams.size() < MOST_VALUES && id.length() <= MOST_LENGTH && STATES.contains(status)) {
      workstreams.putIfAbsent(id, status);
    }
  }

  /** What was measured; of what could not be told, why is no value. */
  private static Value value(Map<String, String> own) throws IOException {
    String outcome = required(own, "outcome");
    for (Outcome known : Outcome.values()) {
      if (known.word().equals(outcome)) {
        return new Value(outcome, known == Outcome.UNKNOWN ? "" : own.getOrDefault("measured", ""));
      }
    }
    throw new Unfit();
  }

  private static void put(Map<String, Value> values, String key, Value value) {
    if (values.size() < MOST_VALUES
        && key.length() <= MOST_LENGTH
        && value.measured().length() <= MOST_LENGTH) {
      values.putIfAbsent(key, value);
    }
  }

  private static String required(Map<String, String> fields, String name) throws IOException {
    String text = fields.getOrDefault(name, "");
    if (text.isEmpty()) {
      throw new Unfit();
    }
    return text;
  }

  private interface Content {
    void read() throws IOException;
  }

  /** The texts of some fields of the object that begins here. */
  private Map<String, String> fields(Set<String> wanted, String other, Content content)
      throws IOException {
    Map<String, String> found = new HashMap<>();
    object(
        "",
        name -> {
          if (wanted.contains(name)) {
            found.put(name, string());
          } else if (!other.isEmpty() && name.equals(other)) {
            content.read();
          } else {
            parser.skipChildren();
          }
        });
    return found;
  }

  /** An object, whose fields are read where their value begins. */
  private void object(String prefix, Fields fields) throws IOException {
    expect(JsonToken.START_OBJECT);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = prefix + parser.currentName();
      parser.nextToken();
      fields.read(name);
    }
  }

  private void objects(Content content) throws IOException {
    expect(JsonToken.START_ARRAY);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      content.read();
    }
  }

  private void expect(JsonToken token) throws IOException {
    if (parser.currentToken() != token) {
      throw new Unfit();
    }
  }

  private String string() throws IOException {
    expect(JsonToken.VALUE_STRING);
    return parser.getText();
  }

  private void keepText(String name) throws IOException {
    texts.put(name, string());
  }

  private void keepNumber(String name) throws IOException {
    expect(JsonToken.VALUE_NUMBER_INT);
    int number = parser.getIntValue();
    if (number < 0) {
      throw new Unfit();
    }
    numbers.put(name, number);
  }

  private String text(String name) {
    return texts.getOrDefault(name, "");
  }

  private OptionalInt number(String name) {
    Integer number = numbers.get(name);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
