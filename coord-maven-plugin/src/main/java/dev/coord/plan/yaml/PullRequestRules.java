package dev.coord.plan.yaml;

import dev.coord.plan.Comparison;
import dev.coord.plan.PullRequestsRule;
import dev.coord.plan.Rule;
import dev.coord.plan.yaml.ComparisonReader.Quantity;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the rule about pull requests. */
final class PullRequestRules {

  private PullRequestRules() {}

  static Optional<Rule> pullRequests(MappingReader in) {
    Optional<LocalDate> since = in.date("since");
    Optional<Comparison> reviewed = ComparisonReader.read(in, "reviewed_within", Quantity.AGE);
    Optional<Comparison> openFor = ComparisonReader.read(in, "open_for", Quantity.AGE);
    Optional<Comparison> open = ComparisonReader.read(in, "open", Quantity.COUNT);
    Optional<String> target = GitNames.branch(in, "target");
    boolean written = Stream.of("reviewed_within", "open_for", "open", "target").anyMatch(in::has);
    if (!written && !in.hasUnknown()) {
      in.missing(
          "one of reviewed_within, open_for, open or target",
          "Add for example 'reviewed_within: \"<= 24 h\"'.");
    }
    boolean read = Stream.of(reviewed, openFor, open, target).anyMatch(Optional::isPresent);
    return read
        ? Optional.of(new PullRequestsRule(in.origin(), since, reviewed, openFor, open, target))
        : Optional.empty();
  }
}
