package dev.coord.evidence.findings;

import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.ToolFinding.Level;
import dev.coord.evidence.json.JsonReader;
import dev.coord.evidence.xml.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of one run: of the tool itself, and of its extensions.
 *
 * <p>They tell the level of a result that has none, and the text of a message that is only named.
 */
final class SarifRules {

  private static final int MAX_RULES = 200_000;
  private static final int LONGEST_MESSAGE = 1_000;

  /** The component that is the tool itself. */
  static final int DRIVER = -1;

  /**
   * Which rule is meant.
   *
   * @param id empty where it is not told
   * @param index its number in the component; -1 where it is not told
   * @param component the number of an extension, or {@link #DRIVER}
   */
  record Reference(String id, int index, int component) {
    static final Reference NONE = new Reference("", -1, DRIVER);

    /** Reads a {@code reportingDescriptorReference}; the reader stands on it. */
    static Reference read(JsonReader json, Room room) throws IOException, InvalidReportException {
      String[] id = {""};
      int[] numbers = {-1, DRIVER};
      json.object(
          name -> {
            switch (name) {
              case "id" -> id[0] = Names.of(json, room);
              case "index" -> numbers[0] = (int) json.number(-1, Integer.MAX_VALUE);
              case "toolComponent" ->
                  json.object(
                      part -> {
                        if (part.equals("index")) {
                          numbers[1] = (int) json.number(-1, Integer.MAX_VALUE);
                        }
                      });
              default -> {}
            }
          });
      return new Reference(id[0], numbers[0], numbers[1]);
    }
  }

  /**
   * A rule.
   *
   * @param level of its results; empty where it is not told
   * @param rank of its results; -1 where it is not told
   * @param messages texts by their ids
   */
  record Descriptor(String id, Optional<Level> level, float rank, Map<String, String> messages) {
    static final Descriptor NONE = new Descriptor("", Optional.empty(), -1, Map.of());
  }

  private static final class Component {
    private final List<Descriptor> rules = new ArrayList<>();
    private final Map<String, Descriptor> byId = new HashMap<>();
    private Map<String, String> messages = Map.of();
  }

  private record Override(Reference rule, Level level) {}

  private final Map<Integer, Component> components = new HashMap<>();
  private final List<Override> overrides = new ArrayList<>();
  private final Room room;
  private int left = MAX_RULES;

  SarifRules(Room room) {
    this.room = room;
  }

  /**
   * Reads a component's member.
   *
   * @param number the number of the extension, or {@link #DRIVER}
   */
  void member(int number, String name, JsonReader json) throws IOException, InvalidReportException {
    Component component = components.computeIfAbsent(number, any -> new Component());
    if (name.equals("rules")) {
      json.array(
          () -> {
            if (--left < 0) {
              throw json.invalid("a run has more than " + MAX_RULES + " rules");
            }
            Descriptor rule = descriptor(json);
            component.rules.add(rule);
            component.byId.putIfAbsent(rule.id(), rule);
          });
    } else if (name.equals("globalMessageStrings")) {
      component.messages = messages(json);
    }
  }

  /** Reads {@code ruleConfigurationOverrides} of an invocation. */
  void overrides(JsonReader json) throws IOException, InvalidReportException {
    json.array(
        () -> {
          Reference[] rule = {Reference.NONE};
          Configuration[] configuration = {Configuration.NONE};
          json.object(
              name -> {
                if (name.equals("descriptor")) {
                  rule[0] = Reference.read(json, room);
                } else if (name.equals("configuration")) {
                  configuration[0] = Configuration.read(json);
                }
              });
          configuration[0].level().ifPresent(level -> overrides.add(new Override(rule[0], level)));
        });
  }

  private record Configuration(Optional<Level> level, float rank) {
    static final Configuration NONE = new Configuration(Optional.empty(), -1);

    static Configuration read(JsonReader json) throws IOException, InvalidReportException {
      List<Level> level = new ArrayList<>();
      float[] rank = {-1};
      json.object(
          name -> {
            if (name.equals("level")) {
              level.add(SarifResult.level(json));
            } else if (name.equals("rank")) {
              rank[0] = SarifResult.rank(json);
            }
          });
      return new Configuration(level.stream().findFirst(), rank[0]);
    }
  }

