package dev.coord.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownBlocksTest {
  private static final String WEB = " rel=\"nofollow noopener\"";

  private final Markdown markdown = new Markdown();

  @Test
  void a_paragraph_has_emphasis_code_and_strikethrough() {
    assertHtml(
        "A *b* **c** ***d*** ~~e~~ `f<g>` snake_case",
        "<p>A <em>b</em> <strong>c</strong> <em><strong>d</strong></em> <del>e</del> <code>f&lt;g&gt;</code>"
            + " snake_case</p>");
  }

  @Test
  void headings_begin_below_the_sections_of_the_page_and_have_no_id() {
    assertHtml(
        "# A\n\n## B\n\n### C\n\n#### D\n\n###### E",
        "<h3>A</h3>\n<h4>B</h4>\n<h5>C</h5>\n<h6>D</h6>\n<h6>E</h6>");
    assertHtml("A\n===\n\nB\n---", "<h3>A</h3>\n<h4>B</h4>");
  }

  @Test
  void lists_nest_and_keep_their_first_number() {
    assertHtml("- a\n  - b\n- c", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>");
    assertHtml("7. a\n8. b", "<ol start=\"7\">\n<li>a</li>\n<li>b</li>\n</ol>");
  }

  @Test
  void tasks_are_pictures_with_words() {
    assertHtml(
        "- [ ] a\n- [x] **b**\n- [X] c",
        """
        <ul>
        <li class="md-task"><span class="md-task-mark" role="img" aria-label="not done">☐</span> a</li>
        <li class="md-task"><span class="md-task-mark" role="img" aria-label="done">☑</span> <strong>b</strong></li>
        <li class="md-task"><span class="md-task-mark" role="img" aria-label="done">☑</span> c</li>
        </ul>""");
  }

  @Test
  void a_task_may_hold_paragraphs_and_lists() {
    assertHtml(
        "- [x] a\n\n  b\n\n  - c",
        """
        <ul>
        <li class="md-task">
        <p><span class="md-task-mark" role="img" aria-label="done">☑</span> a
        </p><p>b</p>
        <ul>
        <li>c</li>
        </ul>

        </li>
        </ul>""");
  }

  @Test
  void a_table_scrolls_by_keyboard_and_aligns_its_cells() {
    assertHtml(
        "| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | `x` | *3* | 4 |",
        """
        <div class="md-table" tabindex="0"><table>
        <thead>
        <tr><th class="md-left">a</th><th class="md-center">b</th><th class="md-right">c</th><th>d</th></tr>
        </thead>
        <tbody>
        <tr><td class="md-left">1</td><td class="md-center"><code>x</code></td><td class="md-right"><em>3</em></td><td>4</td></tr>
        </tbody>
        </table></div>""");
  }

  @Test
  void every_row_of_a_table_has_as_many_cells_as_its_head() {
    assertHtml(
        "a|b\n-|-\n1\n1|2|3",
        """
        <div class="md-table" tabindex="0"><table>
        <thead>
        <tr><th>a</th><th>b</th></tr>
        </thead>
        <tbody></tbody>
        </table></div>
        <p>1
        1|2|3</p>""");
    assertHtml(
        "|a|b|\n|-|-|\n|1|\n|1|2|3|",
        """
        <div class="md-table" tabindex="0"><table>
        <thead>
        <tr><th>a</th><th>b</th></tr>
        </thead>
        <tbody>
        <tr><td>1</td><td></td></tr>
        <tr><td>1</td><td>2</td></tr>
        </tbody>
        </table></div>""");
  }

  @Test
  void code_keeps_its_language_and_scrolls_by_keyboard() {
    assertHtml(
        "```java\nwhen (a < b) {}\n```",
        "<pre tabindex=\"0\"><code class=\"language-java\">when (a &lt; b) {}\n</code></pre>");
    assertHtml("    a\n\n    b", "<pre tabindex=\"0\"><code>a\n\nb\n</code></pre>");
    assertHtml(
        "```c++ title=x\na\n```",
        "<pre tabindex=\"0\"><code class=\"language-c++\">a\n</code></pre>");
    assertHtml("```<b>\na\n```", "<pre tabindex=\"0\"><code>a\n</code></pre>");
  }

  @Test
  void quotations_rules_and_hard_breaks_are_kept() {
    assertHtml("> a\n> b\n\n---", "<blockquote>\n<p>a\nb</p>\n</blockquote>\n<hr>");
    assertHtml("a  \nb\\\nc", "<p>a<br>\nb<br>\nc</p>");
  }

  @Test
  void html_and_comments_are_text_and_the_markdown_in_them_is_read() {
    assertHtml("<div>\n*a*\n</div>", "<p>&lt;div&gt;\n<em>a</em>\n&lt;/div&gt;</p>");
    assertHtml("a<br>b <!-- c -->", "<p>a&lt;br&gt;b &lt;!-- c --&gt;</p>");
    assertHtml("&lt;b&gt; &amp; &copy;", "<p>&lt;b&gt; &amp; ©</p>");
  }

  @Test
  void links_to_other_sites_say_so_to_browsers() {
    assertHtml(
        "[a](https://a.b/?c=1&d=2 \"T\")",
        "<p><a href=\"https://a.b/?c=1&amp;d=2\" title=\"T\"" + WEB + ">a</a></p>");
    assertHtml(
        "[a](docs/b.md#c) [d](#e)", "<p><a href=\"docs/b.md#c\">a</a> <a href=\"#e\">d</a></p>");
    assertHtml("[a](mailto:b@c.d)", "<p><a href=\"mailto:b@c.d\">a</a></p>");
    assertHtml("[a](<b c>)", "<p><a href=\"b%20c\">a</a></p>");
  }

  @Test
  void a_link_without_text_shows_its_destination() {
    assertHtml("[](https://a.b/)", "<p><a href=\"https://a.b/\"" + WEB + ">https://a.b/</a></p>");
    assertHtml("[![](c.png)](d)", "<p><a href=\"d\"><img src=\"c.png\" alt=\"\">d</a></p>");
    assertHtml("[![x](c.png)](d)", "<p><a href=\"d\"><img src=\"c.png\" alt=\"x\"></a></p>");
  }

  @Test
  void reference_links_are_resolved_and_undefined_ones_stay_text() {
    assertHtml(
        "[a][r], [r], [R][] and [s]\n\n[r]: https://a.b/ 'T'",
        "<p><a href=\"https://a.b/\" title=\"T\"%1$s>a</a>, <a href=\"https://a.b/\" title=\"T\"%1$s>r</a>,"
                .formatted(WEB)
            + " <a href=\"https://a.b/\" title=\"T\"%s>R</a> and [s]</p>".formatted(WEB));
  }

  @Test
  void images_of_other_sites_become_links() {
    assertHtml("![a](https://a.b/c.png)", "<p><a href=\"https://a.b/c.png\"" + WEB + ">a</a></p>");
    assertHtml(
        "![](https://a.b/c.png)",
        "<p><a href=\"https://a.b/c.png\"" + WEB + ">https://a.b/c.png</a></p>");
    assertHtml(
        "[![build](https://a.b/badge.svg)](https://ci.example/)",
        "<p><a href=\"https://ci.example/\"" + WEB + ">build</a></p>");
  }

  @Test
  void images_of_the_site_itself_are_shown() {
    assertHtml("![a](img/c.png \"T\")", "<p><img src=\"img/c.png\" alt=\"a\" title=\"T\"></p>");
  }

  @Test
  void bare_urls_become_links_without_the_marks_behind_them() {
    assertHtml(
        "See https://a.b/c_d_e.",
        "<p>See <a href=\"https://a.b/c_d_e\"" + WEB + ">https://a.b/c_d_e</a>.</p>");
    assertHtml(
        "(www.a.b/(c))!", "<p>(<a href=\"http://www.a.b/(c)\"" + WEB + ">www.a.b/(c)</a>)!</p>");
    assertHtml(
        "<https://a.b>, <c@d.e>",
        "<p><a href=\"https://a.b\""
            + WEB
            + ">https://a.b</a>, <a href=\"mailto:c@d.e\">c@d.e</a></p>");
    assertHtml(
        "https://a.b/?c=1&d=2",
        "<p><a href=\"https://a.b/?c=1&amp;d=2\"" + WEB + ">https://a.b/?c=1&amp;d=2</a></p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xhttps://a.b",
        "a@www.b.c",
        "c@d.e",
        "ftp://a.b",
        "https://",
        "http:a",
        "foo:bar",
        "git@github.com:a/b.git",
        "//a.b"
      })
  void what_only_resembles_a_url_stays_text(String text) {
    assertHtml(text, "<p>" + text + "</p>");
  }

  @Test
  void urls_in_code_and_in_links_are_left_alone() {
    assertHtml("`https://a.b`", "<p><code>https://a.b</code></p>");
    assertHtml("[https://a.b](c)", "<p><a href=\"c\">https://a.b</a></p>");
  }

  @Test
  void line_ends_of_all_systems_are_the_same() {
    assertThat(markdown.html("a\r\n\r\n- b\r- c")).isEqualTo(markdown.html("a\n\n- b\n- c"));
  }

  @Test
  void characters_that_no_page_may_hold_are_replaced() {
    assertHtml(
        "a\u0000b\u001bc\ud800d\ufffee\u202ef", "<p>a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf</p>");
    assertHtml("\ud83d\ude00 \u200f\u05d0", "<p>\ud83d\ude00 \u200f\u05d0</p>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n", "\t", "[a]: https://b.c"})
  void a_text_without_content_is_empty(String text) {
    assertThat(markdown.html(text).isEmpty()).isTrue();
    assertThat(markdown.html("a").isEmpty()).isFalse();
  }

  private void assertHtml(String source, String html) {
    assertThat(markdown.html(source).html()).isEqualTo(html);
  }
}
