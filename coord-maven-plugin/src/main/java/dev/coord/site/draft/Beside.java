package dev.coord.site.draft;

import dev.coord.assess.ClaimCheck;
import dev.coord.diagnostic.Location;
import dev.coord.plan.Origin;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Tone;
import java.util.List;
import java.util.Optional;

/** What stands beside a claim of the plan, in cells. */
public final class Beside {

  private Beside() {}

  /** What was observed of a claim; a dash where nothing could be held against it. */
  public static List<Inline> observed(View view, String subject, Location place) {
    return view.claims().of(subject, place).map(claim -> cell(view, claim)).orElseGet(Line::none);
  }

  /** A claim, and what was observed where something could be held against it. */
  public static Line beside(View view, Line claimed, String subject, Location place) {
    view.claims()
        .of(subject, place)
        .ifPresent(claim -> claimed.text(" ").addAll(cell(view, claim)));
    return claimed;
  }

  private static List<Inline> cell(View view, ClaimCheck claim) {
    return new Line()
        .add(Tones.badge(claim.agreement()))
        .text(" " + claim.observed() + " ")
        .add(view.links().claim("proof", claim))
        .list();
  }

  /** The mark of a row: whether the claim at a place is contradicted. */
  public static Tone tone(View view, String subject, Location place) {
    return contradicted(view.claims().of(subject, place)) ? Tone.WARNING : Tone.NEUTRAL;
  }

  /** Whether a claim is there and contradicted. */
  public static boolean contradicted(Optional<ClaimCheck> claim) {
    return claim.filter(c -> c.agreement() == ClaimCheck.Agreement.CONTRADICTS).isPresent();
  }

  /** Whether one of the claims is contradicted. */
  public static boolean contradicted(List<ClaimCheck> claims) {
    return claims.stream().anyMatch(claim -> contradicted(Optional.of(claim)));
  }

  /** The contradicted claims about a subject, each with what stands against it. */
  public static Line contradictions(View view, String subject) {
    return new Line()
        .joined(
            "; ",
            view.claims().contradictions(subject).stream()
                .map(
                    claim ->
                        new Line()
                            .badge(Tone.WARNING, "contradicts")
                            .text(" " + claim.claim() + ", but " + claim.observed() + " ")
                            .add(view.links().claim("proof", claim))
                            .list())
                .toList());
  }

  /** What a row is called: its title, and its id where that is another. */
  public static Line title(String title, String id) {
    Line line = new Line().strong(title);
    return title.equals(id) ? line : line.text(" ").code(id);
  }

  /** A text of one cell. */
  public static List<Inline> rich(String markdown, Origin origin, String key) {
    return new Line().rich(markdown, origin.of(key)).cell();
  }
}
