package dev.coord.evidence.git;

import dev.coord.evidence.yaml.YamlReader;
import dev.coord.evidence.yaml.YamlValue;
import dev.coord.evidence.yaml.YamlValue.Entries;
import dev.coord.evidence.yaml.YamlValue.Items;
import dev.coord.evidence.yaml.YamlValue.Text;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The events that start a workflow of GitHub, by the key {@code on} of its file. Of a file that
 * cannot be read as YAML, or of which {@code on} points elsewhere, nothing is told.
 */
final class WorkflowEvents {

  /** What a push of tags is called beside the events. */
  private static final String TAG = "tag";

  private static final String PUSH = "push";

  private WorkflowEvents() {}

  /**
   * Whether a workflow is started by one of some events, or nobody can tell.
   *
   * @param events their names, joined by {@code |}; {@code tag} for a push of tags
   */
  static Predicate<byte[]> in(String events) {
    List<String> wanted = List.of(events.split("\\|"));
    return content ->
        of(new String(content, StandardCharsets.UTF_8))
            .map(found -> wanted.stream().anyMatch(found::contains))
            .orElse(true);
  }

  /** The names of the events; empty where nobody can tell, or nothing starts it. */
  static Optional<Set<String>> of(String file) {
    return YamlReader.read(file)
        .flatMap(document -> entry(document, "on"))
        .flatMap(WorkflowEvents::named)
        .filter(names -> !names.isEmpty());
  }

  private static Optional<Set<String>> named(YamlValue on) {
    if (on instanceof Entries events) {
      Set<String> found = new HashSet<>(events.entries().keySet());
      if (found.contains(PUSH) && isStartedByTags(events.entries().get(PUSH))) {
        found.add(TAG);
      }
      return Optional.of(withCreated(found));
    }
    List<YamlValue> events = on instanceof Items items ? items.items() : List.of(on);
    Set<String> found = new HashSet<>();
    for (YamlValue event : events) {
      if (!(event instanceof Text name) || name.isNothing()) {
        return Optional.empty();
      }
      found.add(name.text());
    }
    if (found.contains(PUSH)) {
      found.add(TAG);
    }
    return Optional.of(withCreated(found));
  }

  /** A tag that is made starts these, too. */
  private static Set<String> withCreated(Set<String> found) {
    if (!Collections.disjoint(found, Set.of("create", "release"))) {
      found.add(TAG);
    }
    return found;
  }

  /**
   * Whether a push of tags starts what a push starts: unless branches are named and no tags. Of a
   * filter that cannot be read nobody knows, so nothing is held against it.
   */
  private static boolean isStartedByTags(YamlValue push) {
    return !(push instanceof Entries filter)
        || has(filter, "tags", "tags-ignore")
        || !has(filter, "branches", "branches-ignore");
  }

  private static boolean has(Entries filter, String... keys) {
    return Stream.of(keys).anyMatch(key -> filter.get(key).isPresent());
  }

  private static Optional<YamlValue> entry(YamlValue value, String key) {
    return value instanceof Entries entries ? entries.get(key) : Optional.empty();
  }
}
