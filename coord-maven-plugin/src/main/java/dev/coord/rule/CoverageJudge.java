package dev.coord.rule;

import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.ChangedScope;
import dev.coord.plan.Comparison;
import dev.coord.plan.CoverageRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Judges rules on coverage: of all lines or of changed ones, together or file by file. */
final class CoverageJudge {

  /** What is counted, of which a share is covered. */
  private enum What {
    LINES("lines") {
      @Override
      long covered(CoverageCount count) {
        return count.lines();
      }

      @Override
      long all(CoverageCount count) {
        return count.allLines();
      }
    },
    BRANCHES("branches") {
      @Override
      long covered(CoverageCount count) {
        return count.branches();
      }

      @Override
      long all(CoverageCount count) {
        return count.allBranches();
      }
    };

    private final String key;

    What(String key) {
      this.key = key;
    }

    abstract long covered(CoverageCount count);

    abstract long all(CoverageCount count);
  }

  private final CoverageRule rule;
  private final Observation<Facts.Coverage> observed;

  private CoverageJudge(CoverageRule rule, Observation<Facts.Coverage> observed) {
    this.rule = rule;
    this.observed = observed;
  }

  static List<Verdict> judge(CoverageRule rule, Facts facts) {
    CoverageJudge judge = new CoverageJudge(rule, facts.coverage(rule));
    List<Verdict> verdicts = new ArrayList<>();
    rule.lines().ifPresent(wanted -> verdicts.add(judge.share(What.LINES, wanted)));
    rule.branches().ifPresent(wanted -> verdicts.add(judge.share(What.BRANCHES, wanted)));
    rule.against().ifPresent(wanted -> verdicts.add(judge.fall(wanted, facts.baseline())));
    return verdicts;
  }

  private Verdict share(What what, Comparison wanted) {
    if (observed instanceof Observation.Unknown<Facts.Coverage> unknown) {
      return Judge.unknown(what.key, wanted.toString(), unknown);
    }
    Facts.Coverage fact = ((Observation.Known<Facts.Coverage>) observed).value();
    List<Facts.FileCount> files =
        rule.eachFile()
            ? fact.files().stream().filter(file -> what.all(file.count()) > 0).toList()
            : List.of();
    if (what.all(fact.count()) == 0) {
      return rule.changed().isPresent() ? nothing(what, wanted, fact) : missing(what, wanted);
    }
    if (rule.eachFile()) {
      return eachFile(what, wanted, fact, files);
    }
    Figures figures = figures(what, wanted, fact.count());
    String counted = counted(what, fact.count()) + told(fact);
    return verdict(what, wanted, fact, figures, figures.met(), counted);
  }

  /** {@code 3/4 lines}. */
  private String counted(What what, CoverageCount count) {
    String things =
        rule.changed().isEmpty()
            ? what.key
            : what == What.LINES ? "changed lines" : "branches of changed lines";
    return what.covered(count) + "/" + what.all(count) + " " + things;
  }

  private static Figures figures(What what, Comparison wanted, CoverageCount count) {
    return new Figures(
        BigDecimal.valueOf(what.covered(count)), BigDecimal.valueOf(what.all(count)), wanted);
  }

  /** The thinnest file stands for all: each meets what is wanted when none misses it. */
  private Verdict eachFile(
      What what, Comparison wanted, Facts.Coverage fact, List<Facts.FileCount> files) {
    List<Facts.FileCount> missing =
        files.stream()
            .filter(file -> !figures(what, wanted, file.count()).met())
            .sorted(Comparator.comparing(Facts.FileCount::count, (a, b) -> thinner(what, a, b)))
            .toList();
    Facts.FileCount shown =
        missing.isEmpty()
            ? files.stream()
                .min(Comparator.comparing(Facts.FileCount::count, (a, b) -> thinner(what, a, b)))
                .orElseThrow()
            : missing.get(0);
    Figures figures = figures(what, wanted, shown.count());
    String counted =
        (missing.isEmpty() ? "the least of " : missing.size() + " of ")
            + files(files.size())
            + ", "
            + shown.name()
            + " "
            + counted(what, shown.count())
            + told(fact);
    return verdict(what, wanted, fact, figures, missing.isEmpty(), counted);
  }

