package dev.coord.plan;

import dev.coord.plan.Unit.Dimension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What rules are made of, and what they want. */
final class RuleParts {

  private RuleParts() {}

  static List<Rule> requireRules(List<Rule> rules) {
    if (rules.isEmpty()) {
      throw new IllegalArgumentException("a combination needs a rule");
    }
    return List.copyOf(rules);
  }

  static void requireSome(Optional<?>... wanted) {
    if (Stream.of(wanted).allMatch(Optional::isEmpty)) {
      throw new IllegalArgumentException("a rule of this kind needs a comparison");
    }
  }

  /** A share compared as a number, or a number as a share, would pass whatever it is. */
  @SafeVarargs
  static void requireUnit(Dimension dimension, Optional<Comparison>... comparisons) {
    for (Optional<Comparison> comparison : comparisons) {
      if (comparison.filter(c -> c.unit().dimension() != dimension).isPresent()) {
        throw new IllegalArgumentException(comparison.get() + " compares something else");
      }
    }
  }

  static Map<String, Object> wanted(Rule rule) {
    Map<String, Object> wanted = new LinkedHashMap<>();
    if (rule instanceof CoverageRule r) {
      add(wanted, "lines", r.lines());
      add(wanted, "branches", r.branches());
      add(wanted, "against", r.against());
    } else if (rule instanceof TestsRule r) {
      add(wanted, "passed", r.passed());
      add(wanted, "failed", r.failed());
      add(wanted, "skipped", r.skipped());
      add(wanted, "flaky", r.flaky());
      add(wanted, "total", r.total());
      add(wanted, "duration", r.duration());
      add(wanted, "slowest", r.slowest());
      add(wanted, "vanished", r.vanished());
      add(wanted, "new", r.fresh());
    } else if (rule instanceof TasksRule r) {
      add(wanted, "done", r.done());
      add(wanted, "count", r.count());
      add(wanted, "total", r.total());
    } else if (rule instanceof PlanRule r) {
      add(wanted, "contradictions", r.contradictions());
      add(wanted, "overdue", r.overdue());
      add(wanted, "workstreams", r.workstreams());
      add(wanted, "people", r.people());
      add(wanted, "epics", r.epics());
      add(wanted, "sprints", r.sprints());
      add(wanted, "updated", r.updated().map(Object::toString));
      add(wanted, "age", r.age());
    } else if (rule instanceof BranchRule r) {
      add(wanted, "exists", Optional.of("true").filter(yes -> r.exists()));
      add(wanted, "naming", r.naming());
      add(wanted, "target", r.target());
      add(wanted, "behind", r.behind());
      add(wanted, "idle", r.idle());
      add(wanted, "at", r.at());
    } else if (rule instanceof TagRule r) {
      add(wanted, "exists", Optional.of("true").filter(yes -> r.exists()));
      add(wanted, "at", r.at());
    } else if (rule instanceof RepositoryRule r) {
      add(wanted, "clean", Optional.of("true").filter(yes -> r.clean()));
      add(wanted, "synced", Optional.of("true").filter(yes -> r.synced()));
    } else if (rule instanceof BranchesRule r) {
      wanted.put("count", r.count());
    } else if (rule instanceof FilesRule r) {
      add(wanted, "count", r.count());
      add(wanted, "lines", r.lines());
      add(wanted, "bytes", r.bytes());
      add(wanted, "characters", r.characters());
      add(wanted, "age", r.age());
    } else if (rule instanceof ConflictsRule r) {
      add(wanted, "files", r.files());
      add(wanted, "unresolved", r.unresolved());
    } else if (rule instanceof CommitsRule r) {
      add(wanted, "count", r.count());
      add(wanted, "files", r.files());
      add(wanted, "added", r.added());
      add(wanted, "deleted", r.deleted());
    } else if (rule instanceof FindingsRule r) {
      add(wanted, "errors", r.errors());
      add(wanted, "warnings", r.warnings());
      add(wanted, "notes", r.notes());
      add(wanted, "total", r.total());
    } else if (rule instanceof PullRequestsRule r) {
      add(wanted, "reviewed_within", r.reviewedWithin());
      add(wanted, "open_for", r.openFor());
      add(wanted, "open", r.open());
      add(wanted, "target", r.target());
    } else if (rule instanceof MetricRule r) {
      wanted.put("value", r.value());
    }
    return wanted;
  }

  private static void add(Map<String, Object> wanted, String key, Optional<?> value) {
    value.ifPresent(v -> wanted.put(key, v));
  }

