package dev.coord.plan;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Function;

/** An unmodifiable list whose elements are found by their ids without looking through all of it. */
public final class IdList<T> extends AbstractList<T> implements RandomAccess {

  private final List<T> elements;
  private final Map<String, T> byId;

  private IdList(List<T> elements, Function<T, String> id) {
    this.elements = elements;
    this.byId = new HashMap<>();
    elements.forEach(element -> byId.putIfAbsent(id.apply(element), element));
  }

  /** The elements of a list; the list itself when it is such a one. */
  public static <T> List<T> copyOf(List<T> list, Function<T, String> id) {
    return list instanceof IdList<T> ? list : new IdList<>(List.copyOf(list), id);
  }

  /**
   * The first element with an id.
   *
   * @param list one that {@link #copyOf} gave
   */
  public static <T> Optional<T> find(List<T> list, String id) {
    return Optional.ofNullable(((IdList<T>) list).byId.get(id));
  }

  @Override
  public T get(int index) {
    return elements.get(index);
  }

  @Override
  public int size() {
    return elements.size();
  }
}
