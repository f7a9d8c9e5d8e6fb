package dev.coord.evidence.metrics;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.Measured;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.evidence.metrics.Samples.Sample;
import dev.coord.plan.MetricSource;
import dev.coord.plan.Statistic;
import dev.coord.plan.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes one number of what all files of a rule hold; exact, so nothing is rounded. */
final class Calculation {

  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** A sample and its file. */
  private record Placed(Sample sample, Samples file) {}

  private Calculation() {}

  static Observation<Measured> of(MetricSource source, List<Samples> files) {
    List<Placed> all =
        files.stream().flatMap(f -> f.all().stream().map(s -> new Placed(s, f))).toList();
    boolean counts = source.statistic().filter(s -> s.kind() == Statistic.Kind.COUNT).isPresent();
    if (all.isEmpty() && counts && !files.isEmpty() && files.stream().allMatch(Samples::isNone)) {
      return Observation.known(none(source, files));
    }
    if (all.isEmpty()) {
      return absent(source, files);
    }
    Optional<Samples> lacking = files.stream().filter(f -> f.lackingItems() > 0).findFirst();
    if (lacking.isPresent()) {
      return lacking(source, lacking.get());
    }
    Set<Optional<Unit>> units = new HashSet<>();
    files.stream().filter(f -> !f.all().isEmpty()).forEach(f -> units.add(f.unit()));
    if (units.size() > 1) {
      return Observation.unknown(
          source.read() + " has different units in " + names(source, files),
          "Name one file, or let all be written alike.");
    }
    Optional<Unit> unit = units.iterator().next();
    boolean made = all.stream().anyMatch(p -> p.sample().counted().isPresent());
    Optional<Samples> without = files.stream().filter(f -> lacksAll(f, counts)).findFirst();
    if (source.statistic().isPresent() && !made && without.isPresent()) {
      return absent(source, List.of(without.get()));
    }
    if (all.size() > 1 && (made || source.statistic().isEmpty())) {
      Placed second = all.get(1);
      return Observation.unknown(
          source.read()
              + " stands for "
              + all.size()
              + " numbers in "
              + names(source, files)
              + ", such as those in "
              + place(all.get(0))
              + " and "
              + place(second),
          made
              ? "Narrow it with where, or name one file."
              : "Narrow it with where, or say under statistic what is made of them, such as p95.");
    }
    Placed only = all.get(0);
    if (made || source.statistic().isEmpty()) {
      String counted = only.sample().counted().map(c -> c + " of ").orElse("") + source.read();
      return Observation.known(
          measured(
              only.sample().numerator(), only.sample().denominator(), unit, counted, all, only));
    }
    return made(source, source.statistic().get(), all, unit);
  }

  /** Nothing that a rule means is there: why, where the file says it. */
  private static Observation<Measured> absent(MetricSource source, List<Samples> files) {
    for (Samples file : files) {
      if (file.absence().isPresent()) {
        Samples.Absence why = file.absence().get();
        return Observation.unknown(
            file.at(why.line()).fileAndLine() + ": " + why.problem(), why.remedy());
      }
    }
    int others = files.stream().mapToInt(Samples::others).sum();
    if (others == 0) {
      return Observation.unknown(
          source.read() + " is not in " + names(source, files),
          "Correct read, or see what the file holds.");
    }
    String stands = source.read() + " stands for in " + names(source, files);
    String where =
        source.where().entrySet().stream()
            .map(e -> e.getKey() + ": " + e.getValue())
            .collect(Collectors.joining(", ", " (", ")"));
    return Observation.unknown(
        (others == 1
                ? "the only one that " + stands + " is not"
                : "of " + others + " that " + stands + ", none is")
            + " what where means"
            + where,
        "Correct where, or see what the file holds.");
  }

  /**
   * Whether a file has nothing to say where others have: what a statistic makes of those would be
   * of a part. A file all of whose items, lines or samples are others than {@code where} means has
   * said so, and so has one with outer items alone.
   */
  private static boolean lacksAll(Samples file, boolean counts) {
    return file.all().isEmpty()
        && file.others() == 0
        && !file.hasOuterItems()
        && !(counts && file.isNone());
  }

