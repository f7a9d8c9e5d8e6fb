package dev.coord.plan.yaml;

import dev.coord.diagnostic.Location;
import dev.coord.path.PathPatterns;
import dev.coord.plan.Ids;
import dev.coord.plan.Origin;
import dev.coord.plan.Rule;
import dev.coord.plan.Task;
import dev.coord.plan.Task.State;
import dev.coord.plan.yaml.YamlNode.Mapping;
import dev.coord.plan.yaml.YamlNode.Scalar;
import dev.coord.plan.yaml.YamlNode.Sequence;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code tasks}.
 *
 * <p>A task in its short form is one text: a box with its state, then what is to be done. {@code [
 * ]} is todo, {@code [~]} doing, {@code [!]} blocked, {@code [x]} or {@code [X]} done, {@code [-]}
 * dropped. What stands before the first {@code ": "} is the task's id when it is an id by the rules
 * of {@link Ids}, which know no space: {@code "[x] A.2: Export model"} is the task {@code A.2}. A
 * task without such an id is called by a slug of its text, see {@link Ids#slug(String)}.
 */
final class TaskReader {
  private static final Shape SHAPE = new Shape("a task", "\"[ ] Basket totals\"");
  private static final Map<String, State> STATES = EnumWords.of(State.class);
  private static final Map<String, State> BOXES =
      Map.of(
          " ",
          State.TODO,
          "~",
          State.DOING,
          "!",
          State.BLOCKED,
          "x",
          State.DONE,
          "X",
          State.DONE,
          "-",
          State.DROPPED);
  private static final String LEGEND =
      "Write [ ] for todo, [~] doing, [!] blocked, [x] done or [-] dropped, as in \"[x] Basket"
          + " totals\".";
  private static final Pattern BULLET = Pattern.compile("[-*+]\\s+");
  private static final Pattern SHORT = Pattern.compile("\\[(.?)\\]\\s*(.*)", Pattern.DOTALL);

  private final ReadContext context;
  private final TaskScope scope;

  private TaskReader(ReadContext context, TaskScope scope) {
    this.context = context;
    this.scope = scope;
  }

  /** Reads the tasks of a workstream or block, whose names are unique in it. */
  static List<Task> read(MappingReader in, TaskScope scope) {
    return read(in, "tasks", scope);
  }

  /** Reads tasks under another key. */
  static List<Task> read(MappingReader in, String key, TaskScope scope) {
    return new TaskReader(in.context(), scope).tasks(in, key);
  }

  private List<Task> tasks(MappingReader in, String key) {
    if (in.mayHoldMore(key)) {
      scope.open();
    }
    return in.records(key, SHAPE, (same, node) -> new TaskReader(same, scope).task(node));
  }

  private Optional<Task> task(YamlNode node) {
    if (node instanceof Scalar) {
      return new Scalars(context)
          .markdown(Field.item("tasks", node))
          .flatMap(t -> shortForm(node, t));
    }
    if (node instanceof Sequence) {
      context.error(
          node.location(),
          "a task must be a text or a map of keys, but is a list, because \"[\" begins a list in"
              + " YAML",
          "Write for example '- \"[x] Basket totals\"'.");
      return Optional.empty();
    }
    if (node instanceof Mapping map && map.isTextWithColon()) {
      context.error(
          node.location(),
          "a text that holds \": \" is a map of keys in YAML",
          "Put the task in quotes, as in '- \"[ ] A.1: Basket totals\"'.");
      return Optional.empty();
    }
    return MappingReader.read(context, node, SHAPE, this::longForm);
  }

  private Optional<Task> shortForm(YamlNode node, String text) {
    Matcher matcher = SHORT.matcher(text);
    if (!matcher.matches()) {
      context.error(
          node.location(),
          "the task " + Words.quote(text) + " does not say how far it is",
          "Write for example '\"" + Words.plain(boxed(text)) + "\"'.");
      return Optional.empty();
    }
    Optional<State> state = Optional.ofNullable(BOXES.get(matcher.group(1)));
    if (state.isEmpty()) {
      context.error(
          node.location(),
          "the box of a task holds " + Words.quote(matcher.group(1)) + ", which is no state",
          LEGEND);
      return Optional.empty();
    }
    String rest = matcher.group(2).strip();
    int colon = rest.indexOf(": ");
    boolean named = colon > 0 && Ids.problem(rest.substring(0, colon)).isEmpty();
    String what = named ? rest.substring(colon + 2).strip() : rest;
    if (what.isEmpty()) {
      context.error(node.location(), "a task needs a text", LEGEND);
      return Optional.empty();
    }
    Optional<String> id =
        named ? Optional.of(rest.substring(0, colon)) : slug(what, node.location());
    return id.filter(name -> declare(name, node.location()))
        .map(
            name ->
                new Task(
                    Origin.at(node.location()),
                    name,
                    what,
                    state.get(),
                    List.of(),
                    Optional.empty(),
                    "",
                    List.of(),
                    new PathPatterns(List.of()),
                    List.of(),
                    Optional.empty()));
  }

  /** The text with a box; where a list of Markdown was copied, its own without the bullet. */
  private static String boxed(String text) {
    String item = BULLET.matcher(text).lookingAt() ? BULLET.matcher(text).replaceFirst("") : text;
    return SHORT.matcher(item).matches() ? item : "[ ] " + item;
  }

  private Optional<Task> longForm(MappingReader in) {
    Optional<String> text = in.required("text", "Basket totals", in.scalars()::markdown);
    Optional<String> id =
        in.has("id")
            ? in.field("id").flatMap(field -> in.scalars().id(field, "A.1"))
            : text.filter(words -> in.lacks("id")).flatMap(words -> slug(words, in.place("text")));
    if (id.isEmpty()) {
      scope.open();
    }
    boolean declared = id.isPresent() && declare(id.get(), in.place("id"));
    State state = in.word("state", STATES).orElse(State.TODO);
    text.filter(words -> SHORT.matcher(words).matches())
        .ifPresent(
            words ->
                context.error(
                    in.place("text"),
                    "a task with keys has no box in its text",
                    "Write the state under its own key, such as 'state: done'."));
    List<String> owners =
        in.oneOrMore("owner", "owners", in.once(field -> in.reference(field, Kind.PERSON)));
    Optional<LocalDate> due = in.date("due");
    String size = in.text("size");
    List<String> dependsOn = in.list("depends_on", in.once(field -> dependency(in, field)));
    PathPatterns paths = in.patterns("paths");
    List<Task> tasks = tasks(in, "tasks");
    Optional<Rule> doneWhen = in.record("done_when", RuleReader::one);
    Optional<String> sprint = in.reference("sprint", Kind.SPRINT);
    return declared && text.isPresent()
        ? Optional.of(
            new Task(
                in.origin(),
                id.get(),
                text.get(),
                state,
                owners,
                due,
                size,
                dependsOn,
                paths,
                tasks,
                doneWhen,
                sprint))
        : Optional.empty();
  }

  private Optional<String> dependency(MappingReader in, Field field) {
    Optional<String> name = in.scalars().text(field);
    name.ifPresent(task -> scope.dependsOn(task, field.place()));
    return name;
  }

  private Optional<String> slug(String text, Location place) {
    String slug = Ids.slug(text);
    if (slug.isEmpty() || Ids.problem(slug).isPresent()) {
      context.error(
          place,
          "no id can be made of the task's text",
          "Give it one, as in '\"[ ] A.1: Basket totals\"'.");
      return Optional.empty();
    }
    return Optional.of(slug);
  }

  private boolean declare(String id, Location place) {
    Optional<Location> before = scope.declare(id, place);
    before
        .filter(first -> !context.isAside())
        .ifPresent(
            first ->
                context.error(
                    place,
                    "the task id " + Words.quote(id) + " is already used at " + first,
                    "Give each task an id of its own, as in '\"[ ] A.1: Basket totals\"'."));
    return before.isEmpty();
  }
}
