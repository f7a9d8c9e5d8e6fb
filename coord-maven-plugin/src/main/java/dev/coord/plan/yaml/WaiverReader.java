package dev.coord.plan.yaml;

import dev.coord.path.PathPatterns;
import dev.coord.plan.Waiver;
import java.time.LocalDate;
import java.util.Optional;

/** Reads an item of {@code waivers}. */
final class WaiverReader {
  static final Shape SHAPE =
      new Shape(
          "a waiver",
          "{gate: coverage, owner: ana, reason: \"Rewritten soon.\", until: 2026-01-31}");

  private WaiverReader() {}

  static Optional<Waiver> read(ReadContext context, YamlNode node) {
    return MappingReader.read(context, node, SHAPE, WaiverReader::waiver);
  }

  private static Optional<Waiver> waiver(MappingReader in) {
    in.later("finding");
    Optional<String> gate =
        in.isWritten("finding")
            ? Optional.empty()
            : in.required(
                "gate",
                "coverage",
                field -> in.scalars().text(field, "the id of a gate", "coverage"));
    gate.ifPresent(
        name ->
            in.context()
                .waive(
                    new WaivedResult(
                        name,
                        in.place("gate"),
                        Optional.of(in.keyPlace("paths")).filter(place -> in.has("paths")))));
    PathPatterns paths = in.patterns("paths");
    in.refuseEmptyList("paths", "[\"src/main/**\"]");
    Optional<String> owner = in.required("owner", "ana", field -> in.reference(field, Kind.PERSON));
    Optional<String> reason = in.required("reason", "\"Rewritten soon.\"", in.scalars()::markdown);
    Optional<LocalDate> until = in.required("until", "2026-01-31", in.scalars()::date);
    if (gate.isEmpty() || owner.isEmpty() || reason.isEmpty() || until.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Waiver(in.origin(), gate.get(), paths, owner.get(), reason.get(), until.get()));
  }
}
