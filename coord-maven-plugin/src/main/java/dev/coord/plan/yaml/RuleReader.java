package dev.coord.plan.yaml;

import dev.coord.path.RepoPaths;
import dev.coord.plan.ChangedScope;
import dev.coord.plan.ChangedScope.Unmeasured;
import dev.coord.plan.Comparison;
import dev.coord.plan.CoverageRule;
import dev.coord.plan.DeclaredRule;
import dev.coord.plan.MergedRule;
import dev.coord.plan.Origin;
import dev.coord.plan.OwnershipRule;
import dev.coord.plan.PathRule;
import dev.coord.plan.PathRule.Expectation;
import dev.coord.plan.Rule;
import dev.coord.plan.Scope;
import dev.coord.plan.Severity;
import dev.coord.plan.TestsRule;
import dev.coord.plan.yaml.ComparisonReader.Quantity;
import dev.coord.plan.yaml.ScopeReader.More;
import dev.coord.plan.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the rule language: each rule is a map of one key, its name. */
final class RuleReader {
  private static final Map<String, BiFunction<ReadContext, Field, Optional<Rule>>> RULES = rules();

  /** The shortest useful value of each rule. */
  private static final Map<String, String> EXAMPLES =
      Map.ofEntries(
          Map.entry("coverage", "{lines: \">= 80%\"}"),
          Map.entry("tests", "{failed: \"= 0\"}"),
          Map.entry("ownership", "{}"),
          Map.entry("merged", "{workstream: checkout}"),
          Map.entry("ready_to_merge", "{workstream: checkout}"),
          Map.entry("path", "{file: README.md, exists: true}"),
          Map.entry("tasks", "{workstream: checkout, done: \">= 80%\"}"),
          Map.entry("plan", "{contradictions: \"= 0\"}"),
          Map.entry("branch", "{workstream: checkout, behind: \"<= 20\"}"),
          Map.entry("branches", "{naming: \"feature/*\", count: \"<= 10\"}"),
          Map.entry("commits", "{since: 2026-01-05, count: \">= 1\"}"),
          Map.entry("tag", "{tag: v1.0.0, exists: true}"),
          Map.entry("repository", "{clean: true}"),
          Map.entry("files", "{of: {paths: [/docs/]}, count: \">= 1\"}"),
          Map.entry("conflicts", "{files: \"= 0\"}"),
          Map.entry("findings", "{errors: \"= 0\"}"),
          Map.entry("metric", "{file: target/jmh.json, read: Encode.run, value: \"< 5 ms\"}"),
          Map.entry("pull_requests", "{reviewed_within: \"<= 24 h\"}"),
          Map.entry("command", "{run: [npm, audit]}"),
          Map.entry("approved", "{by: [ana], says: \"Ready to go live.\"}"),
          Map.entry("declared", "{by: ana, says: \"Reviewed.\"}"),
          Map.entry("all", "[{tests: {failed: \"= 0\"}}]"),
          Map.entry("any", "[{tests: {failed: \"= 0\"}}]"),
          Map.entry("not", "{merged: {workstream: checkout}}"));

  private static final Map<String, Severity> MERGED =
      EnumWords.of(List.of(Severity.FAIL, Severity.WARN));

  /** What a rule on tests compares, in the order of its results. */
  private static final Map<String, Quantity> TESTS = tests();

  private static final Shape ONE_RULE = new Shape("a rule", "tests: {failed: \"= 0\"}");

  private RuleReader() {}

