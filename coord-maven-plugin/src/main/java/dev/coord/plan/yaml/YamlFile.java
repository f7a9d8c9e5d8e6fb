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
   * What a file is to be, in the words of its mistakes.
   *
   * @param empty what to say of a file without anything in it
   * @param other what to say of one that is no map
   * @param beginning what to do about an empty one
   * @param shape what to do about one that is no map
   * @param kind what it is
   * @param most the most bytes it may have
   * @param shorten what to do about one that has more
   */
  record Expected(
      String empty,
      String other,
      String beginning,
      String shape,
      String kind,
      int most,
      String shorten) {
    private static final String PLAN = "a plan is a map of keys, but this is something else";
    private static final String FILE = "plan file";
    private static final String SPLIT = "Split it into several files.";
    private static final String AGAIN =
        "Write it with mvn coord:baseline, or take it from git; without a baseline, remove it.";

    /** A plan of one file. */
    static final Expected WHOLE_PLAN =
        new Expected(
            "the plan is empty", PLAN, SMALLEST, SMALLEST, FILE, PlanFile.MAX_BYTES, SPLIT);

    /** One of a plan's files. */
    static final Expected PART =
        new Expected(
            "this file is empty",
            PLAN,
            "Begin it with 'coord: 1', or remove it.",
            "Begin the file with 'coord: 1', or remove it.",
            FILE,
            PlanFile.MAX_BYTES,
            SPLIT);

    /** What is known. */
    static final Expected BASELINE =
        new Expected(
            "the baseline is empty",
            "a baseline is a map of keys, but this is something else",
            AGAIN,
            AGAIN,
            "baseline",
            BaselineReader.MAX_BYTES,
            AGAIN);
  }

  /**
   * Reads a file.
   *
   * @param alone whether it is the only one of its plan
   */
  static YamlFile read(PlanFile file, boolean alone, Problems problems) {
    return read(file, alone ? Expected.WHOLE_PLAN : Expected.PART, problems);
  }

  /** Reads a file that is to be something. */
  static YamlFile read(PlanFile file, Expected expected, Problems problems) {
    return PlanText.of(file, expected, problems)
        .map(text -> read(text, expected, problems))
        .orElseGet(() -> new YamlFile(List.of(), false));
  }

  private static YamlFile read(PlanText text, Expected expected, Problems problems) {
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
    return of(roots, separators.size() <= MAX_DOCUMENTS, text, expected, problems);
  }

  private static YamlFile of(
      List<YamlNode> roots, boolean complete, PlanText text, Expected expected, Problems problems) {
    roots.removeIf(root -> root instanceof Scalar scalar && Scalars.isNothing(scalar));
    if (roots.isEmpty()) {
      // It hides nothing, so what others name is not looked for in it.
      problems.error(text.atOffset(0), expected.empty(), expected.beginning());
      return new YamlFile(List.of(), complete);
    }
    List<Mapping> documents = new ArrayList<>();
    for (YamlNode root : roots) {
      if (root instanceof Mapping mapping) {
        documents.add(mapping);
      } else if (!(root instanceof Hole)) {
        problems.error(root.location(), expected.other(), expected.shape());
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
