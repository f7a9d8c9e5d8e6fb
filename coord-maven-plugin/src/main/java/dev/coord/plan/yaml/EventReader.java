package dev.coord.plan.yaml;

import dev.coord.plan.Event;
import dev.coord.plan.Event.Day;
import dev.coord.plan.Event.Item;
import dev.coord.plan.Event.Topic;
import dev.coord.plan.Task;
import dev.coord.plan.Timing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads an item of {@code events}. */
final class EventReader {
  static final Shape SHAPE =
      new Shape("an event", "{id: weekly-sync, kind: ceremony, cadence: every Friday}");
  private static final Shape ITEM =
      new Shape("a point of an agenda", "{item: Demonstration, minutes: 20}");
  private static final Shape TOPIC = new Shape("a topic", "{week: 1, text: Interfaces}");
  private static final Shape DAY =
      new Shape("a line of a schedule", "{weekday: Monday, who: [ana], what: Freeze the code}");
  private static final Map<String, Event.Kind> KINDS = EnumWords.of(Event.Kind.class);

  /** A week and a bit. */
  private static final int MOST_MINUTES = 9999;

  private EventReader() {}

  static Optional<Event> read(ReadContext context, YamlNode node) {
    return MappingReader.read(context, node, SHAPE, EventReader::event);
  }

  private static Optional<Event> event(MappingReader in) {
    Optional<String> id = in.id(Kind.EVENT);
    Optional<String> title = in.optional("title");
    Event.Kind kind = in.word("kind", KINDS).orElse(Event.Kind.CEREMONY);
    String cadence = in.text("cadence");
    String time = in.text("time");
    OptionalInt minutes = in.integer("minutes", 1, MOST_MINUTES);
    Optional<String> sprint = in.reference("sprint", Kind.SPRINT);
    Timing when = TimingReader.read(in);
    in.refuseEmptyList("participants", "[ana]");
    List<String> participants = in.references("participants", Kind.PERSON);
    List<Item> agenda = in.records("agenda", ITEM, EventReader::item);
    List<Topic> topics = in.records("topics", TOPIC, EventReader::topic);
    List<Day> days = in.records("schedule", DAY, EventReader::day);
    String focus = in.markdown("focus");
    List<String> benefits = in.markdowns("benefits");
    List<Task> deliverables = TaskReader.read(in, "deliverables", in.context().tasksOfBlock());
    List<String> branches = in.list("branches", field -> GitNames.branch(in.context(), field));
    String notes = in.markdown("notes");
    return id.map(
        name ->
            new Event(
                in.origin(),
                name,
                title.orElse(name),
                kind,
                cadence,
                time,
                minutes,
                sprint,
                when,
                participants,
                agenda,
                topics,
                days,
                focus,
                benefits,
                deliverables,
                branches,
                notes));
  }

  private static Optional<Item> item(ReadContext context, YamlNode node) {
    return TextOrMap.read(
        context,
        node,
        "agenda",
        ITEM,
        (origin, text) -> new Item(origin, text, OptionalInt.empty(), List.of()),
        EventReader::item);
  }

  private static Optional<Item> item(MappingReader in) {
    Optional<String> item = in.required("item", "Demonstration", in.scalars()::markdown);
    OptionalInt minutes = in.integer("minutes", 1, MOST_MINUTES);
    List<String> points = in.markdowns("points");
    return item.map(text -> new Item(in.origin(), text, minutes, points));
  }

  private static Optional<Topic> topic(ReadContext context, YamlNode node) {
    return MappingReader.read(
        context,
        node,
        TOPIC,
        in -> {
          Timing when = TimingReader.read(in);
          Optional<String> text = in.required("text", "Interfaces", in.scalars()::markdown);
          return text.map(words -> new Topic(in.origin(), when, words));
        });
  }

  private static Optional<Day> day(ReadContext context, YamlNode node) {
    return MappingReader.read(
        context,
        node,
        DAY,
        in -> {
          Timing when = TimingReader.read(in);
          List<String> who = in.references("who", Kind.PERSON);
          Optional<String> what = in.required("what", "Freeze the code", in.scalars()::markdown);
          return what.map(words -> new Day(in.origin(), when, who, words));
        });
  }
}
