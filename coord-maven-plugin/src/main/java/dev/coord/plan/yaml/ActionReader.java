package dev.coord.plan.yaml;

import dev.coord.plan.Action;
import dev.coord.plan.Ids;
import dev.coord.plan.Task.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an item of {@code actions}. */
final class ActionReader {
  static final Shape SHAPE = new Shape("an action", "{title: Sign the contract, who: ana}");
  private static final Map<String, State> STATES = EnumWords.of(State.class);

  private ActionReader() {}

  static Optional<Action> read(ReadContext context, YamlNode node) {
    return MappingReader.read(context, node, SHAPE, ActionReader::action);
  }

  private static Optional<Action> action(MappingReader in) {
    in.exclusive("title", "text");
    Optional<String> title =
        in.has("text")
            ? in.field("text").flatMap(in.scalars()::markdown)
            : in.required("title", "Sign the contract", in.scalars()::markdown);
    in.alsoAt("title", in.place("text"));
    Optional<String> id =
        in.has("id")
            ? in.id(Kind.ACTION)
            : title.filter(text -> in.lacks("id")).flatMap(text -> slug(in, text));
    Optional<String> who = in.reference("who", Kind.PERSON);
    Optional<LocalDate> when = in.date("when");
    String horizon = in.text("horizon");
    State status = in.word("status", STATES).orElse(State.TODO);
    List<String> blocks = in.references("blocks", Kind.GATE, Kind.WORKSTREAM, Kind.WAVE);
    String notes = in.markdown("notes");
    return id.flatMap(
        name ->
            title.map(
                text ->
                    new Action(
                        in.origin(), name, text, who, when, horizon, status, blocks, notes)));
  }

  private static Optional<String> slug(MappingReader in, String title) {
    String slug = Ids.slug(title);
    if (slug.isEmpty() || Ids.problem(slug).isPresent()) {
      in.context()
          .error(
              in.place("title"),
              "no id can be made of the action's title",
              "Give it one, such as 'id: contract'.");
      return Optional.empty();
    }
    in.declare(
        Kind.ACTION, slug, in.place("title"), "Give one of them an id, such as 'id: contract-2'.");
    return Optional.of(slug);
  }
}