  /** What some items hold says nothing of all. */
  private static Observation<Measured> lacking(MetricSource source, Samples file) {
    int items = file.lackingItems();
    return Observation.unknown(
        file.at(0).file()
            + ": "
            + items
            + (items == 1 ? " item that is meant has" : " items that are meant have")
            + " no number at "
            + source.read(),
        "Let what measures it write one for each, or say with where which items are meant.");
  }

  /** None of what was looked for in lists that are there. */
  private static Measured none(MetricSource source, List<Samples> files) {
    String counted = "count of 0 numbers, " + source.read();
    return new Measured(
        BigDecimal.ZERO,
        BigDecimal.ONE,
        Optional.of(Unit.NONE),
        counted,
        Optional.empty(),
        files.stream().map(f -> Proof.report(f.format() + ": " + counted, f.at(0))).toList());
  }

  private static Observation<Measured> made(
      MetricSource source, Statistic statistic, List<Placed> all, Optional<Unit> unit) {
    List<Placed> sorted =
        all.stream().sorted(Comparator.comparing((Placed p) -> p.sample().numerator())).toList();
    int n = sorted.size();
    String counted = statistic.word() + " of " + n + (n == 1 ? " number" : " numbers");
    String named = counted + ", " + source.read();
    BigDecimal count = BigDecimal.valueOf(n);
    if (statistic.kind() == Statistic.Kind.RATE) {
      return Observation.unknown(
          place(all.get(0)) + " does not say how often in a second " + source.read() + " was",
          "Read a number that is a rate, and say in \"unit\" what it counts in.");
    }
    return Observation.known(
        switch (statistic.kind()) {
          case PERCENTILE -> {
            int rank =
                statistic
                    .percent()
                    .multiply(count)
                    .divide(HUNDRED, 0, RoundingMode.CEILING)
                    .intValue();
            yield at(sorted.get(Math.max(rank, 1) - 1), unit, named, sorted);
          }
          case MEDIAN -> {
            Placed low = sorted.get((n - 1) / 2);
            BigDecimal both = low.sample().numerator().add(sorted.get(n / 2).sample().numerator());
            yield measured(both, TWO, unit, named, sorted, low);
          }
          case MIN -> at(sorted.get(0), unit, named, sorted);
          case MAX -> at(sorted.get(n - 1), unit, named, sorted);
          case SUM -> measured(sum(sorted), BigDecimal.ONE, unit, named, sorted, all.get(0));
          case MEAN -> measured(sum(sorted), count, unit, named, sorted, all.get(0));
          case COUNT, RATE ->
              measured(count, BigDecimal.ONE, Optional.of(Unit.NONE), named, sorted, all.get(0));
        });
  }

  private static BigDecimal sum(List<Placed> all) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Placed placed : all) {
      sum = sum.add(placed.sample().numerator());
    }
    return sum;
  }

  private static Measured at(
      Placed placed, Optional<Unit> unit, String counted, List<Placed> sorted) {
    return measured(placed.sample().numerator(), BigDecimal.ONE, unit, counted, sorted, placed);
  }

  private static Measured measured(
      BigDecimal numerator,
      BigDecimal denominator,
      Optional<Unit> unit,
      String counted,
      List<Placed> sorted,
      Placed where) {
    Optional<Location> belowZero =
        Optional.of(sorted.get(0))
            .filter(least -> least.sample().numerator().signum() < 0)
            .map(least -> least.file().at(least.sample().line()));
    Proof proof =
        Proof.report(
            where.file().format() + ": " + counted, where.file().at(where.sample().line()));
    return new Measured(numerator, denominator, unit, counted, belowZero, List.of(proof));
  }

  private static String place(Placed placed) {
    return placed.file().at(placed.sample().line()).fileAndLine();
  }

  private static String names(MetricSource source, List<Samples> files) {
    return files.size() == 1 ? files.get(0).at(0).file() : source.file().text();
  }
}
