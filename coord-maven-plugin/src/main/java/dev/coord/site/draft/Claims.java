package dev.coord.site.draft;

import dev.coord.assess.ClaimCheck;
import dev.coord.diagnostic.Location;
import dev.coord.plan.Task;
import dev.coord.site.model.Inline;
import java.util.List;
import java.util.Optional;

/** What the plan claims, where it was held against something, and what was seen of it. */
public final class Claims {

  private final Index index;
  private final Sources sources;
  private final Links links;

  Claims(Index index, Sources sources, Links links) {
    this.index = index;
    this.sources = sources;
    this.links = links;
  }

  /** The claim that a task makes, where it was held against something. */
  public Optional<ClaimCheck> of(Task task) {
    return index.claim(task.id(), task.origin().of("state"));
  }

  /** What is claimed of a subject at a place, where it was held against something. */
  public Optional<ClaimCheck> of(String subject, Location place) {
    return index
        .claim(subject.substring(subject.indexOf('/') + 1), place)
        .filter(claim -> claim.subject().equals(subject));
  }

  /** The claim in some words that a place makes, where it was held against something. */
  public Optional<ClaimCheck> said(String claim, Location place) {
    return index.said(claim, place);
  }

  /** What was seen of a claim, with its proof; without one, what is said instead. */
  public List<Inline> seen(Optional<ClaimCheck> claim, String otherwise) {
    return claim
        .map(
            check ->
                new Line()
                    .add(Tones.badge(check.agreement()))
                    .text(" " + sources.brief(check.observed()) + " ")
                    .add(links.claim("proof", check))
                    .list())
        .orElseGet(() -> Line.of(otherwise).list());
  }

  /** The first contradicted claim about a workstream or one of its tasks. */
  public Optional<ClaimCheck> contradiction(String workstream) {
    return contradictions(workstream).stream().findFirst();
  }

  /** The contradicted claims about a subject or one of its tasks. */
  public List<ClaimCheck> contradictions(String subject) {
    return index.contradictions(subject);
  }
}
