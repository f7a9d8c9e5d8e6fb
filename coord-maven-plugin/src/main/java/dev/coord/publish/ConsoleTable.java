package dev.coord.publish;

import dev.coord.publish.ConsoleLine.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rows in aligned columns, each with detail lines below it. */
final class ConsoleTable {

  private static final int WORD = 8;
  private static final int WIDEST_LABEL = 32;
  private static final int WIDEST_SUMMARY = 64;
  private static final int WIDEST_DETAIL = 60;
  private static final String INDENT = " ".repeat(WORD + 2);
  private static final String GAP = "  ";

  /**
   * Where more is told of a row.
   *
   * @param name the page
   * @param results for how many of it the row stands
   */
  record Page(String name, int results) {}

  /**
   * A row.
   *
   * @param page the page that tells more of it
   */
  private record Row(
      Page page,
      Level level,
      String word,
      String label,
      String summary,
      String place,
      List<List<String>> details) {}

  private final List<Row> rows = new ArrayList<>();

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /**
   * A row.
   *
   * @param page the page that tells more of it
   */
  void row(Page page, Level level, String word, String label, String summary, String place) {
    rows.add(
        new Row(
            page,
            level,
            word,
            SafeText.line(label),
            SafeText.line(summary, 400),
            SafeText.line(place),
            new ArrayList<>()));
  }

  /** A detail of the last row, in cells. */
  void detail(String... cells) {
    List<String> safe = new ArrayList<>();
    for (String cell : cells) {
      safe.add(SafeText.line(cell, 400));
    }
    rows.get(rows.size() - 1).details().add(safe);
  }

  /**
   * The lines, rows before details where not all find room.
   *
   * @param most most lines
   * @param pages whether there are pages: then the line that counts the rows left out names those
   *     that tell of them
   */
  List<ConsoleLine> lines(int most, boolean pages) {
    int label = width(Row::label, WIDEST_LABEL);
    int summary = width(Row::summary, WIDEST_SUMMARY);
    boolean all = rows.size() <= most;
    int shown = all ? rows.size() : most - 1;
    int free = all ? most - shown : 0;
    List<ConsoleLine> lines = new ArrayList<>();
    for (Row row : rows.subList(0, shown)) {
      lines.add(new ConsoleLine(row.level(), text(row, label, summary)));
      int details = Math.min(free, row.details().size());
      free -= details;
      row.details().stream()
          .limit(details)
          .forEach(cells -> lines.add(new ConsoleLine(row.level(), detail(row, cells))));
    }
    if (!all) {
      Level level = rows.get(shown).level();
      String where = pages ? " on " + pages(rows.subList(shown, rows.size())) : "";
      int left = rows.stream().skip(shown).mapToInt(row -> row.page().results()).sum();
      lines.add(new ConsoleLine(level, left + " more" + where));
    }
    return lines;
  }

  private static String pages(List<Row> rows) {
    return rows.stream()
        .map(row -> row.page().name())
        .distinct()
        .map(page -> "the " + page + " page")
        .collect(Collectors.joining(" and "));
  }

  private static String text(Row row, int label, int summary) {
    String text = padded(row.word(), WORD) + padded(row.label(), label) + GAP;
    return row.place().isEmpty()
        ? text + row.summary()
        : text + padded(row.summary(), summary) + GAP + row.place();
  }

  /** A detail's cells, aligned with those of the row's other details that have as many. */
  private static String detail(Row row, List<String> cells) {
    StringBuilder text = new StringBuilder(INDENT);
    for (int i = 0; i < cells.size() - 1; i++) {
      int cell = i;
      int width =
          row.details().stream()
              .filter(other -> other.size() == cells.size())
              .mapToInt(other -> other.get(cell).length())
              .max()
              .orElse(0);
      text.append(padded(cells.get(i), Math.min(width, WIDEST_DETAIL))).append(GAP);
    }
    return text.append(cells.get(cells.size() - 1)).toString().stripTrailing();
  }

  /** The widest text of a column, as far as it goes: one long text must not push all others out. */
  private int width(Function<Row, String> column, int widest) {
    return rows.stream()
        .map(column)
        .mapToInt(String::length)
        .filter(length -> length <= widest)
        .max()
        .orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
