package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.Observation;
import dev.coord.it.GitProject;
import dev.coord.it.Team;
import dev.coord.plan.SiteLook;
import dev.coord.site.render.Look.Logo;
import dev.coord.testing.Places;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteLogoTest {

  private static final String BEGIN =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40.5 20\"";
  private static final String PLAIN = "Save it as plain SVG of shapes, without scripts and links.";

  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "><path fill=\"#0a0\" d=\"M0 0h40v20z\"/></svg>",
        "><style>.a { fill: url(#g) }</style><g class=\"a\"><use href=\"#b\"/></g></svg>",
        " xmlns:xlink=\"http://www.w3.org/1999/xlink\"><use xlink:href=\"#b\"/></svg>",
        " xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" inkscape:version=\"1\">"
            + "<metadata/></svg>"
      })
  void a_drawing_of_shapes_is_a_logo(String rest) throws IOException {
    Observation<Logo> logo = svg("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + BEGIN + rest);

    assertThat(logo.optional())
        .hasValueSatisfying(
            it -> {
              assertThat(it.file()).isEqualTo("logo.svg");
              assertThat(it.width()).isEqualTo(40);
              assertThat(it.height()).isEqualTo(20);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "><script>alert(1)</script></svg>|it has an element <script>",
        "><a href=\"#x\"/></svg>|it has an element <a>",
        "><foreignObject/></svg>|it has an element <foreignObject>",
        "><set attributeName=\"onload\" to=\"x\"/></svg>|it has an element <set>",
        " onload=\"alert(1)\"/>|it has a script, onload",
        " ONLOAD=\"alert(1)\"/>|it has a script, ONLOAD",
        "><use href=\"https://evil.example/x.svg#a\"/></svg>|its href leads out of it",
        "><use href=\"data:image/svg+xml,x\"/></svg>|its href leads out of it",
        " xmlns:x=\"http://www.w3.org/1999/xlink\"><use x:href=\"javascript:x\"/></svg>|its x:href"
            + " leads out of it",
        " xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:script/></svg>|it has elements of another"
            + " language, xmlns:h=\"http://www.w3.org/1999/xhtml\"",
        "><g xmlns=\"http://www.w3.org/1999/xhtml\"/></svg>|it has elements of another language,"
            + " xmlns=\"http://www.w3.org/1999/xhtml\"",
        "><style>@import '//evil.example'</style></svg>|its style leads out of it",
        "><style>a { fill: u\\72l(//evil.example) }</style></svg>|its style leads out of it",
        "><style><![CDATA[a { fill: url(//evil.example) }]]></style></svg>|its style leads out of"
            + " it",
        "><path style=\"fill: url( 'https://evil.example' )\"/></svg>|its attribute style leads out"
            + " of it",
        "><path fill=\"&#117;rl(//evil.example)\"/></svg>|its attribute fill leads out of it",
      })
  void what_could_run_or_load_something_when_opened_by_itself_is_refused(String rest, String why)
      throws IOException {
    assertThat(svg(BEGIN + rest)).isInstanceOf(Observation.Unknown.class);
    Observation.Unknown<Logo> unknown = (Observation.Unknown<Logo>) svg(BEGIN + rest);
    assertThat(unknown.reason()).startsWith("logo.svg:1:").endsWith(" cannot be shown: " + why);
    assertThat(unknown.remedy()).isEqualTo(PLAIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        "<?xml-stylesheet href=\"//evil.example\"?>",
        "<?xml version=\"1.0\" encoding=\"ISO-2022-JP\"?>"
      })
  void document_types_instructions_and_other_encodings_are_refused(String before)
      throws IOException {
    assertThat(svg(before + BEGIN + "/>"))
        .isEqualTo(
            Observation.unknown(
                "logo.svg cannot be shown: it has a document type, an instruction or an encoding"
                    + " that is not UTF-8",
                "Save it as plain SVG."));
  }

  @Test
  void what_is_no_drawing_or_has_no_size_is_refused() throws IOException {
    assertThat(svg("<html/>").isKnown()).isFalse();
    assertThat(svg("<svg").isKnown()).isFalse();
    assertThat(svg("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"))
        .asString()
        .contains("it has no size: neither viewBox nor width and height");
    assertThat(
            svg("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8px\" height=\"9\"/>").isKnown())
        .isTrue();
  }

  @Test
  void a_png_image_has_the_size_that_its_header_says() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(33, 11, BufferedImage.TYPE_INT_RGB), "png", out);
    Files.write(root.resolve("logo.png"), out.toByteArray());

    assertThat(read("logo.png").optional())
        .hasValueSatisfying(
            it -> {
              assertThat(it.file()).isEqualTo("logo.png");
              assertThat(it.width()).isEqualTo(33);
              assertThat(it.height()).isEqualTo(11);
            });
  }

  @Test
  void a_secret_that_is_called_like_an_image_is_not_published() throws IOException {
    Files.writeString(root.resolve("logo.png"), "password of the database server");

    assertThat(read("logo.png"))
        .isEqualTo(Observation.unknown("logo.png is no PNG image", "Save it as PNG."));
  }

  @Test
  void files_that_are_missing_links_or_too_large_are_refused() throws IOException {
    assertThat(read("logo.svg"))
        .isEqualTo(Observation.unknown("logo.svg does not exist", "Add it, or correct logo."));
    Files.createSymbolicLink(
        root.resolve("link.svg"), Files.writeString(root.resolve("secret.txt"), "x"));
    assertThat(read("link.svg"))
        .isEqualTo(
            Observation.unknown(
                "link.svg is a symbolic link, or lies below one",
                "Put the file itself in its place."));
    assertThat(svg(" ".repeat(SiteLogo.MAX_BYTES + 1)))
        .isEqualTo(
            Observation.unknown(
                "logo.svg has more than 64 KiB", "Every page shows it: make it smaller."));
  }

  @Test
  void title_logo_and_colour_of_the_plan_are_those_of_the_site() {
    GitProject project = Team.checkout(root);
    project.edit(
        "coord.yml",
        "project: {",
        "project: {site: {title: Tea & more, logo: art/logo.svg, accent: \"#B35900\"}, ");
    project.file("art/logo.svg", BEGIN + "/>");

    new Coord().site(Settings.in(root).build());

    assertThat(project.path("target/coord/assets/logo.svg")).hasContent(BEGIN + "/>");
    assertThat(project.path("target/coord/gates.html"))
        .content()
        .contains(
            "<title>Gates · Tea &amp; more</title>",
            "<img src=\"assets/logo.svg\" alt=\"\" width=\"56\" height=\"28\">Tea &amp; more</a>");
    assertThat(project.path("target/coord/assets/coord.css")).content().contains("solid #b35900");
  }

  @Test
  void a_logo_that_cannot_be_shown_is_left_out_and_told_with_its_plan_line() {
    GitProject project = Team.checkout(root);
    project.edit("coord.yml", "project: {", "project: {site: {logo: logo.svg}, ");
    project.file("logo.svg", BEGIN + " onload='x'/>");

    new Coord().site(Settings.in(root).build());

    assertThat(project.path("target/coord/assets/logo.svg")).doesNotExist();
    assertThat(project.path("target/coord/index.html.md"))
        .content()
        .contains("cannot be shown: it has a script, onload", "coord.yml:");
  }

  private Observation<Logo> svg(String text) throws IOException {
    Files.write(root.resolve("logo.svg"), text.getBytes(StandardCharsets.UTF_8));
    return read("logo.svg");
  }

  private Observation<Logo> read(String file) {
    SiteLook look =
        new SiteLook(Places.origin(), Optional.empty(), Optional.of(file), Optional.empty());
    return SiteLogo.of(look, new WorkTreeSource(root)).orElseThrow();
  }
}
