package dev.coord.site;

import dev.coord.assess.ClaimCheck;
import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.plan.Assertion;
import dev.coord.plan.Claim;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where does the plan contradict the evidence? */
final class ClaimsPage {

  private static final int PROOFS_IN_A_CELL = 3;

  private ClaimsPage() {}

  static Page of(View view) {
    Draft page = new Draft("claims", "Claims");
    List<ClaimCheck> claims =
        view.assessment().claims().stream()
            .sorted(Comparator.comparing(ClaimCheck::agreement))
            .toList();
    List<Sources.Missing> missing = view.missing(needed(view));
    missing.forEach(m -> page.add(m.banner()));
    if (claims.isEmpty() && missing.isEmpty()) {
      page.add(EmptyState.CLAIMS.block());
    } else if (!claims.isEmpty()) {
      page.section("all", "Claim beside evidence", table(view, page, claims));
    }
    if (!view.plan().claims().isEmpty()) {
      page.section("statements", "What the plan says in so many words", statements(view, page));
    }
    return page.page(
        answer(claims).without(missing), view.edit(view.plan().project().origin().self()));
  }

  /** What claims rest on: git, and whatever their rules ask for. */
  private static Set<Sources.Kind> needed(View view) {
    Set<Sources.Kind> needed = EnumSet.of(Sources.Kind.GIT);
    needed.addAll(Sources.of(view.plan().assertions().map(Assertion::rule)));
    return needed;
  }

  private static Answer answer(List<ClaimCheck> claims) {
    if (claims.isEmpty()) {
      return Answer.of(Tone.NEUTRAL, "The plan claims nothing that could be checked.");
    }
    long wrong = count(claims, Agreement.CONTRADICTS);
    long unknown = count(claims, Agreement.UNKNOWN);
    String of = " of " + Words.count(claims.size(), "claim");
    String open = unknown > 0 ? "; " + unknown + " cannot be told" : "";
    if (wrong > 0) {
      return Answer.of(
          Tone.WARNING,
          wrong
              + of
              + Words.either(wrong, " is", " are")
              + " contradicted by the evidence"
              + open
              + ".");
    }
    return unknown > 0
        ? Answer.of(
            Tone.UNKNOWN, "Nothing is contradicted, but " + unknown + of + " cannot be told.")
        : Answer.of(
            Tone.GOOD,
            claims.size() == 1
                ? "The one claim agrees with the evidence."
                : "Nowhere: all " + claims.size() + " claims agree with the evidence.");
  }

  private static long count(List<ClaimCheck> claims, Agreement agreement) {
    return claims.stream().filter(c -> c.agreement() == agreement).count();
  }

  static Block.Table table(View view, Draft page, List<ClaimCheck> claims) {
    TableDraft table =
        page.table("claims-table", "Claims of the plan beside what was observed")
            .columns("About", "The plan says", "Where", "Observed", "Agreement", "Proof");
    for (ClaimCheck claim : claims) {
      table.row(
          view.anchor(claim),
          Tones.of(claim.agreement()),
          List.of(view.subject(claim.subject())),
          Line.of(claim.claim()).cell(),
          List.of(view.place(claim.place())),
          Line.of(claim.observed()).cell(),
          List.of(Tones.badge(claim.agreement())),
          view.proofs(claim.proof(), PROOFS_IN_A_CELL));
    }
    return table.table();
  }

  /** The sentences under {@code claims}: who says them, where, and what shows whether it is so. */
  private static Block statements(View view, Draft page) {
    TableDraft table =
        page.table("statements-table", "Sentences that the plan claims")
            .columns("Claim", "Said in", "By", "Holds when", "Agreement", "Plan line");
    for (Claim claim : view.plan().claims()) {
      Optional<ClaimCheck> check = view.claim("claim " + claim.id(), claim.origin().of("says"));
      table.row(
          Subjects.anchor("claim", claim.id()),
          check.map(c -> Tones.of(c.agreement())).orElse(Tone.UNKNOWN),
          new Line().rich(claim.says(), claim.origin().of("says")).list(),
          Line.of(claim.where()).cell(),
          by(view, claim),
          claim
              .holdsWhen()
              .map(rule -> new Line().code(RuleNotation.of(rule)).list())
              .orElseGet(Line::none),
          check.map(c -> List.of(Tones.badge(c.agreement()))).orElseGet(Line::none),
          List.of(view.place(claim.origin().self())));
    }
    return table.table();
  }

  private static List<Inline> by(View view, Claim claim) {
    Line line = new Line();
    claim.by().ifPresent(id -> line.add(view.person(id)));
    claim.on().ifPresent(day -> line.text(line.isEmpty() ? day.toString() : ", " + day));
    return line.cell();
  }
}
