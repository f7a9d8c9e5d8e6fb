package dev.coord.site.render;

import static dev.coord.site.model.Inline.code;
import static dev.coord.site.model.Inline.codeLink;
import static dev.coord.site.model.Inline.link;
import static dev.coord.site.model.Inline.text;
import static dev.coord.site.render.SampleSites.cell;
import static dev.coord.site.render.SampleSites.page;
import static dev.coord.site.render.SampleSites.paragraph;
import static dev.coord.site.render.SampleSites.row;
import static dev.coord.site.render.SampleSites.section;
import static dev.coord.site.render.SampleSites.table;

import dev.coord.site.model.Block;
import dev.coord.site.model.Bullets;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Mark;
import dev.coord.site.model.Page;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Pages as the plan of a real team would give them: every kind of block, wide tables, long paths.
 */
final class SamplePages {

  private static final Target COMMIT =
      new Target.ToUrl("https://github.com/acme/shop/commit/a1b2c3d4");

  private SamplePages() {}

  static Page dashboard() {
    return page(
        "index",
        "Dashboard",
        "index",
        Tone.BAD,
        List.of(
            text("3 of 9 gates are not met: "),
            link("coverage.lines", Target.page("gates", "gate-coverage.lines")),
            text(", "),
            link("ownership", Target.page("gates", "gate-ownership")),
            text(" and "),
            link("tests.it", Target.page("gates", "gate-tests.it")),
            text(". The build fails.")),
        section(
            "gates",
            "Gates",
            new Block.Tiles(
                "Gates of this build",
                List.of(
                    tile(Tone.BAD, "coverage.lines", "54.8 %", "at least 60 %: 115 lines short"),
                    tile(Tone.BAD, "ownership", "2 files", "of TD2 changed by TD1"),
                    tile(Tone.UNKNOWN, "tests.it", "no report", "run mvn verify"),
                    tile(Tone.WARNING, "stale", "TD3: 9 h", "no commit, limit 8 h"),
                    tile(Tone.GOOD, "tests.failed", "0", "of 412 tests"),
                    tile(Tone.GOOD, "coverage.branches", "71.2 %", "at least 50 %"),
                    tile(Tone.GOOD, "merged", "2 of 2", "as the plan orders")))),
        section(
            "next",
            "Do next",
            new Block.Items(
                true,
                List.of(
                    List.of(
                        text("Cover "),
                        code("src/main/java/shop/checkout/RefundPolicy.java"),
                        text(": 61 of the 115 missing lines.")),
                    List.of(
                        text("Move the changes of "),
                        code("src/main/java/shop/search/Index.java"),
                        text(" to "),
                        link("TD2", Target.page("workstreams/td1")),
                        text(", or let the plan share it.")),
                    List.of(text("Run "), code("mvn verify"), text(" to have tests.it judged."))))),
        section(
            "workstreams",
            "Workstreams",
            table(
                "workstreams-table",
                "Workstreams: what the plan claims beside what is observed",
                List.of("Workstream", "Owner", "Claimed", "Observed", "Tasks", "Last commit"),
                List.of(
                    row(
                        "ws-td1",
                        Tone.BAD,
                        cell(link("TD1", Target.page("workstreams/td1")), text(" Error handling")),
                        cell(text("ana")),
                        cell(new Inline.Badge(Tone.NEUTRAL, "ready")),
                        cell(
                            new Inline.Badge(Tone.BAD, "in progress"),
                            text(" 3 commits ahead, 2 violations")),
                        cell(new Inline.Progress(3, 5)),
                        cell(new Inline.Time(Instant.parse("2026-02-20T13:40:12Z")))),
                    row(
                        "ws-td2",
                        Tone.GOOD,
                        cell(link("TD2", Target.page("workstreams/td2")), text(" Search")),
                        cell(text("bo")),
                        cell(new Inline.Badge(Tone.NEUTRAL, "merged")),
                        cell(new Inline.Badge(Tone.GOOD, "merged")),
                        cell(new Inline.Progress(4, 4)),
                        cell(new Inline.Time(Instant.parse("2026-02-18T09:05:00Z")))),
                    row(
                        "ws-td3",
                        Tone.UNKNOWN,
                        cell(text("TD3 Payment providers and their sandboxes")),
                        cell(text("agent-7")),
                        cell(new Inline.Badge(Tone.NEUTRAL, "in progress")),
                        cell(
                            new Inline.Badge(Tone.UNKNOWN, "unknown"),
                            text(" no branch "),
                            code("feature/payment-providers")),
                        cell(new Inline.Progress(0, 6)),
                        cell(text("none")))))),
        section(
            "evidence",
            "Plan against evidence",
            new Block.Callout(
                Tone.UNKNOWN,
                "No integration test report",
                List.of(
                    paragraph(
                        text("Looked for "),
                        code("target/failsafe-reports/*.xml"),
                        text(". Without it tests.it is unknown, which fails. Run:")),
                    new Block.Listing("sh", "mvn verify coord:site"))),
            new Block.Callout(
                Tone.WARNING,
                "A waiver ends in 3 days",
                List.of(
                    paragraph(
                        text("coverage.branches is waived by bo until 2026-02-23: "),
                        new Inline.Rich("the parser moves out, see the decision."))))));
  }

