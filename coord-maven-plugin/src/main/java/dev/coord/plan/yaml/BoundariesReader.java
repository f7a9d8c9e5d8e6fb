package dev.coord.plan.yaml;

import dev.coord.path.PathPatterns;
import dev.coord.plan.Boundaries;
import dev.coord.plan.Boundaries.Branches;
import dev.coord.plan.Boundaries.Conflict;
import dev.coord.plan.Boundaries.Guard;
import dev.coord.plan.Boundaries.Guard.Weakening;
import dev.coord.plan.Boundaries.Mode;
import dev.coord.plan.Boundaries.NoConflict;
import dev.coord.plan.Boundaries.Resolution;
import dev.coord.plan.Boundaries.Shared;
import dev.coord.plan.Boundaries.Unowned;
import dev.coord.plan.Origin;
import dev.coord.plan.yaml.YamlNode.Sequence;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code boundaries}. */
final class BoundariesReader {
  private static final Shape SHAPE = new Shape("\"boundaries\"", "boundaries: {unowned: fail}");
  private static final Shape SHARED =
      new Shape("an item of \"shared\"", "{paths: [pom.xml], mode: coordinate}");
  private static final Shape CONFLICT =
      new Shape("a conflict", "{paths: [pom.xml], between: [a, b], resolution: merge_both}");
  private static final Shape NO_CONFLICT =
      new Shape("an item of \"no_conflicts\"", "{between: [checkout, catalog]}");
  private static final Shape BRANCHES = new Shape("\"branches\"", "branches: {target: main}");
  private static final Shape GUARD = new Shape("\"plan\"", "plan: {by: [ana]}");
  private static final Map<String, Weakening> WEAKENING = EnumWords.of(Weakening.class);
  private static final Map<String, Unowned> UNOWNED = EnumWords.of(Unowned.class);
  private static final Map<String, Mode> MODES = EnumWords.of(Mode.class);
  private static final Map<String, Resolution> RESOLUTIONS = EnumWords.of(Resolution.class);
  private static final Pattern HOURS = Pattern.compile("([1-9][0-9]{0,3})(\\s*)(h|d)");
  private static final int HOURS_PER_DAY = 24;
  private static final int MOST_COMMITS = 9_999;

  private BoundariesReader() {}

  /** What holds where the plan says nothing. */
  static Boundaries usual(Origin origin) {
    return new Boundaries(
        origin,
        List.of(),
        new PathPatterns(List.of()),
        Unowned.WARN,
        List.of(),
        List.of(),
        anyBranches(origin));
  }

  private static Branches anyBranches(Origin origin) {
    return new Branches(
        origin,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty());
  }

  static Optional<Boundaries> read(ReadContext context, YamlNode node) {
    return MappingReader.read(context, node, SHAPE, BoundariesReader::boundaries);
  }

  private static Optional<Boundaries> boundaries(MappingReader in) {
    List<Shared> shared = in.records("shared", SHARED, BoundariesReader::shared);
    PathPatterns protectedPaths = in.patterns("protected");
    Unowned unowned = in.word("unowned", UNOWNED).orElse(Unowned.WARN);
    List<Conflict> conflicts = in.records("conflicts", CONFLICT, BoundariesReader::conflict);
    List<NoConflict> noConflicts =
        in.records("no_conflicts", NO_CONFLICT, BoundariesReader::noConflict);
    Branches branches =
        in.record("branches", BoundariesReader::branches)
            .orElseGet(() -> anyBranches(Origin.at(in.place())));
    Guard guard =
        in.record("plan", BoundariesReader::guard)
            .orElseGet(() -> Guard.usual(Origin.at(in.place())));
    Optional<String> allowedSigners = RepoFiles.path(in, "allowed_signers");
    return Optional.of(
        new Boundaries(
            in.origin(),
            shared,
            protectedPaths,
            unowned,
            conflicts,
            noConflicts,
            branches,
            guard,
            allowedSigners));
  }

  private static Optional<Guard> guard(ReadContext context, YamlNode node) {
    return MappingReader.read(
        context,
        node,
        GUARD,
        in -> {
          Weakening weakening = in.word("weakening", WEAKENING).orElse(Weakening.FAIL);
          List<String> by = in.references("by", Kind.PERSON);
          return Optional.of(new Guard(in.origin(), weakening, by));
        });
  }

