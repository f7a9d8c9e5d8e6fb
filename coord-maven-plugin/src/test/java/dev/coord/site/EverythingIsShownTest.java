package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.SampleAssessments;
import dev.coord.path.PathPattern;
import dev.coord.path.PathPatterns;
import dev.coord.plan.Comparison;
import dev.coord.plan.Origin;
import dev.coord.plan.Plan;
import dev.coord.plan.Stretch;
import dev.coord.site.render.SiteRenderer;
import dev.coord.testing.Written;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/**
 * What the plan says is shown. The plan of the test fills every component of every record of a
 * plan; a component that is new is missed here until the plan has it and a page shows it.
 */
class EverythingIsShownTest {

  /** Flags decide what is shown, and have no words of their own. */
  private static final Set<String> FLAGS =
      Set.of(
          "Person.publish",
          "Launch.publish",
          "Environment.publish",
          "Workstream.critical",
          "BranchRule.exists");

  /** Said by what is shown instead of it. */
  private static final Set<String> SAID_OTHERWISE =
      Set.of("Path.expectation", "Tasks.of", "Conflict.resolution");

  private final Plan plan = Written.everything();
  private final Map<String, Boolean> filled = new TreeMap<>();
  private final Map<String, String> values = new TreeMap<>();

  @Test
  void every_component_of_every_record_of_the_plan_is_shown_on_a_page_and_in_its_markdown() {
    records(Plan.class).forEach(this::expect);
    look(plan);

    assertThat(filled.entrySet())
        .as("components that everything.yml leaves empty")
        .filteredOn(component -> !component.getValue())
        .isEmpty();
    Map<String, byte[]> files =
        new SiteRenderer()
            .render(new SiteBuilder().build(Written.assessed(plan), SampleAssessments.siteFrame()));
    String html = texts(files, ".html");
    String markdown = texts(files, ".html.md");
    assertThat(values.entrySet())
        .as("values that no page shows")
        .filteredOn(value -> !html.contains(value.getKey()))
        .isEmpty();
    assertThat(values.entrySet())
        .as("values that no Markdown shows")
        .filteredOn(value -> !markdown.replace("\\", "").contains(value.getKey()))
        .isEmpty();
  }

  @Test
  void the_test_looks_at_every_part_of_a_plan() {
    assertThat(records(Plan.class).stream().map(Class::getSimpleName))
        .contains("Plan", "Project", "Channel", "Share", "Launch", "Block", "Conflict", "Not")
        .doesNotContain("Origin", "Location");
  }

  private static String texts(Map<String, byte[]> files, String ending) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().endsWith(ending))
        .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
        .map(text -> ending.equals(".html") ? Jsoup.parse(text).text() : text)
        .collect(Collectors.joining("\n"));
  }

  /** All records that a plan can hold, by the types of their components. */
  private static Set<Class<?>> records(Class<?> root) {
    Set<Class<?>> found = new LinkedHashSet<>();
    List<Class<?>> open = new ArrayList<>(List.of(root));
    while (!open.isEmpty()) {
      Class<?> type = open.remove(0);
      if (type.isSealed()) {
        open.addAll(List.of(type.getPermittedSubclasses()));
      }
      boolean ours = type.getPackageName().equals(Plan.class.getPackageName());
      if (type.isRecord() && ours && type != Origin.class && !isLeaf(type) && found.add(type)) {
        for (RecordComponent component : type.getRecordComponents()) {
          classes(component.getGenericType()).forEach(open::add);
        }
      }
    }
    return found;
  }

  private static boolean isLeaf(Class<?> type) {
    return type == Comparison.class || type == Stretch.class;
  }

  private static List<Class<?>> classes(Type type) {
    List<Class<?>> classes = new ArrayList<>();
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        classes.addAll(classes(argument));
      }
    } else if (type instanceof Class<?> plain) {
      classes.add(plain);
    }
    return classes;
  }

  private void expect(Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      String name = type.getSimpleName() + "." + component.getName();
      if (component.getType() != Origin.class && !FLAGS.contains(name)) {
        filled.put(name, false);
      }
    }
  }

  private void look(Record record) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      if (component.getType() == Origin.class) {
        continue;
      }
      try {
        component.getAccessor().setAccessible(true);
        look(
            record.getClass().getSimpleName() + "." + component.getName(),
            component.getAccessor().invoke(record));
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
  }

  private void look(String component, Object value) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(present -> look(component, present));
    } else if (value instanceof OptionalInt optional) {
      optional.ifPresent(present -> look(component, present));
    } else if (value instanceof Collection<?> collection) {
      collection.forEach(item -> look(component, item));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, item) -> {
            look(component, key);
            look(component, item);
          });
    } else if (value instanceof PathPatterns patterns) {
      patterns.patterns().forEach(pattern -> look(component, pattern.text()));
    } else if (value instanceof PathPattern pattern) {
      look(component, pattern.text());
    } else if (value instanceof Record record && !isLeaf(record.getClass())) {
      filled.computeIfPresent(component, (name, full) -> true);
      look(record);
    } else if (!(value instanceof Boolean) && !value.toString().isEmpty()) {
      filled.computeIfPresent(component, (name, full) -> true);
      if (!SAID_OTHERWISE.contains(component)) {
        values.put(shown(value), component);
      }
    }
  }

  private static String shown(Object value) {
    if (value instanceof DayOfWeek day) {
      return day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT);
    }
    return value instanceof Enum<?> word
        ? word.name().toLowerCase(Locale.ROOT)
        : value instanceof Stretch stretch
            ? Character.toUpperCase(stretch.toString().charAt(0)) + stretch.toString().substring(1)
            : value.toString();
  }
}
