package dev.coord.plan;

import dev.coord.path.PathPattern;
import dev.coord.path.PathPatterns;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes rules as texts that are equal exactly when the rules are, wherever they were written. */
final class RuleText {
  private RuleText() {}

  static String of(Rule rule) {
    if (!rule.wanted().isEmpty()) {
      return parts(rule.name(), scope(rule), wanted(rule));
    }
    if (rule instanceof OwnershipRule r) {
      return parts(rule.name(), r.merged().word());
    }
    if (rule instanceof MergedRule r) {
      return parts(rule.name(), text(r.workstream()), text(r.branch()), text(r.into()));
    }
    if (rule instanceof ReadyToMergeRule r) {
      return parts(rule.name(), r.workstream());
    }
    if (rule instanceof PathRule r) {
      return parts(
          rule.name(),
          r.file(),
          r.expectation().name(),
          parts("texts", r.texts().stream().sorted().toArray(String[]::new)),
          r.version(),
          text(r.branch()));
    }
    if (rule instanceof ApprovedRule r) {
      return parts(
          rule.name(),
          parts("by", r.by().toArray(String[]::new)),
          r.says(),
          text(r.workstream()),
          text(r.branch()),
          r.trailer(),
          r.signature() ? "signature" : "");
    }
    if (rule instanceof CommandRule r) {
      return parts(
          rule.name(),
          parts("run", r.command().run().toArray(String[]::new)),
          r.command().timeout().toString());
    }
    if (rule instanceof DeclaredRule r) {
      return parts(rule.name(), r.by(), r.says());
    }
    if (rule instanceof Rule.Not r) {
      return parts(rule.name(), of(r.rule()));
    }
    List<Rule> inner = rule instanceof Rule.All all ? all.rules() : ((Rule.Any) rule).rules();
    return parts(rule.name(), inner.stream().map(RuleText::of).toArray(String[]::new));
  }

  /** What a rule judges that wants something of it, equal exactly when it is the same. */
  static String scope(Rule rule) {
    if (rule instanceof CoverageRule r) {
      return parts(
          key(r.of()), text(r.changed()), r.eachFile() ? "each file" : "", text(r.unmeasured()));
    }
    if (rule instanceof TestsRule r) {
      return key(r.of());
    }
    if (rule instanceof TasksRule r) {
      return parts(r.of().name(), r.id());
    }
    if (rule instanceof BranchRule r) {
      return parts("branch", text(r.workstream()), text(r.branch()));
    }
    if (rule instanceof BranchesRule r) {
      return parts("branches", text(r.naming()), text(r.since()), text(r.until()));
    }
    if (rule instanceof TagRule r) {
      return parts("tag", r.tag());
    }
    if (rule instanceof FilesRule r) {
      return parts(key(r.of()), text(r.branch()));
    }
    if (rule instanceof FindingsRule r) {
      return parts(
          "findings",
          text(r.tool()),
          text(r.rule()),
          key(r.of()),
          r.changed() ? "changed" : "",
          r.onlyNew() ? "new" : "");
    }
    if (rule instanceof MetricRule r) {
      MetricSource source = r.source();
      return parts(
          "metric",
          source.file().text(),
          text(source.format()),
          source.read(),
          parts(
              "where",
              source.where().entrySet().stream()
                  .flatMap(e -> Stream.of(e.getKey(), e.getValue()))
                  .toArray(String[]::new)),
          text(source.statistic().map(Statistic::word)),
          text(r.unit()));
    }
    if (rule instanceof PullRequestsRule r) {
      return parts("pull_requests", text(r.since()));
    }
    if (rule instanceof ConflictsRule r) {
      return parts(key(r.of()), text(r.wave()));
    }
    if (rule instanceof CommitsRule r) {
      return parts(
          "commits",
          text(r.since()),
          text(r.until()),
          text(r.branch()),
          text(r.message()),
          parts("authors", r.authors().toArray(String[]::new)));
    }
    return rule.name();
  }

  private static String wanted(Rule rule) {
    return parts(
        "wanted",
        rule.wanted().entrySet().stream()
            .flatMap(e -> Stream.of(e.getKey(), e.getValue().toString()))
            .toArray(String[]::new));
  }

  static String key(Scope scope) {
    if (scope instanceof Scope.OfPaths of) {
      return parts("paths", texts(of.paths()).toArray(String[]::new));
    }
    return scope instanceof Scope.OfNames of
        ? parts("names", of.names().toArray(String[]::new))
        : of(scope);
  }

  /** A scope as people read it. */
  static String of(Scope scope) {
    if (scope instanceof Scope.OfWorkstream of) {
      return "workstream " + of.workstream();
    }
    if (scope instanceof Scope.OfOwner of) {
      return "what " + of.owner() + " owns";
    }
    if (scope instanceof Scope.OfPackage of) {
      return "package " + of.name();
    }
    if (scope instanceof Scope.OfPaths of) {
      return "paths " + texts(of.paths());
    }
    return scope instanceof Scope.OfNames of ? "names " + of.names() : "everything";
  }

  /** The patterns as written, in their order. */
  static List<String> texts(PathPatterns patterns) {
    return patterns.patterns().stream().map(PathPattern::text).toList();
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }

  /** The length before each part keeps parts apart, whatever characters they hold. */
  private static String parts(String name, String... parts) {
    StringBuilder text = new StringBuilder(name);
    for (String part : parts) {
      text.append('(').append(part.length()).append(':').append(part).append(')');
    }
    return text.toString();
  }
}
