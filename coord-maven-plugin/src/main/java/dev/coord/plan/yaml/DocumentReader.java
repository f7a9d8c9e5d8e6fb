package dev.coord.plan.yaml;

import dev.coord.plan.Document;
import java.util.Locale;
import java.util.Optional;

/** Reads an item of {@code pages}. */
final class DocumentReader {
  static final Shape SHAPE = new Shape("a page", "{id: runbook, file: docs/runbook.md}");

  private DocumentReader() {}

  static Optional<Document> read(ReadContext context, YamlNode node) {
    return MappingReader.read(context, node, SHAPE, DocumentReader::document);
  }

  private static Optional<Document> document(MappingReader in) {
    Optional<String> id = in.id(Kind.PAGE);
    Optional<String> title = in.optional("title");
    Optional<String> file = in.required("file", "docs/runbook.md", field -> file(in, field));
    return id.flatMap(
        name -> file.map(path -> new Document(in.origin(), name, title.orElse(name), path)));
  }

  /** Anything else in the work tree, such as a file of secrets, is nothing to publish. */
  private static Optional<String> file(MappingReader in, Field field) {
    Optional<String> path = RepoFiles.path(in, field);
    String lower = path.orElse("").toLowerCase(Locale.ROOT);
    if (path.isPresent() && !lower.endsWith(".md") && !lower.endsWith(".markdown")) {
      in.context()
          .error(
              field.place(),
              field.label() + " must be a Markdown file, but is " + Words.quote(path.get()),
              "Name one that ends in .md or .markdown, such as "
                  + field.example("docs/runbook.md")
                  + ".");
      return Optional.empty();
    }
    return path;
  }
}
