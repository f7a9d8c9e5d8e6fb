package dev.coord.plan.yaml;

import dev.coord.path.PathPattern;
import dev.coord.path.RepoPaths;
import dev.coord.plan.EvidenceSources;
import dev.coord.plan.EvidenceSources.Source;
import dev.coord.plan.Origin;
import dev.coord.plan.yaml.YamlNode.Mapping;
import dev.coord.plan.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Optional;

/** Reads {@code evidence}. */
final class EvidenceReader {
  private static final Shape SHAPE =
      new Shape("\"evidence\"", "evidence: {tests: [\"**/TEST-*.xml\"]}");
  private static final Shape SOURCE =
      new Shape("a report source", "{files: backend/coverage.xml, root: backend}");

  private EvidenceReader() {}

  static Optional<EvidenceSources> read(ReadContext context, YamlNode node) {
    return MappingReader.read(
        context,
        node,
        SHAPE,
        in -> {
          List<Source> tests = sources(in, "tests");
          List<Source> coverage = sources(in, "coverage");
          List<Source> findings = sources(in, "findings");
          List<Source> requests = sources(in, "pull_requests");
          return Optional.of(new EvidenceSources(in.origin(), tests, coverage, findings, requests));
        });
  }

  private static List<Source> sources(MappingReader in, String key) {
    Optional<Field> single =
        in.field(key)
            .filter(field -> field.node() instanceof Scalar scalar && !Scalars.isNothing(scalar));
    if (single.isPresent()) {
      in.alsoAt(key + "[0]", single.get().place());
      return source(in, single.get()).stream().toList();
    }
    in.refuseEmptyList(key, "[\"**/target/reports/*.xml\"]");
    return in.list(key, field -> source(in, field));
  }

  private static Optional<Source> source(MappingReader in, Field field) {
    if (field.node() instanceof Mapping) {
      return MappingReader.read(in.context(), field.node(), SOURCE, EvidenceReader::source);
    }
    return in.scalars()
        .pattern(field)
        .map(files -> new Source(Origin.at(field.place()), files, ""));
  }

  private static Optional<Source> source(MappingReader in) {
    Optional<PathPattern> files =
        in.required("files", "backend/coverage.xml", in.scalars()::pattern);
    String root = in.field("root").flatMap(field -> root(in, field)).orElse("");
    return files.map(pattern -> new Source(in.origin(), pattern, root));
  }

  private static Optional<String> root(MappingReader in, Field field) {
    Optional<String> root =
        in.scalars()
            .text(field)
            .map(text -> text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    if (root.isPresent() && !root.get().equals(".") && !RepoPaths.isSafe(root.get())) {
      in.context()
          .error(
              field.place(),
              field.label()
                  + " must be a directory of the repository, but is "
                  + Words.quote(root.get()),
              "Write its path from the root of the repository, such as "
                  + field.example("backend")
                  + ".");
      return Optional.empty();
    }
    return root;
  }
}
