package dev.coord.site.draft;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.Proof;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Target;
import java.util.List;
import java.util.Optional;

/** What shows something, in words: each proof with where it is found and how far it is trusted. */
public final class Proofs {

  private final Links links;
  private final ReportRows reports;

  Proofs(Links links, ReportRows reports) {
    this.links = links;
    this.reports = reports;
  }

  /** What shows something, the first few of it; anything but an observation says so. */
  public List<Inline> of(List<Proof> proofs, int most) {
    Line line = new Line().joined("; ", proofs.stream().limit(most).map(this::of).toList());
    if (proofs.size() > most) {
      line.text(" and " + (proofs.size() - most) + " more");
    }
    return line.cell();
  }

  /** One proof: what it shows, where, and how far it can be trusted. */
  public List<Inline> of(Proof proof) {
    Line line = new Line();
    Optional<Target> failure = reports.failure(proof);
    failure.ifPresent(row -> line.add(Inline.link(proof.text(), row)));
    // Of a file, the place says its name.
    boolean named = proof.location().map(Location::file).filter(proof.text()::equals).isPresent();
    if (failure.isEmpty() && !named) {
      line.text(proof.text());
    }
    proof.location().ifPresent(place -> line.text(line.isEmpty() ? "" : " ").add(source(place)));
    proof.commit().ifPresent(id -> line.text(" ").add(links.commit(id)));
    switch (proof.strength()) {
      case OBSERVED -> {}
      case ATTESTED -> line.text(" (attested)");
      case DECLARED -> line.text(" (declared)");
    }
    return line.list();
  }

  /** A place of the plan or of a file, or the row of a report. */
  private Inline source(Location place) {
    return reports
        .report(place.file())
        .<Inline>map(row -> new Inline.Link(place.withCommit(), row, true))
        .orElseGet(() -> links.place(place));
  }
}