  private static String files(int number) {
    return number + (number == 1 ? " file" : " files");
  }

  private static int thinner(What what, CoverageCount left, CoverageCount right) {
    return BigDecimal.valueOf(what.covered(left))
        .multiply(BigDecimal.valueOf(what.all(right)))
        .compareTo(
            BigDecimal.valueOf(what.covered(right)).multiply(BigDecimal.valueOf(what.all(left))));
  }

  private Verdict verdict(
      What what,
      Comparison wanted,
      Facts.Coverage fact,
      Figures figures,
      boolean met,
      String counted) {
    long lines = fact.count().allLines();
    int floor = rule.changed().map(ChangedScope::atLeastLines).orElse(0);
    boolean few = !met && lines < floor;
    String margin =
        met
            ? ""
            : few
                ? "not judged, as fewer than " + floor + " changed lines can be run, "
                : figures.margin() + ", ";
    return new Verdict(
        what.key,
        met || few ? Outcome.PASSED : Outcome.FAILED,
        figures.measured(),
        wanted.toString(),
        figures.relation() + " (" + margin + counted + ")",
        fact.proof(),
        met || few
            ? ""
            : "Test more of the " + "code: " + counted(what, fact.count()) + " are covered.",
        Optional.of(figures.gauge()));
  }

  /** That no changed line is measured is seen in git and in the reports; nothing is missing. */
  private static Verdict nothing(What what, Comparison wanted, Facts.Coverage fact) {
    String seen =
        what == What.LINES
            ? "the reports measure no changed line"
            : "the reports measure no branch of a changed line";
    return new Verdict(
        what.key,
        Outcome.PASSED,
        seen,
        wanted.toString(),
        seen + told(fact),
        fact.proof(),
        "",
        Optional.empty());
  }

  private Verdict missing(What what, Comparison wanted) {
    return Judge.unknown(
        what.key,
        wanted.toString(),
        new Observation.Unknown<>(
            "the coverage reports hold no "
                + what.key
                + " of this part, so there is nothing to compare",
            "Let the reports contain its "
                + what.key
                + ", or correct of: ("
                + rule.origin().self().withCommit()
                + ")."));
  }

  private static String told(Facts.Coverage fact) {
    return fact.told().isEmpty() ? "" : "; " + fact.told();
  }

  /** By how many points the share of lines is below the baseline; none where it rose. */
  private Verdict fall(Comparison wanted, Observation<Facts.BaselineLines> baseline) {
    return Comparisons.judge(
        "against", wanted, observed.then(now -> baseline.then(then -> fall(now, then))));
  }

  private Observation<Comparisons.Value> fall(Facts.Coverage now, Facts.BaselineLines then) {
    BigDecimal all = BigDecimal.valueOf(now.count().allLines());
    if (all.signum() == 0) {
      return Observation.unknown(
          "the coverage reports hold no lines, so there is nothing to compare",
          "Let the reports contain the lines.");
    }
    BigDecimal before = BigDecimal.valueOf(then.all());
    BigDecimal fall =
        BigDecimal.valueOf(then.covered())
            .multiply(all)
            .subtract(BigDecimal.valueOf(now.count().lines()).multiply(before));
    List<Proof> proof = new ArrayList<>(now.proof());
    proof.addAll(then.proof());
    String lines = counted(What.LINES, now.count());
    return Observation.known(
        new Comparisons.Value(
            fall.max(BigDecimal.ZERO),
            before.multiply(all),
            lines + " after " + then.covered() + "/" + then.all() + " at " + then.when(),
            proof,
            "Test more of the code: " + lines + " are covered."));
  }
}
