package dev.coord.plan.yaml;

import dev.coord.plan.Playbook;
import dev.coord.plan.Step;
import java.util.List;
import java.util.Optional;

/** Reads an item of {@code playbooks}. */
final class PlaybookReader {
  static final Shape SHAPE = new Shape("a playbook", "{id: rollback, steps: [Revert the merge]}");

  private PlaybookReader() {}

  static Optional<Playbook> read(ReadContext context, YamlNode node) {
    return MappingReader.read(context, node, SHAPE, PlaybookReader::playbook);
  }

  private static Optional<Playbook> playbook(MappingReader in) {
    Optional<String> id = in.id(Kind.PLAYBOOK);
    Optional<String> title = in.optional("title");
    String when = in.markdown("when");
    List<Step> steps = StepReader.read(in, "steps");
    String notes = in.markdown("notes");
    return id.map(name -> new Playbook(in.origin(), name, title.orElse(name), when, steps, notes));
  }
}
