package dev.coord.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.site.render.SampleSites;
import dev.coord.site.render.SiteRenderer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What readers can do with a long table. Runs with {@code -Pbrowser}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TablesBrowserTest {

  private static final String HEAD =
      """
      const table = document.querySelector("table[data-all]");
      const box = document.querySelector(".filter input");
      function rows() { return Array.from(table.tBodies[0].rows).filter((row) => !row.hidden); }
      function click(column) { table.tHead.rows[0].cells[column].querySelector("button").click(); }
      function ask(text) { box.value = text; box.dispatchEvent(new Event("input")); }
      function told() { return document.querySelector(".filter [role=status]").textContent; }
      function column(number) {
        return rows().map((row) => row.cells[number].textContent.replace(" #", ""));
      }
      function says(text) { document.title = text; }
      """;

  /** Rows whose cells are the values given, in this order, to be sorted by their second column. */
  private static final String VALUES =
      """
      Array.from(table.tBodies[0].rows).forEach((row, i) => {
        const cell = row.cells[1];
        if (i < values.length) {
          cell.innerHTML = values[i];
        } else {
          cell.textContent = "";
        }
      });
      click(1);
      const up = column(1).slice(0, values.length);
      click(1);
      const down = column(1).slice(0, values.length);
      const named = (cells) => cells.map((cell) => cell || "empty").join("; ");
      says(named(up) + " | " + named(down));
      """;

  private final Map<Integer, Path> sites = new HashMap<>();
  private Path temporary;
  private Tab tab;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    temporary = directory;
    tab = Chromium.find().tab(directory);
  }

  @AfterAll
  void close() {
    tab.close();
  }

  @Test
  void a_heading_is_a_button_that_sorts_up_and_down_and_back() throws Exception {
    Document after =
        after(
            230,
            "const way = [];"
                + "for (let i = 0; i < 4; i++) {"
                + "  way.push((table.tHead.rows[0].cells[0].getAttribute('aria-sort') || 'none')"
                + "    + ' ' + rows()[0].id + ' ' + rows()[1].id);"
                + "  click(0);"
                + "}"
                + "says(way.join(', '))");

    assertThat(after.title())
        .isEqualTo("none t-1 t-2, ascending t-1 t-2, descending t-200 t-199, none t-1 t-2");
    assertThat(after.select("thead th > button[type=button]")).hasSize(4);
    assertThat(after.select("thead th").eachText()).startsWith("Task", "Owner");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "'10', '9', '1.5', '1.25'! 1.25; 1.5; 9; 10 | 10; 9; 1.5; 1.25",
        "'66.6% (2 of 3)', '100.0% (1 of 1)', '', '7%'"
            + "! 7%; 66.6% (2 of 3); 100.0% (1 of 1); empty"
            + " | 100.0% (1 of 1); 66.6% (2 of 3); 7%; empty",
        "'2026-11-20', '2026-02-01', 'none'"
            + "! 2026-02-01; 2026-11-20; none | none; 2026-11-20; 2026-02-01",
        "'≤ 3', '≤ 0.5', '= 2', '>= 10', '≥ 80%', '< 1'"
            + "! ≤ 0.5; < 1; = 2; ≤ 3; >= 10; ≥ 80%"
            + " | ≥ 80%; >= 10; ≤ 3; = 2; < 1; ≤ 0.5",
        "'2 min', '0.4 ms', '1 min 46.8 s', '29 h 39 min', '90 s', '-1 s', 'unknown'"
            + "! -1 s; 0.4 ms; 90 s; 1 min 46.8 s; 2 min; 29 h 39 min; unknown"
            + " | unknown; 29 h 39 min; 2 min; 1 min 46.8 s; 90 s; 0.4 ms; -1 s",
        "'≤ 1 MiB', '≤ 900 KiB', '≤ 1 GB', '≤ 2000 B'"
            + "! ≤ 2000 B; ≤ 900 KiB; ≤ 1 MiB; ≤ 1 GB | ≤ 1 GB; ≤ 1 MiB; ≤ 900 KiB; ≤ 2000 B",
        "'3 GiB', '4 ms', '2 %', '10 days'! 2 %; 3 GiB; 4 ms; 10 days | 10 days; 4 ms; 3 GiB; 2 %",
        "'CHK-10', 'CHK-9', 'älter', 'b'! älter; b; CHK-9; CHK-10 | CHK-10; CHK-9; b; älter",
        "'<span class=\"badge good\">a</span>', '<span class=\"badge bad\">z</span>'! z; a | a; z",
        "'<progress max=9 value=3></progress>3 of 9', '<progress max=2 value=1></progress>1 of 2'"
            + "! 3 of 9; 1 of 2 | 1 of 2; 3 of 9",
        "'<time datetime=2026-02-01>Feb</time>', '<time datetime=2025-03-01>Mar</time>'"
            + "! Mar; Feb | Feb; Mar",
      })
  void cells_are_sorted_by_what_they_mean_and_empty_ones_come_last(String values, String expected)
      throws Exception {
    Document after = after(230, "const values = [" + values + "];" + VALUES);

    assertThat(after.title().strip()).isEqualTo(expected.strip());
  }

  @Test
  void a_filter_hides_what_does_not_have_all_words_and_counts_what_is_left() throws Exception {
    Document after =
        after(
            230,
            "const all = told(); ask('TASK19 doing'); const some = told();"
                + "const left = rows().length; ask('xylophone');"
                + "says([all, some, left, told(), rows().length].join(' | ')); ask('task20')");

    assertThat(after.title())
        .isEqualTo(
            "200 rows here, 230 in all | 11 of 200 rows here, 230 in all | 11"
                + " | 0 of 200 rows here, 230 in all | 0");
    assertThat(after.select("tbody tr:not([hidden])").eachAttr("id")).contains("t-20", "t-200");
    assertThat(after.select(".filter label").attr("for"))
        .isEqualTo(after.select(".filter input").attr("id"));
    assertThat(after.select(".filter [role=status]").attr("aria-live")).isEqualTo("polite");
  }

  @Test
  void a_link_to_a_row_shows_it_whatever_is_filtered_and_marks_it_when_sorted() throws Exception {
    Document after =
        after(
            230,
            "ask('task20'); location.hash = '#t-7';"
                + "window.addEventListener('hashchange', () => setTimeout(() => {"
                + "  click(0); click(0);"
                + "  const marked = table.querySelector('tr:target');"
                + "  says([box.value, rows().length, marked && marked.id].join(' | '));"
                + "}, 50))");

    assertThat(after.title()).isEqualTo("| 200 | t-7");
  }

  @Test
  void a_table_of_several_parts_says_so_and_leads_to_the_search() throws Exception {
    Document large = after(230, "");
    Document other = after(100, "");

    assertThat(large.select(".filter").text()).contains("The filter is of this part of the table.");
    assertThat(other.select(".filter").text()).isEqualTo("Filter these rows 100 rows");
  }

  @Test
  void the_address_of_a_row_leads_on_to_the_part_that_has_it() throws Exception {
    Path folder = site(640);
    URI address = URI.create(folder.resolve("tasks.html").toUri() + "#t-640");
    Chromium.Visit visit = Chromium.find().open(address, temporary);

    assertThat(visit.console()).isEmpty();
    assertThat(visit.dom().title()).isEqualTo("Tasks (page 4 of 4) · Shop");
    assertThat(visit.dom().select("#t-640").is("tr")).isTrue();
  }

  @Test
  void without_the_script_the_address_of_a_row_shows_the_one_link_to_it() throws Exception {
    Path folder = write(640);
    Files.writeString(
        folder.resolve("assets/tables.js"),
        "addEventListener('load', () => setTimeout(() => {"
            + "  const shown = Array.from(document.querySelectorAll('.moved > a'))"
            + "    .filter((link) => getComputedStyle(link).display !== 'none');"
            + "  document.title = shown.map((link) => link.id).join(', ');"
            + "}, 50))");
    URI address = URI.create(folder.resolve("tasks.html").toUri() + "#t-640");

    assertThat(Chromium.find().open(address, temporary).dom().title()).isEqualTo("t-640");
  }

  /** A page of that many rows after a script ran behind that of the tables. */
  private Document after(int rows, String script) throws Exception {
    Path folder = site(rows);
    Files.writeString(folder.resolve("do.js"), "(function () {" + HEAD + script + "})();");
    String page = Files.readString(folder.resolve("tasks.html"));
    URI copy =
        write(
            folder.resolve("copy.html"),
            page.replace("</head>", "<script src=\"do.js\" defer></script></head>")
                .replace("require-trusted-types-for 'script'; trusted-types 'none'", ""));
    tab.open(copy);
    Document document = tab.settled();
    assertThat(tab.console()).isEmpty();
    return document;
  }

  /** A site that no test changes but for the copy of its page. */
  private Path site(int rows) throws IOException {
    if (!sites.containsKey(rows)) {
      sites.put(rows, write(rows));
    }
    return sites.get(rows);
  }

  private Path write(int rows) throws IOException {
    Path folder = Files.createTempDirectory(temporary, "site");
    for (Map.Entry<String, byte[]> file :
        new SiteRenderer().render(SampleSites.large(rows)).entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    return folder;
  }

  private static URI write(Path path, String text) throws IOException {
    return Files.writeString(path, text).toUri();
  }
}
