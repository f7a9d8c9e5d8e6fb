package dev.coord.plan.yaml;

import dev.coord.plan.ApprovedRule;
import dev.coord.plan.BranchRule;
import dev.coord.plan.BranchesRule;
import dev.coord.plan.CommitsRule;
import dev.coord.plan.Comparison;
import dev.coord.plan.ConflictsRule;
import dev.coord.plan.FilesRule;
import dev.coord.plan.ReadyToMergeRule;
import dev.coord.plan.RepositoryRule;
import dev.coord.plan.Rule;
import dev.coord.plan.Scope;
import dev.coord.plan.TagRule;
import dev.coord.plan.TimePoint;
import dev.coord.plan.yaml.ComparisonReader.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the rules about branches, commits and files. */
final class GitRules {

  private GitRules() {}

  static Optional<Rule> branch(MappingReader in) {
    Optional<String> workstream = in.reference("workstream", Kind.WORKSTREAM);
    Optional<String> branch = GitNames.branch(in, "branch");
    Optional<Boolean> exists = RuleReader.flag(in, "exists", "Write 'exists: true'.");
    Optional<String> naming = GitNames.pattern(in, "naming");
    Optional<String> target = GitNames.branch(in, "target");
    Optional<Comparison> behind = ComparisonReader.read(in, "behind", Quantity.COUNT);
    Optional<Comparison> idle = ComparisonReader.read(in, "idle", Quantity.AGE);
    Optional<String> at = GitNames.id(in, "at");
    if (!RuleReader.isAboutOneBranch(in)) {
      return Optional.empty();
    }
    if (Stream.of("exists", "naming", "target", "behind", "idle", "at").noneMatch(in::has)) {
      if (!in.hasUnknown()) {
        in.missing(
            "one of exists, naming, target, behind, idle or at", "Add for example 'exists: true'.");
      }
      return Optional.empty();
    }
    boolean asks =
        Stream.of(exists, naming, target, behind, idle, at).anyMatch(Optional::isPresent);
    return asks && workstream.isPresent() != branch.isPresent()
        ? Optional.of(
            new BranchRule(
                in.origin(),
                workstream,
                branch,
                exists.isPresent(),
                naming,
                target,
                behind,
                idle,
                at))
        : Optional.empty();
  }

  static Optional<Rule> branches(MappingReader in) {
    Optional<String> naming = GitNames.pattern(in, "naming");
    Optional<LocalDate> since = in.date("since");
    Optional<LocalDate> until = in.date("until");
    Optional<Comparison> count = ComparisonReader.read(in, "count", Quantity.COUNT);
    refuseEndBeforeBegin(in, since.map(TimePoint::of), until.map(TimePoint::of));
    if (count.isEmpty()) {
      RuleReader.requireComparison(in, "count: \">= 1\"", "count");
    }
    return count.map(wanted -> new BranchesRule(in.origin(), naming, since, until, wanted));
  }

  static Optional<Rule> tag(MappingReader in) {
    Optional<String> tag = in.required("tag", "v1.0.0", field -> GitNames.tag(in.context(), field));
    Optional<Boolean> exists = RuleReader.flag(in, "exists", "Write 'exists: true'.");
    Optional<String> at = GitNames.id(in, "at");
    if (!in.has("exists") && !in.has("at") && !in.hasUnknown()) {
      in.missing("exists or at", "Add for example 'exists: true'.");
    }
    return exists.isPresent() || at.isPresent()
        ? tag.map(name -> new TagRule(in.origin(), name, exists.isPresent(), at))
        : Optional.empty();
  }

  static Optional<Rule> repository(MappingReader in) {
    Optional<Boolean> clean = RuleReader.flag(in, "clean", "Remove it, or write 'clean: true'.");
    Optional<Boolean> synced = RuleReader.flag(in, "synced", "Remove it, or write 'synced: true'.");
    if (!in.has("clean") && !in.has("synced") && !in.hasUnknown()) {
      in.missing("clean or synced", "Add for example 'clean: true'.");
    }
    return clean.isPresent() || synced.isPresent()
        ? Optional.of(new RepositoryRule(in.origin(), clean.isPresent(), synced.isPresent()))
        : Optional.empty();
  }

  static Optional<Rule> files(MappingReader in) {
    Scope of = ScopeReader.read(in);
    Optional<String> branch = GitNames.branch(in, "branch");
    Optional<Comparison> count = ComparisonReader.read(in, "count", Quantity.COUNT);
    Optional<Comparison> lines = ComparisonReader.read(in, "lines", Quantity.COUNT);
    Optional<Comparison> bytes = ComparisonReader.read(in, "bytes", Quantity.COUNT);
    Optional<Comparison> characters = ComparisonReader.read(in, "characters", Quantity.COUNT);
    Optional<Comparison> age = ComparisonReader.read(in, "age", Quantity.AGE);
    if (Stream.of(count, lines, bytes, characters, age).allMatch(Optional::isEmpty)) {
      RuleReader.requireComparison(
          in, "count: \">= 1\"", "count", "lines", "bytes", "characters", "age");
      return Optional.empty();
    }
    return Optional.of(
        new FilesRule(in.origin(), of, branch, count, lines, bytes, characters, age));
  }

