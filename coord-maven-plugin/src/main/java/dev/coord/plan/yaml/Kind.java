package dev.coord.plan.yaml;

/** What a plan calls by an id. */
enum Kind {
  PERSON("person", "people", "ana"),
  WORKSTREAM("workstream", "workstreams", "checkout"),
  SPRINT("sprint", "sprints", "sprint-1"),
  GATE("gate", "gates", "coverage"),
  METRIC("metric", "metrics", "test-count"),
  ACTION("action", "actions", "contract"),
  EPIC("epic", "epics", "phase-3"),
  EVENT("event", "events", "weekly-sync"),
  HANDOFF("handoff", "handoffs", "model"),
  WAVE("wave", "merges.waves", "wave-1"),
  CLAIM("claim", "claims", "three-tracks"),
  RISK("risk", "risks", "late-data"),
  ENVIRONMENT("environment", "environments", "staging"),
  PLAYBOOK("playbook", "playbooks", "rollback"),
  DECISION("decision", "decisions", "adr-1"),
  REPORT("report", "reports", "session-1"),
  SCENARIO("scenario", "scenarios", "three-people"),
  PAGE("page", "pages", "runbook");

  private final String noun;
  private final String key;
  private final String example;

  Kind(String noun, String key, String example) {
    this.noun = noun;
    this.key = key;
    this.example = example;
  }

  /** One of them, without an article. */
  String noun() {
    return noun;
  }

  /** The key of the plan that lists them. */
  String key() {
    return key;
  }

  /** An id that one could have. */
  String example() {
    return example;
  }
}
