package dev.coord.plan.yaml;

import dev.coord.plan.Risk;
import dev.coord.plan.Risk.Degree;
import dev.coord.plan.Risk.Status;
import dev.coord.plan.Rule;
import dev.coord.plan.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an item of {@code risks}. */
final class RiskReader {
  static final Shape SHAPE = new Shape("a risk", "{id: late-data, impact: high, owner: ana}");
  private static final Map<String, Degree> DEGREES = EnumWords.of(Degree.class);
  private static final Map<String, Status> STATUSES = EnumWords.of(Status.class);

  private RiskReader() {}

  static Optional<Risk> read(ReadContext context, YamlNode node) {
    return MappingReader.read(context, node, SHAPE, RiskReader::risk);
  }

  private static Optional<Risk> risk(MappingReader in) {
    Optional<String> id = in.id(Kind.RISK);
    Optional<String> title = in.optional("title");
    String scope = in.text("scope");
    String symptom = in.markdown("symptom");
    Optional<Degree> likelihood = in.word("likelihood", DEGREES);
    Optional<Degree> impact = in.word("impact", DEGREES);
    List<String> mitigations = in.markdowns("mitigations");
    List<String> owners =
        in.oneOrMore("owner", "owners", in.once(field -> in.reference(field, Kind.PERSON)));
    List<String> support = in.references("support", Kind.PERSON);
    List<String> workstreams = in.references("workstreams", Kind.WORKSTREAM);
    Optional<Rule> triggeredWhen = in.record("triggered_when", RuleReader::one);
    String trigger = in.markdown("trigger");
    List<Step> contingency = StepReader.read(in, "contingency");
    Status status = in.word("status", STATUSES).orElse(Status.OPEN);
    String notes = in.markdown("notes");
    return id.map(
        name ->
            new Risk(
                in.origin(),
                name,
                title.orElse(name),
                scope,
                symptom,
                likelihood,
                impact,
                mitigations,
                owners,
                support,
                workstreams,
                triggeredWhen,
                trigger,
                contingency,
                status,
                notes));
  }
}
