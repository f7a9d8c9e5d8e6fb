package dev.coord.plan.yaml;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Epic;
import dev.coord.plan.Epic.Issue;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads an item of {@code epics}. */
final class EpicReader {
  static final Shape SHAPE =
      new Shape("an epic", "{id: phase-3, issues: [\"[x] #12: Basket totals\"]}");
  private static final Map<String, Epic.Kind> KINDS = EnumWords.of(Epic.Kind.class);
  private static final int MOST_WEEKS = 9999;

  private EpicReader() {}

  static Optional<Epic> read(ReadContext context, YamlNode node) {
    return MappingReader.read(context, node, SHAPE, EpicReader::epic);
  }

  private static Optional<Epic> epic(MappingReader in) {
    Optional<String> id = in.id(Kind.EPIC);
    Optional<String> title = in.optional("title");
    Epic.Kind kind = in.word("kind", KINDS).orElse(Epic.Kind.EPIC);
    Optional<String> owner = in.reference("owner", Kind.PERSON);
    String status = in.text("status");
    Optional<LocalDate> start = in.date("start");
    OptionalInt weeks = in.integer("weeks", 1, MOST_WEEKS);
    List<String> workstreams = in.references("workstreams", Kind.WORKSTREAM);
    List<Issue> issues = issues(in);
    List<Epic.Progress> progress = ProgressReader.read(in, "progress");
    List<String> outputs = in.markdowns("outputs");
    String notes = in.markdown("notes");
    return id.map(
        name ->
            new Epic(
                in.origin(),
                name,
                title.orElse(name),
                kind,
                owner,
                status,
                start,
                weeks,
                workstreams,
                issues,
                progress,
                outputs,
                notes));
  }

  /** One issue that is listed twice would be counted twice. */
  private static List<Issue> issues(MappingReader in) {
    Map<Integer, Location> places = new LinkedHashMap<>();
    List<Issue> issues = in.records("issues", IssueReader.SHAPE, IssueReader::read);
    for (Issue issue : issues) {
      if (issue.number().isPresent()) {
        int number = issue.number().getAsInt();
        Location place = issue.origin().of("number");
        Optional.ofNullable(places.putIfAbsent(number, place))
            .filter(before -> !in.context().isAside())
            .ifPresent(
                before ->
                    in.context()
                        .error(
                            place,
                            "the issue #" + number + " is already listed at " + before,
                            "Keep one of the two."));
      }
    }
    return issues;
  }
}
