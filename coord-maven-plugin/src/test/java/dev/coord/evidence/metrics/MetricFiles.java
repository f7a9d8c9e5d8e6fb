package dev.coord.evidence.metrics;

import dev.coord.evidence.Measured;
import dev.coord.evidence.MetricResults;
import dev.coord.evidence.Observation;
import dev.coord.evidence.reports.ReportFinder;
import dev.coord.evidence.reports.WorkTree;
import dev.coord.path.PathPattern;
import dev.coord.plan.EvidenceSources.Source;
import dev.coord.plan.MetricSource;
import dev.coord.plan.Origin;
import dev.coord.plan.Statistic;
import dev.coord.testing.Places;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Asks for the numbers of files in a work tree, in one line. */
abstract class MetricFiles {

  static final Map<String, String> NONE = Map.of();

  @TempDir private Path directory;

  /** With files of real tools below {@code out}. */
  WorkTree tree;

  @BeforeEach
  void makeTree() {
    tree = new WorkTree(directory);
    Stream.of(
            "jmh.json",
            "k6.json",
            "k6-handle-summary.json",
            "metrics.prom",
            "pytest-benchmark.json",
            "samples.csv",
            "figures.json",
            "figures.properties")
        .forEach(name -> tree.copyMetrics(name, "out/" + name));
  }

  static MetricSource source(
      String file, String read, String statistic, Map<String, String> where) {
    return new MetricSource(
        PathPattern.of(file),
        Optional.empty(),
        read,
        where,
        Optional.of(statistic).filter(word -> !word.isEmpty()).map(MetricFiles::statistic));
  }

  static Statistic statistic(String word) {
    return Statistic.ofWord(word).orElseThrow();
  }

  Observation<Measured> observe(MetricSource source) {
    Source file = new Source(Origin.at(Places.line("coord.yml", 7)), source.file(), "");
    MetricResults results =
        MetricReports.read(
            List.of(source),
            new ReportFinder(directory, List.of(), new TreeSet<>())
                .find(tree.sources(), List.of(file))
                .metrics(),
            tree.freshness());
    return results.of(source);
  }

  String number(String file, String read, String statistic, Map<String, String> where) {
    Measured measured = WorkTree.known(observe(source("/out/" + file, read, statistic, where)));
    return measured
            .numerator()
            .divide(measured.denominator(), 6, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        + measured.unit().map(unit -> " " + unit.symbol()).orElse("").stripTrailing()
        + " ("
        + measured.counted()
        + ", "
        + measured.proof().get(0).location().orElseThrow().fileAndLine()
        + ")";
  }

  String unknown(String file, String read, String statistic, Map<String, String> where) {
    return WorkTree.unknown(observe(source("/out/" + file, read, statistic, where)));
  }

  String unknown(String text, String name, String read) {
    tree.write("out/" + name, text);
    return unknown(name, read, "", NONE);
  }
}
