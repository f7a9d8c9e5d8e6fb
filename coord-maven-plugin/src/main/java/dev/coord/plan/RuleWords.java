package dev.coord.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes rules on one line, nearly as plans do, for people to read. */
final class RuleWords {

  /** Rules of more characters are not written out in a sentence. */
  private static final int LONGEST = 120;

  /** What is judged where a rule says nothing of it. */
  private static final Set<String> ALL =
      Set.of("everything", "all tasks", "the plan", "the repository");

  private RuleWords() {}

  /** The rule; empty when it is too long to be read in a sentence. */
  static Optional<String> of(Rule rule) {
    StringBuilder text = new StringBuilder();
    write(rule, text);
    return Optional.of(text.toString()).filter(all -> all.length() <= LONGEST);
  }

  /** Stops where it is too long already, however large the rule is. */
  private static void write(Rule rule, StringBuilder text) {
    text.append(rule.name()).append(": ");
    if (rule instanceof Rule.Not not) {
      text.append('{');
      write(not.rule(), text);
      text.append('}');
      return;
    }
    List<Rule> parts = parts(rule);
    if (parts.isEmpty()) {
      text.append(
          keys(rule).entrySet().stream()
              .map(entry -> entry.getKey() + ": " + entry.getValue())
              .collect(Collectors.joining(", ", "{", "}")));
      return;
    }
    String separator = "[{";
    for (Rule part : parts) {
      if (text.length() > LONGEST) {
        return;
      }
      text.append(separator);
      write(part, text);
      separator = "}, {";
    }
    text.append("}]");
  }

  /** What a rule combines; empty when it combines nothing. */
  static List<Rule> parts(Rule rule) {
    if (rule instanceof Rule.Not not) {
      return List.of(not.rule());
    }
    return rule instanceof Rule.All all
        ? all.rules()
        : rule instanceof Rule.Any any ? any.rules() : List.of();
  }

  /** What a rule that combines nothing says, by key, without what it leaves unsaid. */
  static Map<String, String> keys(Rule rule) {
    Map<String, String> keys = new LinkedHashMap<>();
    if (rule instanceof OwnershipRule r) {
      keys.put("merged", r.merged().word());
    } else if (rule instanceof MergedRule r) {
      r.workstream().ifPresent(id -> keys.put("workstream", id));
      r.branch().ifPresent(name -> keys.put("branch", name));
      r.into().ifPresent(name -> keys.put("into", name));
    } else if (rule instanceof ReadyToMergeRule r) {
      keys.put("workstream", r.workstream());
    } else if (rule instanceof PathRule r) {
      keys.put("file", r.file());
      keys.put(
          r.expectation().name().toLowerCase(Locale.ROOT),
          r.texts().isEmpty()
              ? "true"
              : r.texts().size() == 1 ? r.texts().get(0) : r.texts().toString());
      put(keys, "version", r.version());
      r.branch().ifPresent(name -> keys.put("branch", name));
    } else if (rule instanceof ApprovedRule r) {
      keys.put("by", r.by().toString());
      put(keys, "says", r.says());
      r.workstream().ifPresent(id -> keys.put("workstream", id));
      r.branch().ifPresent(name -> keys.put("branch", name));
      put(keys, "trailer", r.trailer().equals(ApprovedRule.TRAILER) ? "" : r.trailer());
      put(keys, "signature", r.signature() ? "true" : "");
    } else if (rule instanceof CommandRule r) {
      keys.put("run", r.command().run().toString());
      put(
          keys,
          "timeout",
          r.command().timeout().equals(Command.USUAL)
              ? ""
              : Command.written(r.command().timeout()));
    } else if (rule instanceof DeclaredRule r) {
      keys.put("by", r.by());
      keys.put("says", r.says());
    } else {
      String scope = RuleParts.scope(rule);
      put(keys, "of", ALL.contains(scope) ? "" : scope);
      rule.wanted().forEach((key, wanted) -> keys.put(key, wanted.toString()));
    }
    return keys;
  }

  private static void put(Map<String, String> keys, String key, String value) {
    if (!value.isEmpty()) {
      keys.put(key, value);
    }
  }
}