  static Page workstream() {
    return page(
        "workstreams/td1",
        "TD1 Error handling",
        "workstreams",
        Tone.BAD,
        List.of(
            new Inline.Badge(Tone.BAD, "Not ready"),
            text(" TD1 changed 2 files that it does not own, and 2 of 5 tasks are open.")),
        section(
            "next",
            "Next",
            new Block.Items(
                false,
                List.of(
                    List.of(
                        new Inline.Badge(Tone.INFO, "doing"),
                        text(" "),
                        new Inline.Rich("Refunds over several payments")),
                    List.of(
                        new Inline.Badge(Tone.NEUTRAL, "todo"),
                        text(" "),
                        new Inline.Rich("Error codes of the checkout"))))),
        section(
            "facts",
            "In short",
            new Block.Definitions(
                List.of(
                    new Block.Definition("Owner", List.of(text("ana"))),
                    new Block.Definition(
                        "Branch",
                        List.of(
                            codeLink("workstream/error-handling", Optional.of(COMMIT)),
                            text(" 3 ahead of and 12 behind "),
                            code("main"))),
                    new Block.Definition(
                        "Owns",
                        List.of(
                            code("src/main/java/shop/error/**"),
                            text(", "),
                            code("src/test/java/shop/error/**"))),
                    new Block.Definition(
                        "Waits for",
                        List.of(link("TD2", Target.page("workstreams/td1", "commits")))))),
            new Block.Prose(
                """
                One place where errors become **answers**, see [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457).

                - [x] problem documents
                - [ ] no stack trace leaves the `shop`

                | code | means |
                |---|--:|
                | `E1` | 400 |

                ```java
                throw new Problem("E1");
                ```
                """)),
        section(
            "commits",
            "Commits",
            table(
                "commits-table",
                "Commits since the base",
                List.of("Commit", "Author", "Subject", "+Lines", "-Lines"),
                List.of(
                    row(
                        "c-a1b2c3d",
                        Tone.NEUTRAL,
                        cell(codeLink("a1b2c3d", Optional.of(COMMIT))),
                        cell(text("Ana Iwanowa")),
                        cell(text("Map every exception to a problem document")),
                        cell(text("214")),
                        cell(text("31"))),
                    row(
                        "c-99fe012",
                        Tone.NEUTRAL,
                        cell(codeLink("99fe012", Optional.of(COMMIT))),
                        cell(text("Ana Iwanowa")),
                        cell(text("Retry once when the index is busy")),
                        cell(text("18")),
                        cell(text("4")))))),
        section("more", "More", new Block.Fold("Evidence of this page", List.of(facts()))));
  }

  private static Block facts() {
    return new Block.Items(
        false,
        List.of(
            List.of(text("merge base "), code("7d0c1e5")),
            List.of(new Inline.Strong("1,204"), text(" of 2,197 lines are covered"))));
  }

  static Page ownership() {
    String deep =
        "src/main/java/shop/search/internal/index/segment/postings/compression/"
            + "VariableByteEncodedPostingsListReaderFactory.java";
    return page(
        "ownership",
        "Ownership",
        "ownership",
        Tone.BAD,
        List.of(text("2 files were changed by a workstream that does not own them.")),
        section(
            "violations",
            "Violations",
            table(
                "violations-table",
                "Changed files that their branch does not own",
                List.of("File", "Owner", "Changed by", "Commits", "Allowed by"),
                List.of(violation("v-1", deep), violation("v-2", "src/config.py")))),
        section(
            "rules",
            "Rules",
            table(
                "rules-table",
                "Who owns what",
                List.of("Pattern", "Owner"),
                List.of(
                    row(
                        "r-1",
                        Tone.NEUTRAL,
                        cell(code("src/main/java/shop/error/**")),
                        cell(link("TD1", Target.page("workstreams/td1")))),
                    row(
                        "r-2",
                        Tone.NEUTRAL,
                        cell(code("src/main/java/shop/search/**")),
                        cell(text("TD2"))))),
            new Block.Callout(
                Tone.INFO,
                "No shared paths",
                List.of(
                    paragraph(
                        text("Paths that several workstreams may edit are listed like this:")),
                    new Block.Listing(
                        "yaml",
                        "boundaries:\n  shared:\n    - paths: [pom.xml]\n      mode: coordinate\n")))));
  }