  private static Optional<Shared> shared(ReadContext context, YamlNode node) {
    return MappingReader.read(
        context,
        node,
        SHARED,
        in -> {
          Optional<PathPatterns> paths = in.requiredPatterns("paths");
          Optional<Mode> mode =
              in.required("mode", "coordinate", field -> in.scalars().word(field, MODES));
          Optional<String> steward = in.reference("steward", Kind.PERSON);
          String condition = in.markdown("condition");
          boolean lacksSteward =
              mode.filter(m -> m == Mode.STEWARD).isPresent() && !in.has("steward");
          if (lacksSteward) {
            in.missing("\"steward\" for its mode", "Add for example 'steward: ana'.");
          }
          return mode.filter(m -> m != Mode.STEWARD || steward.isPresent())
              .flatMap(m -> paths.map(p -> new Shared(in.origin(), p, m, steward, condition)));
        });
  }

  private static Optional<Conflict> conflict(ReadContext context, YamlNode node) {
    return MappingReader.read(context, node, CONFLICT, BoundariesReader::conflict);
  }

  private static Optional<Conflict> conflict(MappingReader in) {
    Optional<PathPatterns> paths = in.requiredPatterns("paths");
    List<String> between = between(in, "a conflict");
    boolean all = between.size() > 1 && isAll(in, between);
    Optional<Resolution> resolution =
        in.required("resolution", "merge_both", field -> in.scalars().word(field, RESOLUTIONS));
    Optional<String> winner = in.reference("winner", Kind.WORKSTREAM);
    if (resolution.filter(r -> r == Resolution.OWNER_WINS).isPresent() && !in.has("winner")) {
      in.missing("\"winner\" for its resolution", "Add for example 'winner: checkout'.");
    }
    if (all && winner.isPresent() && !between.contains(winner.get())) {
      in.context()
          .error(
              in.place("winner"),
              "\"winner\" is " + Words.quote(winner.get()) + ", which is not one of \"between\"",
              "Write one of " + Words.list(between) + ".");
    }
    String notes = in.markdown("notes");
    return resolution.flatMap(
        how -> paths.map(p -> new Conflict(in.origin(), p, between, how, winner, notes)));
  }

  private static Optional<NoConflict> noConflict(ReadContext context, YamlNode node) {
    return MappingReader.read(
        context,
        node,
        NO_CONFLICT,
        in -> {
          List<String> between = between(in, NO_CONFLICT.what());
          String reason = in.markdown("reason");
          return Optional.of(new NoConflict(in.origin(), between, reason));
        });
  }

  private static List<String> between(MappingReader in, String what) {
    List<String> between = in.list("between", field -> in.reference(field, Kind.WORKSTREAM));
    boolean few = written(in) < 2 || isAll(in, between) && new HashSet<>(between).size() < 2;
    if (few && !in.mayHoldMore("between")) {
      in.context()
          .error(
              in.place("between"),
              what + " needs two workstreams or more under \"between\"",
              "Write for example 'between: [checkout, catalog]'.");
    }
    return between;
  }

  /** Whether those that could be read are all that are written. */
  private static boolean isAll(MappingReader in, List<String> between) {
    return written(in) == between.size() && !in.mayHoldMore("between");
  }

  private static int written(MappingReader in) {
    return in.field("between")
        .map(field -> field.node() instanceof Sequence list ? list.items().size() : 0)
        .orElse(0);
  }

  private static Optional<Branches> branches(ReadContext context, YamlNode node) {
    return MappingReader.read(
        context,
        node,
        BRANCHES,
        in -> {
          Optional<String> target = GitNames.branch(in, "target");
          List<String> never = in.list("never", field -> GitNames.branch(context, field));
          List<String> guarded = in.list("protected", field -> GitNames.branch(context, field));
          PathPatterns except = in.patterns("except");
          Optional<String> naming = GitNames.pattern(in, "naming");
          OptionalInt behind = in.integer("behind_at_most", 0, MOST_COMMITS);
          Optional<Integer> stale = in.field("stale_after").flatMap(f -> hours(in, f));
          return Optional.of(
              new Branches(
                  in.origin(),
                  target,
                  never,
                  guarded,
                  except,
                  naming,
                  behind,
                  stale.map(OptionalInt::of).orElse(OptionalInt.empty())));
        });
  }

  private static Optional<Integer> hours(MappingReader in, Field field) {
    Optional<String> text =
        in.scalars().value(field, "a time", "8 h").map(scalar -> scalar.text().strip());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher = HOURS.matcher(text.get());
    if (matcher.matches() && matcher.group(2).equals(" ")) {
      int number = Integer.parseInt(matcher.group(1));
      return Optional.of(matcher.group(3).equals("d") ? number * HOURS_PER_DAY : number);
    }
    in.context()
        .error(
            field.place(),
            field.label() + " must be hours or days, but is " + Words.quote(text.get()),
            matcher.matches()
                ? "Write " + field.example(matcher.group(1) + " " + matcher.group(3)) + "."
                : "Write for example "
                    + field.example("8 h")
                    + " or "
                    + field.example("2 d")
                    + ".");
    return Optional.empty();
  }
}
