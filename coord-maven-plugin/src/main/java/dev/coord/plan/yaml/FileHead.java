package dev.coord.plan.yaml;

import dev.coord.diagnostic.Location;
import dev.coord.path.PathPattern;
import dev.coord.plan.yaml.YamlNode.Mapping;
import dev.coord.plan.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what each file says of itself: the version of its format, and the files it includes. */
final class FileHead {
  static final String VERSION = "coord";
  static final String INCLUDE = "include";

  private static final String LINE = "'coord: " + TopLevel.VERSION + "'";

  private FileHead() {}

  /** The documents that can be read on: their version is known, or missing, which is told. */
  static List<Mapping> readable(ReadContext context, List<Mapping> documents) {
    List<Mapping> readable = new ArrayList<>();
    for (Mapping document : documents) {
      Optional<YamlNode> version = document.get(VERSION);
      if (version.isEmpty() || isKnown(context, version.get())) {
        readable.add(document);
      }
      if (version.isEmpty() && document == documents.get(0) && document.complete()) {
        context.error(
            document.location(),
            "the file does not say which version of the format it has",
            "Write " + LINE + " on its first line.");
      }
    }
    return readable;
  }

  private static boolean isKnown(ReadContext context, YamlNode version) {
    if (version instanceof YamlNode.Hole) {
      return true;
    }
    if (version instanceof Scalar scalar) {
      if (scalar.text().equals(Integer.toString(TopLevel.VERSION))) {
        if (!scalar.plain()) {
          context.error(
              scalar.location(),
              "the version must be a number",
              "Write " + LINE + " without quotes.");
        }
        return true;
      }
    }
    context.error(
        version.location(),
        "the version of the plan's format must be "
            + TopLevel.VERSION
            + ", the only one this version of coord reads, but is "
            + version.kind(),
        "Write " + LINE + ", or use a newer coord.");
    return false;
  }

  /** Refuses includes in a file that is itself included. */
  static void refuseIncludes(ReadContext context, Mapping file, String first) {
    Optional.ofNullable(file.entries().get(INCLUDE))
        .ifPresent(
            entry ->
                context.error(
                    entry.keyLocation(),
                    "only the first file of a plan can include others, and that is " + first,
                    "Move the patterns there."));
  }

  /** Reads the patterns of the files that a file includes. */
  static List<Included> includes(ReadContext context, Mapping file, String path) {
    List<Included> included = new ArrayList<>();
    Optional<YamlNode> node = file.get(INCLUDE);
    if (node.isEmpty() || node.get() instanceof YamlNode.Hole) {
      return included;
    }
    if (!(node.get() instanceof YamlNode.Sequence list)) {
      context.error(
          node.get().location(),
          "\"include\" must be a list, but is " + node.get().kind(),
          "Write for example 'include: [\"plan/*.yml\"]'.");
      return included;
    }
    String directory = path.substring(0, path.lastIndexOf('/') + 1);
    for (YamlNode item : list.items()) {
      included(context, Field.item(INCLUDE, item), directory).ifPresent(included::add);
    }
    return included;
  }

  private static Optional<Included> included(ReadContext context, Field field, String directory) {
    Scalars scalars = new Scalars(context);
    Optional<PathPattern> written = scalars.pattern(field);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    String text = written.get().text();
    String lower = text.toLowerCase(Locale.ROOT);
    if (!lower.endsWith(".yml") && !lower.endsWith(".yaml")) {
      context.error(
          field.place(),
          field.label() + " must name plan files, but is " + Words.quote(text),
          "End it in .yml or .yaml, such as " + field.example("\"plan/*.yml\"") + ".");
      return Optional.empty();
    }
    if (text.startsWith("/")) {
      return Optional.of(new Included(written.get(), text, field.place()));
    }
    try {
      PathPattern pattern = PathPattern.of("/" + literally(directory) + text);
      return Optional.of(new Included(pattern, text, field.place()));
    } catch (IllegalArgumentException tooLong) {
      context.error(
          field.place(),
          field.label() + " is too long together with the directory of its file",
          "Shorten it, or begin it with \"/\" for the root of the repository.");
      return Optional.empty();
    }
  }

  /** The path as a pattern that matches it alone. */
  private static String literally(String path) {
    return path.replaceAll("[\\\\*?\\[]", "\\\\$0");
  }

  /** Where a plan begins. */
  static Location begin(PlanFile file) {
    return new Location(file.path(), 1, 1, file.commit());
  }
}
