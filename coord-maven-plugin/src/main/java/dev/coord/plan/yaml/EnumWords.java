package dev.coord.plan.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words that plans use for the constants of an enum: their names in lower case. */
final class EnumWords {
  private EnumWords() {}

  static <E extends Enum<E>> Map<String, E> of(Class<E> type) {
    return of(List.of(type.getEnumConstants()));
  }

  static <E extends Enum<E>> Map<String, E> of(List<E> constants) {
    Map<String, E> words = new LinkedHashMap<>();
    for (E constant : constants) {
      words.put(constant.name().toLowerCase(Locale.ROOT), constant);
    }
    return Collections.unmodifiableMap(words);
  }
}
