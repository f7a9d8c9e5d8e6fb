package dev.coord.plan.yaml;

import dev.coord.plan.yaml.YamlNode.Hole;
import dev.coord.plan.yaml.YamlNode.Mapping;
import dev.coord.plan.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The YAML of one plan file.
 *
 * @param documents the maps that it consists of: one, unless it holds what is refused; empty when
 *     it cannot be read, or is something else
 * @param complete whether all of it was read, mistakes inside of keys aside
 */
record YamlFile(List<Mapping> documents, boolean complete) {
  /** The most documents that are read of a file, which should have one. */
  static final int MAX_DOCUMENTS = 20;

  private static final int SEPARATOR_LENGTH = "---".length();

  private static final String SMALLEST =
      "Begin with 'coord: 1', 'project: {name: Shop}' and 'workstreams: [{id: checkout, branch:"
          + " feature/checkout, owns: [\"src/checkout/**\"]}]', each on a line of its own.";

  /** Begins a document wherever it stands, be it in quotes or brackets. */
  private static final Pattern SEPARATOR = Pattern.compile("(?m)^---(?=\\s|$)");

  YamlFile {
    documents = List.copyOf(documents);
  }

  /**
   * Reads a file.
   *
   * @param alone whether it is the only one of its plan
   */
  static YamlFile read(PlanFile file, boolean alone, Problems problems) {
    return PlanText.of(file, problems)
        .map(text -> read(text, alone, problems))
        .orElseGet(() -> new YamlFile(List.of(), false));
  }

  private static YamlFile read(PlanText text, boolean alone, Problems problems) {
    List<Integer> separators = separators(text.text());
    int length = text.text().length();
    boolean marked = !separators.isEmpty() && isPrefix(text.text().substring(0, separators.get(0)));
    int content = marked ? separators.remove(0) + SEPARATOR_LENGTH : 0;
    int end = separators.isEmpty() ? length : separators.get(0);
    BlockReader reader = new BlockReader(problems);
    List<YamlNode> roots = new ArrayList<>();
    reader.read(new Piece(text, 0, end), new Piece(text, content, end)).ifPresent(roots::add);
    for (int i = 0; i < Math.min(MAX_DOCUMENTS, separators.size()); i++) {
      problems.error(
          text.atOffset(separators.get(i)),
          "a second document begins here, but a plan file holds one",
          "Remove the line \"---\", or move what follows to a file of its own.");
      end = i + 1 < separators.size() ? separators.get(i + 1) : length;
      Piece document = new Piece(text, separators.get(i) + SEPARATOR_LENGTH, end);
      reader.read(document, document).ifPresent(roots::add);
    }
    return of(roots, separators.size() <= MAX_DOCUMENTS, text, alone, problems);
  }

  private static YamlFile of(
      List<YamlNode> roots, boolean complete, PlanText text, boolean alone, Problems problems) {
    roots.removeIf(root -> root instanceof Scalar scalar && Scalars.isNothing(scalar));
    if (roots.isEmpty()) {
      // It hides nothing, so what others name is not looked for in it.
      problems.error(
          text.atOffset(0),
          alone ? "the plan is empty" : "this file is empty",
          alone ? SMALLEST : "Begin it with 'coord: 1', or remove it.");
      return new YamlFile(List.of(), complete);
    }
    List<Mapping> documents = new ArrayList<>();
    for (YamlNode root : roots) {
      if (root instanceof Mapping mapping) {
        documents.add(mapping);
      } else if (!(root instanceof Hole)) {
        problems.error(
            root.location(),
            "a plan is a map of keys, but this is something else",
            alone ? SMALLEST : "Begin the file with 'coord: 1', or remove it.");
      }
    }
    boolean readable = documents.size() == roots.size();
    return new YamlFile(
        documents, complete && readable && documents.stream().allMatch(Mapping::complete));
  }

  private static List<Integer> separators(String text) {
    return SEPARATOR
        .matcher(text)
        .results()
        .map(MatchResult::start)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** Whether a text may stand before the line that begins the first document. */
  private static boolean isPrefix(String text) {
    return text.lines()
        .allMatch(
            line -> line.isBlank() || line.startsWith("%") || line.stripLeading().startsWith("#"));
  }
}
