package dev.coord.testing;

import dev.coord.path.PathPattern;
import dev.coord.path.PathPatterns;
import dev.coord.plan.Comparison;
import dev.coord.plan.Origin;
import dev.coord.plan.Plan;
import dev.coord.plan.Stretch;
import dev.coord.plan.TimePoint;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** What each component of each record of a plan holds, found by looking at all of them. */
public final class PlanMarkers {

  /** A value, and the component that holds it: {@code Workstream.focus}. */
  public record Marker(Class<?> type, String component, Object value) {}

  private final Map<String, Boolean> filled = new TreeMap<>();
  private final List<Marker> markers = new ArrayList<>();

  private PlanMarkers() {}

  /** All that a plan holds, but where it was written. */
  public static PlanMarkers of(Plan plan) {
    PlanMarkers found = new PlanMarkers();
    records().forEach(found::expect);
    found.look(plan);
    return found;
  }

  /** The values, in the order of the plan; flags have no words of their own and are not here. */
  public List<Marker> markers() {
    return List.copyOf(markers);
  }

  /** Components that hold nothing anywhere, but flags. */
  public List<String> empty() {
    return filled.entrySet().stream().filter(e -> !e.getValue()).map(Map.Entry::getKey).toList();
  }

  /** All records that a plan can hold, by the types of their components. */
  public static Set<Class<?>> records() {
    Set<Class<?>> found = new LinkedHashSet<>();
    List<Class<?>> open = new ArrayList<>(List.of(Plan.class));
    while (!open.isEmpty()) {
      Class<?> type = open.remove(0);
      if (type.isSealed()) {
        open.addAll(List.of(type.getPermittedSubclasses()));
      }
      boolean ours = type.getPackageName().equals(Plan.class.getPackageName());
      if (type.isRecord() && ours && type != Origin.class && !isLeaf(type) && found.add(type)) {
        for (RecordComponent component : type.getRecordComponents()) {
          open.addAll(classes(component.getGenericType()));
        }
      }
    }
    return found;
  }

  private static boolean isLeaf(Class<?> type) {
    return type == Comparison.class || type == Stretch.class || type == TimePoint.class;
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

  private static String name(Class<?> type, RecordComponent component) {
    return type.getSimpleName() + "." + component.getName();
  }

  private void expect(Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getType() != Origin.class && component.getType() != boolean.class) {
        filled.put(name(type, component), false);
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
        Object value = component.getAccessor().invoke(record);
        look(record.getClass(), name(record.getClass(), component), value);
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
  }

  private void look(Class<?> type, String component, Object value) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(present -> look(type, component, present));
    } else if (value instanceof OptionalInt optional) {
      optional.ifPresent(present -> look(type, component, present));
    } else if (value instanceof Collection<?> collection) {
      collection.forEach(item -> look(type, component, item));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, item) -> {
            look(type, component, key);
            look(type, component, item);
          });
    } else if (value instanceof PathPatterns patterns) {
      patterns.patterns().forEach(pattern -> look(type, component, pattern.text()));
    } else if (value instanceof PathPattern pattern) {
      look(type, component, pattern.text());
    } else if (value instanceof Record record && !isLeaf(record.getClass())) {
      filled.computeIfPresent(component, (name, full) -> true);
      look(record);
    } else if (!(value instanceof Boolean) && !value.toString().isEmpty()) {
      filled.computeIfPresent(component, (name, full) -> true);
      markers.add(new Marker(type, component, value));
    }
  }
}
