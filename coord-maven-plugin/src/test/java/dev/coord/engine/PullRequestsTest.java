package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Finding;
import dev.coord.engine.Settings.Source;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PullRequestsTest {

  private static final Map<String, String> PULL_REQUEST =
      Map.of("CI", "true", "GITHUB_HEAD_REF", "feature/a", "GITHUB_BASE_REF", "main");
  private static final Map<String, String> PUSH =
      Map.of("CI", "true", "GITHUB_REF", "refs/heads/feature/a");
  private static final Optional<List<String>> POM = Optional.of(List.of("a/pom.xml", "src/A.java"));

  @Test
  void whom_to_judge_against_what_and_when_is_not_the_poms_to_say() {
    Settings settings = PullRequests.effective(all(Source.POM, PULL_REQUEST));

    assertThat(settings.workstream()).isEmpty();
    assertThat(settings.base()).isEmpty();
    assertThat(settings.before()).isEmpty();
    assertThat(settings.now()).isEmpty();
    assertThat(settings.plan()).contains(Path.of("plan.yml"));
  }

  @Test
  void what_the_pom_may_not_say_is_told_whatever_the_branch_changes() {
    assertThat(texts(all(Source.POM, PULL_REQUEST), Optional.of(List.of("src/A.java"))))
        .containsExactly(
            "the POM sets coord.base, which does not count for a pull request. Let the workflow say"
                + " it: -Dcoord.base=VALUE.",
            "the POM sets coord.before, which does not count for a pull request. Let the workflow"
                + " say it: -Dcoord.before=VALUE.",
            "the POM sets coord.now, which does not count for a pull request. Let the workflow say"
                + " it: -Dcoord.now=VALUE.",
            "the POM sets coord.workstream, which does not count for a pull request. Let the workflow"
                + " say it: -Dcoord.workstream=VALUE.");
  }

  @Test
  void what_the_pom_may_say_is_told_where_the_branch_changes_a_pom() {
    Settings settings = settings(Map.of("coord.plan", Source.POM), PULL_REQUEST).build();

    assertThat(texts(settings, Optional.of(List.of("src/A.java", ".mvn/jvm.config")))).isEmpty();
    assertThat(texts(settings, POM))
        .containsExactly(
            "this branch changes a/pom.xml, which sets coord.plan. See that it judges by the same"
                + " gates as before, or let the workflow say it: -Dcoord.plan=VALUE.");
    assertThat(texts(settings, Optional.empty()))
        .singleElement()
        .asString()
        .startsWith("nobody can tell whether this branch changes the POM, which sets coord.plan.");
  }

  @Test
  void what_the_user_says_counts_and_is_told_where_the_branch_changes_mavens_options() {
    Settings settings = all(Source.COMMAND_LINE, PULL_REQUEST);

    assertThat(PullRequests.effective(settings)).isEqualTo(settings);
    assertThat(texts(settings, POM)).isEmpty();
    assertThat(texts(settings, Optional.of(List.of(".mvn/maven.config"))))
        .hasSize(5)
        .first()
        .asString()
        .startsWith("this branch changes .mvn/maven.config, which may be what sets coord.base.");
  }

  @Test
  void options_that_choose_what_is_judged_cannot_hide_that_the_branch_changes_them() {
    Settings settings = settings(Map.of("coord.now", Source.COMMAND_LINE), PULL_REQUEST).build();
    Settings choosing = all(Source.COMMAND_LINE, PULL_REQUEST);
    Optional<List<String>> nothing = Optional.of(List.of());
    MavenOptions told = new MavenOptions(Map.of(".mvn/maven.config", "-Dcoord.base=HEAD"));
    MavenOptions others = new MavenOptions(Map.of(".mvn/maven.config", "-T1C"));

    assertThat(PullRequests.findings(choosing, nothing, told))
        .hasSize(5)
        .allMatch(f -> f.text().startsWith("nobody can tell whether this branch changes the opt"));
    assertThat(PullRequests.findings(choosing, nothing, others))
        .as("the workflow says it")
        .isEmpty();
    assertThat(PullRequests.findings(settings, nothing, told)).as("it does not").isEmpty();
  }

  @Test
  void outside_pull_requests_a_pom_says_what_it_likes() {
    for (Map<String, String> environment : List.of(PUSH, Map.<String, String>of())) {
      Settings settings = all(Source.POM, environment);

      assertThat(PullRequests.effective(settings)).isEqualTo(settings);
      assertThat(texts(settings, POM)).isEmpty();
    }
  }

  private static Settings all(Source source, Map<String, String> environment) {
    return settings(
            Map.of(
                "coord.workstream",
                source,
                "coord.base",
                source,
                "coord.before",
                source,
                "coord.now",
                source,
                "coord.plan",
                source),
            environment)
        .workstream(Optional.of("a"))
        .base(Optional.of("HEAD"))
        .before(Optional.of("HEAD~1"))
        .now(Optional.of(Instant.EPOCH))
        .plan(Optional.of(Path.of("plan.yml")))
        .build();
  }

  private static Settings.Builder settings(
      Map<String, Source> sources, Map<String, String> environment) {
    return Settings.in(Path.of("")).sources(sources).environment(environment);
  }

  private static List<String> texts(Settings settings, Optional<List<String>> changed) {
    List<Finding> findings = PullRequests.findings(settings, changed, new MavenOptions(Map.of()));
    assertThat(findings).allMatch(f -> f.kind() == Finding.Kind.SETTING);
    return findings.stream().map(f -> f.text() + ". " + f.remedy()).toList();
  }
}
