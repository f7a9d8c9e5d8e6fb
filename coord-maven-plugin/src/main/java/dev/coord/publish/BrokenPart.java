package dev.coord.publish;

import dev.coord.assess.Assessment;
import dev.coord.assess.GateResult;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.Proof;
import dev.coord.rule.Trespass;
import dev.coord.site.PlanLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One of the things that break a gate, as forges are told of it.
 *
 * @param place where it is shown; empty for nowhere
 * @param text what is wrong with it, a sentence
 * @param identity tells it from others of the same gate, whatever line it is on
 */
record BrokenPart(Kind kind, Optional<Location> place, String text, String identity) {

  /** What it is. */
  enum Kind {
    /** A changed path that breaks ownership. */
    PATH,
    /** What a tool found in a committed file. */
    FINDING,
    /** New lines of a file that lack a test. */
    LINES,
    /** A test that a gate names. */
    TEST
  }

  BrokenPart {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(identity, "identity");
  }

  /** All that is known to break a gate, by kind, the worst of each first. */
  static List<BrokenPart> of(Assessment assessment, GateResult gate) {
    List<BrokenPart> parts = new ArrayList<>();
    RowText.violations(assessment, gate).forEach(trespass -> parts.add(path(trespass)));
    RowText.found(gate).forEach(proof -> parts.add(finding(proof)));
    RowText.newLines(gate).forEach(lines -> parts.add(lines(lines)));
    FailedTest.of(assessment, gate).forEach(test -> parts.add(test(test)));
    return parts.stream().map(part -> part.shown(gate)).toList();
  }

  /** A file that no forge can show by its name is named in the text, at the gate's line. */
  private BrokenPart shown(GateResult gate) {
    if (place.flatMap(VerdictNotes::named).isPresent()) {
      return this;
    }
    String named =
        kind == Kind.PATH ? "" : place.map(Location::fileAndLine).map(at -> at + ": ").orElse("");
    return new BrokenPart(kind, Optional.of(PlanLines.of(gate)), named + text, identity);
  }

  private static BrokenPart path(Trespass trespass) {
    String path = trespass.path();
    return new BrokenPart(
        Kind.PATH,
        Optional.of(Location.ofFile(path)),
        path + ": " + trespass.problem() + ". " + trespass.remedy(),
        path);
  }

  private static BrokenPart finding(Proof proof) {
    return new BrokenPart(
        Kind.FINDING,
        proof.location(),
        proof.text(),
        proof.location().orElseThrow().file() + "\n" + proof.text());
  }

  private static BrokenPart lines(Proof lines) {
    return new BrokenPart(
        Kind.LINES,
        lines.location(),
        lines.text() + ".",
        lines.location().map(Location::file).orElse(""));
  }

  private static BrokenPart test(FailedTest test) {
    return new BrokenPart(Kind.TEST, Optional.of(test.place()), test.text() + ".", test.name());
  }
}
