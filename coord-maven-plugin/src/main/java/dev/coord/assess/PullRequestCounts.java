package dev.coord.assess;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.evidence.PullRequest;
import dev.coord.evidence.PullRequest.State;
import dev.coord.evidence.PullRequestResults;
import dev.coord.plan.PullRequestsRule;
import dev.coord.rule.Facts.Age;
import dev.coord.rule.Facts.Answer;
import dev.coord.rule.Facts.Count;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What rules ask of pull requests. */
final class PullRequestCounts {

  private static final int TOLD = 5;

  private final PullRequestsRule rule;
  private final PullRequestResults results;
  private final Instant judgedAt;
  private final ZoneId zone;
  private final List<PullRequest> meant;

  private PullRequestCounts(
      PullRequestsRule rule, PullRequestResults results, Instant judgedAt, ZoneId zone) {
    this.rule = rule;
    this.results = results;
    this.judgedAt = judgedAt;
    this.zone = zone;
    this.meant =
        results.all().stream()
            .filter(
                one ->
                    rule.since()
                        .filter(day -> one.opened().atZone(zone).toLocalDate().isBefore(day))
                        .isEmpty())
            .toList();
  }

  /** Unknown when no pull request is meant, for that shows nothing. */
  static Observation<PullRequestCounts> of(
      PullRequestsRule rule, Observation<PullRequestResults> found, Instant judgedAt, ZoneId zone) {
    return found.then(
        results -> {
          PullRequestCounts counts = new PullRequestCounts(rule, results, judgedAt, zone);
          return counts.meant.isEmpty()
              ? Observation.unknown(
                  "judged nothing: the list holds no pull request"
                      + rule.since().map(day -> " since " + day).orElse(""),
                  "Export all of them (gh pr list --state all), or correct the rule ("
                      + rule.origin().self().withCommit()
                      + ").")
              : Observation.known(counts);
        });
  }

  Count open() {
    List<PullRequest> open = meant.stream().filter(PullRequestCounts::isOpen).toList();
    return new Count(
        open.size(),
        "open of " + meant.size() + (meant.size() == 1 ? " pull request" : " pull requests"),
        "Merge or close some, the oldest first.",
        proof(open.stream()));
  }

  /** Where those go that were not given up; unknown when all were. */
  Observation<Answer> targets() {
    String target = rule.target().orElseThrow();
    List<PullRequest> going = meant.stream().filter(one -> one.state() != State.CLOSED).toList();
    if (going.isEmpty()) {
      return nothing("is open or merged");
    }
    List<PullRequest> others = going.stream().filter(one -> !one.target().equals(target)).toList();
    return Observation.known(
        new Answer(
            others.isEmpty(),
            others.isEmpty()
                ? "all go into " + target
                : others.size()
                    + (others.size() == 1 ? " goes" : " go")
                    + " elsewhere, such as #"
                    + others.get(0).number()
                    + " into "
                    + others.get(0).target(),
            "Let them go into " + target + ", or correct the rule.",
            proof(others.stream())));
  }

  private <T> Observation<T> nothing(String what) {
    return Observation.unknown(
        "judged nothing: none of " + meant.size() + " in the list " + what,
        "Export all of them (gh pr list --state all), or take the rule out ("
            + rule.origin().self().withCommit()
            + ").");
  }

  /**
   * How long the slowest took to be reviewed, or is open. That none is open is what a rule wants;
   * that none was to be reviewed shows nothing of reviews.
   */
  Observation<Age> longest(String key) {
    boolean reviews = key.equals("reviewed_within");
    if (reviews && !results.reviews()) {
      return Observation.unknown(
          "the exported list does not tell of reviews",
          "Export them with gh pr list --json ...,author,reviews.");
    }
    Optional<PullRequest> slowest =
        meant.stream()
            .filter(one -> reviews ? needsReview(one) : isOpen(one))
            .reduce((a, b) -> time(b, reviews).compareTo(time(a, reviews)) > 0 ? b : a);
    if (reviews && slowest.isEmpty()) {
      return nothing("is to be reviewed");
    }
    return Observation.known(
        slowest
            .map(one -> age(one, reviews))
            .orElseGet(
                () ->
                    new Age(
                        Duration.ZERO,
                        0,
                        "none of " + meant.size() + " is open",
                        proof(Stream.empty()))));
  }

  private Age age(PullRequest one, boolean reviews) {
    Instant end = end(one, reviews);
    String until =
        !reviews || one.reviewed().isPresent()
            ? "#" + one.number() + " of " + one.opened().atZone(zone).toLocalDate()
            : "#" + one.number() + ", not reviewed yet";
    return new Age(
        time(one, reviews),
        ChronoUnit.DAYS.between(
            one.opened().atZone(zone).toLocalDate(), end.atZone(zone).toLocalDate()),
        (reviews ? "until the first review of " : "since the opening of ") + until,
        proof(Stream.of(one)));
  }

  /** A draft waits for its author, and what was given up for nobody. */
  private static boolean needsReview(PullRequest one) {
    return one.reviewed().isPresent() || one.state() == State.MERGED || isOpen(one);
  }

  private static boolean isOpen(PullRequest one) {
    return one.state() == State.OPEN && !one.draft();
  }

  private Instant end(PullRequest one, boolean reviews) {
    Instant end = reviews ? one.reviewed().orElse(judgedAt) : judgedAt;
    return end.isBefore(one.opened()) ? one.opened() : end;
  }

  /** In hours begun: an hour and a second are more than an hour. */
  private Duration time(PullRequest one, boolean reviews) {
    Duration time = Duration.between(one.opened(), end(one, reviews));
    boolean whole = time.equals(Duration.ofHours(time.toHours()));
    return Duration.ofHours(time.toHours() + (whole ? 0 : 1));
  }

  private List<Proof> proof(Stream<PullRequest> some) {
    Location file = Location.ofFile(results.reports().get(0).path());
    List<Proof> proof =
        some.limit(TOLD).map(one -> Proof.report("#" + one.number(), file).attested()).toList();
    return proof.isEmpty() ? List.of(Proof.report("the list", file).attested()) : proof;
  }
}