  private static Map<String, BiFunction<ReadContext, Field, Optional<Rule>>> rules() {
    Map<String, BiFunction<ReadContext, Field, Optional<Rule>>> rules = new LinkedHashMap<>();
    rules.put("coverage", of(RuleReader::coverage));
    rules.put("tests", of(RuleReader::tests));
    rules.put("ownership", of(RuleReader::ownership));
    rules.put("merged", of(RuleReader::merged));
    rules.put("ready_to_merge", of(GitRules::readyToMerge));
    rules.put("path", of(RuleReader::path));
    rules.put("tasks", of(WorkRules::tasks));
    rules.put("plan", of(WorkRules::plan));
    rules.put("branch", of(GitRules::branch));
    rules.put("branches", of(GitRules::branches));
    rules.put("commits", of(GitRules::commits));
    rules.put("tag", of(GitRules::tag));
    rules.put("repository", of(GitRules::repository));
    rules.put("files", of(GitRules::files));
    rules.put("conflicts", of(GitRules::conflicts));
    rules.put("findings", of(FindingsRules::findings));
    rules.put("metric", of(MetricRules::metric));
    rules.put("pull_requests", of(PullRequestRules::pullRequests));
    rules.put("command", of(CommandRules::command));
    rules.put("approved", of(GitRules::approved));
    rules.put("declared", of(RuleReader::declared));
    rules.put("all", combination(Rule.All::new));
    rules.put("any", combination(Rule.Any::new));
    rules.put("not", RuleReader::not);
    return rules;
  }

  private static BiFunction<ReadContext, Field, Optional<Rule>> of(
      Function<MappingReader, Optional<Rule>> body) {
    return (context, field) ->
        MappingReader.read(
            context,
            field.node(),
            new Shape("\"" + field.key() + "\"", field.key() + ": " + EXAMPLES.get(field.key())),
            body);
  }

  /** Reads a map that consists of one rule. */
  static Optional<Rule> one(ReadContext context, YamlNode node) {
    if (node instanceof Scalar scalar && RULES.containsKey(scalar.text())) {
      context.error(
          node.location(),
          "a rule must be a map of keys, but is " + node.kind(),
          "Write for example '" + scalar.text() + ": " + EXAMPLES.get(scalar.text()) + "'.");
      return Optional.empty();
    }
    return MappingReader.read(context, node, ONE_RULE, in -> among(in));
  }

  /** The name of the rule that a map holds, whether it can be read or not. */
  static Optional<String> nameIn(MappingReader in) {
    return RULES.keySet().stream().filter(in::has).findFirst();
  }

  /**
   * Reads the one rule among other keys of a map, which must be read before.
   *
   * @param instead keys of which each can stand for the rule
   */
  static Optional<Rule> among(MappingReader in, String... instead) {
    List<String> written = RULES.keySet().stream().filter(in::has).toList();
    List<String> others = List.of(instead);
    if (written.isEmpty() && others.stream().noneMatch(in::has) && !in.hasUnknown()) {
      List<String> choice = Stream.concat(others.stream(), RULES.keySet().stream()).toList();
      in.missing(
          in.isOf(ONE_RULE) ? "to say what it judges" : "a rule",
          "Add for example '"
              + ONE_RULE.example()
              + "', or another of "
              + Words.list(choice)
              + ".");
    }
    for (int i = 1; i < written.size(); i++) {
      in.context()
          .error(
              in.keyPlace(written.get(i)),
              "there is already the rule \"" + written.get(0) + "\", and only one fits here",
              "Write each rule in a map of its own, or both below \"all\".");
    }
    List<Rule> rules = new ArrayList<>();
    for (String name : written) {
      in.field(name)
          .flatMap(field -> RULES.get(name).apply(in.context(), field))
          .ifPresent(rules::add);
    }
    return rules.stream().findFirst();
  }

  private static Optional<Rule> coverage(MappingReader in) {
    Optional<Comparison> lines = ComparisonReader.read(in, "lines", Quantity.SHARE);
    Optional<Comparison> branches = ComparisonReader.read(in, "branches", Quantity.SHARE);
    Optional<Comparison> against = AgainstBaseline.read(in);
    Scope of = ScopeReader.read(in, More.SOURCES);
    Optional<ChangedScope> changed = ChangedScopeReader.read(in);
    boolean eachFile = flag(in, "each_file", "Remove it.").isPresent();
    Optional<Unmeasured> unmeasured =
        in.has("changed") ? Optional.empty() : ChangedScopeReader.unmeasured(in);
    Optional<String> part =
        Stream.of("of", "changed", "each_file", "unmeasured")
            .filter(key -> in.has("against") && in.has(key))
            .findFirst();
    if (part.isPresent()) {
      return AgainstBaseline.refusePart(in, part.get());
    }
    if (changed.isEmpty() && in.has("changed")) {
      return Optional.empty();
    }
    if (lines.isEmpty() && branches.isEmpty() && against.isEmpty()) {
      if (!in.has("against")) {
        requireComparison(in, "lines: \">= 80%\"", "lines", "branches");
      }
      return Optional.empty();
    }
    return Optional.of(
        new CoverageRule(in.origin(), lines, branches, against, of, changed, eachFile, unmeasured));
  }

