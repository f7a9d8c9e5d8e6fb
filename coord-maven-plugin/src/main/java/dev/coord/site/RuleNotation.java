package dev.coord.site;

import dev.coord.path.PathPattern;
import dev.coord.plan.ApprovedRule;
import dev.coord.plan.BranchRule;
import dev.coord.plan.BranchesRule;
import dev.coord.plan.ChangedScope;
import dev.coord.plan.Command;
import dev.coord.plan.CommandRule;
import dev.coord.plan.CommitsRule;
import dev.coord.plan.Comparison;
import dev.coord.plan.ConflictsRule;
import dev.coord.plan.CoverageRule;
import dev.coord.plan.DeclaredRule;
import dev.coord.plan.FilesRule;
import dev.coord.plan.FindingsRule;
import dev.coord.plan.MergedRule;
import dev.coord.plan.MetricRule;
import dev.coord.plan.MetricSource;
import dev.coord.plan.OwnershipRule;
import dev.coord.plan.PathRule;
import dev.coord.plan.PlanRule;
import dev.coord.plan.PullRequestsRule;
import dev.coord.plan.ReadyToMergeRule;
import dev.coord.plan.RepositoryRule;
import dev.coord.plan.Rule;
import dev.coord.plan.Scope;
import dev.coord.plan.Severity;
import dev.coord.plan.Statistic;
import dev.coord.plan.TagRule;
import dev.coord.plan.TasksRule;
import dev.coord.plan.TestsRule;
import dev.coord.plan.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules in the notation of the plan, on one line: {@code coverage: {lines: ">= 80%"}}. */
public final class RuleNotation {

  private final List<String> parts = new ArrayList<>();

  private RuleNotation() {}

  /** The rule as the plan would write it in one line. */
  public static String of(Rule rule) {
    if (rule instanceof Rule.All all) {
      return "all: " + list(all.rules());
    }
    if (rule instanceof Rule.Any any) {
      return "any: " + list(any.rules());
    }
    if (rule instanceof Rule.Not not) {
      return "not: {" + of(not.rule()) + "}";
    }
    return rule.name() + ": {" + String.join(", ", new RuleNotation().keys(rule).parts) + "}";
  }

  private static String list(List<Rule> rules) {
    return "[" + String.join(", ", rules.stream().map(r -> "{" + of(r) + "}").toList()) + "]";
  }

  private RuleNotation keys(Rule rule) {
    if (rule instanceof CoverageRule r) {
      compared("lines", r.lines()).compared("branches", r.branches());
      r.against().ifPresent(this::against);
      r.changed().ifPresent(this::changed);
      if (r.eachFile()) {
        parts.add("each_file: true");
      }
      r.unmeasured().ifPresent(how -> parts.add("unmeasured: " + how.word()));
      return scope(r.of());
    }
    if (rule instanceof TestsRule r) {
      return wanted(r).scope(r.of());
    }
    if (rule instanceof OwnershipRule r) {
      return r.merged() == Severity.FAIL ? add("merged", "fail") : this;
    }
    if (rule instanceof MergedRule r) {
      return text("workstream", r.workstream()).text("branch", r.branch()).text("into", r.into());
    }
    if (rule instanceof ReadyToMergeRule r) {
      return add("workstream", r.workstream());
    }
    if (rule instanceof PathRule r) {
      add("file", r.file());
      switch (r.expectation()) {
        case EXISTS -> parts.add("exists: true");
        case ABSENT -> parts.add("absent: true");
        case CONTAINS -> contains(r.texts());
        case NAMES -> add("names", r.texts().get(0));
      }
      return text("version", Optional.of(r.version()).filter(version -> !version.isEmpty()))
          .text("branch", r.branch());
    }
    if (rule instanceof TasksRule r) {
      switch (r.of()) {
        case PROJECT -> {}
        case EPICS -> parts.add("epics: all");
        default -> add(r.of().name().toLowerCase(Locale.ROOT), r.id());
      }
      return wanted(r);
    }
    if (rule instanceof PlanRule || rule instanceof RepositoryRule) {
      return wanted(rule);
    }
    if (rule instanceof TagRule r) {
      return add("tag", r.tag()).wanted(r);
    }
    if (rule instanceof BranchRule r) {
      return text("workstream", r.workstream()).text("branch", r.branch()).wanted(r);
    }
    if (rule instanceof BranchesRule r) {
      return text("naming", r.naming()).day("since", r.since()).day("until", r.until()).wanted(r);
    }
    if (rule instanceof FilesRule r) {
      return scope(r.of()).text("branch", r.branch()).wanted(r);
    }
    if (rule instanceof ConflictsRule r) {
      return scope(r.of()).text("wave", r.wave()).wanted(r);
    }
    if (rule instanceof FindingsRule r) {
      wanted(r).text("tool", r.tool()).text("rule", r.rule()).scope(r.of());
      if (r.changed()) {
        parts.add("changed: true");
      }
      if (r.onlyNew()) {
        parts.add("new: true");
      }
      return this;
    }
    if (rule instanceof PullRequestsRule r) {
      return day("since", r.since()).wanted(r);
    }
    if (rule instanceof MetricRule r) {
      return metric(r).wanted(r);
    }
    if (rule instanceof CommitsRule r) {
      day("since", r.since()).day("until", r.until());
      text("branch", r.branch()).text("message", r.message());
      if (!r.authors().isEmpty()) {
        parts.add("authors: [" + String.join(", ", r.authors()) + "]");
      }
      return wanted(r);
    }
    if (rule instanceof CommandRule r) {
      parts.add("run: " + texts(r.command().run().stream()));
      return r.command().timeout().equals(Command.USUAL)
          ? this
          : add("timeout", Command.written(r.command().timeout()));
    }
    if (rule instanceof ApprovedRule r) {
      parts.add("by: [" + String.join(", ", r.by()) + "]");
      text("workstream", r.workstream()).text("branch", r.branch());
      if (r.signature()) {
        parts.add("signature: true");
      }
      return r.ofBranch() ? add("trailer", r.trailer()) : add("says", r.says());
    }
    DeclaredRule declared = (DeclaredRule) rule;
    return add("by", declared.by()).add("says", declared.says());
  }

