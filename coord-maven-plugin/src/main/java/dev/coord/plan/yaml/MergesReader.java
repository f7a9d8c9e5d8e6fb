package dev.coord.plan.yaml;

import dev.coord.plan.Merges;
import dev.coord.plan.Merges.Entry;
import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Stretch.Counting;
import dev.coord.plan.Task;
import dev.coord.plan.Timing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@code merges}. */
final class MergesReader {
  private static final Shape SHAPE =
      new Shape("\"merges\"", "merges: {queue: [{pull_request: 5, workstream: checkout}]}");
  private static final Shape ENTRY =
      new Shape("an item of \"queue\"", "{pull_request: 5, workstream: checkout}");
  private static final Shape WAVE = new Shape("a wave", "{id: wave-1, workstreams: [checkout]}");
  private static final Shape MESSAGES =
      new Shape("\"messages\"", "messages: {checkout: Merge the checkout}");
  private static final int MOST_REQUESTS = 999_999_999;

  private MergesReader() {}

  static Optional<Merges> read(ReadContext context, YamlNode node) {
    return MappingReader.read(
        context,
        node,
        SHAPE,
        in -> {
          List<Entry> queue = in.records("queue", ENTRY, MergesReader::entry);
          List<Wave> waves = in.records("waves", WAVE, MergesReader::wave);
          return Optional.of(new Merges(in.origin(), queue, waves));
        });
  }

  private static Optional<Entry> entry(ReadContext context, YamlNode node) {
    return MappingReader.read(context, node, ENTRY, MergesReader::entry);
  }

  private static Optional<Entry> entry(MappingReader in) {
    OptionalInt pullRequest = in.integer("pull_request", 1, MOST_REQUESTS);
    Optional<String> workstream = in.reference("workstream", Kind.WORKSTREAM);
    Optional<String> source = GitNames.branch(in, "source");
    Optional<String> target = GitNames.branch(in, "target");
    String status = in.text("status");
    Optional<String> reviewer = in.reference("reviewer", Kind.PERSON);
    String notes = in.markdown("notes");
    if (List.of("pull_request", "workstream", "source").stream().noneMatch(in::has)
        && !in.hasUnknown()) {
      in.missing(
          "a pull request, a workstream or a source", "Add for example 'workstream: checkout'.");
    }
    return pullRequest.isEmpty() && workstream.isEmpty() && source.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Entry(
                in.origin(), pullRequest, workstream, source, target, status, reviewer, notes));
  }

  private static Optional<Wave> wave(ReadContext context, YamlNode node) {
    return MappingReader.read(context, node, WAVE, MergesReader::wave);
  }

  private static Optional<Wave> wave(MappingReader in) {
    Optional<String> id = in.id(Kind.WAVE);
    Optional<String> title = in.optional("title");
    Timing when = TimingReader.read(in, Counting.DAYS, Counting.WEEKS, Counting.DATES);
    String time = in.text("time");
    in.refuseEmptyList("workstreams", "[checkout]");
    List<String> workstreams =
        in.list("workstreams", field -> in.reference(field, Kind.WORKSTREAM));
    in.required("workstreams", "[checkout]", Optional::of);
    Optional<String> from = GitNames.branch(in, "from");
    Optional<String> into = GitNames.branch(in, "into");
    List<String> gates = in.references("gates", Kind.GATE);
    List<Task> checklist = TaskReader.read(in, "checklist", in.context().tasksOfBlock());
    String commands = in.markdown("commands");
    Map<String, String> messages = messages(in, workstreams);
    Optional<String> tag = GitNames.tag(in, "tag");
    String rollback = in.markdown("rollback");
    String notes = in.markdown("notes");
    return id.map(
        name ->
            new Wave(
                in.origin(),
                name,
                title.orElse(name),
                when,
                time,
                workstreams,
                from,
                into,
                gates,
                checklist,
                commands,
                messages,
                tag,
                rollback,
                notes));
  }

  /** One message is that of each merge. */
  private static Map<String, String> messages(MappingReader in, List<String> workstreams) {
    in.exclusive("message", "messages");
    Map<String, String> messages =
        new LinkedHashMap<>(in.map("messages", MESSAGES, (id, field) -> message(in, id, field)));
    in.field("message")
        .flatMap(in.scalars()::markdown)
        .ifPresent(text -> workstreams.forEach(id -> messages.putIfAbsent(id, text)));
    return messages;
  }

  private static Optional<String> message(MappingReader in, String id, Field field) {
    in.context().refer(id, field.place(), Kind.WORKSTREAM);
    return in.scalars().markdown(field);
  }
}
