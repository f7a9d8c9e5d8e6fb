package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownPartsTest {

  private static String joined(List<String> parts) {
    return String.join("", parts);
  }

  @Test
  void a_short_text_stays_whole_and_an_empty_one_is_nothing() {
    assertThat(MarkdownParts.of("# A\n\n# B\n")).containsExactly("# A\n\n# B\n");
    assertThat(MarkdownParts.of(" \n\n")).isEmpty();
  }

  @Test
  void a_long_text_is_taken_apart_before_headings() {
    String chapter = "## Chapter\n\n" + "Some words.\n".repeat(110);
    List<String> parts = MarkdownParts.of(chapter.repeat(4));

    assertThat(parts).hasSize(4).containsOnly(chapter);
  }

  @Test
  void without_headings_it_is_taken_apart_between_paragraphs() {
    String text = ("Some words.\n\n").repeat(300);
    List<String> parts = MarkdownParts.of(text);

    assertThat(parts).hasSizeGreaterThan(1).allSatisfy(part -> assertThat(part).endsWith("\n\n"));
    assertThat(joined(parts)).isEqualTo(text);
  }

  @Test
  void a_block_of_code_is_never_taken_apart() {
    String code = "````sh\n" + "# no heading\n\n```\n".repeat(150) + "````\n";
    String text = code + "\n## After\n";

    assertThat(MarkdownParts.of(text)).containsExactly(code + "\n", "## After\n");
  }

  @Test
  void a_list_of_one_piece_stays_whole() {
    String list = "- item\n".repeat(1_000);

    assertThat(MarkdownParts.of(list)).containsExactly(list);
  }

  @Test
  void a_part_keeps_the_definitions_of_its_links() {
    String chapter = "## Chapter\n\nSee [the plan].\n" + "Words.\n".repeat(120);
    String text = chapter + "## Other\n\nNothing.\n" + "Words.\n".repeat(120);
    List<String> parts = MarkdownParts.of(text + "## Links\n\n[the plan]: plan.md\n[b]: b.md\n");

    assertThat(parts).hasSize(3);
    assertThat(parts.get(0)).endsWith("Words.\n\n[the plan]: plan.md\n");
    assertThat(parts.get(1)).doesNotContain("plan.md");
  }
}