  private RuleNotation metric(MetricRule rule) {
    MetricSource source = rule.source();
    add("file", source.file().text());
    text("format", source.format().map(MetricSource.Format::word)).add("read", source.read());
    if (!source.where().isEmpty()) {
      parts.add(
          "where: {"
              + source.where().entrySet().stream()
                  .map(e -> quoted(e.getKey()) + ": " + quoted(e.getValue()))
                  .collect(Collectors.joining(", "))
              + "}");
    }
    text("statistic", source.statistic().map(Statistic::word));
    return text("unit", rule.unit().map(unit -> unit == Unit.NONE ? "count" : unit.symbol()));
  }

  private RuleNotation scope(Scope scope) {
    if (scope instanceof Scope.OfWorkstream of) {
      parts.add("of: {workstream: " + of.workstream() + "}");
    } else if (scope instanceof Scope.OfOwner of) {
      parts.add("of: {owner: " + of.owner() + "}");
    } else if (scope instanceof Scope.OfPackage of) {
      parts.add("of: {package: " + quoted(of.name()) + "}");
    } else if (scope instanceof Scope.OfPaths of) {
      parts.add(
          "of: {paths: " + texts(of.paths().patterns().stream().map(PathPattern::text)) + "}");
    } else if (scope instanceof Scope.OfNames of) {
      parts.add("of: {names: " + texts(of.names().stream()) + "}");
    }
    return this;
  }

  /** The keys with a result each; what begins with a digit is a date here. */
  private RuleNotation wanted(Rule rule) {
    rule.wanted()
        .forEach(
            (key, value) -> {
              String text = value.toString();
              boolean plain = Character.isDigit(text.charAt(0)) && rule instanceof PlanRule;
              if (value instanceof Comparison || !plain) {
                add(key, text);
              } else {
                parts.add(key + ": " + text);
              }
            });
    return this;
  }

  private void changed(ChangedScope changed) {
    parts.add("changed: true");
    if (changed.atLeastLines() > 0) {
      parts.add("at_least_lines: " + changed.atLeastLines());
    }
    if (changed.unmeasured() != ChangedScope.Unmeasured.UNKNOWN) {
      parts.add("unmeasured: " + changed.unmeasured().word());
    }
  }

  private void against(Comparison fall) {
    add("against", "baseline");
    if (fall.number().signum() > 0) {
      parts.add("tolerance: " + quoted(fall.number().toPlainString() + "%"));
    }
  }

  private RuleNotation compared(String key, Optional<Comparison> comparison) {
    comparison.ifPresent(c -> parts.add(key + ": " + quoted(c.toString())));
    return this;
  }

  private RuleNotation day(String key, Optional<?> day) {
    day.ifPresent(date -> parts.add(key + ": " + date));
    return this;
  }

  private RuleNotation text(String key, Optional<String> text) {
    text.ifPresent(t -> add(key, t));
    return this;
  }

  private void contains(List<String> texts) {
    if (texts.size() == 1) {
      add("contains", texts.get(0));
    } else {
      parts.add("contains: " + texts(texts.stream()));
    }
  }

  private RuleNotation add(String key, String text) {
    parts.add(key + ": " + (text.matches("[A-Za-z][A-Za-z0-9._/-]*") ? text : quoted(text)));
    return this;
  }

  private static String texts(Stream<String> texts) {
    return "[" + String.join(", ", texts.map(RuleNotation::quoted).toList()) + "]";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