  private static Optional<Rule> tests(MappingReader in) {
    Map<String, Comparison> wanted = new LinkedHashMap<>();
    TESTS.forEach(
        (key, quantity) ->
            ComparisonReader.read(in, key, quantity).ifPresent(c -> wanted.put(key, c)));
    Scope of = ScopeReader.read(in, More.SOURCES, More.NAMES);
    if (wanted.isEmpty()) {
      requireComparison(in, "failed: \"= 0\"", TESTS.keySet().toArray(String[]::new));
      return Optional.empty();
    }
    Function<String, Optional<Comparison>> get = key -> Optional.ofNullable(wanted.get(key));
    return Optional.of(
        new TestsRule(
            in.origin(),
            get.apply("passed"),
            get.apply("failed"),
            get.apply("skipped"),
            get.apply("flaky"),
            get.apply("total"),
            get.apply("duration"),
            get.apply("slowest"),
            get.apply("vanished"),
            get.apply("new"),
            of));
  }

  private static Map<String, Quantity> tests() {
    Map<String, Quantity> keys = new LinkedHashMap<>();
    List.of("passed", "failed", "skipped", "flaky", "total")
        .forEach(key -> keys.put(key, Quantity.COUNT));
    List.of("duration", "slowest").forEach(key -> keys.put(key, Quantity.TIME));
    List.of("vanished", "new").forEach(key -> keys.put(key, Quantity.COUNT));
    return keys;
  }

  static void requireComparison(MappingReader in, String example, String... keys) {
    if (List.of(keys).stream().noneMatch(in::has) && !in.hasUnknown()) {
      in.missing(
          "a comparison of " + Words.either(List.of(keys)), "Add for example '" + example + "'.");
    }
  }

  private static Optional<Rule> ownership(MappingReader in) {
    Severity merged = in.word("merged", MERGED).orElse(Severity.WARN);
    return Optional.of(new OwnershipRule(in.origin(), merged));
  }

  private static Optional<Rule> merged(MappingReader in) {
    Optional<String> workstream = in.reference("workstream", Kind.WORKSTREAM);
    Optional<String> branch = GitNames.branch(in, "branch");
    Optional<String> into = GitNames.branch(in, "into");
    return isAboutOneBranch(in) && (workstream.isPresent() || branch.isPresent())
        ? Optional.of(new MergedRule(in.origin(), workstream, branch, into))
        : Optional.empty();
  }

  /** Whether a rule names a workstream or a branch, and not both; says so when it does not. */
  static boolean isAboutOneBranch(MappingReader in) {
    if (in.has("workstream") && in.has("branch")) {
      in.exclusive("workstream", "branch");
      return false;
    }
    if (!in.has("workstream") && !in.has("branch")) {
      if (!in.hasUnknown()) {
        in.missing("a workstream or a branch", "Add for example 'workstream: checkout'.");
      }
      return false;
    }
    return true;
  }

