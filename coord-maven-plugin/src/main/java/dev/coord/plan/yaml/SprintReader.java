package dev.coord.plan.yaml;

import dev.coord.plan.Sprint;
import dev.coord.plan.Sprint.Block;
import dev.coord.plan.Sprint.Priority;
import dev.coord.plan.Task;
import dev.coord.plan.Timing;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an item of {@code sprints}. */
final class SprintReader {
  static final Shape SHAPE =
      new Shape("a sprint", "{id: sprint-1, start: 2026-01-05, end: 2026-01-16}");
  private static final Shape PRIORITY =
      new Shape("a priority", "{workstream: checkout, focus: Refunds}");
  private static final Shape BLOCK = new Shape("a block", "{days: 1-3, workstreams: [checkout]}");
  private static final Shape EXPECTED = new Shape("\"expected\"", "expected: {checkout: 50%}");

  private SprintReader() {}

  static Optional<Sprint> read(ReadContext context, YamlNode node) {
    return MappingReader.read(context, node, SHAPE, SprintReader::sprint);
  }

  private static Optional<Sprint> sprint(MappingReader in) {
    Optional<String> id = in.id(Kind.SPRINT);
    Optional<String> title = in.optional("title");
    Optional<LocalDate> start = in.date("start");
    Optional<LocalDate> end = in.date("end");
    List<String> goals = in.markdowns("goals");
    String insight = in.markdown("insight");
    List<Priority> priorities = in.records("priorities", PRIORITY, SprintReader::priority);
    List<Block> blocks = in.records("blocks", BLOCK, SprintReader::block);
    String notes = in.markdown("notes");
    return id.map(
        name ->
            new Sprint(
                in.origin(),
                name,
                title.orElse(name),
                start,
                end,
                goals,
                insight,
                priorities,
                blocks,
                notes));
  }

  private static Optional<Priority> priority(ReadContext context, YamlNode node) {
    return MappingReader.read(
        context,
        node,
        PRIORITY,
        in -> {
          Optional<String> workstream =
              in.required("workstream", "checkout", field -> in.reference(field, Kind.WORKSTREAM));
          String focus = in.markdown("focus");
          String timeline = in.text("timeline");
          return workstream.map(id -> new Priority(in.origin(), id, focus, timeline));
        });
  }

  private static Optional<Block> block(ReadContext context, YamlNode node) {
    return MappingReader.read(context, node, BLOCK, SprintReader::block);
  }

  private static Optional<Block> block(MappingReader in) {
    String title = in.text("title");
    Timing when = TimingReader.read(in);
    List<String> workstreams = in.references("workstreams", Kind.WORKSTREAM);
    List<Task> tasks = TaskReader.read(in, in.context().tasksOfBlock());
    List<String> launches = in.references("launches", Kind.WORKSTREAM);
    List<String> outputs = in.markdowns("outputs");
    Map<String, Integer> expected = in.map("expected", EXPECTED, (id, f) -> expected(in, id, f));
    String notes = in.markdown("notes");
    return Optional.of(
        new Block(
            in.origin(), title, when, workstreams, tasks, launches, outputs, expected, notes));
  }

  private static Optional<Integer> expected(MappingReader in, String id, Field field) {
    in.context().refer(id, field.place(), Kind.WORKSTREAM);
    return Percents.read(in.context(), field);
  }
}
