package dev.coord.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.HostileAssessment;
import dev.coord.SampleAssessments;
import dev.coord.assess.Assessment;
import dev.coord.site.SiteBuilder;
import dev.coord.site.render.SiteRenderer;
import dev.coord.testing.Cases;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the search page finds, from the disk and from a server. Runs with {@code -Pbrowser}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchBrowserTest {

  /** Presses keys, and says in the title where that leads; the list is filled again at the end. */
  private static final String KEYS =
      """
      const box = document.getElementById("_query");
      const way = [];
      function ask(query) {
        box.value = query;
        box.dispatchEvent(new Event("input"));
      }
      function press(key) {
        document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key: key, bubbles: true}));
        way.push(document.activeElement.id || document.activeElement.textContent);
      }
      box.blur();
      press("/");
      ask("refund");
      press("ArrowDown");
      press("ArrowDown");
      press("ArrowUp");
      press("ArrowUp");
      press("Escape");
      document.title = way.join(" > ") + " with " + document.querySelectorAll("#_found a").length + " found";
      ask("refund");
      """;

  private Path temporary;
  private Path failing;
  private Tab tab;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    temporary = directory;
    failing = site(SampleAssessments.failing());
    tab = Chromium.find().tab(directory);
  }

  @AfterAll
  void close() {
    tab.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Refund single lines, workstreams/checkout.html#task-chk-2",
    "refu sing, workstreams/checkout.html#task-chk-2",
    "rfeund singel, workstreams/checkout.html#task-chk-2",
    "chk-3.1, workstreams/checkout.html#task-chk-3.1",
    "chk31, workstreams/checkout.html#task-chk-3.1",
    "coverage.branches, gates.html#gate-coverage.branches",
    "Metrics, metrics.html",
    "feature/checkout, workstreams/checkout.html#standing",
  })
  void a_word_its_beginning_and_a_typo_find_the_row(String query, String address) throws Exception {
    Document page = asked(failing.toUri(), query);

    assertThat(page.select("#_found a").first().attr("href")).isEqualTo(address);
    assertThat(page.select("#_told").text()).matches("[0-9]+ found.*");
  }

  @Test
  void what_is_called_exactly_so_comes_before_what_has_the_same_words() throws Exception {
    String plan =
        """
        workstreams: [{id: payments, title: Payments, status: ready, tasks: ["[ ] PAY-3: Refund"]}]
        gates: [{id: payments-ready, merged: {workstream: payments}}]
        """;
    URI site = site(Cases.written(plan).assess()).toUri();

    assertThat(asked(site, "payments-ready").select("#_found a").first().attr("href"))
        .isEqualTo("gates.html#gate-payments-ready");
    assertThat(asked(site, "pay3").select("#_found a").first().attr("href"))
        .isEqualTo("workstreams/payments.html#task-pay-3");
  }

  @Test
  void what_is_nowhere_is_not_found_and_an_empty_page_says_how_much_there_is() throws Exception {
    URI site = failing.toUri();

    assertThat(asked(site, "xylophone").select("#_told").text()).isEqualTo("Nothing found.");
    assertThat(asked(site, "").select("#_told").text())
        .matches("[0-9]+ entries can be searched\\.");
  }

  @Test
  void every_row_that_is_found_is_there() throws Exception {
    Path site = failing;

    List<String> found = asked(site.toUri(), "o").select("#_found a").eachAttr("href");

    assertThat(found).hasSizeGreaterThan(20);
    assertThat(found)
        .allSatisfy(
            address -> {
              String[] parts = address.split("#");
              String html = Files.readString(site.resolve(parts[0]));
              assertThat(parts.length == 1 || html.contains("id=\"" + parts[1] + "\"")).isTrue();
            });
  }

  @Test
  void keys_lead_through_what_is_found_and_back() throws Exception {
    Path site = site(SampleAssessments.failing());
    Files.writeString(site.resolve("keys.js"), KEYS);
    String page = Files.readString(site.resolve("search.html"));
    Files.writeString(
        site.resolve("keys.html"),
        page.replace("</head>", "<script src=\"keys.js\" defer></script></head>"));

    Document after = Chromium.find().open(site.resolve("keys.html").toUri(), temporary).dom();

    List<String> found = after.select("#_found a").eachText();
    assertThat(found).hasSizeGreaterThan(2);
    assertThat(after.title())
        .isEqualTo(
            "_query > %s > %s > %s > _query > _query with 0 found"
                .formatted(found.get(0), found.get(1), found.get(0)));
  }

  @Test
  void it_searches_on_a_server_too() throws Exception {
    Path site = failing;
    try (LocalServer server = new LocalServer(site)) {
      assertThat(asked(server.address(), "refund single").select("#_found a").eachAttr("href"))
          .contains("workstreams/checkout.html#task-chk-2");
    }
  }

  @Test
  void hostile_names_are_text() throws Exception {
    URI page = page(site(HostileAssessment.assessment()).toUri(), "script");

    Chromium.Visit visit = Chromium.find().open(page, temporary);

    assertThat(visit.dom().select("#_found a").text()).contains("<script>");
    assertThat(visit.dom().select("#_found *").not("li, a, span")).isEmpty();
    assertThat(visit.console()).isEmpty();
    assertThat(visit.requests()).isEmpty();
  }

  private Document asked(URI site, String query) throws Exception {
    tab.open(URI.create("about:blank"));
    tab.open(page(site, query));
    return tab.settled();
  }

  private static URI page(URI site, String query) {
    String hash = query.isEmpty() ? "" : "#q=" + query.replace(" ", "%20");
    return site.resolve("search.html" + hash);
  }

  private Path site(Assessment assessment) throws IOException {
    Map<String, byte[]> files =
        new SiteRenderer()
            .render(new SiteBuilder().build(assessment, SampleAssessments.siteFrame()));
    Path folder = Files.createTempDirectory(temporary, "site");
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    return folder;
  }
}
