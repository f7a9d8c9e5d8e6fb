package dev.coord.site;

import dev.coord.assess.ClaimCheck;
import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.plan.Assertion;
import dev.coord.plan.Claim;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.Sources;
import dev.coord.site.draft.Subjects;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.Tones;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Where does the plan contradict the evidence, or itself? */
final class ClaimsPage {

  private static final Pattern UNKNOWN = Pattern.compile("^unknown[,;:] ");

  private static final int PROOFS_IN_A_CELL = 3;

  private ClaimsPage() {}

  static Page of(View view) {
    Draft page = new Draft("claims", "Claims");
    List<ClaimCheck> claims = view.assessment().claims();
    List<ClaimCheck> wrong = of(claims, Agreement.CONTRADICTS);
    List<Sources.Missing> missing = view.missing(needed(view));
    Sources.banner(missing).ifPresent(page::add);
    if (claims.isEmpty() && missing.isEmpty()) {
      page.add(EmptyState.CLAIMS.block());
    }
    if (!wrong.isEmpty()) {
      page.section("contradicted", "Contradicted", contradicted(view, page, wrong));
    }
    rest(view, page, claims, Agreement.UNKNOWN, "Cannot be told", "Claims that cannot be told");
    rest(
        view,
        page,
        claims,
        Agreement.AGREES,
        "Agreeing",
        "Claims that agree with what is observed");
    if (!view.plan().claims().isEmpty()) {
      page.section("statements", "What the plan says in so many words", statements(view, page));
    }
    Answer answer = answer(claims);
    return page.page(
        wrong.isEmpty() ? answer.without(missing) : answer.besides(missing),
        view.links().edit(view.plan().project().origin().self()));
  }

  /** What claims rest on: git, and whatever shows what the plan asserts. */
  private static Set<Sources.Kind> needed(View view) {
    Set<Sources.Kind> needed = EnumSet.of(Sources.Kind.GIT);
    needed.addAll(Sources.of(view.plan().assertions().map(Assertion::rule)));
    return needed;
  }

  /** The claims of one kind, those about one thing side by side. */
  private static List<ClaimCheck> of(List<ClaimCheck> claims, Agreement agreement) {
    Map<String, List<ClaimCheck>> bySubject = new LinkedHashMap<>();
    claims.stream()
        .filter(claim -> claim.agreement() == agreement)
        .forEach(
            claim ->
                bySubject
                    .computeIfAbsent(Subjects.owner(claim.subject()), key -> new ArrayList<>())
                    .add(claim));
    return bySubject.values().stream().flatMap(List::stream).toList();
  }

  private static Answer answer(List<ClaimCheck> claims) {
    if (claims.isEmpty()) {
      return Answer.of(Tone.NEUTRAL, "The plan claims nothing that could be checked.");
    }
    int wrong = ClaimCheck.count(of(claims, Agreement.CONTRADICTS));
    int all = ClaimCheck.count(claims);
    int unknown = of(claims, Agreement.UNKNOWN).size();
    String of = " of " + Words.count(all, "claim");
    String open = unknown > 0 ? "; " + unknown + " cannot be told" : "";
    if (wrong > 0) {
      return Answer.of(
          Tone.WARNING,
          wrong + of + Words.either(wrong, " is", " are") + " contradicted" + open + ".");
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

  /** Contradictions, each with what to do about it. */
  static Block.Table contradicted(View view, Draft page, List<ClaimCheck> claims) {
    TableDraft table =
        page.table("contradicted-table", "Claims of the plan beside what stands against them")
            .columns("About", "The plan says", "Where", "Observed", "What to do", "Proof");
    for (ClaimCheck claim : claims) {
      List<List<Inline>> cells = cells(view, claim);
      cells.add(Line.of(claim.remedy()).cell());
      cells.add(view.proofs().of(claim.proof(), PROOFS_IN_A_CELL));
      table.row(view.links().anchor(claim), Tones.of(claim.agreement()), cells);
    }
    return table.table();
  }

  /** The sentences under {@code claims}: who says them, where, and what shows whether it is so. */
  private static Block statements(View view, Draft page) {
    TableDraft table =
        page.table("statements-table", "Sentences that the plan claims")
            .columns(
                "Claim", "Said in", "By, and of which day", "Holds when", "Agreement", "Plan line");
    for (Claim claim : view.plan().claims()) {
      Optional<ClaimCheck> check =
          view.claims().of("claim " + claim.id(), claim.origin().of("says"));
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
          List.of(view.links().place(claim.origin().self())));
    }
    return table.table();
  }

  private static List<Inline> by(View view, Claim claim) {
    Line line = new Line();
    claim.by().ifPresent(id -> line.add(view.links().person(id)));
    claim.on().ifPresent(day -> line.text(line.isEmpty() ? day.toString() : ", " + day));
    return line.cell();
  }

  private static void rest(
      View view,
      Draft page,
      List<ClaimCheck> claims,
      Agreement agreement,
      String heading,
      String caption) {
    boolean unknown = agreement == Agreement.UNKNOWN;
    String id = unknown ? "unknown" : "agreeing";
    String observed = unknown ? "Why not" : "Observed";
    TableDraft table =
        page.table(id + "-table", caption)
            .columns("About", "The plan says", "Where", observed, "Proof");
    for (ClaimCheck claim : of(claims, agreement)) {
      List<List<Inline>> cells = cells(view, claim);
      cells.add(view.proofs().of(claim.proof(), PROOFS_IN_A_CELL));
      table.row(view.links().anchor(claim), Tones.of(agreement), cells);
    }
    if (!table.table().rows().isEmpty()) {
      page.section(id, heading, table.table());
    }
  }

  private static List<List<Inline>> cells(View view, ClaimCheck claim) {
    List<List<Inline>> cells = new ArrayList<>();
    cells.add(List.of(view.links().subject(claim.subject())));
    cells.add(said(claim).cell());
    cells.add(List.of(view.links().place(claim.place())));
    cells.add(
        new Line().add(Tones.badge(claim.agreement())).text(" ").ticked(beside(claim)).list());
    return cells;
  }

  /** What the plan says; a sentence under {@code claims} is Markdown. */
  static Line said(ClaimCheck claim) {
    return claim.subject().startsWith("claim ")
        ? new Line().rich(claim.claim(), claim.place())
        : new Line().ticked(claim.claim());
  }

  /** What was observed, without the word that the mark before it says. */
  private static String beside(ClaimCheck claim) {
    return UNKNOWN.matcher(claim.observed()).replaceFirst("");
  }
}
