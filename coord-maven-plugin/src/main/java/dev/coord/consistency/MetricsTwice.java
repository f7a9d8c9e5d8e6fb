package dev.coord.consistency;

import dev.coord.plan.Comparison;
import dev.coord.plan.Exclusion;
import dev.coord.plan.Gate;
import dev.coord.plan.Metric;
import dev.coord.plan.Origin;
import dev.coord.plan.Plan;
import dev.coord.plan.Rule;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Metrics of one title, and gates of the same, that say two things of one number: where it started,
 * what it is, or what is wanted of it by one day. Two of one title with rules that measure two
 * numbers are two things; a gate may want less than a metric.
 */
final class MetricsTwice {

  /**
   * What is said of a number.
   *
   * @param measured what its rule measures, empty where it does not measure
   * @param target empty where none is said, or it is that of a gate
   * @param targetKey which key says the target
   */
  private record Said(
      String who,
      Origin origin,
      String title,
      Map<String, Comparison> measured,
      String unit,
      String baseline,
      String value,
      String target,
      String targetKey,
      Optional<LocalDate> by) {

    /** Whether both may be about one number. */
    boolean mayBe(Said other) {
      return measured.isEmpty()
          || other.measured.isEmpty()
          || measured.keySet().equals(other.measured.keySet());
    }

    /** Whether the rules themselves show that it is one number, as other checks look for. */
    boolean isMeasuredAs(Said other) {
      return measured.size() == 1 && measured.keySet().equals(other.measured.keySet());
    }
  }

  private MetricsTwice() {}

  static Stream<Contradiction> of(Plan plan) {
    return Twice.of(
            Stream.concat(
                plan.metrics().stream().map(MetricsTwice::said),
                plan.gates().stream().map(MetricsTwice::said)),
            one -> Optional.of(Twice.plain(one.title())))
        .filter(two -> two.first().mayBe(two.again()))
        .flatMap(MetricsTwice::look);
  }

  private static Stream<Contradiction> look(Twice<Said> two) {
    Said first = two.first();
    Said again = two.again();
    return Stream.of(
            first.isMeasuredAs(again)
                ? Optional.<Contradiction>empty()
                : told(
                    two,
                    "baseline",
                    first.baseline(),
                    "baseline",
                    again.baseline(),
                    " started from ",
                    "Find out where it started, and say so in both places."),
            told(
                two,
                "value",
                first.value(),
                "value",
                again.value(),
                " is at ",
                "Find out how it is, and say so in one place."),
            first.by().equals(again.by())
                ? told(
                    two,
                    first.targetKey(),
                    first.target(),
                    again.targetKey(),
                    again.target(),
                    " is to be ",
                    "Agree on one of them, or name the days by which they are to be met.")
                : Optional.<Contradiction>empty())
        .flatMap(Optional::stream);
  }

  private static Optional<Contradiction> told(
      Twice<Said> two,
      String key,
      String claim,
      String otherKey,
      String other,
      String verb,
      String remedy) {
    return Amounts.differ(claim, two.first().unit(), other, two.again().unit())
        ? Optional.of(
            Twice.told(
                two.first().who(),
                key + ": " + claim,
                two.first().origin().of(key),
                two.again().who() + ", called the same," + verb + other,
                two.again().origin().of(otherKey),
                remedy))
        : Optional.empty();
  }

  private static Said said(Metric metric) {
    Map<String, Comparison> measured = metric.rule().map(Exclusion::wanted).orElse(Map.of());
    Collection<Comparison> wanted = measured.values();
    boolean own = !metric.target().isBlank();
    return new Said(
        "metric " + metric.id(),
        metric.origin(),
        metric.title(),
        measured,
        metric.unit(),
        metric.baseline(),
        metric.value().orElse(""),
        own || wanted.size() != 1 ? metric.target() : wanted.iterator().next().toString(),
        own ? "target" : metric.rule().map(Rule::name).orElse("target"),
        metric.by());
  }

  private static Said said(Gate gate) {
    return new Said(
        "gate " + gate.id(),
        gate.origin(),
        gate.title(),
        Exclusion.wanted(gate.rule()),
        "",
        gate.baseline(),
        "",
        "",
        "target",
        Optional.empty());
  }
}
