package dev.coord.plan.yaml;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What coordination documents call things that a plan calls otherwise. A word is proposed where one
 * of those that stand for it is known, and only where nothing else can be meant.
 */
final class OtherWords {

  private static final List<String> DOING = List.of("doing");
  private static final List<String> DONE = List.of("done", "closed");
  private static final List<String> TODO = List.of("todo", "planned", "pending", "open");
  private static final List<String> DROPPED = List.of("dropped");
  private static final List<String> WORST = List.of("very_high");
  private static final List<String> CEREMONY = List.of("ceremony");
  private static final List<String> AGREED = List.of("accepted");

  /**
   * By words of documents in lower case, those of plans that stand for them, the best one first.
   */
  private static final Map<String, List<String>> WORDS =
      Map.ofEntries(
          Map.entry("in progress", DOING),
          Map.entry("active", DOING),
          Map.entry("wip", DOING),
          Map.entry("started", DOING),
          Map.entry("ongoing", DOING),
          Map.entry("underway", DOING),
          Map.entry("complete", DONE),
          Map.entry("completed", DONE),
          Map.entry("finished", DONE),
          Map.entry("closed", DONE),
          Map.entry("\u2705", DONE),
          Map.entry("done", List.of("closed")),
          Map.entry("resolved", List.of("closed")),
          Map.entry("available", List.of("ready")),
          Map.entry("delivered", List.of("ready")),
          Map.entry("not started", TODO),
          Map.entry("to do", TODO),
          Map.entry("backlog", TODO),
          Map.entry("pending", TODO),
          Map.entry("open", TODO),
          Map.entry("todo", TODO),
          Map.entry("cancelled", DROPPED),
          Map.entry("canceled", DROPPED),
          Map.entry("abandoned", DROPPED),
          Map.entry("skipped", DROPPED),
          Map.entry("wontfix", DROPPED),
          Map.entry("approved", AGREED),
          Map.entry("agreed", AGREED),
          Map.entry("decided", AGREED),
          Map.entry("replaced", List.of("superseded")),
          Map.entry("critical", WORST),
          Map.entry("severe", WORST),
          Map.entry("moderate", List.of("medium")),
          Map.entry("minor", List.of("low")),
          Map.entry("standup", CEREMONY),
          Map.entry("stand up", CEREMONY),
          Map.entry("daily", CEREMONY),
          Map.entry("meeting", CEREMONY),
          Map.entry("planning", CEREMONY),
          Map.entry("retro", CEREMONY),
          Map.entry("retrospective", CEREMONY),
          Map.entry("sync", CEREMONY),
          Map.entry("demo", List.of("review")),
          Map.entry("api", List.of("contract")),
          Map.entry("interface", List.of("contract")),
          Map.entry("file", List.of("artifact")),
          Map.entry("files", List.of("artifact")),
          Map.entry("dependency", List.of("library")));

  private static final List<String> PERSON = List.of("owner", "who");
  private static final List<String> LAST_DAY = List.of("due", "until", "when", "end");
  private static final List<String> LINES_OF_WORK = List.of("workstreams");
  private static final List<String> BEFORE = List.of("depends_on", "wait_for");

  /** The same of keys. */
  private static final Map<String, List<String>> KEYS =
      Map.ofEntries(
          Map.entry("phases", List.of("epics")),
          Map.entry("milestones", List.of("epics")),
          Map.entry("tracks", LINES_OF_WORK),
          Map.entry("streams", LINES_OF_WORK),
          Map.entry("lanes", LINES_OF_WORK),
          Map.entry("sessions", LINES_OF_WORK),
          Map.entry("agents", List.of("people")),
          Map.entry("team", List.of("people", "members")),
          Map.entry("assignee", PERSON),
          Map.entry("assigned_to", PERSON),
          Map.entry("responsible", PERSON),
          Map.entry("deadline", LAST_DAY),
          Map.entry("due_date", LAST_DAY),
          Map.entry("target_date", LAST_DAY),
          Map.entry("when", List.of("on", "timing", "horizon", "date", "due")),
          Map.entry("end", List.of("to")),
          Map.entry("who", List.of("by", "owner")),
          Map.entry("why", List.of("reason")),
          Map.entry("reason", List.of("why")),
          Map.entry("end_date", List.of("end", "due", "expected_end", "to")),
          Map.entry("start_date", List.of("start", "started", "from")),
          Map.entry("probability", List.of("likelihood")),
          Map.entry("severity", List.of("impact")),
          Map.entry("name", List.of("title")),
          Map.entry("description", List.of("focus", "purpose", "detail", "notes")),
          Map.entry("dependencies", BEFORE),
          Map.entry("blocked_by", BEFORE),
          Map.entry("requires", BEFORE),
          Map.entry("depends", BEFORE),
          Map.entry("estimate", List.of("size")),
          Map.entry("effort", List.of("size")));

  /** What goes on behind a word, as a remark: a dash with a space, a bracket, a comma. */
  private static final Pattern REMARK =
      Pattern.compile("\\s*(?:\\s\\p{Pd}|[(,;:]).*", Pattern.DOTALL);

  private OtherWords() {}

  /** The known key that is probably meant by another one. */
  static Optional<String> key(String key, Collection<String> known) {
    return known(KEYS.getOrDefault(plain(key).replace(' ', '_'), List.of()).stream(), known);
  }

  /** The known word that is probably meant by others, or that a remark stands behind. */
  static Optional<String> word(String text, Collection<String> known) {
    String whole = plain(text);
    String first = REMARK.matcher(whole).replaceFirst("");
    return known(Stream.of(whole.replace(' ', '_'), first.replace(' ', '_')), known)
        .or(() -> known(WORDS.getOrDefault(whole, List.of()).stream(), known))
        .or(() -> known(WORDS.getOrDefault(first, List.of()).stream(), known));
  }

  private static Optional<String> known(Stream<String> words, Collection<String> known) {
    return words.filter(known::contains).findFirst();
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("[_\\s]+|(?<=\\p{L})-(?=\\p{L})", " ");
  }
}