  private Descriptor descriptor(JsonReader json) throws IOException, InvalidReportException {
    String[] id = {""};
    Configuration[] configuration = {Configuration.NONE};
    List<Map<String, String>> texts = new ArrayList<>();
    json.object(
        name -> {
          switch (name) {
            case "id" -> id[0] = Names.of(json, room);
            case "defaultConfiguration" -> configuration[0] = Configuration.read(json);
            case "messageStrings" -> texts.add(messages(json));
            default -> {}
          }
        });
    return new Descriptor(
        id[0],
        configuration[0].level(),
        configuration[0].rank(),
        texts.isEmpty() ? Map.of() : texts.get(0));
  }

  private Map<String, String> messages(JsonReader json) throws IOException, InvalidReportException {
    Map<String, String> messages = new HashMap<>();
    json.object(
        id ->
            json.object(
                name -> {
                  if (name.equals("text")) {
                    String text = Texts.cut(json.text().orElse(""), LONGEST_MESSAGE);
                    if (room.takeMessage(id + text)) {
                      messages.put(id, text);
                    }
                  }
                }));
    return messages;
  }

  /** The rule that is meant; {@link Descriptor#NONE} where the run does not tell of it. */
  Descriptor find(Reference rule) {
    Component component = components.get(rule.component());
    if (component == null) {
      return rule.component() == DRIVER ? Descriptor.NONE : byId(rule.id());
    }
    if (rule.index() >= 0 && rule.index() < component.rules.size()) {
      return component.rules.get(rule.index());
    }
    return byId(rule.id());
  }

  /**
   * That the number of a rule and its id mean two rules, or that the number means none: as SARIF
   * 2.1.0 (3.27.6) has it, the rule of that number bears the id, or one that this is part of.
   *
   * @return what contradicts itself, for one that reads the report; empty where nothing does
   */
  Optional<String> contradiction(Reference rule) {
    if (rule.index() < 0) {
      return Optional.empty();
    }
    Component component = components.get(rule.component());
    int rules = component == null ? 0 : component.rules.size();
    String named = rule.id().isEmpty() ? "a result" : "a result of " + Texts.shortened(rule.id());
    if (rule.index() >= rules) {
      return byId(rule.id()) == Descriptor.NONE
          ? Optional.of(
              named + " is of the rule number " + rule.index() + ", and the run has no such rule")
          : Optional.empty();
    }
    String id = component.rules.get(rule.index()).id();
    return isPart(rule.id(), id)
        ? Optional.empty()
        : Optional.of(
            named + " is of the rule number " + rule.index() + ", which is " + Texts.shortened(id));
  }

  /** Whether an id is another one, or of a part of that rule; one that is not told may be any. */
  static boolean isPart(String id, String whole) {
    return id.isEmpty() || whole.isEmpty() || id.equals(whole) || id.startsWith(whole + "/");
  }

  /** A rule {@code CA1000/1} is part of the rule {@code CA1000}. */
  private Descriptor byId(String id) {
    for (String name = id; !name.isEmpty(); ) {
      for (Component component : components.values()) {
        Descriptor rule = component.byId.get(name);
        if (rule != null) {
          return rule;
        }
      }
      name = name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }
    return Descriptor.NONE;
  }

  /**
   * The level of a result that tells none. Which of several invocations changed it is rarely told,
   * so that the worst of all counts.
   */
  Level level(Descriptor rule) {
    Level level = rule.level().orElse(Level.WARNING);
    for (Override override : overrides) {
      if (find(override.rule()).id().equals(rule.id()) && override.level().compareTo(level) < 0) {
        level = override.level();
      }
    }
    return level;
  }

  /** The text of a named message. */
  Optional<String> message(Descriptor rule, Reference reference, String id) {
    Component component = components.get(reference.component());
    return Optional.ofNullable(rule.messages().get(id))
        .or(() -> Optional.ofNullable(component).map(c -> c.messages.get(id)));
  }
}
