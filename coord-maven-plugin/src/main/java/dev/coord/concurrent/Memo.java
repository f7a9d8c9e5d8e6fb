package dev.coord.concurrent;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was worked out once, for several threads.
 *
 * <p>{@link ConcurrentHashMap#computeIfAbsent} alone locks also where the value is there already.
 *
 * @param <K> what is asked
 * @param <V> the answer
 */
public final class Memo<K, V> {

  private final Map<K, V> known = new ConcurrentHashMap<>();

  /**
   * The answer.
   *
   * @param work called once for a key; may not ask this memo itself
   */
  public V of(K key, Function<? super K, ? extends V> work) {
    V value = known.get(key);
    return value == null ? known.computeIfAbsent(key, work) : value;
  }
}
