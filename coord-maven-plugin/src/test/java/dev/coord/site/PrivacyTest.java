package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.AssessmentDraft;
import dev.coord.HostileAssessment;
import dev.coord.SampleAssessments;
import dev.coord.SampleEvidence;
import dev.coord.assess.Assessment;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.Observation;
import dev.coord.site.model.Site;
import dev.coord.testing.GitAnswers;
import org.junit.jupiter.api.Test;

class PrivacyTest {

  private final Privacy privacy = Privacy.of(SampleAssessments.failing());

  @Test
  void the_address_of_a_person_is_hidden() {
    assertThat(privacy.withoutAddresses("ask <ana@shop.example>, or Ana@Shop.Example."))
        .isEqualTo("ask <" + Privacy.HIDDEN + ">, or " + Privacy.HIDDEN + ".");
  }

  @Test
  void an_address_that_the_plan_publishes_stays() {
    assertThat(privacy.withoutAddresses("cleo@shop.example")).isEqualTo("cleo@shop.example");
  }

  @Test
  void an_address_is_found_in_the_midst_of_other_signs() {
    assertThat(
            privacy.withoutAddresses(
                "mailto:ana@shop.example,BEN@SHOP.EXAMPLE;@@ana@shop.examples"))
        .isEqualTo(
            "mailto:" + Privacy.HIDDEN + "," + Privacy.HIDDEN + ";@@" + Privacy.HIDDEN + "s");
  }

  @Test
  void other_texts_stay_as_they_are() {
    assertThat(privacy.withoutAddresses("logo@2x.png and x@shop.example, @ana"))
        .isEqualTo("logo@2x.png and x@shop.example, @ana");
    assertThat(privacy.withoutAddresses("")).isEmpty();
  }

  @Test
  void the_address_of_a_commit_is_hidden_though_no_person_has_it() {
    assertThat(
            Privacy.of(committedBy("mallory@evil.example"))
                .withoutAddresses("by mallory@evil.example"))
        .isEqualTo("by " + Privacy.HIDDEN);
  }

  @Test
  void a_commit_cannot_blot_out_a_path_by_taking_it_for_its_address() {
    assertThat(Privacy.of(committedBy("src/icons@2x.png")).withoutAddresses("src/icons@2x.png"))
        .isEqualTo("src/icons@2x.png");
  }

  @Test
  void what_is_read_letter_by_letter_stays() {
    Site site =
        new SiteBuilder().build(HostileAssessment.assessment(), SampleAssessments.siteFrame());

    assertThat(PageText.of(site)).contains(HostileAssessment.EVIL);
  }

  private static Assessment committedBy(String email) {
    GitEvidence git =
        GitAnswers.at(SampleEvidence.commit(SampleEvidence.HEAD, "M", email, "s")).build();
    return new AssessmentDraft(SampleAssessments.empty())
        .evidence(SampleEvidence.noEvidence().toBuilder().git(Observation.known(git)).build())
        .build();
  }
}
