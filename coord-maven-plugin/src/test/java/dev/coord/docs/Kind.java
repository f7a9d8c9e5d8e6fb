package dev.coord.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A kind of fact that coordination documents hold.
 *
 * @param number 1 to 68
 * @param key the key of the plan
 * @param plan the worked plan that holds it
 * @param file the file in it
 * @param line the line of the file, from 1; 0 when the file does not hold the text
 * @param page the page that shows it
 * @param row the anchor of the row; empty for the page as a whole
 * @param shows a text that stands there
 * @param evidence what coord observes of it, or why it cannot
 * @param rule what makes it a gate, or why nothing does
 */
record Kind(
    int number,
    String name,
    String key,
    String plan,
    String file,
    int line,
    String page,
    String row,
    String shows,
    String evidence,
    String rule) {

  static final String PAGE = "docs/kinds.md";

  private static final String HEAD =
      """
      # What coordination documents hold, and where coord has it

      Five coordination documents of public repositories were taken apart into 68 kinds of fact. The plans in
      [`sample-project/plans`](../sample-project/plans/README.md) hold every one of them. This table says for each
      kind under which key, on which line of which plan, and in which row of the plan's site it is found, what coord
      observes beside it, and which rule makes it a gate. It is generated from the plans and their sites; a test holds
      it to them.

      | | kind of fact | key | plan and line | page and row | observed or computed | rule |
      |---|---|---|---|---|---|---|
      """;

  static List<Kind> all() throws IOException {
    try (InputStream in = Kind.class.getResourceAsStream("kinds.yml")) {
      List<Kind> kinds = new ArrayList<>();
      for (JsonNode kind : new ObjectMapper(new YAMLFactory()).readTree(in)) {
        kinds.add(of(kind));
      }
      return kinds;
    }
  }

  private static Kind of(JsonNode kind) throws IOException {
    String plan = kind.get("plan").asText();
    String file = kind.get("file").asText();
    return new Kind(
        kind.get("kind").asInt(),
        kind.get("name").asText(),
        kind.get("key").asText(),
        plan,
        file,
        line(plan, file, kind.get("line").asText()),
        kind.get("page").asText(),
        kind.path("row").asText(),
        kind.get("shows").asText(),
        kind.get("evidence").asText(),
        kind.get("rule").asText());
  }

  /** The only line that holds a text. */
  private static int line(String plan, String file, String text) throws IOException {
    String whole = WorkedPlans.files(plan).get(file);
    if (whole == null) {
      throw new AssertionError(plan + " has no file " + file);
    }
    List<String> lines = whole.lines().toList();
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(text)) {
        found.add(i + 1);
      }
    }
    if (found.size() != 1) {
      throw new AssertionError(plan + "/" + file + " holds \"" + text + "\" on lines " + found);
    }
    return found.get(0);
  }

  /** The page of all kinds. */
  static String page(List<Kind> kinds) {
    StringBuilder page = new StringBuilder(HEAD);
    kinds.forEach(kind -> page.append(kind.tableRow()));
    return page.toString();
  }

  private String tableRow() {
    String place = plan + "/" + file;
    return "| "
        + number
        + " | "
        + name
        + " | "
        + key
        + " | ["
        + place
        + ":"
        + line
        + "](../"
        + WorkedPlans.FOLDER
        + "/"
        + place
        + "#L"
        + line
        + ") | `"
        + page
        + ".html"
        + (row.isEmpty() ? "" : "#" + row)
        + "` | "
        + evidence
        + " | "
        + rule
        + " |\n";
  }
}
