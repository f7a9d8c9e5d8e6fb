package dev.coord.publish;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.coord.SampleAssessments;
import dev.coord.plan.ChangedScope;
import dev.coord.plan.Command;
import dev.coord.plan.MetricSource;
import dev.coord.plan.Plan;
import dev.coord.plan.Rule;
import dev.coord.plan.Scope;
import dev.coord.plan.Statistic;
import dev.coord.testing.PlanMarkers;
import dev.coord.testing.PlanMarkers.Marker;
import dev.coord.testing.Written;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the plan says is in {@code status.json}, under the name of the component in snake case. The
 * plan of the test fills every component of every record of a plan and publishes all of it; a
 * component that is new is missed here until it is written.
 */
class EverythingIsInStatusTest {

  /** Written under other names: the plan's, or, where that is taken, one that says what it is. */
  private static final Map<String, List<String>> NAMES =
      Map.ofEntries(
          entry("Project.repositoryUrl", List.of("repository")),
          entry("Project.vocabulary", List.of("word", "meaning")),
          entry("Boundaries.protectedPaths", List.of("protected")),
          entry("Branches.protectedBranches", List.of("protected")),
          entry("Block.expected", List.of("workstream", "percent")),
          entry("Wave.workstreams", List.of("id")),
          entry("Wave.messages", List.of("id", "message")),
          entry("Timing.stretches", List.of("when", "weeks")),
          entry("Progress.weeks", List.of("weeks")));

  /** Lengths and shares of scenarios are written as the plan writes them, in one text. */
  private static final Set<String> PARTS_OF_A_TEXT =
      Set.of("Length.least", "Length.most", "Length.unit", "Share.least", "Share.most");

  /** What a rule asks for is said by the key of its notation: {@code exists: true}. */
  private static final Set<String> SAID_BY_A_KEY =
      Set.of("PathRule.expectation", "TasksRule.of", "Statistic.kind", "MetricRule.unit");

  /** Records that are only parts of rules. */
  private static final Set<Class<?>> PARTS_OF_RULES =
      Set.of(MetricSource.class, Statistic.class, ChangedScope.class, Command.class);

  /** Decides what is published; nobody needs to be told. */
  private static final Set<String> NOT_WRITTEN = Set.of("publish");

  private final Plan plan = Written.everything();

  /** What is written: {@code name=value}. */
  private final Set<String> written = new TreeSet<>();

  /** All rules that are written, one in a line. */
  private final StringBuilder rules = new StringBuilder();

  @BeforeEach
  void write() throws IOException {
    byte[] json = StatusJson.write(Written.assessed(plan), SampleAssessments.siteFrame());
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        String name =
            parser.currentName() != null
                ? parser.currentName()
                : parser.getParsingContext().getParent() == null
                    ? ""
                    : parser.getParsingContext().getParent().getCurrentName();
        if (token.isScalarValue()) {
          written.add(name + "=" + parser.getText());
          if (name.equals("rule") || name.endsWith("_when")) {
            rules.append(parser.getText()).append('\n');
          }
        }
      }
    }
  }

  @Test
  void every_component_of_every_record_of_the_plan_is_written_under_its_name() {
    PlanMarkers found = PlanMarkers.of(plan);

    assertThat(found.empty()).as("components that everything.yml leaves empty").isEmpty();
    assertThat(found.markers())
        .as("values that are not written")
        .filteredOn(marker -> !isWritten(marker))
        .isEmpty();
  }

  @Test
  void every_flag_is_written_but_those_that_publish() {
    Set<String> flags = new TreeSet<>();
    for (Class<?> type : PlanMarkers.records()) {
      for (var component : type.getRecordComponents()) {
        boolean asked = Rule.class.isAssignableFrom(type);
        if (component.getType() == boolean.class && !asked) {
          flags.add(component.getName());
        }
      }
    }

    assertThat(flags).contains("critical").containsAll(NOT_WRITTEN);
    flags.removeAll(NOT_WRITTEN);
    assertThat(flags).allSatisfy(flag -> assertThat(written).contains(snake(flag) + "=true"));
    assertThat(rules).contains("exists: true");
  }

  private boolean isWritten(Marker marker) {
    String component = marker.component();
    String value = text(marker.value());
    if (component.equals("CoverageRule.against")) {
      String tolerance = value.substring("<= ".length());
      return rules.indexOf("against: baseline, tolerance: \"" + tolerance + "\"") >= 0;
    }
    if (Rule.class.isAssignableFrom(marker.type())
        || Scope.class.isAssignableFrom(marker.type())
        || PARTS_OF_RULES.contains(marker.type())) {
      return SAID_BY_A_KEY.contains(component) || rules.indexOf(value) >= 0;
    }
    if (PARTS_OF_A_TEXT.contains(component)) {
      return Set.of("parallel", "sequential", "saved").stream()
          .anyMatch(name -> written.stream().anyMatch(w -> w.matches(name + "=.*" + value + ".*")));
    }
    String own = snake(component.substring(component.indexOf('.') + 1));
    return NAMES.getOrDefault(component, List.of(own)).stream()
        .anyMatch(name -> written.contains(name + "=" + value));
  }

  private static String text(Object value) {
    if (value instanceof Duration time) {
      return Command.written(time);
    }
    return value instanceof Enum<?> word ? word.name().toLowerCase(Locale.ROOT) : value.toString();
  }

  private static String snake(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
