package dev.coord.testing;

import dev.coord.path.PathPatterns;
import dev.coord.plan.Gate;
import dev.coord.plan.Rule;
import dev.coord.plan.Severity;
import dev.coord.plan.Waiver;
import java.time.LocalDate;
import java.util.List;

/** Puts a gate together. */
public final class Gates {

  private final String id;
  private final Rule rule;
  private int line = 18;
  private List<String> workstreams = List.of();
  private List<String> waves = List.of();
  private Severity severity = Severity.FAIL;

  private Gates(String id, Rule rule) {
    this.id = id;
    this.rule = rule;
  }

  /** A gate of the project that fails the build, named as its rule. */
  public static Gates gate(Rule rule) {
    return new Gates(rule.name(), rule);
  }

  /** A gate of the project that fails the build. */
  public static Gates gate(String id, Rule rule) {
    return new Gates(id, rule);
  }

  /** A waiver of a gate by ana, written at line 70. */
  public static Waiver waiver(String gate, String until, String... paths) {
    return new Waiver(
        Places.origin(70),
        gate,
        PathPatterns.of(paths),
        "ana",
        "Rewritten soon.",
        LocalDate.parse(until));
  }

  public Gates line(int value) {
    line = value;
    return this;
  }

  public Gates of(String... ids) {
    workstreams = List.of(ids);
    return this;
  }

  public Gates waves(String... ids) {
    waves = List.of(ids);
    return this;
  }

  public Gates severity(Severity value) {
    severity = value;
    return this;
  }

  public Gate build() {
    return new Gate(Places.origin(line), id, id, rule, workstreams, waves, severity, "", "");
  }
}
