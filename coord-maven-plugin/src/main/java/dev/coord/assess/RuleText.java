package dev.coord.assess;

import dev.coord.plan.Rule;
import dev.coord.plan.Scope;
import java.util.List;

/**
 * What a rule says, without where it says so: two rules of one text judge alike.
 *
 * <p>Each part is preceded by its length, so that no text can pass for the parts of another.
 */
final class RuleText {

  private RuleText() {}

  static String of(Rule rule) {
    return parts(rule.name(), content(rule));
  }

  private static String content(Rule rule) {
    if (rule instanceof Rule.Coverage r) {
      return parts(r.lines(), r.branches(), scope(r.of()));
    } else if (rule instanceof Rule.Tests r) {
      return parts(r.passed(), r.failed(), r.skipped(), r.total(), r.duration(), scope(r.of()));
    } else if (rule instanceof Rule.Ownership r) {
      return parts(r.merged());
    } else if (rule instanceof Rule.Merged r) {
      return parts(r.workstream(), r.branch(), r.into());
    } else if (rule instanceof Rule.Path r) {
      return parts(r.file(), r.expectation(), r.text(), r.branch());
    } else if (rule instanceof Rule.Tasks r) {
      return parts(r.of(), r.id(), r.done());
    } else if (rule instanceof Rule.Declared r) {
      return parts(r.by(), r.says());
    } else if (rule instanceof Rule.All r) {
      return of(r.rules());
    } else if (rule instanceof Rule.Any r) {
      return of(r.rules());
    }
    return of(((Rule.Not) rule).rule());
  }

  private static String of(List<Rule> rules) {
    return parts(rules.stream().map(RuleText::of).toArray());
  }

  private static String scope(Scope scope) {
    if (scope instanceof Scope.OfWorkstream of) {
      return parts("workstream", of.workstream());
    } else if (scope instanceof Scope.OfPaths of) {
      return parts("paths", parts(of.paths().patterns().toArray()));
    } else if (scope instanceof Scope.OfNames of) {
      return parts("names", parts(of.names().toArray()));
    }
    return "";
  }

  private static String parts(Object... parts) {
    StringBuilder text = new StringBuilder();
    for (Object part : parts) {
      String one = String.valueOf(part);
      text.append(one.length()).append(':').append(one);
    }
    return text.toString();
  }
}
