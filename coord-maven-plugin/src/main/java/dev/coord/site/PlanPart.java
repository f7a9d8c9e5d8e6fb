package dev.coord.site;

import dev.coord.plan.Plan;
import dev.coord.site.draft.Line;
import dev.coord.site.model.Block;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What a plan can hold at its top: what each part is for, and the YAML to begin it with. */
enum PlanPart {
  PEOPLE(
      plan -> !plan.people().isEmpty(),
      "who is on the team",
      "Commits are matched to people by their addresses, which are not published.",
      "people:",
      "  - {id: ana, name: Ana Ruiz, role: Coordinator, emails: [ana@shop.example]}",
      "  - {id: cleo, kind: agent}"),
  WORKSTREAMS(
      plan -> !plan.workstreams().isEmpty(),
      "lines of work, each with its own branch and its own paths",
      "What a branch changes is held against what its workstream owns.",
      "workstreams:",
      "  - id: checkout",
      "    owner: ana",
      "    branch: feature/checkout",
      "    owns: [/src/main/java/shop/checkout/**]",
      "    tasks: [\"[x] Basket totals\", \"[ ] Refunds\"]"),
  EPICS(
      plan -> !plan.epics().isEmpty(),
      "phases and epics, with their issues",
      "The progress that is claimed stands beside what issues and tasks come to.",
      "epics:",
      "  - id: returns",
      "    title: Returns",
      "    owner: ana",
      "    issues: [\"[x] #12: Refund whole orders\", \"[ ] #13: Refund single lines\"]",
      "    progress: 50%"),
  SPRINTS(
      plan -> !plan.sprints().isEmpty(),
      "stretches of time with goals",
      "Blocks tell who works on what when, and what is overdue.",
      "sprints:",
      "  - id: sprint-1",
      "    start: 2026-01-05",
      "    end: 2026-01-16",
      "    goals: [\"Customers can return what they bought.\"]",
      "    blocks:",
      "      - {days: 1-5, tasks: [\"[ ] Refunds\"]}"),
  EVENTS(
      plan -> !plan.events().isEmpty(),
      "meetings, freezes and windows for integration and tests",
      "They stand on the calendar, with who takes part and what is on the agenda.",
      "events:",
      "  - id: weekly-sync",
      "    title: Weekly sync",
      "    kind: ceremony",
      "    cadence: every Monday",
      "    minutes: 30",
      "    agenda:",
      "      - {item: What is blocked, minutes: 20}",
      "      - {item: What is merged next, minutes: 10}"),
  HANDOFFS(
      plan -> !plan.handoffs().isEmpty(),
      "what one workstream hands to others",
      "An artifact, a contract, a library, a secret or a stub; a rule shows when it is ready.",
      "workstreams:",
      "  - {id: catalog, branch: feature/catalog}",
      "  - {id: search, branch: feature/search}",
      "handoffs:",
      "  - id: price-api",
      "    title: Prices with tax",
      "    kind: contract",
      "    provider: catalog",
      "    consumers: [search]",
      "    ready_when: {path: {file: docs/price-api.md, exists: true}}"),
  BOUNDARIES(
      plan -> !plan.boundaries().origin().fields().isEmpty(),
      "who may change what, beyond what workstreams own",
      "Paths that several may change each have a condition; protected ones have an owner or nobody.",
      "boundaries:",
      "  shared:",
      "    - {paths: [/pom.xml], mode: coordinate}",
      "  protected: [/.github/**]",
      "  unowned: warn"),
  MERGES(
      plan -> !plan.merges().queue().isEmpty() || !plan.merges().waves().isEmpty(),
      "what is merged in which order",
      "A queue of pull requests, and waves with their checklists and rollback.",
      "workstreams:",
      "  - {id: catalog, branch: feature/catalog}",
      "merges:",
      "  waves:",
      "    - id: wave-1",
      "      workstreams: [catalog]",
      "      into: main",
      "      checklist: [\"[ ] All tests pass\"]",
      "      rollback: Revert the merge."),
  GATES(
      plan -> !plan.gates().isEmpty(),
      "the rules that the build is held to",
      "Without one, nothing can fail and nothing is proved.",
      "gates:",
      "  - coverage: {lines: \">= 80%\"}",
      "  - tests: {failed: \"= 0\"}",
      "  - ownership: {}"),
  METRICS(
      plan -> !plan.metrics().isEmpty(),
      "by what the team tells whether it gets better",
      "A metric is measured by a rule or set by hand. It never fails a build.",
      "metrics:",
      "  - {id: line-coverage, category: quality, coverage: {lines: \">= 90%\"}, baseline: 80%}"),
  WAIVERS(
      plan -> !plan.waivers().isEmpty(),
      "gates that need not hold for some time",
      "Each has somebody who answers for it, a reason, and a last day.",
      "gates:",
      "  - coverage: {lines: \">= 80%\", branches: \">= 70%\"}",
      "waivers:",
      "  - gate: coverage.branches",
      "    owner: ana",
      "    reason: The old parser goes soon.",
      "    until: 2026-01-31"),
  ACTIONS(
      plan -> !plan.actions().isEmpty(),
      "what has to be done by hand",
      "What is due first stands first, with what waits for it.",
      "actions:",
      "  - {title: Sign the contract with the card company, who: ana, when: 2026-01-09}"),
  CLAIMS(
      plan -> !plan.claims().isEmpty(),
      "what the team says that nothing else of the plan says",
      "A statement, where it is made, and the rule that shows whether it holds.",
      "claims:",
      "  - id: many-tests",
      "    says: More than 500 tests pass.",
      "    where: README.md",
      "    holds_when: {tests: {passed: \"> 500\"}}"),
  RISKS(
      plan -> !plan.handbook().risks().isEmpty(),
      "what may go wrong, and who acts then",
      "A rule shows when it has happened; the steps say what to do.",
      "risks:",
      "  - id: low-coverage",
      "    title: Nobody tests refunds",
      "    likelihood: medium",
      "    impact: high",
      "    owner: ana",
      "    mitigations: [Each refund gets a test first.]",
      "    triggered_when: {coverage: {lines: \"< 60%\"}}",
      "    contingency:",
      "      - Stop merging.",
      "      - {text: Take the last merge back., commands: git revert --mainline 1 HEAD}"),
  TESTING(
      plan -> !plan.handbook().testing().isUnsaid(),
      "how the team tests, and who says go",
      "A sign-off with its criteria, deliverables, severities, and the cases of each sprint.",
      "testing:",
      "  severities:",
      "    - {level: critical, meaning: Nobody can pay., respond_within: 4 hours}",
      "  sign_off:",
      "    by: ana",
      "    criteria: [\"[ ] No critical fault is open\"]",
      "    decision: pending"),
  ENVIRONMENTS(
      plan -> !plan.handbook().environments().isEmpty(),
      "where the software runs, and what builds it",
      "Secrets are written by their names, never by their values.",
      "environments:",
      "  - id: staging",
      "    url: https://staging.shop.example",
      "    pipelines:",
      "      - {file: .github/workflows/ci.yml, trigger: each push, secrets: [DEPLOY_TOKEN]}"),
  PLAYBOOKS(
      plan -> !plan.handbook().playbooks().isEmpty(),
      "what to do when something happens",
      "Steps in their order, with commands to copy.",
      "playbooks:",
      "  - id: rollback",
      "    when: Something broke on main.",
      "    steps:",
      "      - Tell everybody.",
      "      - {text: Revert the merge., commands: git revert --mainline 1 HEAD}"),
  DECISIONS(
      plan -> !plan.handbook().decisions().isEmpty(),
      "what the team settled",
      "So that nobody has to ask again, and what was superseded is seen to be.",
      "decisions:",
      "  - {id: adr-1, title: Prices are net, date: 2026-01-12, points: [Tax is added last.]}"),
  REPORTS(
      plan -> !plan.handbook().reports().isEmpty(),
      "what sessions or periods came to",
      "The files they name are held against git.",
      "reports:",
      "  - id: session-1",
      "    from: 2026-01-05",
      "    objective: Refund whole orders.",
      "    outcome: Whole orders can be refunded.",
      "    next:",
      "      - {horizon: this week, tasks: [\"[ ] Refund single lines\"]}"),
  SCENARIOS(
      plan -> !plan.handbook().scenarios().isEmpty(),
      "ways to set up the team, and what they save",
      "The time that is said to be saved stands beside what the lengths come to.",
      "scenarios:",
      "  - id: two-people",
      "    size: 2",
      "    savings:",
      "      - {what: The release, parallel: 8 weeks, sequential: 18 weeks, saved: 55%}"),
  PAGES(
      plan -> !plan.handbook().pages().isEmpty(),
      "Markdown files that become pages of this site",
      "Each is read from the repository, and its links are taken from its own directory.",
      "pages:",
      "  - {id: runbook, title: Runbook, file: docs/runbook.md}"),
  EVIDENCE(
      plan -> !plan.evidence().origin().fields().isEmpty(),
      "where reports are, when not at the usual places",
      "Without it, they are looked for where Maven, Gradle, pytest and npm put them.",
      "evidence:",
      "  tests: \"build/reports/*.xml\"",
      "  coverage: [{files: backend/coverage.xml, root: backend}]");

  private final Predicate<Plan> held;
  private final String what;
  private final String more;
  private final List<String> yaml;

  PlanPart(Predicate<Plan> held, String what, String more, String... yaml) {
    this.held = held;
    this.what = what;
    this.more = more;
    this.yaml = List.of(yaml);
  }

  /** The key of the plan. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The YAML to begin with; other parts that it needs come first. */
  String yaml() {
    return String.join("\n", yaml);
  }

  /** What a plan does not hold, one fold each. */
  static List<Block> missing(Plan plan) {
    return Arrays.stream(values())
        .filter(part -> !part.held.test(plan))
        .map(PlanPart::fold)
        .toList();
  }

  private Block fold() {
    return new Block.Fold(
        key() + ": " + what,
        List.of(
            new Block.Paragraph(Line.of(more + " Add to the plan:").list()),
            new Block.Listing("yaml", yaml())));
  }
}
