package dev.coord.plan.yaml;

/** What a plan calls by an id. */
enum Kind {
  PERSON("person", "people"),
  WORKSTREAM("workstream", "workstreams"),
  SPRINT("sprint", "sprints"),
  GATE("gate", "gates"),
  METRIC("metric", "metrics"),
  ACTION("action", "actions");

  private final String noun;
  private final String key;

  Kind(String noun, String key) {
    this.noun = noun;
    this.key = key;
  }

  /** One of them, without an article. */
  String noun() {
    return noun;
  }

  /** The key of the plan that lists them. */
  String key() {
    return key;
  }
}
