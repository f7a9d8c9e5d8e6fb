package dev.coord.plan.yaml;

/** What a plan calls by an id. */
enum Kind {
  PERSON("person", "people", "ana"),
  WORKSTREAM("workstream", "workstreams", "checkout"),
  SPRINT("sprint", "sprints", "sprint-1"),
  GATE("gate", "gates", "coverage"),
  METRIC("metric", "metrics", "test-count"),
  ACTION("action", "actions", "contract");

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
