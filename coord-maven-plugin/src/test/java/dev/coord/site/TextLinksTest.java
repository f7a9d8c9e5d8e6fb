package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.SampleAssessments;
import dev.coord.SampleEverything;
import dev.coord.assess.Assessment;
import dev.coord.assess.Finding;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.markdown.Reference;
import dev.coord.plan.Plan;
import dev.coord.plan.TextLink;
import dev.coord.plan.yaml.PlanFile;
import dev.coord.plan.yaml.PlanReader;
import dev.coord.plan.yaml.PlanReading;
import dev.coord.site.render.SiteRenderer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Links in texts to what the plan defines, from the plan file to the page. */
class TextLinksTest {

  private static final String PLAN =
      """
      coord: 1
      project:
        name: Shop
        purpose: "The [basket](workstream:checkout) of @ana; [](gate:quality), [](person:ana)."
      people: [{id: ana, name: Ana Lima}, {id: ben}]
      workstreams:
        - id: checkout
          branch: feature/checkout
          notes: "Asks [Ana](person:ana), see [the gate](gate:quality) and [](page:run)."
          tasks: ["[ ] Wait for [](sprint:one) with @ben and @nobody"]
      sprints: [{id: one, start: 2026-01-05, end: 2026-01-16}]
      gates: [{id: quality, tests: {failed: "= 0"}}]
      pages: [{id: run, title: Runbook, file: docs/run.md}]
      """;

  private static PlanReading read(String yaml) {
    return new PlanReader()
        .read(
            List.of(
                new PlanFile(
                    "coord.yml", Optional.empty(), yaml.getBytes(StandardCharsets.UTF_8))));
  }

  private static Assessment assessment(String document) {
    PlanReading reading = read(PLAN);
    assertThat(reading.diagnostics()).map(Diagnostic::message).isEmpty();
    Plan plan = reading.plan().orElseThrow();
    return SampleEverything.assessment(plan, document);
  }

  private static String file(String name) {
    Map<String, byte[]> files =
        new SiteRenderer()
            .render(
                new SiteBuilder()
                    .build(
                        assessment("# Run\n\nFor [](workstream:checkout) and @ana.\n"),
                        SampleAssessments.siteFrame()));
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  @Test
  void links_lead_from_a_page_at_the_top() {
    assertThat(file("project.html"))
        .contains(
            "The <a href=\"workstreams/checkout.html\">basket</a> of"
                + " <a href=\"people.html#person-ana\">@ana</a>;"
                + " <a href=\"gates.html#gate-quality.failed\">quality</a>,"
                + " <a href=\"people.html#person-ana\">Ana Lima</a>.");
  }

  @Test
  void links_lead_from_a_page_in_a_folder() {
    assertThat(file("workstreams/checkout.html"))
        .contains(
            "Asks <a href=\"../people.html#person-ana\">Ana</a>, see"
                + " <a href=\"../gates.html#gate-quality.failed\">the gate</a> and"
                + " <a href=\"../pages/run.html\">Runbook</a>.")
        .contains(
            "Wait for <a href=\"../sprints/one.html\">one</a> with"
                + " <a href=\"../people.html#person-ben\">@ben</a> and @nobody");
  }

  @Test
  void links_lead_from_a_published_document() {
    assertThat(file("pages/run.html"))
        .contains("For <a href=\"../workstreams/checkout.html\">checkout</a> and")
        .contains("<a href=\"../people.html#person-ana\">@ana</a>.");
  }

  @Test
  void links_lead_in_the_markdown_of_a_page() {
    assertThat(file("project.html.md"))
        .contains(
            "The [basket](workstreams/checkout.html.md) of [@ana](people.html.md#team);"
                + " [quality](gates.html.md#all-gates), [Ana Lima](people.html.md#team).");
    assertThat(file("workstreams/checkout.html.md"))
        .contains(
            "see [the gate](../gates.html.md#all-gates) and [Runbook](../pages/run.html.md).");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "workstream:chekout | no workstream has the id \"chekout\". Perhaps \"checkout\" was meant.",
        "gate:qualiti       | no gate has the id \"qualiti\". Perhaps \"quality\" was meant.",
        "person:anna        | no person has the id \"anna\". Perhaps \"ana\" was meant.",
        "sprint:two         | no sprint has the id \"two\". Known are one. Define it under"
            + " \"sprints\", or mend the id.",
        "page:rum           | no page has the id \"rum\". Perhaps \"run\" was meant.",
      })
  void a_text_of_the_plan_that_links_to_nothing_is_a_mistake_with_its_place(
      String destination, String message) {
    PlanReading reading =
        read(PLAN.replace("gate:quality), [](person", destination + "), [](person"));

    assertThat(reading.diagnostics())
        .map(Diagnostic::message)
        .containsExactly("coord.yml:4:12: " + message);
  }

  @Test
  void a_document_that_links_to_nothing_is_a_finding_with_its_place() {
    assertThat(
            assessment("# Run\n\nSee [a](gate:gone), [b](person:nobody), `[c](gate:code)`.\n")
                .findings())
        .filteredOn(finding -> finding.kind() == Finding.Kind.UNLISTED)
        .map(f -> f.location().orElseThrow() + ": " + f.text() + ". " + f.remedy())
        .containsExactly(
            "docs/run.md:3:9: docs/run.md links to gate:gone and 1 more, which the plan does not"
                + " define. Mend the id, or define it in the plan.");
  }

  @ParameterizedTest
  @EnumSource
  void what_the_plan_looks_for_is_what_pages_link(TextLink.Kind kind) {
    assertThat(Reference.of(kind.word() + ":a")).isPresent();
  }
}
