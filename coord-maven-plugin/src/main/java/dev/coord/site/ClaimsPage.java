package dev.coord.site;

import dev.coord.assess.ClaimCheck;
import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.plan.Rule;
import dev.coord.plan.Task;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
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
    return page.page(
        answer(claims).without(missing), view.edit(view.plan().project().origin().self()));
  }

  /** What claims rest on: git, and whatever proves tasks. */
  private static Set<Sources.Kind> needed(View view) {
    Set<Sources.Kind> needed = EnumSet.of(Sources.Kind.GIT);
    needed.addAll(
        Sources.of(
            view.plan().workstreams().stream()
                .flatMap(w -> w.tasks().stream())
                .flatMap(Task::flat)
                .flatMap(t -> t.doneWhen().stream())
                .map(Rule.class::cast)));
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
}
