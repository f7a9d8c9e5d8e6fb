package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.AssessmentDraft;
import dev.coord.SampleAssessments;
import dev.coord.SampleEvidence;
import dev.coord.SampleRows;
import dev.coord.SampleRules;
import dev.coord.assess.Judged;
import dev.coord.evidence.Observation;
import dev.coord.plan.Gate;
import dev.coord.plan.Severity;
import dev.coord.rule.OwnershipReport;
import dev.coord.rule.Trespass;
import dev.coord.site.model.Page;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import dev.coord.testing.Many;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnershipPageTest {

  private static AssessmentDraft passing() {
    return new AssessmentDraft(SampleAssessments.passing());
  }

  private static String verdict(AssessmentDraft draft) {
    return Pages.verdict(Pages.of(draft, "ownership"));
  }

  @Test
  void the_trespassers_are_named_first() {
    assertThat(verdict(new AssessmentDraft(SampleAssessments.failing())))
        .isEqualTo(
            "[bad] 2 paths were changed against the plan: 2 by checkout(workstreams/checkout). This"
                + " fails the build.");
  }

  @Test
  void a_trespass_that_no_gate_forbids_is_shown_and_cannot_fail_the_build() {
    Page page = Pages.of(new AssessmentDraft(SampleAssessments.failing()).gates(), "ownership");

    assertThat(Pages.verdict(page)).startsWith("[warning] ").endsWith("It cannot fail this build.");
    assertThat(Pages.text(page))
        .contains("#trespass-checkout-catalog-money.java [warning] ")
        .doesNotContain("[bad");
  }

  @Test
  void a_waived_trespass_is_told_from_those_that_fail() {
    Gate ownership = SampleRules.gate("ownership", SampleRules.ownershipRule(), Severity.FAIL);
    Page page =
        Pages.of(
            new AssessmentDraft(SampleAssessments.failing())
                .gates(SampleRows.waiving(SampleRows.ownershipFailed(ownership), "pom.xml")),
            "ownership");

    assertThat(Pages.verdict(page))
        .isEqualTo(
            "[bad] 1 path was changed against the plan: 1 by checkout(workstreams/checkout). This"
                + " fails the build. 1 more is waived.");
    assertThat(Pages.lines(page))
        .filteredOn(line -> line.contains("#trespass-checkout-pom.xml [warning]"))
        .singleElement()
        .asString()
        .contains("| [warning: waived] waived until 2026-12-09 by Ana Ruiz(people#person-ana): ");
    assertThat(Pages.text(page)).contains("#trespass-checkout-catalog-money.java [bad]");
  }

  @Test
  void what_was_observed_is_told_from_what_is_attested() {
    List<String> lines =
        Pages.lines(Pages.of(new AssessmentDraft(SampleAssessments.failing()), "ownership"));

    assertThat(lines)
        .filteredOn(line -> line.contains("#trespass-checkout-catalog-money.java"))
        .singleElement()
        .asString()
        .contains(" | observed | ");
    assertThat(lines)
        .filteredOn(line -> line.contains("#trespass-checkout-pom.xml"))
        .singleElement()
        .asString()
        .contains(" | not committed yet | attested: trailers | ");
    assertThat(lines).contains(TrespassTable.BASIS);
  }

  @Test
  void two_owners_of_a_file_are_said() {
    assertThat(verdict(passing().ownership(Observation.known(SampleAssessments.overlapping()))))
        .isEqualTo("[warning] Nobody trespassed, but 1 file has two owners.");
  }

  @Test
  void changed_paths_that_warn_are_said() {
    OwnershipReport warned =
        new OwnershipReport(
            "topic",
            1,
            List.of(),
            List.of(SampleEvidence.trespass("a.txt", Trespass.Kind.UNOWNED, List.of())),
            false);

    assertThat(verdict(passing().judged(topic()).branch(Observation.known(warned))))
        .isEqualTo("[warning] Nobody trespassed, but 1 changed path warns.");
  }

  @Test
  void a_branch_that_cannot_be_compared_is_unknown() {
    Page page =
        Pages.of(
            passing()
                .judged(topic())
                .branch(Observation.unknown("the history is cut off", "Set fetch-depth: 0.")),
            "ownership");

    assertThat(Pages.verdict(page)).isEqualTo("[unknown] What topic changed cannot be told.");
    assertThat(Pages.text(page))
        .contains(
            "<unknown> What topic changes cannot be told\nthe history is cut off. Set fetch-depth: 0.");
  }

  @Test
  void a_map_that_cannot_be_drawn_is_unknown_and_the_rules_stand_all_the_same() {
    Page page =
        Pages.of(
            passing().ownership(Observation.unknown("too many files", "Split it.")), "ownership");

    assertThat(Pages.verdict(page)).isEqualTo("[unknown] Who owns which file cannot be told.");
    assertThat(Pages.text(page))
        .contains("<unknown> Who owns which file cannot be told\ntoo many files. Split it.")
        .contains("`/catalog/**` | owns | catalog(workstreams/catalog) | – |");
  }

  @Test
  void nobody_has_changed_anything_yet() {
    assertThat(verdict(passing().workstreams()))
        .isEqualTo("[neutral] No branch has changed anything yet.");
  }

  @Test
  void only_the_first_commits_of_a_trespass_are_named() {
    Trespass often =
        SampleEvidence.trespass(
            "a.txt", Trespass.Kind.PROTECTED, Collections.nCopies(5, SampleEvidence.intrusion()));
    OwnershipReport report = new OwnershipReport("topic", 1, List.of(often), List.of(), false);

    assertThat(
            Pages.text(
                Pages.of(passing().judged(topic()).branch(Observation.known(report)), "ownership")))
        .contains(" and 2 more | observed | ");
  }

  private static Judged topic() {
    return new Judged(Judged.Kind.UNNAMED, Optional.of("topic"), Optional.empty(), "git");
  }

  @Test
  void what_cannot_be_told_of_many_workstreams_is_one_notice() {
    String plan =
        "workstreams:\n"
            + Many.lines(
                9,
                i -> "- {id: w%1$d, branch: f/w%1$d, status: doing, owns: [w%1$d/]}".formatted(i));
    Evidences seen = Evidences.evidence();
    for (int i = 0; i < 9; i++) {
      seen = seen.gone("f/w" + i);
    }

    assertThat(Pages.lines(Pages.of(Cases.written(plan).evidence(seen).assess(), "ownership")))
        .filteredOn(line -> line.contains("cannot be told") || line.contains("not in this clone"))
        .hasSize(3)
        .anyMatch(line -> line.startsWith("<unknown> What 9 workstreams change cannot be told"))
        .anyMatch(line -> line.contains("w2(workstreams/w2) and 6 more: the branches are not in"));
  }

  @Test
  void of_branches_without_a_change_it_is_not_said_that_all_of_none_is_lawful() {
    String plan = "workstreams: [{id: w, branch: f/w, owns: [w/]}]\n";
    Evidences seen = Evidences.evidence().notStarted("f/w");

    assertThat(Pages.verdict(Pages.of(Cases.written(plan).evidence(seen).assess(), "ownership")))
        .isEqualTo("[neutral] No branch has changed anything yet.");
  }

  @Test
  void what_was_not_begun_changes_nothing_that_could_be_told() {
    String plan = "workstreams: [{id: w, branch: f/w, status: todo, owns: [w/]}]\n";

    assertThat(
            Pages.verdict(
                Pages.of(
                    Cases.written(plan).evidence(Evidences.evidence().gone("f/w")).assess(),
                    "ownership")))
        .isEqualTo("[neutral] No branch has changed anything yet.");
  }

  @Test
  void what_workstreams_without_a_branch_changed_cannot_be_told_and_the_key_is_named() {
    String plan = "workstreams: [{id: a, owns: [a/]}, {id: b, owns: [b/]}]\n";

    Page page = Pages.of(Cases.written(plan).evidence(Evidences.evidence()).assess(), "ownership");

    assertThat(Pages.verdict(page)).isEqualTo("[unknown] What a and b changed cannot be told.");
    assertThat(Pages.text(page))
        .contains(
            "a(workstreams/a) and b(workstreams/b): the plan names no branch. Name it under"
                + " `branch`.");
  }

  @Test
  void nobody_is_said_not_to_trespass_while_a_workstream_names_no_branch() {
    String plan = "workstreams: [{id: a, branch: f/a, owns: [a/]}, {id: b, owns: [b/]}]\n";
    Evidences seen = Evidences.evidence().active("f/a", Deltas.live().modified("a/1").build());

    assertThat(Pages.verdict(Pages.of(Cases.written(plan).evidence(seen).assess(), "ownership")))
        .isEqualTo("[unknown] What b changed cannot be told.");
  }
}
