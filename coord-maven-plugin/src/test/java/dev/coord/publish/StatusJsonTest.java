package dev.coord.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.coord.AssessmentDraft;
import dev.coord.Golden;
import dev.coord.HostileAssessment;
import dev.coord.SampleAssessments;
import dev.coord.SampleEverything;
import dev.coord.SampleEvidence;
import dev.coord.assess.Assessment;
import dev.coord.assess.Judged;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.Observation;
import dev.coord.plan.Plan;
import dev.coord.plan.yaml.PlanFile;
import dev.coord.plan.yaml.PlanReader;
import dev.coord.rule.OwnershipReport;
import dev.coord.rule.Trespass;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusJsonTest {

  private static String json(Assessment assessment) {
    return new String(
        StatusJson.write(assessment, SampleAssessments.siteFrame()), StandardCharsets.UTF_8);
  }

  @Test
  void a_failing_build_is_written_as_expected() {
    Golden.assertGolden("status-failing.json", json(SampleAssessments.failing()));
  }

  @Test
  void a_passing_build_is_written_as_expected() {
    Golden.assertGolden("status-passing.json", json(SampleAssessments.passing()));
  }

  @Test
  void a_build_without_evidence_is_written_as_expected() {
    Golden.assertGolden("status-unknown.json", json(SampleAssessments.unknown()));
  }

  @Test
  void a_plan_that_cannot_be_used_is_written_as_expected() {
    byte[] json =
        StatusJson.error(
            List.of(
                Diagnostic.error(
                    Location.of("coord.yml", 9, 5), "unknown key \"gate\"", "Remove it."),
                Diagnostic.warning(Location.ofFile("a.yml"), "an old name", "Rename it.")),
            SampleAssessments.siteFrame());

    Golden.assertGolden("status-error.json", new String(json, StandardCharsets.UTF_8));
  }

  @Test
  void a_branch_that_the_plan_does_not_name_stands_for_itself() {
    Assessment assessment =
        new AssessmentDraft(SampleAssessments.empty())
            .judged(
                new Judged(
                    Judged.Kind.UNNAMED,
                    Optional.of("topic"),
                    Optional.empty(),
                    "the checked-out branch"))
            .branch(Observation.known(SampleEvidence.lawful("topic")))
            .build();

    assertThat(json(assessment))
        .contains("  \"branch\": {\n    \"known\": true,\n    \"subject\": \"topic\"");
  }

  @Test
  void the_same_assessment_gives_the_same_bytes() {
    assertThat(json(SampleAssessments.failing())).isEqualTo(json(SampleAssessments.failing()));
  }

  @Test
  void addresses_are_left_out_unless_they_are_published() {
    assertThat(json(SampleAssessments.failing()) + json(HostileAssessment.assessment()))
        .contains("\"judged_at\"")
        .doesNotContain("ana@shop.example", "ben@shop.example", "mallory@evil.example");
  }

  @Test
  void a_path_stays_though_a_committer_took_it_for_an_address() {
    OwnershipReport report =
        new OwnershipReport(
            "topic",
            1,
            List.of(
                SampleEvidence.trespass(
                    "logo@2x.png",
                    Trespass.Kind.UNOWNED,
                    List.of(SampleEvidence.commit("ab12", "M", "logo@2x.png", "Hide")))),
            List.of(),
            false);
    Assessment assessment =
        new AssessmentDraft(SampleAssessments.empty())
            .judged(new Judged(Judged.Kind.UNNAMED, Optional.of("topic"), Optional.empty(), "git"))
            .branch(Observation.known(report))
            .build();

    assertThat(json(assessment)).contains("\"path\": \"logo@2x.png\"");
  }

  @Test
  void hostile_texts_are_still_json() throws IOException {
    byte[] json = StatusJson.write(HostileAssessment.assessment(), SampleAssessments.siteFrame());

    int strings = 0;
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      while (parser.nextToken() != null) {
        strings += parser.currentToken().isScalarValue() ? 1 : 0;
      }
    }
    assertThat(strings).isGreaterThan(50);
    assertThat(new String(json, StandardCharsets.UTF_8))
        .contains("\ufffd")
        .doesNotContain("\r", "\u001b");
  }

  @Test
  void access_to_an_environment_is_written_only_where_the_plan_publishes_it() {
    assertThat(environment("")).doesNotContain("the-password").contains("\"access\": []");
    assertThat(environment(", publish: true")).contains("the-password");
  }

  @Test
  void addresses_access_and_prompts_are_written_only_where_the_plan_publishes_them() {
    assertThat(team(""))
        .doesNotContain("p@shop.example", "the-key", "the-prompt")
        .contains("\"emails\": []", "\"access\": []", "the-skill", "the-command");
    assertThat(team(", publish: true")).contains("p@shop.example", "the-key", "the-prompt");
  }

  private static String team(String more) {
    return written(
        """
        people:
          - {id: p, emails: [p@shop.example], access: [the-key], skills: [the-skill]%1$s}
        workstreams:
          - {id: w, launch: {command: the-command, prompt: the-prompt%1$s}}
        """
            .formatted(more));
  }

  @Test
  void a_task_that_is_nested_names_the_one_that_it_is_part_of() {
    String json =
        written("workstreams: [{id: w, tasks: [{id: a, text: A, tasks: [{id: b, text: B}]}]}]\n");

    assertThat(json.replaceAll("\\s+", ""))
        .contains("\"list\":[{\"id\":\"a\",\"text\":\"A\"")
        .contains("{\"id\":\"b\",\"part_of\":\"a\",\"text\":\"B\"");
  }

  private static String environment(String more) {
    return written("environments: [{id: e, access: [the-password]%s}]\n".formatted(more));
  }

  private static String written(String lines) {
    String yaml = "coord: 1\nproject: {name: Shop}\n" + lines;
    PlanFile file =
        new PlanFile("coord.yml", Optional.empty(), yaml.getBytes(StandardCharsets.UTF_8));
    Plan plan = new PlanReader().read(List.of(file)).plan().orElseThrow();
    return json(SampleEverything.assessment(plan, ""));
  }
}
