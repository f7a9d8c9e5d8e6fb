package dev.coord.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coord.docs.WorkedPlans.Worked;
import dev.coord.publish.feed.Briefs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The worked plans make sites, and the table of what they hold is true. Run with {@code
 * -Dcoord.golden=write} to write the table and the list of contradictions anew, and read what has
 * changed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkedPlansTest {

  private static final int KINDS = 68;

  private final Map<String, Worked> plans = new LinkedHashMap<>();
  private List<Kind> kinds = List.of();

  @BeforeAll
  void build(@TempDir Path directory) throws IOException {
    for (String name : WorkedPlans.names()) {
      plans.put(name, WorkedPlans.build(name, directory));
    }
    kinds = Kind.all();
    if ("write".equals(System.getProperty("coord.golden"))) {
      Files.writeString(Document.file(Kind.PAGE), Kind.page(kinds));
      for (Worked plan : plans.values()) {
        Files.writeString(contradictions(plan.name()), said(plan));
      }
    }
  }

  @Test
  void there_are_five() {
    assertThat(plans.keySet())
        .containsExactlyInAnyOrder("autod", "oc8", "oh-my-coins", "oh-my-coins-qa", "swe");
  }

  @Test
  void every_workstream_has_a_brief_of_at_most_60_lines() {
    List<String> briefs =
        plans.values().stream()
            .flatMap(plan -> plan.site().entrySet().stream())
            .filter(file -> file.getKey().matches("workstreams/.*(?<!\\.html)\\.md"))
            .map(Map.Entry::getValue)
            .toList();

    assertThat(briefs)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            brief -> {
              assertThat(brief).startsWith("# Brief: `").contains("\n## Done when\n");
              assertThat(brief.lines().count()).isLessThanOrEqualTo(Briefs.MOST_LINES);
            });
  }

  @TestFactory
  Stream<DynamicTest> a_plan_is_read_without_a_mistake_and_makes_a_site() {
    return each(
        plan -> {
          assertThat(json(plan).get("result").textValue()).isIn("fail", "unknown");
          assertThat(json(plan).get("diagnostics")).isEmpty();
          assertThat(plan.site()).containsKeys("index.html", "claims.html", "contents.html");
        });
  }

  @TestFactory
  Stream<DynamicTest> evidence_is_unknown_without_the_repository_and_the_site_says_so() {
    return each(
        plan -> {
          assertThat(json(plan).at("/sources/git/known").booleanValue()).isFalse();
          assertThat(text(plan, "index.html")).contains("git");
          assertThat(text(plan, "git.html")).contains("no git repository was found here");
        });
  }

  @TestFactory
  Stream<DynamicTest> no_link_of_a_site_is_dead() {
    return each(
        plan -> {
          Map<String, org.jsoup.nodes.Document> pages = new TreeMap<>();
          plan.site()
              .forEach(
                  (path, text) -> {
                    if (path.endsWith(".html")) {
                      pages.put(path, Jsoup.parse(text));
                    }
                  });
          List<String> dead = new ArrayList<>();
          pages.keySet().forEach(path -> dead.addAll(dead(plan, pages, path)));
          assertThat(dead).isEmpty();
        });
  }

  @TestFactory
  Stream<DynamicTest> the_contradictions_of_the_documents_are_found() {
    return each(
        plan -> assertThat(said(plan)).isEqualTo(Files.readString(contradictions(plan.name()))));
  }

  @Test
  void every_kind_of_fact_has_a_row() {
    assertThat(kinds).extracting(Kind::number).containsExactlyElementsOf(range());
    assertThat(Kind.page(kinds)).isEqualTo(Document.of(Kind.PAGE).text());
  }

  @TestFactory
  Stream<DynamicTest> what_the_table_says_of_a_kind_is_so() {
    return kinds.stream()
        .map(kind -> dynamicTest(kind.number() + " " + kind.name(), () -> check(kind)));
  }

  private void check(Kind kind) {
    assertThat(kind.line()).as("the plan holds it").isPositive();
    Worked plan = plans.get(kind.plan());
    org.jsoup.nodes.Document page = Jsoup.parse(plan.page(kind.page() + ".html"));
    Element row = kind.row().isEmpty() ? page.body() : page.getElementById(kind.row());
    assertThat(row).as("row " + kind.row() + " of " + kind.page()).isNotNull();
    assertThat(text(row)).contains(kind.shows());
    assertThat(kind.evidence()).isNotBlank();
    assertThat(kind.rule()).isNotBlank();
  }

  /** The text of a row; that of a heading is all that stands below it. */
  private static String text(Element row) {
    StringBuilder text = new StringBuilder(row.text());
    if (row.tagName().matches("h[1-6]")) {
      for (Element next = row.nextElementSibling();
          next != null && !next.tagName().matches("h[1-6]");
          next = next.nextElementSibling()) {
        text.append(' ').append(next.text());
      }
    }
    return text.toString();
  }

  private static List<Integer> range() {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 1; i <= KINDS; i++) {
      numbers.add(i);
    }
    return numbers;
  }

  private interface Check {
    void of(Worked plan) throws IOException;
  }

  private Stream<DynamicTest> each(Check check) {
    return plans.values().stream().map(plan -> dynamicTest(plan.name(), () -> check.of(plan)));
  }

  private static JsonNode json(Worked plan) throws IOException {
    return new ObjectMapper().readTree(plan.page("status.json"));
  }

  private static String text(Worked plan, String page) {
    return Jsoup.parse(plan.page(page)).text();
  }

  private static Path contradictions(String plan) {
    return Path.of("src/test/resources/dev/coord/docs/contradictions-" + plan + ".txt");
  }

  /** What the plan says that is not so, as findings tell it. */
  private static String said(Worked plan) throws IOException {
    StringBuilder said = new StringBuilder();
    for (JsonNode finding : json(plan).get("findings")) {
      if (finding.get("kind").textValue().equals("contradiction")) {
        said.append(finding.at("/place/file").asText())
            .append(':')
            .append(finding.at("/place/line").asText())
            .append(": ")
            .append(finding.get("text").textValue())
            .append('\n');
      }
    }
    return said.toString();
  }

  private static List<String> dead(
      Worked plan, Map<String, org.jsoup.nodes.Document> pages, String path) {
    List<String> dead = new ArrayList<>();
    Path folder = Path.of("/").resolve(path).getParent();
    for (Element link : pages.get(path).select("a[href]")) {
      String href = link.attr("href");
      if (href.contains(":")) {
        continue;
      }
      int hash = href.indexOf('#');
      String file = hash < 0 ? href : href.substring(0, hash);
      String target =
          file.isEmpty() ? path : folder.resolve(file).normalize().toString().substring(1);
      if (!plan.site().containsKey(target)) {
        dead.add(path + " -> " + href);
      } else if (hash >= 0 && pages.get(target).getElementById(href.substring(hash + 1)) == null) {
        dead.add(path + " -> " + href);
      }
    }
    return dead;
  }
}
