package dev.coord.plan;

import dev.coord.diagnostic.Location;
import dev.coord.plan.PlanDiff.Change;
import dev.coord.plan.PlanDiff.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects the changes between two plans. */
final class Changes {
  private final List<Change> found = new ArrayList<>();

  void add(Kind kind, String subject, String sentence, Location base, Location branch) {
    add(kind, subject, "", sentence, "", base, branch);
  }

  /** A change of a part of what may be changed in several parts. */
  void add(
      Kind kind, String subject, String part, String sentence, Location base, Location branch) {
    add(kind, subject, part, sentence, "", base, branch);
  }

  /** A change whose sentence does not tell it from every other one. */
  void add(
      Kind kind,
      String subject,
      String part,
      String sentence,
      String content,
      Location base,
      Location branch) {
    found.add(
        new Change(kind, subject, part, sentence, content, Optional.of(base), Optional.of(branch)));
  }

  void removed(Kind kind, String subject, String sentence, Location base) {
    found.add(new Change(kind, subject, "", sentence, "", Optional.of(base), Optional.empty()));
  }

  /** Something that is gone, of which several parts may be told. */
  void removed(Kind kind, String subject, String part, String sentence, Location base) {
    found.add(new Change(kind, subject, part, sentence, "", Optional.of(base), Optional.empty()));
  }

  void added(Kind kind, String subject, String sentence, Location branch) {
    found.add(new Change(kind, subject, "", sentence, "", Optional.empty(), Optional.of(branch)));
  }

  /** Something new of which several parts may be told. */
  void added(Kind kind, String subject, String part, String sentence, Location branch) {
    found.add(new Change(kind, subject, part, sentence, "", Optional.empty(), Optional.of(branch)));
  }

  void addAll(Changes others) {
    found.addAll(others.found);
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** All of them, area by area, each in the order found. */
  List<Change> byArea() {
    return found.stream().sorted(Comparator.comparing(change -> change.kind().area())).toList();
  }
}
