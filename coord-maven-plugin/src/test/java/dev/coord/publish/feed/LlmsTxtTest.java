package dev.coord.publish.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.Golden;
import dev.coord.HostileAssessment;
import dev.coord.SampleAssessments;
import dev.coord.assess.Assessment;
import dev.coord.site.SiteBuilder;
import dev.coord.site.draft.SiteFrame;
import dev.coord.site.model.Site;
import dev.coord.site.render.SiteRenderer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LlmsTxtTest {

  private static final SiteFrame FRAME = SampleAssessments.siteFrame();
  private static final Pattern ENTRY =
      Pattern.compile("- \\[(?:[^\\[\\]]|\\\\.)+]\\(([A-Za-z0-9./_-]+)\\): \\S.*");

  private static Map<String, byte[]> files(Assessment assessment) {
    return new SiteFiles(assessment, FRAME, Optional.empty()).files();
  }

  private static String index(Assessment assessment) {
    Site site = new SiteBuilder().build(assessment, FRAME);
    return new String(
        new SiteFiles(assessment, FRAME, Optional.empty()).index(site), StandardCharsets.UTF_8);
  }

  @Test
  void a_failing_build_lists_its_texts_like_this() {
    Golden.assertGolden("llms-failing.txt", index(SampleAssessments.failing()));
  }

  @ParameterizedTest
  @MethodSource("dev.coord.site.render.WholeSiteTest#samples")
  void it_is_a_title_a_quotation_and_sections_of_links_to_files_of_the_site(Assessment known) {
    Map<String, byte[]> files = files(known);
    files.putAll(new SiteRenderer().render(new SiteBuilder().build(known, FRAME)));

    String[] blocks = index(known).split("\n\n");

    assertThat(blocks[0]).startsWith("# ").doesNotContain("\n");
    assertThat(blocks[1]).startsWith("> ").doesNotContain("\n");
    int links = 0;
    for (int i = 2; i < blocks.length; i++) {
      if (blocks[i].startsWith("## ")) {
        assertThat(blocks[i]).doesNotContain("\n");
        continue;
      }
      for (String line : blocks[i].split("\n")) {
        Matcher entry = ENTRY.matcher(line);
        assertThat(entry.matches()).as(line).isTrue();
        String path = entry.group(1);
        assertThat(path.equals("status.json") || files.containsKey(path)).as(path).isTrue();
        links++;
      }
    }
    assertThat(links).isGreaterThan(10);
  }

  @Test
  void a_text_cannot_add_a_line_or_a_link() {
    String index = index(HostileAssessment.assessment());

    assertThat(index).contains("\\<script>").doesNotContain("\u001b", "\u202e", "\r");
    assertThat(index.lines()).noneMatch(line -> line.startsWith("::"));
    assertThat(index.replaceAll("\\\\.", "")).doesNotContain("](http", "](javascript");
  }
}