  private static Block.Row violation(String id, String path) {
    return row(
        id,
        Tone.BAD,
        cell(code(path)),
        cell(text("TD2")),
        cell(link("TD1", Target.page("workstreams/td1", "commits"))),
        cell(
            codeLink("a1b2c3d", Optional.of(COMMIT)),
            text(", "),
            codeLink("99fe012", Optional.of(COMMIT))),
        cell(code("coord.yml:18")));
  }

  private static Bullets.Bullet bullet(
      String name, Tone tone, String measured, String required, int value, int threshold) {
    return new Bullets.Bullet(
        new Mark(name, tone, tone.word(), Optional.empty()),
        measured,
        required,
        value,
        threshold,
        new Bullets.Range(threshold, 1000));
  }

  static Page gates() {
    return page(
        "gates",
        "Gates",
        "gates",
        Tone.BAD,
        List.of(text("2 of 4 gates failed and 1 is unknown.")),
        new Block.Figure(
            "Measured against required",
            "1 failed, 1 warns and 1 passed.",
            new Bullets(
                List.of(
                    bullet("coverage.lines", Tone.BAD, "54.8 %", ">= 60 %", 548, 600),
                    bullet("coverage.branches", Tone.GOOD, "71.2 %", ">= 50 %", 712, 500),
                    bullet("mutation", Tone.WARNING, "49 %", ">= 50 %", 490, 500))),
            0,
            Target.page("gates", "gates-table")),
        section(
            "all",
            "All gates",
            new Block.Table(
                "gates-table",
                "Each comparison with its proof",
                List.of(
                    new Block.Column("Gate", false),
                    new Block.Column("Verdict", false),
                    new Block.Column("Measured", true),
                    new Block.Column("Required", true),
                    new Block.Column("Proof and remedy", false)),
                List.of(
                    gate(
                        "coverage.lines",
                        Tone.BAD,
                        "failed",
                        "54.8 %",
                        ">= 60 %",
                        "1204 of 2197 lines. Cover 115 more lines."),
                    gate(
                        "ownership",
                        Tone.BAD,
                        "failed",
                        "2 files",
                        "= 0",
                        "Changed by TD1, owned by TD2."),
                    gate(
                        "tests.it",
                        Tone.UNKNOWN,
                        "unknown",
                        "",
                        "= 0",
                        "No target/failsafe-reports: run mvn verify."),
                    gate("tests.failed", Tone.GOOD, "passed", "0", "= 0", "412 tests ran.")))));
  }

  private static Block.Row gate(
      String id, Tone tone, String word, String actual, String required, String remedy) {
    return row(
        "gate-" + id,
        tone,
        cell(code(id)),
        cell(new Inline.Badge(tone, word)),
        cell(text(actual)),
        cell(text(required)),
        cell(text(remedy), text(" "), code("coord.yml:41")));
  }

  static Page claims() {
    return page(
        "claims",
        "Claims",
        "claims",
        Tone.WARNING,
        List.of(text("1 claim of the plan contradicts the evidence.")),
        section(
            "contradictions",
            "Contradictions",
            table(
                "claims-table",
                "What is claimed, and what is observed",
                List.of("Claim", "Place", "Observed"),
                List.of(
                    row(
                        "claim-1",
                        Tone.WARNING,
                        cell(text("TD1 is ready")),
                        cell(code("coord/error.yml:4")),
                        cell(
                            text("2 tasks are open; last commit "),
                            new Inline.Time(Instant.parse("2026-02-20T13:40:12Z"))))))));
  }

  private static Block.Tile tile(Tone tone, String title, String value, String note) {
    return new Block.Tile(
        tone, title, value, note, Optional.of(Target.page("gates", "gate-" + title)));
  }
}
