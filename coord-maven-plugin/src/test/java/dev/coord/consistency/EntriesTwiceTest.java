package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Risks, decisions and actions of one title under two ids. */
class EntriesTwiceTest {

  private static List<String> told(String yaml) {
    return Told.of(EntriesTwice.of(Written.plan(yaml)));
  }

  @Test
  void a_risk_of_one_title_that_is_told_in_two_ways_is_found() {
    assertThat(
            told(
                """
                risks:
                  - {id: loss, title: Data loss, likelihood: low, impact: high, owner: ana}
                  - id: gone
                    title: "data  LOSS"
                    likelihood: high
                    impact: high
                    owner: ben
                    status: closed
                """))
        .containsExactly(
            "risk loss at 4: open, as it gives no status, but risk gone, called the same, says"
                + " status: closed (coord.yml:10:13) (10): Say it once, or give each a title of its"
                + " own.",
            "risk loss at 4: likelihood: low, but risk gone, called the same, says likelihood: high"
                + " (coord.yml:7:17) (7): Say it once, or give each a title of its own.",
            "risk loss at 4: owner: ana, but risk gone, called the same, says owner: ben"
                + " (coord.yml:9:12) (9): Say it once, or give each a title of its own.");
  }

  @Test
  void risks_that_say_the_same_or_are_about_different_things_are_none() {
    assertThat(
            told(
                """
                workstreams: [{id: a}, {id: b}]
                risks:
                  - {id: r1, title: Data loss, likelihood: low, owners: [ana, ben]}
                  - {id: r2, title: Data loss, owners: [ben, ana], impact: high}
                  - {id: s1, title: It is late, workstreams: [a], likelihood: low}
                  - {id: s2, title: It is late, workstreams: [b], likelihood: high}
                  - {id: t1, title: Nobody knows, scope: Checkout, likelihood: low}
                  - {id: t2, title: Nobody knows, scope: Search, likelihood: high}
                """))
        .isEmpty();
  }

  @Test
  void a_decision_of_one_title_that_is_told_in_two_ways_is_found() {
    assertThat(
            told(
                """
                decisions:
                  - {id: gross, title: Prices are gross, date: 2026-01-05, by: [ana]}
                  - {id: adr-7, title: Prices are gross, date: 2026-01-06, status: rejected}
                """))
        .containsExactly(
            "decision gross at 4: accepted, as it gives no status, but decision adr-7, called the"
                + " same, says status: rejected (coord.yml:5:68) (5): Say it once, or name under"
                + " \"supersedes\" which of them takes the other's place.",
            "decision gross at 4: date: 2026-01-05, but decision adr-7, called the same, says date:"
                + " 2026-01-06 (coord.yml:5:48) (5): Say it once, or name under \"supersedes\""
                + " which of them takes the other's place.");
  }

  @Test
  void a_decision_that_takes_the_place_of_one_of_its_title_is_another_one() {
    assertThat(
            told(
                """
                decisions:
                  - {id: one, title: Prices, date: 2026-01-05, status: superseded}
                  - {id: two, title: Prices, date: 2026-02-05, supersedes: [one]}
                """))
        .isEmpty();
  }

  @Test
  void an_action_of_one_title_that_is_told_in_two_ways_is_found() {
    assertThat(
            told(
                """
                actions:
                  - {id: sign, title: Sign it, who: ana, when: 2026-01-30}
                  - {id: again, title: Sign it, when: 2026-01-20}
                """))
        .containsExactly(
            "action sign at 4: when: 2026-01-30, but action again, called the same, says when:"
                + " 2026-01-20 (coord.yml:5:39) (5): Say it once, or give each a title of its own.");
  }

  @Test
  void an_action_that_is_done_and_still_to_do_on_one_day_is_found() {
    assertThat(
            told(
                """
                actions:
                  - {id: sign, title: Sign it, when: 2026-01-30, status: done}
                  - {id: again, title: Sign it, when: 2026-01-30}
                """))
        .containsExactly(
            "action sign at 4: status: done, but action again, called the same, says todo, as it"
                + " gives no status (coord.yml:5:5) (5): Say it once, or give each a title of its"
                + " own.");
  }

  @Test
  void an_action_that_comes_again_or_is_somebody_elses_or_that_others_wait_for_is_another_one() {
    assertThat(
            told(
                """
                workstreams: [{id: a}, {id: b}]
                actions:
                  - {id: jan, title: Rotate the keys, who: ana, when: 2026-01-09, status: done}
                  - {id: feb, title: Rotate the keys, who: ana, when: 2026-02-09}
                  - {id: ga, title: Read the guide, who: ana, when: 2026-01-09}
                  - {id: gb, title: Read the guide, who: ben, when: 2026-01-12, status: done}
                  - {id: ra, title: Review it, who: ana, blocks: [a], horizon: now}
                  - {id: rb, title: Review it, who: ana, blocks: [b], horizon: later}
                """))
        .isEmpty();
  }

  @Test
  void a_scenario_or_an_environment_of_one_title_is_told_in_one_way() {
    assertThat(
            told(
                """
                scenarios:
                  - {id: s1, title: Team of two, size: 2, timeline: 2 weeks}
                  - {id: s2, title: team of two, size: 3, timeline: 10 days}
                  - {id: s3, title: Team of three, size: 3}
                environments:
                  - {id: e1, title: Staging, url: "https://a.example"}
                  - {id: e2, title: Staging, url: "https://b.example"}
                  - {id: e3, title: Staging}
                """))
        .extracting(line -> line.substring(0, line.indexOf(" (coord")))
        .containsExactly(
            "scenario s1 at 4: size: 2, but scenario s2, called the same, says size: 3",
            "environment e1 at 8: url: https://a.example, but environment e2, called the same, says"
                + " url: https://b.example");
  }
}
