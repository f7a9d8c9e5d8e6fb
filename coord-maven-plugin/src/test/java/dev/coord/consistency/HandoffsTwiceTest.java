package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandoffsTwiceTest {

  private static List<String> told(String first, String again) {
    return Told.of(
        HandoffsTwice.of(
            Written.plan(
                "workstreams: [{id: a}, {id: b}]",
                "handoffs:",
                "  - {id: one, " + first + "}",
                "  - {id: two, " + again + "}")));
  }

  private static String contract(String signature, String more) {
    return "kind: contract, paths: [/a.java], signature: \"" + signature + "\"" + more;
  }

  @Test
  void one_interface_with_two_signatures_is_found() {
    assertThat(told(contract("Money price(String id);", ""), contract("Money price(int id);", "")))
        .containsExactly(
            "handoff one at 5: its signature of price in /a.java, but handoff two agrees on another"
                + " one (coord.yml:6:60) (6): Agree on one signature, and mark the other handoff as"
                + " not_needed.");
  }

  @Test
  void one_signature_other_interfaces_and_what_nobody_needs_agree() {
    String price = contract("Money price(String id);", "");

    assertThat(told(price, contract("Money  price(String id)", ""))).isEmpty();
    assertThat(told(price, contract("List search(String text);", ""))).isEmpty();
    assertThat(told(price, contract("Money price(int id);", ", version: 2, status: not_needed")))
        .isEmpty();
    assertThat(told(price, "kind: contract, paths: [/b.java], signature: \"Money price(int id)\""))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"secret", "library"})
  void one_name_that_is_ready_and_planned_is_found(String kind) {
    assertThat(
            told("kind: " + kind + ", name: key, status: ready", "kind: " + kind + ", name: key"))
        .singleElement()
        .asString()
        .startsWith(
            "handoff one at 5: " + kind + " key is ready, but handoff two says that it is planned");
  }

  @Test
  void names_of_other_places_builds_and_files_agree() {
    assertThat(
            told(
                "kind: secret, name: KEY, where: staging, status: ready",
                "kind: secret, name: KEY, where: production"))
        .isEmpty();
    assertThat(
            told(
                "kind: library, name: gson, file: a/pom.xml, status: ready",
                "kind: library, name: gson, file: b/pom.xml"))
        .isEmpty();
    assertThat(told("kind: secret, name: KEY, status: ready", "kind: secret, name: OTHER"))
        .isEmpty();
    assertThat(
            told(
                "kind: secret, name: KEY, status: ready", "kind: secret, name: KEY, status: ready"))
        .isEmpty();
  }

  @Test
  void one_file_that_two_hand_over_is_found() {
    String mine = "kind: artifact, provider: a, paths: [/model.bin], status: ready";

    assertThat(told(mine, "kind: artifact, provider: b, paths: [/model.bin], status: planned"))
        .containsExactly(
            "handoff one at 5: a hands over /model.bin (ready), but by handoff two, b does (planned)"
                + " (coord.yml:6:41) (6): Let one of them hand it over.");
    assertThat(told(mine, "kind: artifact, provider: b, paths: [/other.bin]")).isEmpty();
    assertThat(told(mine, mine)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"artifact", "stub"})
  void one_file_that_one_workstream_hands_over_in_two_states_is_found(String kind) {
    String ready = "kind: " + kind + ", provider: a, paths: [/x.bin, /model.bin], status: ready";

    assertThat(told(ready, "kind: " + kind + ", provider: a, paths: [/model.bin, /x.bin]"))
        .containsExactly(
            "handoff one at 5: "
                + kind
                + " /model.bin is ready, but handoff two says that it is planned (coord.yml:6:5)"
                + " (6): Write the same status in both, or promise it once.");
    assertThat(told(ready, "kind: " + kind + ", paths: [/model.bin]")).hasSize(1);
  }

  @Test
  void another_version_a_stub_and_what_a_rule_asks_for_beside_the_file_are_other_things() {
    String stub = "kind: stub, provider: a, paths: [/model.bin], version: 1";
    String file = "kind: artifact, provider: a, paths: [/model.bin]";

    assertThat(told(stub + ", status: ready", stub)).hasSize(1);
    assertThat(told(stub + ", status: ready", stub.replace('1', '2'))).isEmpty();
    assertThat(told(stub + ", status: ready", file)).isEmpty();
    assertThat(told(file + ", status: ready", file)).hasSize(1);
    assertThat(told(file + ", status: ready", file + ", status: not_needed")).isEmpty();
    assertThat(
            told(
                file + ", status: ready",
                file + ", ready_when: {path: {file: model.bin, contains: v2}}"))
        .isEmpty();
  }
}
