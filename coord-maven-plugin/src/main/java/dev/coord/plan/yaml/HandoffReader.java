package dev.coord.plan.yaml;

import dev.coord.path.PathPatterns;
import dev.coord.plan.Handoff;
import dev.coord.plan.Handoff.Status;
import dev.coord.plan.Rule;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads an item of {@code handoffs}. */
final class HandoffReader {
  static final Shape SHAPE =
      new Shape("a handoff", "{id: model, kind: artifact, provider: checkout}");
  private static final Map<String, Handoff.Kind> KINDS = EnumWords.of(Handoff.Kind.class);
  private static final Map<String, Status> STATUSES = EnumWords.of(Status.class);

  /** Keys that make sense for some kinds only. */
  private static final Map<String, Set<Handoff.Kind>> FITTING = fitting();

  private HandoffReader() {}

  private static Map<String, Set<Handoff.Kind>> fitting() {
    Set<Handoff.Kind> interfaces = EnumSet.of(Handoff.Kind.CONTRACT, Handoff.Kind.STUB);
    Set<Handoff.Kind> files = EnumSet.of(Handoff.Kind.ARTIFACT);
    files.addAll(interfaces);
    Set<Handoff.Kind> versions = EnumSet.of(Handoff.Kind.LIBRARY);
    versions.addAll(interfaces);
    Map<String, Set<Handoff.Kind>> fitting = new LinkedHashMap<>();
    fitting.put("paths", files);
    fitting.put("signature", interfaces);
    fitting.put("language", interfaces);
    fitting.put("flags", interfaces);
    fitting.put("name", EnumSet.of(Handoff.Kind.LIBRARY, Handoff.Kind.SECRET));
    fitting.put("version", versions);
    fitting.put("file", EnumSet.of(Handoff.Kind.LIBRARY));
    fitting.put("added_in", EnumSet.of(Handoff.Kind.LIBRARY));
    fitting.put("where", EnumSet.of(Handoff.Kind.SECRET));
    return Collections.unmodifiableMap(fitting);
  }

  static Optional<Handoff> read(ReadContext context, YamlNode node) {
    return MappingReader.read(context, node, SHAPE, HandoffReader::handoff);
  }

  private static Optional<Handoff> handoff(MappingReader in) {
    Optional<String> id = in.id(Kind.HANDOFF);
    Optional<String> title = in.optional("title");
    Optional<Handoff.Kind> kind =
        in.required("kind", likely(in).word(), field -> in.scalars().word(field, KINDS));
    kind.ifPresent(of -> fit(in, of));
    Optional<String> provider = in.reference("provider", Kind.WORKSTREAM);
    in.refuseEmptyList("consumers", "[checkout]");
    List<String> consumers = in.references("consumers", Kind.WORKSTREAM);
    Status status = in.word("status", STATUSES).orElse(Status.PLANNED);
    Optional<String> task = in.field("task").flatMap(field -> task(in, field, provider));
    in.refuseEmptyList("paths", "[src/main/resources/model.json]");
    PathPatterns paths = in.patterns("paths");
    String detail = in.markdown("detail");
    String signature = in.markdown("signature");
    String language = in.text("language");
    Optional<String> name = in.optional("name");
    String version = in.text("version");
    Optional<String> file = file(in);
    String where = in.text("where");
    String before = in.markdown("before");
    List<String> flags = in.texts("flags");
    String reason = in.markdown("reason");
    Optional<Rule> readyWhen = in.record("ready_when", RuleReader::one);
    String notes = in.markdown("notes");
    boolean nameless = kind.equals(Optional.of(Handoff.Kind.LIBRARY)) && name.isEmpty();
    if (nameless && !in.has("name")) {
      in.missing("\"name\" for its kind", "Add for example 'name: jackson-core'.");
    }
    if (id.isEmpty() || kind.isEmpty() || nameless) {
      return Optional.empty();
    }
    return Optional.of(
        new Handoff(
            in.origin(),
            id.get(),
            title.or(() -> name).orElse(id.get()),
            kind.get(),
            provider,
            consumers,
            status,
            task,
            paths,
            detail,
            signature,
            language,
            name.orElse(""),
            version,
            file,
            where,
            before,
            flags,
            reason,
            readyWhen,
            notes));
  }

  /** Two words for one thing: a library is added in the build file that it is written in. */
  private static Optional<String> file(MappingReader in) {
    in.exclusive("file", "added_in");
    Optional<String> addedIn = RepoFiles.path(in, "added_in");
    if (in.has("added_in")) {
      in.alsoAt("file", in.place("added_in"));
    }
    return RepoFiles.path(in, "file").or(() -> addedIn);
  }

  /** The first kind that all written keys fit. */
  private static Handoff.Kind likely(MappingReader in) {
    return Arrays.stream(Handoff.Kind.values())
        .filter(
            kind ->
                FITTING.entrySet().stream()
                    .allMatch(one -> !in.isWritten(one.getKey()) || one.getValue().contains(kind)))
        .findFirst()
        .orElse(Handoff.Kind.ARTIFACT);
  }

  private static void fit(MappingReader in, Handoff.Kind kind) {
    FITTING.forEach(
        (key, kinds) -> {
          if (in.isWritten(key) && !kinds.contains(kind)) {
            List<String> words = kinds.stream().map(Handoff.Kind::word).toList();
            in.context()
                .error(
                    in.keyPlace(key),
                    Words.quote(key) + " does not fit a handoff of the kind " + kind.word(),
                    "Remove it, or change the kind to " + Words.either(words) + ".");
          }
        });
  }

  /** A task by its workstream; that there is such a task is checked when all of them are known. */
  private static Optional<String> task(MappingReader in, Field field, Optional<String> provider) {
    Optional<String> name = in.scalars().text(field, "a task of a workstream", "checkout/CHK-2");
    if (name.isEmpty()) {
      return name;
    }
    if (name.get().matches("[^/]+/[^/]+")) {
      in.context().tasksOfBlock().dependsOn(name.get(), field.place());
      return name;
    }
    in.context().bareTasks().add(new BareTask(field, name.get(), provider));
    return Optional.empty();
  }
}
