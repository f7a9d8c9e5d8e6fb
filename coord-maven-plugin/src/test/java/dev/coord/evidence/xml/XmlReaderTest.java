package dev.coord.evidence.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.InvalidReportException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {

  @TempDir private Path directory;

  /** Writes down what it sees; keeps 10 characters of the text of elements called "t". */
  private static final class Recorder implements ElementHandler {
    private final List<String> events = new ArrayList<>();

    @Override
    public void start(Element element) {
      events.add(
          "<"
              + element.name()
              + " "
              + element.depth()
              + " in "
              + element.ancestor(1)
              + "/"
              + element.ancestor(2)
              + " a="
              + element.text("a"));
      if (element.name().equals("t")) {
        element.captureText(10);
      }
    }

    @Override
    public void end(Element element, String text) {
      events.add("</" + element.name() + " " + text + element.text("a"));
    }
  }

  private static List<String> read(byte[] bytes) throws InvalidReportException {
    Recorder recorder = new Recorder();
    new XmlReader().read(new ByteArrayInputStream(bytes), "r.xml", recorder);
    return recorder.events;
  }

  private static List<String> read(String xml) throws InvalidReportException {
    return read(xml.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void elements_come_with_their_place_in_the_tree_and_their_attributes() throws Exception {
    assertThat(read("<r a='1&lt;2'><b><c a=\"x\"/></b></r>"))
        .containsExactly(
            "<r 1 in / a=1<2", "<b 2 in r/ a=", "<c 3 in b/r a=x", "</c ", "</b ", "</r ");
  }

  @Test
  void text_is_kept_only_where_it_was_asked_for_and_only_its_beginning() throws Exception {
    assertThat(read("<r>no<t>12<!-- c -->34<x>no</x><![CDATA[5<6]]>&amp;890123</t>no</r>"))
        .containsSubsequence("</x ", "</t 12345<6&89", "</r ");
  }

  @Test
  void a_kept_text_never_ends_in_half_of_a_surrogate_pair() throws Exception {
    assertThat(read("<t>123456789😀</t>")).contains("</t 123456789");
  }

  @Test
  void of_a_comment_the_beginning_is_told_and_the_text_around_it_stays_whole() throws Exception {
    List<String> told = new ArrayList<>();
    ElementHandler handler =
        new ElementHandler() {
          @Override
          public void start(Element element) {
            element.captureText(20);
          }

          @Override
          public void end(Element element, String text) {
            told.add(text);
          }

          @Override
          public void comment(String text, Location place) {
            told.add(text + " " + place);
          }
        };
    String xml = "<r>a<!-- one -->b<!--" + "x".repeat(XmlReader.MAX_COMMENT + 1) + "-->c</r>";
    new XmlReader()
        .read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), "r.xml", handler);
    assertThat(told).hasSize(3).last().isEqualTo("abc");
    assertThat(told.get(0)).startsWith(" one  r.xml:1:");
    assertThat(told.get(1)).startsWith("x".repeat(XmlReader.MAX_COMMENT) + " r.xml:1:");
  }

  @Test
  void attributes_are_found_in_any_order_and_however_often() throws Exception {
    List<String> values = new ArrayList<>();
    ElementHandler handler =
        element -> {
          for (String name : List.of("c", "a", "b", "none", "a", "c", "b")) {
            values.add(element.text(name));
          }
          values.add(
              element.is("b", "2") + " " + element.is("b", "1") + " " + element.is("no", ""));
        };
    byte[] xml = "<r a='1' b=' 2 ' c='3'/>".getBytes(StandardCharsets.UTF_8);
    new XmlReader().read(new ByteArrayInputStream(xml), "r.xml", handler);
    assertThat(values).containsExactly("3", "1", " 2 ", "", "1", "3", " 2 ", "true false false");
  }

  @Test
  void namespaces_mean_nothing() throws Exception {
    assertThat(read("<p:r xmlns='u'><b q:c='1'/></p:r>")).contains("<p:r 1 in / a=", "</b ");
  }

  @Test
  void the_doctypes_of_jacoco_and_cobertura_are_skipped() throws Exception {
    assertThat(
            read(
                "<!DOCTYPE report PUBLIC \"-//JACOCO//DTD Report 1.1//EN\" \"report.dtd\"><report/>"))
        .hasSize(2);
    assertThat(
            read(
                "<!DOCTYPE coverage SYSTEM 'http://cobertura.sourceforge.net/xml/coverage-04.dtd'>"
                    + "<coverage/>"))
        .hasSize(2);
  }

  @Test
  void an_external_entity_is_not_read() throws IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "s3cret");
    assertThatThrownBy(
            () -> read("<!DOCTYPE r [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>\n<r a='&x;'/>"))
        .isInstanceOf(InvalidReportException.class)
        .hasMessageStartingWith("r.xml:2:9: the file is not well-formed XML (Undeclared")
        .hasMessageNotContaining("s3cret");
    assertThatThrownBy(
            () -> read("<!DOCTYPE r [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]><r>&x;</r>"))
        .isInstanceOf(InvalidReportException.class)
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void an_entity_in_skipped_text_is_refused_too() {
    assertThatThrownBy(() -> read("<!DOCTYPE r [<!ENTITY x 'y'>]><r><b>skipped &x; text</b></r>"))
        .isInstanceOf(InvalidReportException.class);
  }

  @Test
  void entities_that_grow_are_never_expanded() {
    StringBuilder xml = new StringBuilder("<!DOCTYPE r [<!ENTITY l0 'ha'>");
    for (int i = 1; i <= 30; i++) {
      xml.append("<!ENTITY l%d '&l%d;&l%d;'>".formatted(i, i - 1, i - 1));
    }
    assertThatThrownBy(() -> read(xml + "]><t>&l30;</t>"))
        .isInstanceOf(InvalidReportException.class);
    assertThatThrownBy(
            () -> read("<!DOCTYPE r [<!ENTITY % p '<!ENTITY e \"x\">'> %p; ]><t>&e;</t>"))
        .isInstanceOf(InvalidReportException.class);
  }

  @Test
  void an_external_subset_is_not_fetched() throws Exception {
    assertThat(read("<!DOCTYPE r SYSTEM 'file:///no/such/file.dtd'><r/>")).hasSize(2);
    assertThat(read("<!DOCTYPE r [<!ENTITY % p SYSTEM 'http://localhost:1/x.dtd'> %p; ]><r/>"))
        .hasSize(2);
  }

  @Test
  void nesting_ends_at_64() throws Exception {
    assertThat(read("<a>".repeat(64) + "</a>".repeat(64))).hasSize(128);
    assertThatThrownBy(() -> read("<a>".repeat(65) + "</a>".repeat(65)))
        .isInstanceOf(InvalidReportException.class)
        .hasMessageContaining("Depth limit (64)");
    assertThatThrownBy(() -> read("<a>".repeat(1_000_000)))
        .isInstanceOf(InvalidReportException.class);
  }

  @Test
  void attributes_end_at_64() throws Exception {
    assertThat(read("<r" + attributes(64) + "/>")).hasSize(2);
    assertThatThrownBy(() -> read("<r" + attributes(65) + "/>"))
        .isInstanceOf(InvalidReportException.class)
        .hasMessageContaining("Attribute limit (64)");
  }

  private static String attributes(int count) {
    StringBuilder attributes = new StringBuilder();
    for (int i = 0; i < count; i++) {
      attributes.append(" x").append(i).append("='1'");
    }
    return attributes.toString();
  }

  @Test
  void an_attribute_longer_than_1_mi_characters_is_refused() throws Exception {
    assertThat(read("<r a='" + "x".repeat(1 << 20) + "'/>")).hasSize(2);
    assertThatThrownBy(() -> read("<r a='" + "x".repeat((1 << 20) + 1) + "'/>"))
        .isInstanceOf(InvalidReportException.class)
        .hasMessageContaining("Maximum attribute size");
  }

  @Test
  void text_and_character_data_of_any_length_are_read_over() throws Exception {
    String text = "x".repeat(5 << 20);
    assertThat(read("<r><t>" + text + "</t></r>")).contains("</t xxxxxxxxxx");
    assertThat(read("<r><t><![CDATA[" + text + "]]></t></r>")).contains("</t xxxxxxxxxx");
    assertThat(read("<r><out>" + text + "</out><out><![CDATA[" + text + "]]></out></r>"))
        .hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<!-- %s --><r/>", "<?p %s?><r/>", "<!DOCTYPE r '%s'><r/>", "<r %s='1'/>"})
  void markup_longer_than_4_mib_is_refused(String xml) {
    assertThatThrownBy(() -> read(xml.formatted("x".repeat(5 << 20))))
        .isInstanceOf(InvalidReportException.class);
  }

  @Test
  void a_huge_name_after_text_is_refused() {
    assertThatThrownBy(() -> read("<r>text<" + "x".repeat(5 << 20) + "/></r>"))
        .isInstanceOf(InvalidReportException.class)
        .hasMessageContaining("a tag, comment or DOCTYPE is longer than 4 MiB");
  }

  @Test
  void a_long_name_is_refused() {
    assertThatThrownBy(() -> read("<r><" + "x".repeat(1001) + "/></r>"))
        .isInstanceOf(InvalidReportException.class)
        .hasMessageContaining("a name is longer than 1000 characters");
  }

  @Test
  void a_thousand_names_are_enough() {
    StringBuilder xml = new StringBuilder("<r>");
    for (int i = 0; i < 1000; i++) {
      xml.append("<x").append(i).append("/>");
    }
    assertThatThrownBy(() -> read(xml + "</r>"))
        .isInstanceOf(InvalidReportException.class)
        .hasMessageContaining("more than 1000 different names are no report");
  }

  @Test
  void an_empty_file_says_so() {
    assertThatThrownBy(() -> read(""))
        .isInstanceOf(InvalidReportException.class)
        .hasMessage("r.xml: the file is empty. Run the tool that writes it again.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<r><b>",
        "<r>",
        "<r a=",
        "<r></b>",
        "text",
        "<r/><r/>",
        "<r a='1' a='2'/>",
        "<r>]]></r>",
        "<r>\u0001</r>",
        "<r><![CDATA[\u0001]]></r>",
        "<r>&#0;</r>",
        "<r>&nbsp;</r>",
        "   ",
        "<?xml version='1.0' encoding='no-such-code'?><r/>",
        "<!DOCTYPE",
        "<!DOCTYPE r [<!",
        "<r b/>"
      })
  void what_is_not_well_formed_is_refused(String xml) {
    assertThatThrownBy(() -> read(xml))
        .isInstanceOf(InvalidReportException.class)
        .hasMessageStartingWith("r.xml")
        .hasMessageContaining("the file is not well-formed XML (")
        .hasMessageNotContaining("unknown-source");
  }

  @Test
  void a_cut_off_file_is_refused_at_its_end() {
    assertThatThrownBy(() -> read("<r>\n<b>\nte"))
        .isInstanceOf(InvalidReportException.class)
        .hasMessageStartingWith("r.xml:3:2: the file is not well-formed XML (Unexpected EOF");
  }

  @Test
  void a_broken_byte_is_refused() {
    assertThatThrownBy(() -> read(new byte[] {'<', 'r', '>', (byte) 0xc3, '(', '<', '/', 'r', '>'}))
        .isInstanceOf(InvalidReportException.class)
        .hasMessageContaining("Invalid UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-8", "ISO-8859-1", "windows-1252"})
  void the_declared_encoding_counts(String encoding) throws Exception {
    String xml = "<?xml version='1.0' encoding='%s'?><r a='ü'/>".formatted(encoding);
    assertThat(read(xml.getBytes(Charset.forName(encoding)))).contains("<r 1 in / a=ü");
  }

  @Test
  void a_byte_order_mark_is_no_text() throws Exception {
    assertThat(read("\ufeff<r/>")).hasSize(2);
  }

  @Test
  void a_mistake_is_placed_where_its_element_begins() {
    ElementHandler handler =
        new ElementHandler() {
          @Override
          public void start(Element element) throws InvalidReportException {
            if (element.name().equals("b")) {
              element.number("n", 1, 9);
            }
          }
        };
    byte[] xml = "<r>\n  <b n='NaN'/></r>".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> new XmlReader().read(new ByteArrayInputStream(xml), "r.xml", handler))
        .hasMessage(
            "r.xml:2:3: n=\"NaN\" is not a whole number from 1 to 9. Run the tool that writes this"
                + " report again.");
    byte[] missing = "<r><b/></r>".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(
            () -> new XmlReader().read(new ByteArrayInputStream(missing), "r.xml", handler))
        .hasMessageStartingWith("r.xml:1:4: <b> has no attribute n.");
  }

  @Test
  void what_a_handler_or_the_parser_throws_unchecked_becomes_a_mistake_of_the_file() {
    for (Throwable thrown : List.of(new IllegalStateException(), new StackOverflowError())) {
      ElementHandler handler = element -> sneak(thrown);
      assertThatThrownBy(
              () ->
                  new XmlReader()
                      .read(
                          new ByteArrayInputStream("<r/>".getBytes(StandardCharsets.UTF_8)),
                          "r.xml",
                          handler))
          .hasMessageStartingWith("r.xml:1:1: the XML cannot be understood (");
    }
  }

  private static void sneak(Throwable thrown) {
    if (thrown instanceof RuntimeException e) {
      throw e;
    }
    throw (Error) thrown;
  }

  @Test
  void a_file_is_named_as_the_caller_says() throws Exception {
    Path file = Files.writeString(directory.resolve("x"), "<r>");
    assertThatThrownBy(() -> new XmlReader().read(file, "core/r.xml", element -> {}))
        .hasMessageStartingWith("core/r.xml:1:3: ");
  }

  @Test
  void a_missing_file_a_directory_and_a_link_are_refused() throws Exception {
    assertThatThrownBy(() -> new XmlReader().read(directory.resolve("no"), "r.xml", element -> {}))
        .hasMessage(
            "r.xml: the file is gone. Check that it is a file you may read, and run again.");
    assertThatThrownBy(() -> new XmlReader().read(directory, "r.xml", element -> {}))
        .hasMessageStartingWith("r.xml: the file cannot be read. ");
    Path link = directory.resolve("link");
    Files.createSymbolicLink(link, Files.writeString(directory.resolve("x"), "<r/>"));
    assertThatThrownBy(() -> new XmlReader().read(link, "r.xml", element -> {}))
        .hasMessageStartingWith("r.xml: the file cannot be read. ");
  }

  @Test
  void a_file_beyond_1_gib_is_refused_before_it_is_read() throws Exception {
    Path file = directory.resolve("sparse.xml");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {'x'}), GuardedFile.MAX_FILE);
    }
    assertThatThrownBy(() -> new XmlReader().read(file, "r.xml", element -> {}))
        .hasMessage("r.xml: the file is larger than 1 GiB. Split it, or name smaller reports.");
  }

  @Test
  void one_reader_reads_many_files() throws Exception {
    XmlReader reader = new XmlReader();
    for (int i = 0; i < 3; i++) {
      Recorder recorder = new Recorder();
      byte[] xml = "<r><b/></r>".getBytes(StandardCharsets.UTF_8);
      reader.read(new ByteArrayInputStream(xml), "r.xml", recorder);
      assertThat(recorder.events).hasSize(4);
    }
  }
}
