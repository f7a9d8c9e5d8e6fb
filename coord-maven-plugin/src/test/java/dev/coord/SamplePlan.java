package dev.coord;

import dev.coord.diagnostic.Location;
import dev.coord.path.PathPatterns;
import dev.coord.plan.Action;
import dev.coord.plan.EvidenceSources;
import dev.coord.plan.Gate;
import dev.coord.plan.Handbook;
import dev.coord.plan.Merges;
import dev.coord.plan.Origin;
import dev.coord.plan.PathRule;
import dev.coord.plan.Person;
import dev.coord.plan.Plan;
import dev.coord.plan.Project;
import dev.coord.plan.Rule;
import dev.coord.plan.SiteLook;
import dev.coord.plan.Sprint;
import dev.coord.plan.Stretch;
import dev.coord.plan.Task;
import dev.coord.plan.Timing;
import dev.coord.plan.WorkCalendar;
import dev.coord.plan.Workstream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/** Parts of the plan of a small shop, for tests of what is made from plans. */
public final class SamplePlan {

  public static final String TIP = "a1b2c3d4e5f60718293a4b5c6d7e8f9012345678";

  private SamplePlan() {}

  public static Location line(String file, int line) {
    return Location.of(file, line, 3);
  }

  public static Origin at(String file, int line) {
    return Origin.at(line(file, line));
  }

  public static Project project(String name) {
    return new Project(
        at("coord/project.yml", 3),
        name,
        "Sell tea and everything around it.",
        "",
        "doing",
        Optional.of(LocalDate.of(2026, 11, 11)),
        Optional.of(LocalDate.of(2026, 12, 9)),
        Optional.empty(),
        Optional.empty(),
        "ana",
        Optional.empty(),
        "main",
        Optional.empty(),
        Optional.empty(),
        new WorkCalendar(
            at("coord/project.yml", 9),
            ZoneOffset.UTC,
            Optional.empty(),
            WorkCalendar.MONDAY_TO_FRIDAY,
            new TreeSet<>(),
            OptionalInt.empty()),
        SiteLook.usual(at("coord/project.yml", 3)),
        Map.of(),
        List.of(),
        "");
  }

  public static Person person(String id, String name, Person.Kind kind, boolean publish) {
    return new Person(
        at("coord/project.yml", 20),
        id,
        name,
        kind,
        "Developer",
        List.of(id + "@shop.example"),
        List.of("Java"),
        List.of("vault of " + id),
        List.of(),
        publish,
        "");
  }

  public static List<Person> people() {
    return List.of(
        person("ana", "Ana Ruiz", Person.Kind.HUMAN, false),
        person("ben", "Ben Okafor", Person.Kind.HUMAN, false),
        person("cleo", "Cleo", Person.Kind.AGENT, true));
  }

  public static Task task(String id, String text, Task.State state, Task... nested) {
    return new Task(
        at("coord/checkout.yml", 20),
        id,
        text,
        state,
        List.of("cleo"),
        Optional.empty(),
        "",
        List.of(),
        new PathPatterns(List.of()),
        List.of(nested),
        Optional.empty());
  }

  public static Task due(
      Task task, LocalDate day, List<String> dependsOn, Optional<Rule> doneWhen) {
    return new Task(
        task.origin(),
        task.id(),
        task.text(),
        task.state(),
        task.owners(),
        Optional.of(day),
        task.size(),
        dependsOn,
        task.paths(),
        task.tasks(),
        doneWhen);
  }

  private static Timing days(int first, int last) {
    return new Timing(
        at("coord/project.yml", 50), List.of(new Stretch(Stretch.Counting.DAYS, first, last)));
  }

  /** A workstream with its own plan file. */
  public static Workstream workstream(
      String id,
      String title,
      String owner,
      Optional<String> branch,
      String status,
      List<String> dependsOn,
      PathPatterns owns,
      PathPatterns keepsOff,
      List<Task> tasks) {
    String file = "coord/" + id + ".yml";
    return new Workstream(
        at(file, 5).with("status", line(file, 10)).with("owns", line(file, 12)),
        id,
        title,
        "",
        Optional.of(owner),
        "",
        branch,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        status,
        false,
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        dependsOn,
        owns,
        keepsOff,
        Optional.empty(),
        "",
        tasks,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        "",
        "");
  }

  public static Workstream catalog() {
    return workstream(
        "catalog",
        "Catalog",
        "ben",
        Optional.of("feature/catalog"),
        "merged",
        List.of(),
        PathPatterns.of("/catalog/**"),
        PathPatterns.of("/checkout/**"),
        List.of(task("CAT-1", "Search products", Task.State.DONE)));
  }

  public static Workstream checkout() {
    Rule exists =
        new PathRule(
            at("coord/checkout.yml", 26),
            "checkout/LineRefundsTest.java",
            PathRule.Expectation.EXISTS,
            "",
            Optional.empty());
    return workstream(
        "checkout",
        "Checkout",
        "cleo",
        Optional.of("feature/checkout"),
        "doing",
        List.of("catalog"),
        PathPatterns.of("/checkout/**"),
        PathPatterns.of("/catalog/**", "/payments/**"),
        List.of(
            task("CHK-1", "Refund **whole** orders", Task.State.DONE),
            due(
                task("CHK-2", "Refund single lines", Task.State.DOING),
                LocalDate.of(2026, 11, 18),
                List.of("CHK-1"),
                Optional.of(exists)),
            task(
                "CHK-3",
                "Charge for shipping",
                Task.State.TODO,
                task("CHK-3.1", "A flat price", Task.State.TODO),
                task("CHK-3.2", "Show it on the order", Task.State.TODO)),
            task("CHK-4", "Gift cards", Task.State.BLOCKED)));
  }

