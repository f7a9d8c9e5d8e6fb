package dev.coord.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A map in a plan, found by asking the reader: what it says of an unknown key names the known ones.
 *
 * @param template a plan with {@code %s} where the map's entries are
 * @param pointer the JSON pointer of the map
 * @param what what the reader calls it
 * @param keys the keys that the reader knows in it
 */
record KnownPlace(String template, String pointer, String what, Set<String> keys) {
  /** So long that no known key is near it, and all are told. */
  static final String UNKNOWN = "k".repeat(40);

  private static final String KNOWN = "Known keys are ";

  /** All maps of a plan; one that can stand in several places is found in the first one. */
  static List<KnownPlace> all() {
    List<KnownPlace> places = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    find(ask("{%s}", "").orElseThrow(), places, seen);
    return places;
  }

  private static void find(KnownPlace place, List<KnownPlace> places, Set<String> seen) {
    if (!seen.add(place.what + place.keys)) {
      return;
    }
    places.add(place);
    for (String key : place.keys) {
      ask(place.with(key + ": {%s}"), place.pointer + "/" + key)
          .or(() -> ask(place.with(key + ": [{%s}]"), place.pointer + "/" + key + "/0"))
          .ifPresent(inner -> find(inner, places, seen));
    }
  }

  private static Optional<KnownPlace> ask(String template, String pointer) {
    for (Diagnostic one : Plans.read(template.formatted(UNKNOWN + ": 1")).diagnostics()) {
      String begin = "\"" + UNKNOWN + "\" is not a key of ";
      if (one.problem().startsWith(begin)) {
        assertThat(one.remedy()).startsWith(KNOWN).endsWith(".").doesNotContain(" more.");
        String keys = one.remedy().substring(KNOWN.length(), one.remedy().length() - 1);
        return Optional.of(
            new KnownPlace(
                template,
                pointer,
                one.problem().substring(begin.length()),
                new LinkedHashSet<>(List.of(keys.split(", ")))));
      }
    }
    return Optional.empty();
  }

  /** The plan with these entries in the map. */
  String with(String entries) {
    return template.replace("%s", entries);
  }

  String pointer(String key) {
    return pointer + "/" + key;
  }
}