  static Optional<Rule> readyToMerge(MappingReader in) {
    Optional<String> workstream =
        in.required("workstream", "checkout", field -> in.reference(field, Kind.WORKSTREAM));
    return workstream.map(id -> new ReadyToMergeRule(in.origin(), id));
  }

  static Optional<Rule> conflicts(MappingReader in) {
    Scope of = ScopeReader.read(in);
    Optional<String> wave = in.reference("wave", Kind.WAVE);
    Optional<Comparison> files = ComparisonReader.read(in, "files", Quantity.COUNT);
    Optional<Comparison> unresolved = ComparisonReader.read(in, "unresolved", Quantity.COUNT);
    if (in.has("wave") && of instanceof Scope.OfWorkstream) {
      in.exclusive("of", "wave");
      return Optional.empty();
    }
    if (files.isEmpty() && unresolved.isEmpty()) {
      RuleReader.requireComparison(in, "files: \"= 0\"", "files", "unresolved");
      return Optional.empty();
    }
    return in.has("wave") && wave.isEmpty()
        ? Optional.empty()
        : Optional.of(new ConflictsRule(in.origin(), of, wave, files, unresolved));
  }

  private static void refuseEndBeforeBegin(
      MappingReader in, Optional<TimePoint> since, Optional<TimePoint> until) {
    if (since.isPresent() && until.isPresent() && until.get().isBefore(since.get())) {
      in.context()
          .error(
              in.place("until"),
              "\"until\" is " + until.get() + ", before \"since\"",
              "Write the earlier one under since.");
    }
  }

  static Optional<Rule> commits(MappingReader in) {
    Optional<TimePoint> since = in.field("since").flatMap(in.scalars()::timePoint);
    Optional<TimePoint> until = in.field("until").flatMap(in.scalars()::timePoint);
    Optional<String> branch = GitNames.branch(in, "branch");
    Optional<String> message = in.optional("message");
    in.refuseEmptyList("authors", "[ana]");
    List<String> authors = in.references("authors", Kind.PERSON);
    Optional<Comparison> count = ComparisonReader.read(in, "count", Quantity.COUNT);
    Optional<Comparison> files = ComparisonReader.read(in, "files", Quantity.COUNT);
    Optional<Comparison> added = ComparisonReader.read(in, "added", Quantity.COUNT);
    Optional<Comparison> deleted = ComparisonReader.read(in, "deleted", Quantity.COUNT);
    refuseEndBeforeBegin(in, since, until);
    if (Stream.of(count, files, added, deleted).allMatch(Optional::isEmpty)) {
      RuleReader.requireComparison(in, "count: \">= 1\"", "count", "files", "added", "deleted");
      return Optional.empty();
    }
    return Optional.of(
        new CommitsRule(
            in.origin(), since, until, branch, message, authors, count, files, added, deleted));
  }

  static Optional<Rule> approved(MappingReader in) {
    in.refuseEmptyList("by", "[ana]");
    List<String> by = in.references("by", Kind.PERSON);
    Optional<String> workstream = in.reference("workstream", Kind.WORKSTREAM);
    Optional<String> branch = GitNames.branch(in, "branch");
    String says = in.field("says").flatMap(in.scalars()::maybeEmpty).orElse("");
    Optional<String> trailer = in.optional("trailer").filter(key -> isTrailer(in, key));
    boolean signature = in.flag("signature");
    if (!in.has("by") && !in.hasUnknown()) {
      in.missing("\"by\"", "Add for example 'by: [ana]'.");
    }
    boolean ofBranch = in.has("workstream") || in.has("branch");
    in.exclusive("workstream", "says");
    if (!in.has("workstream")) {
      in.exclusive("branch", "says");
    }
    if (ofBranch && (!RuleReader.isAboutOneBranch(in) || in.has("says"))) {
      return Optional.empty();
    }
    if (!ofBranch && in.has("trailer")) {
      in.context()
          .error(
              in.keyPlace("trailer"),
              "\"trailer\" is for a branch, and none is named",
              "Add for example 'workstream: checkout', or remove it.");
      return Optional.empty();
    }
    boolean incomplete =
        by.isEmpty()
            || ofBranch && workstream.isEmpty() && branch.isEmpty()
            || in.has("trailer") && trailer.isEmpty();
    return incomplete
        ? Optional.empty()
        : Optional.of(
            new ApprovedRule(
                in.origin(),
                by,
                says,
                workstream,
                branch,
                ofBranch ? trailer.orElse(ApprovedRule.TRAILER) : "",
                signature));
  }

  private static boolean isTrailer(MappingReader in, String key) {
    if (ApprovedRule.isTrailer(key)) {
      return true;
    }
    in.context()
        .error(
            in.place("trailer"),
            "\"trailer\" must be the key of a trailer, but is " + Words.quote(key),
            "Write letters, digits and hyphens, such as 'trailer: Approved-by'.");
    return false;
  }
}
