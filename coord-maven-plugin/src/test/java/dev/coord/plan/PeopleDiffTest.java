package dev.coord.plan;

import static dev.coord.plan.PlanDiffs.between;
import static dev.coord.plan.PlanDiffs.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.plan.PlanDiff.Change;
import org.junit.jupiter.api.Test;

/** What a branch changes about who is who. */
class PeopleDiffTest {

  @Test
  void changed_people_are_told() {
    assertThat(
            told(
                "people: [{id: ana, emails: [a@b, c@d]}, {id: ben, email: b@b}, {id: bot, kind: bot}]",
                "people: [{id: ana, email: a@b}, {id: bot}, {id: dex, email: d@b}]"))
        .containsExactly(
            "PEOPLE_CHANGED base.yml:3:28 branch.yml:3:27 The person \"ana\" is no longer"
                + " recognised by each e-mail address.",
            "PEOPLE_CHANGED base.yml:3:41 - The person \"ben\" is removed.",
            "PEOPLE_CHANGED base.yml:3:80 branch.yml:3:33 The person \"bot\" was bot and is"
                + " human.",
            "PEOPLE_CHANGED - branch.yml:3:44 The person \"dex\" is added.");
  }

  @Test
  void who_is_taken_for_somebody_of_the_base_is_told_each_address() {
    assertThat(
            told(
                "people: [{id: ana, email: a@b}, {id: ben, email: b@b}, {id: cleo}]",
                "people: [{id: ana, emails: [a@b, B@b, c@d]}, {id: ben, email: n@b},"
                    + " {id: cleo, kind: bot, email: e@f}]"))
        .containsExactly(
            "IDENTITY_GIVEN base.yml:3:50 branch.yml:3:34 The person \"ana\" is recognised by an"
                + " e-mail address that was of \"ben\".",
            "IDENTITY_GIVEN base.yml:3:27 branch.yml:3:39 The person \"ana\" is recognised by"
                + " another e-mail address.",
            "IDENTITY_GIVEN base.yml:3:50 branch.yml:3:63 The person \"ben\" is recognised by"
                + " another e-mail address.",
            "IDENTITY_GIVEN base.yml:3:56 branch.yml:3:98 The person \"cleo\" is recognised by"
                + " another e-mail address.",
            "PEOPLE_CHANGED base.yml:3:50 branch.yml:3:63 The person \"ben\" is no longer"
                + " recognised by each e-mail address.",
            "IDENTITY_GIVEN base.yml:3:56 branch.yml:3:86 The person \"cleo\" was human and is"
                + " bot.");
  }

  @Test
  void a_new_bot_is_told_as_one() {
    assertThat(told("", "people: [{id: dex, kind: bot, email: d@b}]"))
        .containsExactly("BOT_ADDED - branch.yml:3:10 The bot \"dex\" is added.");
  }

  @Test
  void a_new_person_with_the_address_of_another_is_told_whoever_that_is() {
    String base = "people: [{id: ana, email: a@b}]";

    assertThat(between(base, "people: [{id: ana}, {id: eve, email: a@b}]"))
        .extracting(Change::kind)
        .contains(PlanDiff.Kind.IDENTITY_GIVEN);
    assertThat(between(base, "people: [{id: ana, email: a@b}, {id: eve, email: e@b}]"))
        .extracting(Change::kind)
        .containsExactly(PlanDiff.Kind.PEOPLE_CHANGED);
  }
}
