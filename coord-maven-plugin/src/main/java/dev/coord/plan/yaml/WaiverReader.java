package dev.coord.plan.yaml;

import dev.coord.path.PathPatterns;
import dev.coord.plan.Waiver;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

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
    Optional<String> gate =
        in.required(
            "gate", "coverage", field -> in.scalars().text(field, "the id of a gate", "coverage"));
    Optional<String> finding = in.optional("finding");
    in.exclusive("paths", "finding");
    OptionalInt count = in.integer("count", 1, 1_000_000);
    gate.ifPresent(
        name ->
            in.context()
                .waive(
                    new WaivedResult(
                        name,
                        in.place("gate"),
                        Optional.of(in.keyPlace("paths")).filter(place -> in.has("paths")),
                        Optional.of(in.keyPlace("finding")).filter(place -> in.has("finding")))));
    PathPatterns paths = in.patterns("paths");
    in.refuseEmptyList("paths", "[\"src/main/**\"]");
    Optional<String> owner = in.required("owner", "ana", field -> in.reference(field, Kind.PERSON));
    Optional<String> reason = in.required("reason", "\"Rewritten soon.\"", in.scalars()::markdown);
    Optional<LocalDate> until = in.required("until", "2026-01-31", in.scalars()::date);
    if (in.has("count") && !in.has("finding") && !in.hasUnknown()) {
      in.missing("\"finding\" beside \"count\"", "Name the findings, or take the count away.");
    }
    boolean two = in.has("paths") && in.has("finding");
    boolean holes = in.has("finding") && finding.isEmpty() || in.has("count") && count.isEmpty();
    boolean loose = count.isPresent() && finding.isEmpty();
    if (gate.isEmpty() || owner.isEmpty() || reason.isEmpty() || until.isEmpty()) {
      return Optional.empty();
    }
    if (two || holes || loose) {
      return Optional.empty();
    }
    return Optional.of(
        new Waiver(
            in.origin(),
            gate.get(),
            paths,
            finding,
            count.orElse(1),
            owner.get(),
            reason.get(),
            until.get()));
  }
}
