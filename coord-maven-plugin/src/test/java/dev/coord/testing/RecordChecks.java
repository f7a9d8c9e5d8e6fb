package dev.coord.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What holds of every record that crosses a package boundary. */
public final class RecordChecks {

  private RecordChecks() {}

  /**
   * Each sample refuses to be made without one of its parts, and keeps its collections to itself.
   */
  public static Stream<DynamicTest> of(Record... samples) {
    return Arrays.stream(samples).flatMap(RecordChecks::of);
  }

  private static Stream<DynamicTest> of(Record sample) {
    String name = sample.getClass().getSimpleName();
    List<DynamicTest> tests = new ArrayList<>();
    RecordComponent[] parts = sample.getClass().getRecordComponents();
    for (int i = 0; i < parts.length; i++) {
      int index = i;
      if (!parts[i].getType().isPrimitive()) {
        tests.add(
            dynamicTest(
                name + " is not made without " + parts[i].getName(),
                () ->
                    assertThatThrownBy(
                            () -> with(sample, index, null),
                            name + " without " + parts[index].getName())
                        .isInstanceOf(NullPointerException.class)));
      }
      if (values(sample)[i] instanceof Collection || values(sample)[i] instanceof Map) {
        tests.add(
            dynamicTest(
                name + " keeps its own " + parts[i].getName(), () -> keepsItsOwn(sample, index)));
      }
    }
    return tests.stream();
  }

  private static void keepsItsOwn(Record sample, int index) throws Exception {
    Object before = values(sample)[index];
    Object mutable = mutable(before);
    Record copy = with(sample, index, mutable);
    clear(mutable);

    assertThat(values(copy)[index]).isEqualTo(before);
    assertThatThrownBy(
            () -> clear(values(copy)[index]),
            sample.getClass() + " lets part " + index + " be changed")
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static Object mutable(Object value) {
    if (value instanceof SortedMap<?, ?> map) {
      return new TreeMap<>(map);
    } else if (value instanceof Map<?, ?> map) {
      return new LinkedHashMap<>(map);
    } else if (value instanceof SortedSet<?> set) {
      return new TreeSet<>(set);
    } else if (value instanceof Set<?> set) {
      return new LinkedHashSet<>(set);
    }
    return new ArrayList<>((Collection<?>) value);
  }

  private static void clear(Object value) {
    if (value instanceof Map<?, ?> map) {
      map.clear();
    } else {
      ((Collection<?>) value).clear();
    }
  }

  private static Object[] values(Record sample) {
    return Arrays.stream(sample.getClass().getRecordComponents())
        .map(
            part -> {
              try {
                part.getAccessor().setAccessible(true);
                return part.getAccessor().invoke(sample);
              } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
              }
            })
        .toArray();
  }

  private static Record with(Record sample, int index, Object value) throws Exception {
    Class<?>[] types =
        Arrays.stream(sample.getClass().getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    Constructor<? extends Record> constructor = sample.getClass().getDeclaredConstructor(types);
    constructor.setAccessible(true);
    Object[] values = values(sample);
    values[index] = value;
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }
}
