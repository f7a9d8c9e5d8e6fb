package dev.coord.assess;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The events of GitHub that a plan's words for what starts a pipeline speak of. */
final class TriggerWords {

  /** What else is said with these, nobody can tell by words. */
  private static final Pattern NEGATED =
      Pattern.compile("\\b(?:not?|never|except|without|unless|instead)\\b");

  private static final Pattern BETWEEN = Pattern.compile("[,;+&]|\\b(?:and|or)\\b");
  private static final Map<String, Pattern> EVENTS = events();

  private TriggerWords() {}

  private static Map<String, Pattern> events() {
    Map<String, Pattern> events = new LinkedHashMap<>();
    events.put(
        "pull_request|pull_request_target",
        Pattern.compile("\\bpull[ _-]?requests?\\b|\\bprs?\\b"));
    events.put("push", Pattern.compile("\\bpush(?:es|ed)?\\b"));
    events.put(
        "schedule",
        Pattern.compile(
            "\\b(?:scheduled?|cron|hourly|daily|nightly|weekly|monthly)\\b"
                + "|\\bevery (?:hour|day|night|week|month)\\b"));
    events.put(
        "workflow_dispatch", Pattern.compile("\\bworkflow_dispatch\\b|\\bmanual|\\bby hand\\b"));
    events.put("tag", Pattern.compile("\\btags?\\b"));
    return events;
  }

  /** For each part of the words that speaks of events, those: one of them has to be there. */
  static List<String> of(String trigger) {
    String words = trigger.toLowerCase(Locale.ROOT);
    return NEGATED.matcher(words).find()
        ? List.of()
        : BETWEEN
            .splitAsStream(words)
            .flatMap(part -> Stream.of(part(part)).filter(events -> !events.isEmpty()))
            .distinct()
            .toList();
  }

  private static String part(String words) {
    return EVENTS.entrySet().stream()
        .filter(event -> event.getValue().matcher(words).find())
        .map(Map.Entry::getKey)
        .collect(Collectors.joining("|"));
  }
}