  private static Optional<Rule> path(MappingReader in) {
    Optional<String> file = in.required("file", "README.md", field -> file(in, field));
    List<String> contains = contains(in);
    Optional<String> names = in.optional("names");
    Optional<String> version = in.optional("version");
    Optional<String> branch = GitNames.branch(in, "branch");
    List<Expectation> expected = new ArrayList<>();
    long written = Stream.of("exists", "absent", "contains", "names").filter(in::has).count();
    flag(in, "exists", "Write 'absent: true'.").ifPresent(yes -> expected.add(Expectation.EXISTS));
    flag(in, "absent", "Write 'exists: true'.").ifPresent(yes -> expected.add(Expectation.ABSENT));
    if (!contains.isEmpty()) {
      expected.add(Expectation.CONTAINS);
    }
    names.ifPresent(text -> expected.add(Expectation.NAMES));
    if (written != 1 && !(written == 0 && in.hasUnknown())) {
      in.context()
          .error(
              in.place(),
              "\"path\" needs exactly one of exists, absent, contains or names",
              "Write for example 'exists: true'.");
      return Optional.empty();
    }
    boolean unfit = in.has("version") && !in.has("names");
    if (unfit) {
      in.context()
          .error(
              in.keyPlace("version"),
              "\"version\" is for a library, and there is no \"names\"",
              "Add for example 'names: jackson-core', or remove it.");
    }
    if (file.isEmpty() || expected.isEmpty() || unfit) {
      return Optional.empty();
    }
    return Optional.of(
        new PathRule(
            in.origin(),
            file.get(),
            expected.get(0),
            contains.isEmpty() ? names.stream().toList() : contains,
            version.orElse(""),
            branch));
  }

  /** One text, or a list of them. */
  private static List<String> contains(MappingReader in) {
    boolean several =
        in.field("contains").filter(field -> field.node() instanceof YamlNode.Sequence).isPresent();
    if (!several) {
      return in.optional("contains").stream().toList();
    }
    in.refuseEmptyList("contains", "[API_KEY, API_URL]");
    return in.list("contains", in.once(in.scalars()::text));
  }

  /** A key that can only be true. */
  static Optional<Boolean> flag(MappingReader in, String key, String remedy) {
    Optional<Field> field = in.field(key);
    Optional<Boolean> value = field.flatMap(in.scalars()::flag);
    if (value.isPresent() && !value.get()) {
      in.context().error(field.get().place(), field.get().label() + " can only be true", remedy);
      return Optional.empty();
    }
    return value;
  }

  private static Optional<String> file(MappingReader in, Field field) {
    Optional<String> file = in.scalars().text(field);
    boolean pattern = file.filter(text -> text.matches("(?s).*[*?\\[].*")).isPresent();
    if (file.isPresent() && !pattern && !RepoPaths.isSafe(file.get())) {
      in.context()
          .error(
              field.place(),
              field.label()
                  + " must be a file of the repository, but is "
                  + Words.quote(file.get()),
              "Write its path from the root of the repository, such as "
                  + field.example("docs/README.md")
                  + ".");
      return Optional.empty();
    }
    return pattern ? in.scalars().pattern(field).map(p -> p.text()) : file;
  }

  private static Optional<Rule> declared(MappingReader in) {
    Optional<String> by = in.required("by", "ana", field -> in.reference(field, Kind.PERSON));
    String says = in.field("says").flatMap(in.scalars()::maybeEmpty).orElse("");
    return by.map(person -> new DeclaredRule(in.origin(), person, says));
  }

  private static BiFunction<ReadContext, Field, Optional<Rule>> combination(
      BiFunction<Origin, List<Rule>, Rule> make) {
    return (context, field) -> {
      List<Rule> rules = new ArrayList<>();
      if (field.node() instanceof YamlNode.Hole) {
        return Optional.empty();
      }
      if (!(field.node() instanceof YamlNode.Sequence list)) {
        context.error(
            field.place(),
            field.label() + " must be a list of rules, but is " + field.node().kind(),
            "Begin each rule with \"- \".");
        return Optional.empty();
      }
      list.items().forEach(item -> one(context, item).ifPresent(rules::add));
      if (list.items().isEmpty() && list.complete()) {
        context.error(
            field.place(), field.label() + " is an empty list", "Add a rule, or remove the key.");
      }
      return rules.isEmpty()
          ? Optional.empty()
          : Optional.of(make.apply(Origin.at(field.place()), rules));
    };
  }

  private static Optional<Rule> not(ReadContext context, Field field) {
    return one(context, field.node()).map(rule -> new Rule.Not(Origin.at(field.place()), rule));
  }
}
