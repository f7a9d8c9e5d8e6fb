package dev.coord.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlRulesTest {

  @Test
  void every_page_of_a_failing_build_keeps_the_rules() {
    assertThat(HtmlRules.violations(SampleSites.failing())).isEmpty();
  }

  @Test
  void the_page_of_an_unreadable_plan_keeps_the_rules() {
    assertThat(HtmlRules.violations(SampleSites.badPlan())).isEmpty();
  }

  @Test
  void every_part_of_a_page_of_many_rows_keeps_the_rules() {
    assertThat(HtmlRules.violations(SampleSites.large(2_345))).isEmpty();
  }

  /** A check that cannot fail would be worth nothing. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<h1> | <h1 onclick=\"x()\"> | attribute onclick",
        "<h1> | <h1 style=\"color:red\"> | attribute style",
        "<h1> | <h1 id=\"_main\"> | id _main is there twice",
        "<h1> | <script>x()</script><h1> | scripts",
        "script-src 'none' | script-src 'unsafe-inline' | policy:",
        "href=\"#mistakes\" | href=\"#mistake\" | no such element: #mistake",
        "href=\"index.html.md\" | href=\"index.htm\" | leads nowhere: index.htm",
        "href=\"assets/icon.svg\" | href=\"https://evil.example/x\" | loads from elsewhere:",
        "href=\"status.json\" | href=\"javascript:x()\" | scheme: javascript:x()",
        "href=\"status.json\" | href=\"../status.json\" | leads nowhere: ../status.json",
        "href=\"status.json\" | href=\"//evil.example\" | not relative: //evil.example",
        "class=\"verdict | class=\"other | the verdict is not the first sentence",
      })
  void a_page_that_breaks_a_rule_is_found(String from, String to, String violation) {
    Map<String, byte[]> files = new TreeMap<>(new SiteRenderer().render(SampleSites.badPlan()));
    String page = new String(files.get("index.html"), StandardCharsets.UTF_8);
    assertThat(page).contains(from);
    files.put("index.html", page.replace(from, to).getBytes(StandardCharsets.UTF_8));

    assertThat(HtmlRules.violations(files))
        .anySatisfy(found -> assertThat(found).startsWith("index.html: ").contains(violation));
  }

  @Test
  void what_weighs_too_much_or_runs_is_found() {
    Map<String, byte[]> files = new TreeMap<>(new SiteRenderer().render(SampleSites.badPlan()));
    byte[] heavy = new byte[40_000];
    new Random(1).nextBytes(heavy);
    files.put("assets/coord.css", heavy);
    files.put("assets/big.svg", heavy);
    files.put("assets/run.js", new byte[1]);
    files.put("assets/tables.js", heavy);

    assertThat(HtmlRules.violations(files))
        .satisfiesExactlyInAnyOrder(
            found -> assertThat(found).matches("assets/coord\\.css: 4\\d{4} bytes, compressed"),
            found -> assertThat(found).matches("assets/big\\.svg: 4\\d{4} bytes, compressed"),
            found -> assertThat(found).isEqualTo("assets/run.js: a script"),
            found -> assertThat(found).isEqualTo("assets/tables.js: no page has a long table"),
            found ->
                assertThat(found)
                    .matches("assets/tables\\.js: \\d{5} bytes of script, compressed"));
  }
}