  public static Workstream payments() {
    Workstream payments =
        workstream(
            "payments",
            "Payments",
            "ben",
            Optional.of("feature/payments"),
            "merged",
            List.of(),
            PathPatterns.of("/payments/**"),
            PathPatterns.of("/catalog/**"),
            List.of(task("PAY-1", "Refuse typing errors", Task.State.DONE)));
    Location tip = payments.origin().of("status").in(TIP);
    return new Workstream(
        payments.origin().with("status", tip),
        payments.id(),
        payments.title(),
        "Cards, and what becomes of a payment.",
        payments.owner(),
        payments.phase(),
        payments.branch(),
        Optional.of("v1.0"),
        Optional.empty(),
        Optional.of("../payments"),
        payments.status(),
        true,
        payments.start(),
        OptionalInt.of(8),
        Optional.of(LocalDate.of(2026, 11, 20)),
        payments.dependsOn(),
        payments.owns(),
        payments.keepsOff(),
        Optional.of(Workstream.Level.LOW),
        "It shares nothing.",
        payments.tasks(),
        Optional.of(
            new Workstream.Launch(
                at("coord/payments.yml", 30),
                OptionalInt.of(2),
                Timing.unsaid(at("coord/payments.yml", 30)),
                "tmux",
                "../payments",
                "claude --continue",
                Optional.empty(),
                "You are the payments agent.",
                List.of("catalog"),
                false)),
        payments.progressFile(),
        payments.files(),
        "Cards of *other* banks",
        payments.notes());
  }

  public static Workstream app() {
    return workstream(
        "app",
        "Command line",
        "ben",
        Optional.empty(),
        "",
        List.of("catalog", "checkout"),
        PathPatterns.of("/app/**"),
        new PathPatterns(List.of()),
        List.of());
  }

  public static List<Action> actions() {
    return List.of(
        new Action(
            at("coord/gates.yml", 70),
            "price-list",
            "Ask for the prices",
            Optional.of("ben"),
            Optional.of(LocalDate.of(2026, 12, 1)),
            "",
            Task.State.TODO,
            List.of(),
            ""),
        new Action(
            at("coord/gates.yml", 74),
            "card-contract",
            "Sign the **contract**",
            Optional.of("ana"),
            Optional.of(LocalDate.of(2026, 11, 20)),
            "",
            Task.State.DOING,
            List.of("tests", "payments"),
            ""),
        new Action(
            at("coord/gates.yml", 80),
            "domain",
            "Buy the domain",
            Optional.empty(),
            Optional.empty(),
            "some day",
            Task.State.DONE,
            List.of(),
            ""));
  }

  public static Sprint sprint() {
    return new Sprint(
        at("coord/project.yml", 40),
        "sprint-1",
        "Sell and take back",
        Optional.of(LocalDate.of(2026, 11, 12)),
        Optional.of(LocalDate.of(2026, 11, 25)),
        List.of("Customers give back *single* pieces."),
        "Catalog and payments share nothing.",
        List.of(
            new Sprint.Priority(
                at("coord/project.yml", 46), "checkout", "Refunds of lines", "days 5 to 12")),
        List.of(
            new Sprint.Block(
                at("coord/project.yml", 50),
                "Side by side",
                days(1, 5),
                List.of("catalog", "payments"),
                List.of(task("S1-1", "Show the search", Task.State.TODO)),
                List.of("payments"),
                List.of("The search is merged."),
                Map.of("checkout", 60),
                ""),
            new Sprint.Block(
                at("coord/project.yml", 55),
                "",
                days(6, 10),
                List.of("checkout"),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                "")),
        "");
  }

  /** A plan of these parts and the shop's other ones. */
  public static Plan plan(List<Workstream> workstreams, List<Gate> gates) {
    return new Plan(
        List.of("coord/project.yml", "coord/gates.yml"),
        project("Shop"),
        people(),
        workstreams,
        List.of(),
        List.of(sprint()),
        List.of(),
        List.of(),
        SampleRules.boundaries(),
        new Merges(at("coord/project.yml", 3), List.of(), List.of()),
        gates,
        List.of(
            SampleRules.measured("line-coverage", SampleRules.coverageRule()),
            SampleRules.declared()),
        List.of(SampleRules.waiver()),
        actions(),
        List.of(),
        Handbook.empty(at("coord/project.yml", 3)),
        new EvidenceSources(
            at("coord/project.yml", 3), List.of(), List.of(), List.of(), List.of()));
  }

  public static Plan emptyPlan() {
    return new Plan(
        List.of("coord.yml"),
        project("Empty"),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        SampleRules.noBoundaries(),
        new Merges(at("coord.yml", 1), List.of(), List.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Handbook.empty(at("coord.yml", 1)),
        new EvidenceSources(at("coord.yml", 1), List.of(), List.of(), List.of(), List.of()));
  }
}
