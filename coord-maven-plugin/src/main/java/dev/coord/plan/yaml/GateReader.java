package dev.coord.plan.yaml;

import dev.coord.plan.Gate;
import dev.coord.plan.Rule;
import dev.coord.plan.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an item of {@code gates}. */
final class GateReader {
  static final Shape SHAPE = new Shape("a gate", "{tests: {failed: \"= 0\"}}");
  private static final Shape APPLIES_TO =
      new Shape("\"applies_to\"", "applies_to: {workstreams: [checkout]}");
  private static final Map<String, Severity> SEVERITIES = EnumWords.of(Severity.class);

  private GateReader() {}

  /** What a gate applies to. */
  private record Application(List<String> workstreams, List<String> waves) {}

  static Optional<Gate> read(ReadContext context, YamlNode node) {
    long before = context.count();
    Optional<Gate> gate = MappingReader.read(context, node, SHAPE, GateReader::gate);
    if (!node.isWhole() || context.count() > before) {
      gate.ifPresent(read -> context.doubts().gate(read.id()));
    }
    return gate;
  }

  private static Optional<Gate> gate(MappingReader in) {
    Optional<String> written = in.has("id") ? in.id(Kind.GATE) : Optional.empty();
    Optional<String> title = in.optional("title");
    Application to =
        in.record("applies_to", GateReader::application)
            .orElse(new Application(List.of(), List.of()));
    Severity severity = in.word("severity", SEVERITIES).orElse(Severity.FAIL);
    String baseline = in.text("baseline");
    String why = in.markdown("why");
    if (in.lacks("id")) {
      RuleReader.nameIn(in)
          .ifPresent(
              rule ->
                  in.declare(
                      Kind.GATE,
                      rule,
                      in.keyPlace(rule),
                      "Give each gate of one rule an id of its own, such as 'id: "
                          + rule
                          + "-checkout'."));
    }
    Optional<Rule> rule = RuleReader.among(in);
    if (!in.has("id") && !in.lacks("id")) {
      return Optional.empty();
    }
    return rule.map(
        r -> {
          String id = written.orElse(r.name());
          return new Gate(
              in.origin(),
              id,
              title.orElse(id),
              r,
              to.workstreams(),
              to.waves(),
              severity,
              baseline,
              why);
        });
  }

  private static Optional<Application> application(ReadContext context, YamlNode node) {
    return MappingReader.read(
        context,
        node,
        APPLIES_TO,
        in -> {
          List<String> workstreams = in.references("workstreams", Kind.WORKSTREAM);
          List<String> waves = in.references("waves", Kind.WAVE);
          in.refuseEmptyList("workstreams", "[checkout]");
          in.refuseEmptyList("waves", "[wave-1]");
          return Optional.of(new Application(workstreams, waves));
        });
  }
}
