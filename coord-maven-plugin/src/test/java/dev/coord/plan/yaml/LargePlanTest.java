package dev.coord.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.path.PathPatterns;
import dev.coord.plan.Action;
import dev.coord.plan.Boundaries;
import dev.coord.plan.Boundaries.Mode;
import dev.coord.plan.Boundaries.Resolution;
import dev.coord.plan.Boundaries.Unowned;
import dev.coord.plan.EvidenceSources.Source;
import dev.coord.plan.Metric;
import dev.coord.plan.Origin;
import dev.coord.plan.Person;
import dev.coord.plan.Plan;
import dev.coord.plan.Project;
import dev.coord.plan.Sprint;
import dev.coord.plan.Sprint.Block;
import dev.coord.plan.Task;
import dev.coord.plan.Waiver;
import dev.coord.plan.Workstream;
import dev.coord.plan.Workstream.Launch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A plan that uses every key: each value arrives where it belongs. */
class LargePlanTest {
  private static String text;
  private static Plan plan;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream in = LargePlanTest.class.getResourceAsStream("large.yml")) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    plan = Plans.plan(text);
  }

  /** The source at a place, up to the end of its line. */
  static String at(Origin origin, String key) {
    return at(origin.of(key).line(), origin.of(key).column());
  }

  private static String at(int line, int column) {
    return text.lines().toList().get(line - 1).substring(column - 1);
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2026, month, day);
  }

  @Test
  void the_project_is_read() {
    Project project = plan.project();
    assertThat(project.name()).isEqualTo("Shop");
    assertThat(project.purpose()).isEqualTo("Sell **tea**.\n\nAnd more.");
    assertThat(project.context()).isEqualTo("Two sessions at once.");
    assertThat(project.status()).isEqualTo("doing");
    assertThat(project.started()).contains(day(1, 5));
    assertThat(project.expectedEnd()).contains(day(3, 31));
    assertThat(project.nextReview()).contains(day(2, 1));
    assertThat(project.contact()).isEqualTo("[Ana](mailto:ana@example.org)");
    assertThat(project.repositoryUrl()).contains("https://github.com/shop/shop");
    assertThat(project.integrationBranch()).isEqualTo("develop");
    assertThat(project.releaseBranch()).contains("main");
    assertThat(project.tag()).contains("v1.2.0");
    assertThat(project.vocabulary())
        .containsExactly(
            java.util.Map.entry("ready", "Finished on its branch."),
            java.util.Map.entry("merged", "On develop."));
    assertThat(project.channels())
        .extracting(Project.Channel::purpose, Project.Channel::tool)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("Daily", "Chat"),
            org.assertj.core.api.Assertions.tuple(
                "Decisions", "[Board](https://example.org/board)"));
    assertThat(project.notes()).isEqualTo("Nothing else.");
  }

  @Test
  void the_calendar_is_read() {
    var calendar = plan.project().calendar();
    assertThat(calendar.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
    assertThat(calendar.start()).contains(day(1, 5));
    assertThat(calendar.workingDays())
        .containsExactly(
            DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY);
    assertThat(calendar.holidays()).containsExactly(day(1, 1), day(1, 6));
    assertThat(calendar.sprintLength()).hasValue(8);
  }

  @Test
  void people_are_read() {
    Person ana = plan.people().get(0);
    assertThat(ana.id()).isEqualTo("ana");
    assertThat(ana.name()).isEqualTo("Ana Ruiz");
    assertThat(ana.kind()).isEqualTo(Person.Kind.HUMAN);
    assertThat(ana.role()).isEqualTo("Coordinator");
    assertThat(ana.emails()).containsExactly("ana@example.org", "ana@home.example");
    assertThat(ana.skills()).containsExactly("planning", "Java");
    assertThat(ana.access()).containsExactly("production");
    assertThat(ana.allocation())
        .extracting(Person.Share::to)
        .containsExactly("checkout", "reviews");
    assertThat(ana.allocation()).extracting(Person.Share::percent).containsExactly(60, 40);
    assertThat(ana.publish()).isTrue();
    assertThat(ana.notes()).isEqualTo("On leave in March.");

    Person cleo = plan.people().get(1);
    assertThat(cleo.name()).isEqualTo("cleo");
    assertThat(cleo.kind()).isEqualTo(Person.Kind.AGENT);
    assertThat(cleo.emails()).containsExactly("cleo@agents.example");
    assertThat(at(cleo.origin(), "emails[0]")).isEqualTo("cleo@agents.example}");
    assertThat(cleo.publish()).isFalse();
    assertThat(plan.people().get(2).kind()).isEqualTo(Person.Kind.BOT);
  }

  @Test
  void workstreams_are_read() {
    Workstream checkout = plan.workstreams().get(0);
    assertThat(checkout.id()).isEqualTo("checkout");
    assertThat(checkout.title()).isEqualTo("Checkout");
    assertThat(checkout.focus()).isEqualTo("Baskets and orders.");
    assertThat(checkout.owner()).contains("cleo");
    assertThat(checkout.phase()).isEqualTo("2");
    assertThat(checkout.branch()).contains("feature/checkout");
    assertThat(checkout.base()).contains("develop~1");
    assertThat(checkout.worktree()).contains("../shop-checkout");
    assertThat(checkout.status()).isEqualTo("no");
    assertThat(checkout.critical()).isTrue();
    assertThat(checkout.start()).contains(day(1, 6));
    assertThat(checkout.duration()).hasValue(5);
    assertThat(checkout.due()).isEmpty();
    assertThat(checkout.dependsOn()).containsExactly("catalog");
    assertThat(checkout.owns())
        .isEqualTo(PathPatterns.of("src/main/java/shop/checkout/**", "*.checkout"));
    assertThat(checkout.keepsOff()).isEqualTo(PathPatterns.of("/pom.xml"));
    assertThat(checkout.level()).contains(Workstream.Level.FULL);
    assertThat(checkout.why()).isEqualTo("Shares the model.");
    assertThat(checkout.progressFile()).contains("docs/checkout.md");
    assertThat(checkout.next()).isEqualTo("Refunds.");
    assertThat(checkout.notes()).isEqualTo(": and # are fine in quotes");

    Launch launch = checkout.launch().orElseThrow();
    assertThat(launch.order()).hasValue(2);
    assertThat(launch.terminal()).isEqualTo("left");
    assertThat(launch.directory()).isEqualTo("../shop-checkout");
    assertThat(launch.command()).isEqualTo("claude --resume");
    assertThat(launch.prompt()).isEqualTo("Read the plan.\nBegin.");
    assertThat(launch.waitFor()).containsExactly("catalog");
    assertThat(launch.publish()).isFalse();

    Workstream catalog = plan.workstreams().get(1);
    assertThat(catalog.title()).isEqualTo("catalog");
    assertThat(catalog.due()).contains(day(1, 9));
    assertThat(catalog.level()).contains(Workstream.Level.LOW);
    assertThat(catalog.owns().isEmpty()).isTrue();
    assertThat(catalog.launch()).isEmpty();
  }

  @Test
  void tasks_in_their_short_form_are_read() {
    List<Task> tasks = plan.workstreams().get(0).tasks();
    assertThat(tasks)
        .extracting(Task::id)
        .containsExactly(
            "A.2", "preparer-l-ecran-the-cafe", "doing", "blocked", "dropped", "Done", "T1");
    assertThat(tasks)
        .extracting(Task::text)
        .startsWith("Export model", "Préparer l'écran: \"thé\" & café", "Doing")
        .contains("really");
    assertThat(tasks)
        .extracting(task -> task.state().word())
        .containsExactly("done", "todo", "doing", "blocked", "dropped", "done", "blocked");
  }

  @Test
  void tasks_in_their_long_form_are_read() {
    Task task = plan.workstreams().get(0).tasks().get(6);
    assertThat(task.text()).isEqualTo("All of **it**");
    assertThat(task.owners()).containsExactly("ana", "cleo");
    assertThat(task.due()).contains(day(1, 20));
    assertThat(task.size()).isEqualTo("3");
    assertThat(task.dependsOn()).containsExactly("A.2", "catalog/K1");
    assertThat(task.paths()).isEqualTo(PathPatterns.of("src/main/**"));
    assertThat(task.tasks()).extracting(Task::id).containsExactly("T1.1", "another-part");
    assertThat(task.tasks().get(1).owners()).containsExactly("ana");
    assertThat(RuleTexts.of(task.doneWhen().orElseThrow()))
        .isEqualTo(
            "all[merged(checkout), any[path(docs/checkout.md EXISTS), not[path(**/*.todo ABSENT on"
                + " feature/checkout)]], declared(ana)]");
  }

  @Test
  void sprints_are_read() {
    Sprint sprint = plan.sprints().get(0);
    assertThat(sprint.title()).isEqualTo("First");
    assertThat(sprint.start()).contains(day(1, 5));
    assertThat(sprint.end()).contains(day(1, 16));
    assertThat(sprint.goals()).containsExactly("Sell", "**Refund**");
    assertThat(sprint.insight()).isEqualTo("Nothing is shared.");
    assertThat(sprint.notes()).isEqualTo("None.");
    assertThat(sprint.priorities().get(0).workstream()).isEqualTo("checkout");
    assertThat(sprint.priorities().get(0).focus()).isEqualTo("Refunds");
    assertThat(sprint.priorities().get(0).timeline()).isEqualTo("days 1 to 3");
    Block block = sprint.blocks().get(0);
    assertThat(block.title()).isEqualTo("Begin");
    assertThat(block.workstreams()).containsExactly("checkout", "catalog");
    assertThat(block.tasks()).extracting(Task::id).containsExactly("kick-off");
    assertThat(block.launches()).containsExactly("checkout");
    assertThat(block.outputs()).containsExactly("A model");
    assertThat(block.expected().toString()).isEqualTo("{checkout=50, catalog=100}");
    assertThat(block.notes()).isEqualTo("Short.");
    assertThat(sprint.blocks())
        .extracting(b -> b.when().isUnsaid() ? "-" : b.when().toString())
        .containsExactly(
            "days 1-3",
            "day 4",
            "weeks 1-2",
            "week 2",
            "2026-01-05 to 2026-01-09",
            "2026-01-16",
            "-");
  }

  @Test
  void boundaries_are_read() {
    Boundaries boundaries = plan.boundaries();
    assertThat(boundaries.shared())
        .extracting(Boundaries.Shared::mode)
        .containsExactly(Mode.COORDINATE, Mode.APPEND_ONLY, Mode.INFORM, Mode.STEWARD);
    assertThat(boundaries.shared().get(0).condition()).isEqualTo("New modules only.");
    assertThat(boundaries.shared().get(3).steward()).contains("ana");
    assertThat(boundaries.shared().get(3).paths()).isEqualTo(PathPatterns.of("docs/"));
    assertThat(boundaries.protectedPaths()).isEqualTo(PathPatterns.of(".github/**"));
    assertThat(boundaries.unowned()).isEqualTo(Unowned.FAIL);
    assertThat(boundaries.conflicts())
        .extracting(Boundaries.Conflict::resolution)
        .containsExactly(Resolution.OWNER_WINS, Resolution.MERGE_BOTH, Resolution.CONSULT);
    assertThat(boundaries.conflicts().get(0).between()).containsExactly("checkout", "catalog");
    assertThat(boundaries.conflicts().get(0).winner()).contains("catalog");
    assertThat(boundaries.conflicts().get(0).notes()).isEqualTo("Once.");
    assertThat(boundaries.branches().target()).contains("develop");
    assertThat(boundaries.branches().never()).containsExactly("main", "release/1");
    assertThat(boundaries.branches().protectedBranches()).containsExactly("main");
    assertThat(boundaries.branches().except()).isEqualTo(PathPatterns.of("/docs/"));
    assertThat(boundaries.branches().naming()).contains("feature/*");
    assertThat(boundaries.branches().behindAtMost()).hasValue(0);
    assertThat(boundaries.branches().staleAfterHours()).hasValue(48);
  }

  @Test
  void gates_are_read() {
    assertThat(plan.gates())
        .extracting(
            gate ->
                gate.id()
                    + " "
                    + gate.severity().name().toLowerCase(Locale.ROOT)
                    + " "
                    + RuleTexts.of(gate.rule()))
        .containsExactly(
            "coverage warn coverage(lines >= 80%, branches > 70.5% of workstream checkout)",
            "tests fail tests(passed != 0, failed = 0, skipped <= 5, total >= 10, duration < 1.5"
                + " min of names [*BasketTest, OrderTest#pays*])",
            "ownership fail ownership(fail)",
            "any-change info ownership(warn)",
            "merged fail merged(feature/old into main)",
            "path fail path(README.md CONTAINS Shop: tea)",
            "tasks fail tasks(PROJECT = 100%)",
            "sprint fail tasks(SPRINT s1 >= 50%)",
            "stream fail tasks(WORKSTREAM catalog < 100%)",
            "declared fail declared(ana Reviewed.)",
            "scoped fail coverage(lines < 100% of paths [src/**])");
    assertThat(plan.gates().get(0).title()).isEqualTo("Covered");
    assertThat(plan.gates().get(0).workstreams()).containsExactly("checkout");
    assertThat(plan.gates().get(0).baseline()).isEqualTo("10%");
    assertThat(plan.gates().get(0).why()).isEqualTo("It was lowered once.");
    assertThat(plan.gates().get(1).title()).isEqualTo("tests");
    assertThat(plan.gates().get(1).appliesToProject()).isTrue();
  }

  @Test
  void metrics_waivers_and_actions_are_read() {
    Metric lines = plan.metrics().get(0);
    assertThat(lines.title()).isEqualTo("Lines");
    assertThat(lines.category()).isEqualTo(Metric.Category.QUALITY);
    assertThat(lines.rule().map(RuleTexts::of)).contains("coverage(lines >= 90%)");
    assertThat(List.of(lines.target(), lines.baseline(), lines.unit(), lines.notes()))
        .containsExactly("90", "1.10", "%", "Slowly.");
    assertThat(plan.metrics().get(1).value()).contains("4");

    Waiver waiver = plan.waivers().get(0);
    assertThat(waiver.gate()).isEqualTo("coverage.lines");
    assertThat(waiver.paths().isEmpty()).isTrue();
    assertThat(plan.waivers().get(1).paths()).isEqualTo(PathPatterns.of("src/legacy/**"));
    assertThat(waiver.owner()).isEqualTo("ana");
    assertThat(waiver.reason()).isEqualTo("Rewritten soon.");
    assertThat(waiver.until()).isEqualTo(day(2, 28));

    Action contract = plan.actions().get(0);
    assertThat(contract.id()).isEqualTo("contract");
    assertThat(contract.title()).isEqualTo("Sign the contract");
    assertThat(contract.who()).contains("ana");
    assertThat(contract.when()).contains(day(1, 31));
    assertThat(contract.horizon()).isEqualTo("this month");
    assertThat(contract.status()).isEqualTo(Task.State.DOING);
    assertThat(contract.blocks()).containsExactly("checkout", "ownership");
    assertThat(contract.notes()).isEqualTo("By hand.");
    Action merchant = plan.actions().get(1);
    assertThat(merchant.id()).isEqualTo("ask-the-tea-merchant");
    assertThat(merchant.title()).isEqualTo("Ask the tea merchant");
    assertThat(merchant.status()).isEqualTo(Task.State.TODO);
  }

  @Test
  void evidence_is_read() {
    assertThat(plan.evidence().tests())
        .extracting(source -> source.files().text())
        .containsExactly("**/TEST-*.xml");
    assertThat(plan.evidence().coverage())
        .extracting(source -> source.files().text())
        .containsExactly("target/site/jacoco/jacoco.xml", "backend/coverage.xml", "all.xml");
    assertThat(plan.evidence().coverage())
        .extracting(Source::root)
        .containsExactly("", "backend", ".");
  }

  @Test
  void every_value_knows_its_place() {
    Workstream checkout = plan.workstreams().get(0);
    assertThat(at(plan.project().origin(), "")).isEqualTo("name: Shop");
    assertThat(at(plan.project().origin(), "tag")).isEqualTo("v1.2.0");
    assertThat(at(plan.project().origin(), "vocabulary.merged")).isEqualTo("On develop.");
    assertThat(at(checkout.origin(), "")).isEqualTo("id: checkout");
    assertThat(at(checkout.origin(), "status")).isEqualTo("\"no\"");
    assertThat(at(checkout.origin(), "owns[1]")).isEqualTo("\"*.checkout\"]");
    assertThat(checkout.origin().of("owns", 1)).isEqualTo(checkout.origin().of("owns[1]"));
    assertThat(at(checkout.tasks().get(1).origin(), "")).startsWith("'[ ] Préparer");
    assertThat(at(checkout.tasks().get(6).origin(), "depends_on[1]")).isEqualTo("catalog/K1]");
    assertThat(at(checkout.launch().orElseThrow().origin(), "wait_for[0]")).isEqualTo("catalog]");
    assertThat(at(plan.sprints().get(0).blocks().get(0).origin(), "expected.catalog"))
        .isEqualTo("100%}");
    assertThat(at(plan.gates().get(0).rule().origin(), "branches")).startsWith("\"> 70.5%\"");
    assertThat(at(plan.gates().get(0).origin(), "coverage")).startsWith("{lines:");
    assertThat(at(plan.gates().get(0).origin(), "baseline")).isEqualTo("10%");
    assertThat(at(plan.boundaries().shared().get(3).origin(), "steward")).isEqualTo("ana}");
    assertThat(at(plan.boundaries().origin(), "protected[0]")).isEqualTo(".github/**]");
    assertThat(at(plan.boundaries().branches().origin(), "stale_after")).isEqualTo("2 d");
    assertThat(at(plan.metrics().get(1).origin(), "value")).isEqualTo("4}");
    assertThat(at(plan.waivers().get(0).origin(), "until")).isEqualTo("2026-02-28");
    assertThat(at(plan.actions().get(1).origin(), "title")).isEqualTo("Ask the tea merchant");
    assertThat(at(plan.evidence().origin(), "tests[0]")).isEqualTo("\"**/TEST-*.xml\"");
    assertThat(at(plan.evidence().coverage().get(1).origin(), "root")).isEqualTo("backend/}");
    assertThat(at(plan.people().get(0).allocation().get(1).origin(), "share")).startsWith("40%");
    assertThat(plan.files()).containsExactly("coord.yml");
    assertThat(plan.project().origin().self().commit()).isEqualTo(Optional.empty());
  }
}
