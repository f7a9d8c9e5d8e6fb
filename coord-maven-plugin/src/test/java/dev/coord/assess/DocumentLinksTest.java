package dev.coord.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.Observation;
import dev.coord.plan.Plan;
import dev.coord.testing.Evidences;
import dev.coord.testing.Written;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links of published documents to files and headings. */
class DocumentLinksTest {

  private static final Plan PLAN =
      Written.plan("pages: [{id: run, file: docs/run.md}, {id: end, file: docs/end.md}]");

  private static List<String> told(String text, Observation<GitEvidence> git) {
    Map<String, Observation<String>> documents =
        Map.of("run", Observation.known(text), "end", Observation.known("# The *end*\n"));
    return DocumentLinks.of(PLAN, PLAN, documents, git).stream()
        .map(f -> f.location().orElseThrow() + " " + f.text())
        .toList();
  }

  private static List<String> told(String text) {
    return told(
        text,
        Evidences.evidence()
            .tracked("docs/run.md", "docs/end.md", "pom.xml", "src/main/A.java")
            .build()
            .git());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[a](gone.md) [b](../src/Gone.java#L3) | 1:5 | gone.md and 1 more",
        "# Run%n%n## Start now%n%n[a](#start-now) [b](#stop) | 5:21 | #stop",
        "[a](end.md#gone) | 1:5 | end.md#gone",
        "![a](img.png) | 1:6 | img.png",
        "[a]: gone.md | 1:6 | gone.md",
        "[a](/docs) [b](../sr) | 1:16 | ../sr",
        "[a](<a b.md>) | 1:6 | a b.md",
        "[a]: <gone.md> | 1:7 | gone.md",
        "<a class=\"x\" href=\"gone.md\">a</a> | 1:20 | gone.md",
        "<p><IMG alt='x' width=3 src='img.png'/></p> | 1:30 | img.png",
      })
  void what_leads_nowhere_is_a_finding_with_its_place(String text, String place, String named) {
    assertThat(told(text.formatted()))
        .containsExactly(
            "docs/run.md:"
                + place
                + " docs/run.md links to "
                + named
                + ", where no tracked file or heading is");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a](../pom.xml) [b](/pom.xml?raw=1) [c](..) [d](../../../issues/3) [e](https://x.example)",
        "`[a](gone.md)` <!-- [b](gone.md) --> \\[c\\](gone.md) [d](mailto:a@x.example) [e](//x)",
        "# A *b* (c)\n\n[a](#a-b-c) [b](#a-b-c-1) [c](end.md#the-end) [d](a_(b).md)",
        "<a id=\"x\"></a>\n\n[a](#x)",
        "Start\n=====\n\n[a](#start) [b](../src/) [c](../src/main)",
        "<a href=\"../pom.xml\"> <a href=\"https://x.example\"> <a data-href=\"gone.md\"> <b src=\"g.md\">",
        "`<a href=\"gone.md\">` <!-- <img src=\"gone.png\"> --> <img src=\"{{ site.logo }}\">",
        "# See [x](../pom.xml)\n\n[a](#see-x)",
        "Text[^1], and\n[note]: this is no link\n\n[^1]: gone.md",
      })
  void what_leads_somewhere_or_cannot_be_told_is_none(String text) {
    assertThat(told(text)).isEmpty();
  }

  @Test
  void without_a_repository_only_headings_can_be_told() {
    assertThat(told("[a](gone.md) [b](#gone)", Observation.unknown("no git", "Begin one.")))
        .singleElement()
        .asString()
        .contains("links to #gone,");
  }

  @Test
  void what_may_be_in_a_submodule_cannot_be_told() {
    assertThat(
            told(
                "[a](../sub/gone.md)",
                Evidences.evidence().tracked(".gitmodules", "docs/run.md").build().git()))
        .isEmpty();
  }
}
