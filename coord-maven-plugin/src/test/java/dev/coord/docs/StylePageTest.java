package dev.coord.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Picture;
import dev.coord.site.model.Site;
import dev.coord.site.model.Tone;
import dev.coord.site.render.SampleStyle;
import dev.coord.site.render.SiteRenderer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of the documentation that shows each component of the site. */
class StylePageTest {

  private static final Path FOLDER = Document.file("docs/style");

  private static final String ASSETS =
      "../../coord-site-templates/src/main/resources/dev/coord/templates/assets/";

  private static final String GOLDEN = "../../coord-maven-plugin/src/test/resources/golden/";

  @ParameterizedTest
  @ValueSource(strings = {"index.html", "index.html.md"})
  void the_page_is_what_the_site_makes_of_its_components_today(String name) throws IOException {
    String page =
        adapted(
            new String(
                new SiteRenderer().render(SampleStyle.site()).get(name), StandardCharsets.UTF_8));
    Path file = FOLDER.resolve(name);
    if ("write".equals(System.getProperty("coord.golden"))) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, page, StandardCharsets.UTF_8);
    }

    assertThat(page)
        .as("%s has changed. If that is intended, write it with -Dcoord.golden=write", file)
        .isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
  }

  @Test
  void every_kind_of_component_is_on_it() {
    Site site = SampleStyle.site();
    TreeSet<String> shown = new TreeSet<>();
    site.pages().get(0).blocks().forEach(block -> collect(block, shown));

    assertThat(shown)
        .containsAll(names(Block.class))
        .containsAll(names(Inline.class))
        .containsAll(names(Picture.class))
        .containsAll(Arrays.stream(Tone.values()).map(Tone::name).toList());
  }

  @Test
  void it_uses_the_style_sheet_that_is_shipped_and_its_links_lead_somewhere() throws IOException {
    org.jsoup.nodes.Document page =
        Jsoup.parse(Files.readString(FOLDER.resolve("index.html"), StandardCharsets.UTF_8));

    assertThat(page.select("link[rel=stylesheet]").eachAttr("href"))
        .containsExactly(ASSETS + "coord.css");
    assertThat(page.select("[href]").eachAttr("href"))
        .allSatisfy(
            link -> {
              String[] parts = (link + " ").split("#");
              assertThat(FOLDER.resolve(parts[0].strip())).as(link).exists();
              if (parts.length > 1) {
                assertThat(page.getElementById(parts[1].strip())).as(link).isNotNull();
              }
            });
  }

  /** What a site has beside its pages lies elsewhere here. */
  private static String adapted(String page) {
    return page.replace("\"assets/", "\"" + ASSETS)
        .replace("\"status.json", "\"" + GOLDEN + "status-failing.json")
        .replace("(status.json", "(" + GOLDEN + "status-failing.json")
        .replace("\"feed.xml", "\"" + GOLDEN + "feed.xml");
  }

  private static List<String> names(Class<?> kinds) {
    return Arrays.stream(kinds.getPermittedSubclasses()).map(Class::getSimpleName).toList();
  }

  /** The kinds of all records and constants below a value. */
  private static void collect(Object value, Collection<String> kinds) {
    if (value instanceof Collection<?> several) {
      several.forEach(one -> collect(one, kinds));
    } else if (value instanceof Map<?, ?> map) {
      collect(map.values(), kinds);
    } else if (value instanceof Optional<?> one) {
      one.ifPresent(present -> collect(present, kinds));
    } else if (value instanceof Enum<?> constant) {
      kinds.add(constant.name());
    } else if (value instanceof Record record) {
      kinds.add(record.getClass().getSimpleName());
      Stream.of(record.getClass().getRecordComponents())
          .forEach(
              part -> {
                try {
                  collect(part.getAccessor().invoke(record), kinds);
                } catch (ReflectiveOperationException e) {
                  throw new IllegalStateException(e);
                }
              });
    }
  }
}
