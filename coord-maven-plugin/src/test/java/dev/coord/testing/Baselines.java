package dev.coord.testing;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Baseline;
import dev.coord.plan.Baseline.Entry;
import dev.coord.plan.Baseline.Key;
import dev.coord.plan.Baseline.Kind;
import dev.coord.plan.CoveredLines;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Short ways to findings that are known. */
public final class Baselines {

  public static final String COMMIT = "0be90e2f3a4b5c6d7e8f901234567890abcdef12";

  private Baselines() {}

  public static Baseline baseline(Entry... entries) {
    return new Baseline(
        Location.ofFile(".coord/baseline.yml"),
        LocalDate.parse("2026-11-01"),
        COMMIT,
        List.of(entries));
  }

  /** The same with coverage that was taken in. */
  public static Baseline covered(long covered, long lines, Entry... entries) {
    Baseline baseline = baseline(entries);
    return new Baseline(
        baseline.place(),
        baseline.written(),
        baseline.commit(),
        Optional.of(
            new CoveredLines(
                covered,
                lines,
                "c0ffee" + COMMIT.substring(6),
                LocalDate.parse("2026-11-02"),
                Location.of(".coord/baseline.yml", 4, 11))),
        Optional.empty(),
        baseline.entries());
  }

  /** The same that tells which results of tools are known. */
  public static Baseline results(Entry... entries) {
    Baseline baseline = baseline(entries);
    return new Baseline(
        baseline.place(),
        baseline.written(),
        baseline.commit(),
        Optional.empty(),
        Optional.of(LocalDate.parse("2026-11-01")),
        baseline.entries());
  }

  /** Something that was taken in on a day. */
  public static Entry known(Kind kind, String subject, String finding, int count, String since) {
    return new Entry(
        new Key(kind, subject, finding),
        count,
        LocalDate.parse(since),
        Location.of(".coord/baseline.yml", 6, 5));
  }

  /** Something that was taken in on 2026-11-01. */
  public static Entry known(Kind kind, String subject, String finding) {
    return known(kind, subject, finding, 1, "2026-11-01");
  }

  /** Two paths of workstream b, and one of nobody, that workstream a changes. */
  public static Cases trespassing(Entry... entries) {
    return Cases.written(
            """
            workstreams:
              - {id: a, branch: feature/a, owns: [src/a/**]}
              - {id: b, branch: feature/b, owns: [src/b/**]}
            boundaries: {unowned: fail}
            gates: [{ownership: {}}]
            """)
        .judged(Cases.onWorkstream("a"))
        .evidence(
            Evidences.evidence()
                .active("feature/a", Deltas.changing("src/b/B.java", "src/b/C.java", "x"))
                .active("feature/b", Deltas.changing("src/b/B.java")))
        .known(entries);
  }
}
