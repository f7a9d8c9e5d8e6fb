package dev.coord.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.RecordChecks;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SlackTest {

  private static Slack slack(long alone, long planned) {
    return new Slack(alone, planned, OptionalLong.empty());
  }

  @TestFactory
  Stream<DynamicTest> a_slack_is_whole() {
    return RecordChecks.of(slack(1, 2));
  }

  @Test
  void what_has_float_in_each_reading_is_critical_in_none() {
    assertThat(slack(1, 1).isNowhereCritical()).isTrue();
    assertThat(slack(0, 1).isNowhereCritical()).isFalse();
    assertThat(slack(1, 0).isNowhereCritical()).isFalse();
    assertThat(new Slack(1, 1, OptionalLong.of(1)).isNowhereCritical()).isTrue();
    assertThat(new Slack(1, 1, OptionalLong.of(0)).isNowhereCritical()).isFalse();
    assertThat(new Slack(1, 1, OptionalLong.of(-1)).isNowhereCritical()).isFalse();
  }

  @Test
  void what_has_no_float_with_the_planned_days_and_without_is_critical_anyway() {
    assertThat(slack(0, 0).isCriticalAnyway()).isTrue();
    assertThat(slack(0, 1).isCriticalAnyway()).isFalse();
    assertThat(slack(1, 0).isCriticalAnyway()).isFalse();
  }
}
