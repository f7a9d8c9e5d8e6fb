package dev.coord.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.testing.Many;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final String HEAD = "coord: 1\nproject: {name: Shop}\n";
  private static final String NAME =
      "coord.yml:2:11: \"nam\" is not a key of \"project\". Perhaps \"name\" was meant.";

  @Test
  void a_file_of_25_megabytes_is_refused_unread() {
    assertThat(Plans.read(new byte[25_000_000]).diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly(
            "coord.yml: the file has more than 1048576 bytes, the most of a plan file. Split it into"
                + " several files.");
  }

  @Test
  void a_file_of_one_mebibyte_is_read() {
    String comment = "#" + "x".repeat(PlanFile.MAX_BYTES - HEAD.length() - 1);

    assertThat(Plans.messages(HEAD + comment)).isEmpty();
    assertThat(Plans.messages(HEAD + comment + "x")).hasSize(1);
  }

  @Test
  void files_together_have_a_limit_too() {
    byte[] large = ("coord: 1\n" + "#\n".repeat(500_000)).getBytes(StandardCharsets.UTF_8);
    List<PlanFile> files = new ArrayList<>();
    files.add(Plans.file("a.yml", HEAD));
    for (int i = 0; i < 9; i++) {
      files.add(new PlanFile("b" + i + ".yml", java.util.Optional.empty(), large));
    }

    assertThat(new PlanReader().read(files).diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly(
            "b8.yml:1:1: the files of the plan have more than 8388608 bytes up to this one. Shorten"
                + " the plan.");
  }

  @Test
  void nesting_ends_at_32_levels() {
    String start = "coord: 1\nnotes: ";

    assertThat(Plans.messages(start + "[".repeat(31) + "]".repeat(31)))
        .noneMatch(message -> message.contains("nested"));
    assertThat(Plans.messages(start + "[".repeat(32) + "]".repeat(32))).contains(nested("2:39"));
    assertThat(Plans.messages("[".repeat(500_000))).containsExactly(nested("1:33"));
    assertThat(Plans.messages("{a: ".repeat(200_000))).containsExactly(nested("1:129"));
    assertThat(Plans.messages("- ".repeat(500_000))).containsExactly(nested("1:65"));
  }

  @Test
  void a_value_that_is_nested_too_deeply_hides_no_other_mistake() {
    String zzz =
        "coord.yml:3:1: \"zzz\" is not a key of a plan. Known keys are actions, "
            + "boundaries, claims, coord, decisions, environments, epics, events, evidence, "
            + "gates, handoffs, include, merges, metrics, pages, people, playbooks, project, "
            + "reports, risks, scenarios, sprints, testing, waivers, workstreams.";
    String people = ": \"ppeople\" is not a key of a plan. Perhaps \"people\" was meant.";

    assertThat(Plans.messages(around(lists(40))))
        .containsExactly(NAME, zzz, nested("3:37"), "coord.yml:4:1" + people);
    assertThat(Plans.messages(around(lists(YamlTree.MAX_SKIPPED_DEPTH - 1))))
        .containsExactly(NAME, zzz, nested("3:37"), "coord.yml:4:1" + people);
    assertThat(Plans.messages(around("\n  " + "- ".repeat(40) + "{a: [&b c, *d]}")))
        .containsExactly(
            NAME,
            zzz,
            nested("4:65"),
            "coord.yml:4:88: anchors (\"&name\") are not allowed in a plan. Remove it, or put a text"
                + " that begins with \"&\" in quotes.",
            "coord.yml:4:94: aliases (\"*name\") are not allowed in a plan. Write the value out, or"
                + " put a text that begins with \"*\" in quotes.",
            "coord.yml:5:1" + people);
  }

  @Test
  void what_stands_before_a_value_that_is_nested_without_end_is_read() {
    assertThat(Plans.messages(around(lists(YamlTree.MAX_SKIPPED_DEPTH)))).contains(nested("3:37"));
    assertThat(Plans.messages(around(lists(100_000)))).containsExactly(NAME, nested("3:37"));
    assertThat(Plans.messages(around("[".repeat(100_000)))).containsExactly(NAME, nested("3:37"));
    assertThat(Plans.messages("a: @\n" + around(lists(100_000))))
        .hasSize(4)
        .contains(NAME.replace(":2:", ":3:"), nested("4:37"));
  }

  @Test
  void the_end_of_what_is_nested_too_deeply_is_not_looked_for_again_and_again() {
    String many = "[" + (lists(200) + ",").repeat(100) + "]";

    assertThat(Plans.messages(around(many)))
        .hasSizeLessThan(50)
        .startsWith(NAME, nested("3:37"))
        .noneMatch(message -> message.contains("ppeople"));
  }

  private static String around(String value) {
    return "coord: 1\nproject: {nam: y}\nzzz: " + value + "\nppeople: []\n";
  }

  private static String lists(int levels) {
    return "[".repeat(levels) + "]".repeat(levels);
  }

  private static String nested(String place) {
    return "coord.yml:"
        + place
        + ": lists and maps are nested more than 32 deep. Nest them less deeply.";
  }

  @Test
  void tokens_end_at_200000() {
    // Stream, document, map, key, value, key, list: seven events before the items.
    String items = "~,".repeat(YamlTree.MAX_TOKENS - 7);

    assertThat(Plans.messages("coord: 1\na: [" + items + "]"))
        .containsExactly(
            "coord.yml:2:399991: the file has more than 200000 keys and values. Split it into"
                + " several files.");
    assertThat(Plans.messages("coord: 1\nproject: {nam: y}\na: [" + items + "]\nppeople: []"))
        .containsExactly(
            NAME,
            "coord.yml:3:399981: the file has more than 200000 keys and values. Split it into"
                + " several files.");
    assertThat(Plans.messages("coord: 1\na: [" + items.substring(2 * 4) + "]"))
        .noneMatch(message -> message.contains("200000"));
  }

  @Test
  void what_is_read_again_around_a_mistake_has_an_end() {
    String items = "~,".repeat(YamlTree.MAX_TOKENS - 1_000);

    assertThat(Plans.messages(HEAD + "gates:\n - - - - [" + items + "@]"))
        .hasSize(1)
        .first(InstanceOfAssertFactories.STRING)
        .startsWith("coord.yml:4:")
        .endsWith(
            ": there is too much around the mistakes of this file to read on behind them. Correct"
                + " what is told of it, and run again.");
  }

  @Test
  void mistakes_of_yaml_end_at_100_in_one_file() {
    String items = "- @a\n".repeat(BlockReader.MAX_FAULTS - 1);
    String end = "x: 1\n";

    assertThat(Plans.messages(HEAD + "gates:\n" + items + end))
        .hasSize(BlockReader.MAX_FAULTS)
        .last(InstanceOfAssertFactories.STRING)
        .startsWith("coord.yml:103:1: \"x\" is not a key of a plan.");
    assertThat(Plans.messages(HEAD + "gates:\n" + items + "- @a\n- coverage: @b\n" + end))
        .hasSize(BlockReader.MAX_FAULTS)
        .last(InstanceOfAssertFactories.STRING)
        .startsWith("coord.yml:103:3: a text that begins with \"@\"");
  }

  @Test
  void a_name_that_may_stand_behind_the_last_mistake_of_yaml_is_not_called_unknown() {
    String waiver = "waivers: [{gate: a, owner: b, reason: c, until: 2026-01-31}]\n";

    assertThat(Plans.messages(HEAD + waiver + "gates:\n" + "- @a\n".repeat(200)))
        .hasSize(BlockReader.MAX_FAULTS)
        .noneMatch(message -> message.contains("no gate"));
  }

  @Test
  void documents_end_at_20_in_one_file() {
    assertThat(Plans.messages(HEAD + "---\nx: 1\n".repeat(YamlFile.MAX_DOCUMENTS + 10)))
        .hasSize(2 * YamlFile.MAX_DOCUMENTS)
        .filteredOn(message -> message.contains("a second document begins here"))
        .hasSize(YamlFile.MAX_DOCUMENTS);
  }

  @Test
  void values_of_keys_that_are_written_again_and_again_end_at_50() {
    assertThat(Plans.messages(HEAD + "gates: [{x: 1}]\n".repeat(60)))
        .filteredOn(message -> message.contains("is not a key of a gate"))
        .hasSize(51);
  }

  @Test
  void nesting_ends_at_32_levels_around_a_mistake_of_yaml_too() {
    String broken = "coord: 1\nproject: @\ngates:\n " + "- ".repeat(30);

    assertThat(Plans.messages(broken + "- c\n"))
        .noneMatch(message -> message.contains("nested"))
        .anyMatch(message -> message.startsWith("coord.yml:4:4: a gate must be a map"));
    assertThat(Plans.messages(broken + "- @\n"))
        .contains(
            "coord.yml:4:64: a text that begins with \"@\" must be in quotes. Put it in quotes; the"
                + " id of a person is written without \"@\".");
    assertThat(Plans.messages(broken + "- - c\n"))
        .contains(
            "coord.yml:4:64: lists and maps are nested more than 32 deep. Nest them less deeply.");
  }

  @Test
  void a_text_ends_at_65536_characters() {
    String longest = "x".repeat(YamlTree.MAX_SCALAR);

    assertThat(Plans.plan("coord: 1\nproject: {name: Shop, purpose: " + longest + "}")).isNotNull();
    assertThat(Plans.messages("coord: 1\nproject: {name: Shop, purpose: " + longest + "x}"))
        .containsExactly(
            "coord.yml:2:32: this text has 65537 characters, but the longest is 65536. Shorten"
                + " it.");
  }

  @Test
  void messages_end_at_200_and_say_how_many_are_missing() {
    String keys = Many.lines(250, i -> "key" + i + ": 1");
    List<String> messages = Plans.messages(HEAD + keys);

    assertThat(messages).hasSize(201);
    assertThat(messages.get(199)).startsWith("coord.yml:202:1: \"key199\" is not a key of a plan.");
    assertThat(messages.get(200))
        .isEqualTo(
            "coord.yml: 50 more problems are not shown, in coord.yml. Mend the first 200, then read"
                + " the plan again.");
  }

  @Test
  void very_many_mistakes_are_counted_and_not_kept() {
    String keys = Many.lines(12_000, i -> "key" + i + ": 1");

    assertThat(Plans.messages(HEAD + keys)).last().asString().contains("11800 more problems");
  }

  @Test
  void a_circle_of_thousands_is_cut_short() {
    String circle =
        Many.lines(5_000, i -> "- {id: w%d, depends_on: [w%d]}".formatted(i, (i + 1) % 5_000));

    assertThat(Plans.messages(HEAD + "workstreams:\n" + circle))
        .containsExactly(
            "coord.yml:4:25: workstreams wait for each other: w0 -> w1 -> w2 -> w3 -> w4 -> w5 ->"
                + " w6 -> w7 -> w8 -> w9 -> w10 -> w11 -> 4988 more -> w0. Remove one of them from"
                + " \"depends_on\" or \"wait_for\".");
  }
}