  /** What a rule with results judges, as people read it. */
  static String scope(Rule rule) {
    if (rule instanceof CoverageRule coverage) {
      return (coverage.eachFile() ? "each file of " : "")
          + coverage.changed().map(changed -> changed + " of ").orElse("")
          + RuleText.of(coverage.of())
          + coverage.unmeasured().map(how -> ", unmeasured: " + how.word()).orElse("");
    }
    if (rule instanceof TestsRule tests) {
      return RuleText.of(tests.of());
    }
    if (rule instanceof TasksRule tasks) {
      return switch (tasks.of()) {
        case PROJECT -> "all tasks";
        case WORKSTREAM -> "the tasks of workstream " + tasks.id();
        case SPRINT -> "the tasks of sprint " + tasks.id();
        case EPIC -> "the tasks of epic " + tasks.id();
        case EPICS -> "the tasks of all epics";
      };
    }
    if (rule instanceof BranchRule branch) {
      return branch
          .workstream()
          .map(id -> "the branch of workstream " + id)
          .orElseGet(() -> "branch " + branch.branch().orElseThrow());
    }
    if (rule instanceof BranchesRule branches) {
      return scope(branches);
    }
    if (rule instanceof TagRule tag) {
      return "tag " + tag.tag();
    }
    if (rule instanceof RepositoryRule) {
      return "the repository";
    }
    if (rule instanceof FindingsRule findings) {
      return scope(findings);
    }
    if (rule instanceof PullRequestsRule requests) {
      return "the pull requests" + requests.since().map(day -> " since " + day).orElse("");
    }
    if (rule instanceof MetricRule metric) {
      return scope(metric.source())
          + metric.source().format().map(format -> ", read as " + format.word()).orElse("")
          + metric.unit().map(unit -> ", measured in " + word(unit)).orElse("");
    }
    if (rule instanceof FilesRule files) {
      return RuleText.of(files.of()) + files.branch().map(name -> " on " + name).orElse("");
    }
    if (rule instanceof ConflictsRule conflicts) {
      String scope = RuleText.of(conflicts.of());
      return "the conflicts of "
          + conflicts
              .wave()
              .map(
                  id ->
                      Named.once("wave " + id)
                          + (conflicts.of() instanceof Scope.Everything ? "" : ", " + scope))
              .orElse(scope);
    }
    return rule instanceof CommitsRule commits ? scope(commits) : "the plan";
  }

  private static String scope(FindingsRule rule) {
    StringBuilder scope = new StringBuilder("the findings");
    rule.tool().ifPresent(tool -> scope.append(" of ").append(tool));
    rule.rule().ifPresent(name -> scope.append(" by rule ").append(name));
    if (!(rule.of() instanceof Scope.Everything)) {
      scope.append(" in ").append(RuleText.of(rule.of()));
    }
    scope.append(rule.changed() ? " on changed lines" : "");
    return scope.append(rule.onlyNew() ? " that the baseline does not have" : "").toString();
  }

  private static String scope(MetricSource source) {
    StringBuilder scope = new StringBuilder();
    source.statistic().ifPresent(statistic -> scope.append(statistic.word()).append(" of "));
    scope.append(source.read()).append(" in ").append(source.file().text());
    source.where().forEach((key, text) -> scope.append(", ").append(key).append(' ').append(text));
    return scope.toString();
  }

  private static String scope(BranchesRule rule) {
    StringBuilder scope = new StringBuilder("the branches");
    rule.naming().ifPresent(pattern -> scope.append(" named ").append(pattern));
    rule.since().ifPresent(day -> scope.append(" with a last commit since ").append(day));
    rule.until().ifPresent(day -> scope.append(" with a last commit until ").append(day));
    return scope.toString();
  }

  private static String scope(CommitsRule rule) {
    StringBuilder scope = new StringBuilder("the commits");
    rule.branch().ifPresent(branch -> scope.append(" of ").append(branch));
    rule.since().ifPresent(day -> scope.append(" since ").append(day));
    rule.until().ifPresent(day -> scope.append(" until ").append(day));
    if (!rule.authors().isEmpty()) {
      scope.append(" by ").append(String.join(" or ", rule.authors()));
    }
    rule.message().ifPresent(text -> scope.append(" with the message ").append(text));
    return scope.toString();
  }

  /** A unit as a plan writes it: what is counted has no symbol. */
  private static String word(Unit unit) {
    return unit.symbol().isEmpty() ? "count" : unit.symbol();
  }
}
