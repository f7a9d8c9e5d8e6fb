package dev.coord.plan.yaml;

import dev.coord.plan.Decision;
import dev.coord.plan.Decision.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an item of {@code decisions}. */
final class DecisionReader {
  static final Shape SHAPE = new Shape("a decision", "{id: adr-1, title: Prices are net}");
  private static final Map<String, Status> STATUSES = EnumWords.of(Status.class);

  private DecisionReader() {}

  static Optional<Decision> read(ReadContext context, YamlNode node) {
    return MappingReader.read(context, node, SHAPE, DecisionReader::decision);
  }

  private static Optional<Decision> decision(MappingReader in) {
    Optional<String> id = in.id(Kind.DECISION);
    Optional<String> title = in.optional("title");
    Status status = in.word("status", STATUSES).orElse(Status.ACCEPTED);
    Optional<LocalDate> date = in.date("date");
    List<String> by = in.references("by", Kind.PERSON);
    List<String> points = in.markdowns("points");
    List<String> supersedes = in.references("supersedes", Kind.DECISION);
    String notes = in.markdown("notes");
    return id.map(
        name ->
            new Decision(
                in.origin(),
                name,
                title.orElse(name),
                status,
                date,
                by,
                points,
                supersedes,
                notes));
  }
}
