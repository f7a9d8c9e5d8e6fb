package dev.coord.markdown;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps the results used last, up to a number of characters; may be used by many threads. */
final class RenderCache {
  /** What is wanted of a text. */
  enum Form {
    BLOCKS,
    INLINE,
    TEXT
  }

  private record Key(Form form, String source) {}

  private final int capacity;
  private final Map<Key, String> results = new LinkedHashMap<>(64, 0.75f, true);
  private int size;

  /** Makes a cache for this many characters of sources and results together. */
  RenderCache(int capacity) {
    this.capacity = capacity;
  }

  synchronized Optional<String> get(Form form, String source) {
    return Optional.ofNullable(results.get(new Key(form, source)));
  }

  synchronized void put(Form form, String source, String result) {
    Key key = new Key(form, source);
    if (source.length() + result.length() > capacity / 4 || results.containsKey(key)) {
      return;
    }
    results.put(key, result);
    size += source.length() + result.length();
    Iterator<Map.Entry<Key, String>> oldest = results.entrySet().iterator();
    while (size > capacity) {
      Map.Entry<Key, String> entry = oldest.next();
      size -= entry.getKey().source().length() + entry.getValue().length();
      oldest.remove();
    }
  }

  synchronized int size() {
    return size;
  }
}
