package dev.coord.plan.yaml;

import dev.coord.plan.Event.Topic;
import dev.coord.plan.Person;
import dev.coord.plan.Scenario;
import dev.coord.plan.Scenario.Member;
import dev.coord.plan.Scenario.Saving;
import dev.coord.plan.Stretch.Counting;
import dev.coord.plan.Timing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads an item of {@code scenarios}. */
final class ScenarioReader {
  static final Shape SHAPE = new Shape("a scenario", "{id: three-people, size: 3}");
  private static final Shape MEMBER = new Shape("a member", "{name: Backend, track: Refunds}");
  private static final Shape SYNC_POINT =
      new Shape("a sync point", "{week: 4, text: Data is ready}");
  private static final int MOST = 9_999;

  private ScenarioReader() {}

  static Optional<Scenario> read(ReadContext context, YamlNode node) {
    return MappingReader.read(context, node, SHAPE, ScenarioReader::scenario);
  }

  private static Optional<Scenario> scenario(MappingReader in) {
    Optional<String> id = in.id(Kind.SCENARIO);
    Optional<String> title = in.optional("title");
    OptionalInt size = in.integer("size", 1, MOST);
    List<Member> members = in.records("members", MEMBER, ScenarioReader::member);
    String timeline = in.text("timeline");
    List<Topic> syncPoints = in.records("sync_points", SYNC_POINT, ScenarioReader::syncPoint);
    List<String> benefits = in.markdowns("benefits");
    List<String> outcomes = in.markdowns("outcomes");
    List<Saving> savings = in.records("savings", SavingReader.SHAPE, SavingReader::read);
    String notes = in.markdown("notes");
    return id.map(
        name ->
            new Scenario(
                in.origin(),
                name,
                title.orElse(name),
                size,
                members,
                timeline,
                syncPoints,
                benefits,
                outcomes,
                savings,
                notes));
  }

  private static Optional<Member> member(ReadContext context, YamlNode node) {
    return MappingReader.read(
        context,
        node,
        MEMBER,
        in -> {
          Optional<String> name = in.required("name", "Backend", in.scalars()::text);
          String role = in.text("role");
          List<String> skills = in.texts("skills");
          String track = in.markdown("track");
          String timeline = in.text("timeline");
          List<Person.Share> allocation = PeopleReader.allocation(in);
          return name.map(
              who -> new Member(in.origin(), who, role, skills, track, timeline, allocation));
        });
  }

  private static Optional<Topic> syncPoint(ReadContext context, YamlNode node) {
    return MappingReader.read(
        context,
        node,
        SYNC_POINT,
        in -> {
          Timing when = TimingReader.read(in, Counting.DAYS, Counting.WEEKS, Counting.DATES);
          Optional<String> text = in.required("text", "Data is ready", in.scalars()::markdown);
          return text.map(what -> new Topic(in.origin(), when, what));
        });
  }
}
