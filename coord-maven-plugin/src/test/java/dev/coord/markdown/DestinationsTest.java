package dev.coord.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DestinationsTest {

  private static String html(String source) {
    return new Markdown().inline(source, DestinationsTest::address).html();
  }

  /** Only one file has an address; two ask for what must not be. */
  private static Optional<String> address(String link) {
    return switch (link) {
      case "docs/a.md" -> Optional.of("https://shop.example/a?x=1&y=2");
      case "evil.md" -> Optional.of("javascript:alert(1)");
      case "again.md" -> Optional.of("other.md");
      default -> Optional.empty();
    };
  }

  @Test
  void a_relative_link_leads_to_its_address() {
    assertThat(html("see [the *page*](docs/a.md)"))
        .isEqualTo(
            "see <a href=\"https://shop.example/a?x=1&amp;y=2\" rel=\""
                + HtmlAllowList.REL
                + "\">the <em>page</em></a>");
  }

  @Test
  void a_relative_link_without_an_address_is_its_text() {
    assertThat(html("see [the *page*](docs/b.md) & <x>"))
        .isEqualTo("see the <em>page</em> &amp; &lt;x&gt;");
    assertThat(html("[part](#part)")).isEqualTo("part");
  }

  @Test
  void an_address_is_checked_like_any_other() {
    assertThat(html("[a](evil.md) [b](again.md)")).isEqualTo("a b");
  }

  @Test
  void an_image_becomes_a_link_or_its_description() {
    assertThat(html("![the <plan>](docs/a.md)"))
        .contains(">the &lt;plan&gt;</a>")
        .doesNotContain("<img");
    assertThat(html("![the plan](docs/b.png)")).isEqualTo("the plan");
    assertThat(html("![](docs/b.png)")).isEqualTo("docs/b.png");
    assertThat(html("[![the plan](docs/b.png)](docs/a.md)"))
        .startsWith("<a href=\"https://shop.example/a")
        .contains(">the plan</a>");
  }

  @Test
  void other_links_stay() {
    String source = "[a](https://a.example) <b@c.example> https://d.example";

    assertThat(html(source)).isEqualTo(new Markdown().inline(source).html());
  }

  @Test
  void blocks_are_treated_alike() {
    assertThat(new Markdown().html("- [b](docs/b.md)\n- y", DestinationsTest::address).html())
        .contains("<li>b</li>", "<li>y</li>");
  }
}
