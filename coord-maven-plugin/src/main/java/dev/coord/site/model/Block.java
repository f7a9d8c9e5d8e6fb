package dev.coord.site.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** A part of a page. */
public sealed interface Block {

  /**
   * A part with a heading.
   *
   * @param id unique in the page, stable over runs, to link to
   * @param heading plain text
   */
  record Section(String id, String heading, List<Block> blocks) implements Block {
    /** Copies the collection. */
    public Section {
      Anchors.require(id);
      blocks = List.copyOf(blocks);
    }
  }

  /** A paragraph. */
  record Paragraph(List<Inline> content) implements Block {
    /** Copies the collection. */
    public Paragraph {
      content = List.copyOf(content);
    }
  }

  /**
   * Text of the plan.
   *
   * @param markdown its source
   * @param folder directory of its file, which its links are relative to; empty for the root
   * @param document id of the published document that it is of, whose headings it may link to;
   *     empty for a text of the plan
   */
  record Prose(String markdown, String folder, String document) implements Block {
    /** Checks that all texts are there. */
    public Prose {
      Objects.requireNonNull(markdown, "markdown");
      Objects.requireNonNull(folder, "folder");
      Objects.requireNonNull(document, "document");
    }

    /** Text of the plan. */
    public Prose(String markdown, String folder) {
      this(markdown, folder, "");
    }

    /** Text of a plan file at the root. */
    public Prose(String markdown) {
      this(markdown, "");
    }
  }

  /** A list of lines. */
  record Items(boolean ordered, List<List<Inline>> items) implements Block {
    /** Copies the collections. */
    public Items {
      items = items.stream().map(List::copyOf).toList();
    }
  }

  /** Terms and what is said of each. */
  record Definitions(List<Definition> definitions) implements Block {
    /** Copies the collection. */
    public Definitions {
      definitions = List.copyOf(definitions);
    }
  }

  /**
   * A term and what is said of it.
   *
   * @param term plain text
   */
  record Definition(String term, List<Inline> content) {
    /** Copies the collection. */
    public Definition {
      Objects.requireNonNull(term, "term");
      content = List.copyOf(content);
    }
  }

  /**
   * A table.
   *
   * @param id unique in the page, stable over runs
   * @param caption what it shows, for readers who cannot see it; plain text
   */
  record Table(String id, String caption, List<Column> columns, List<Row> rows) implements Block {
    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException when a row has another number of cells than there are
     *     columns
     */
    public Table {
      Anchors.require(id);
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      for (Row row : rows) {
        if (row.cells().size() != columns.size()) {
          throw new IllegalArgumentException("row " + row.id() + " of " + id + " does not fit");
        }
      }
    }

    /** The same without the columns that say nothing in any row; the first always stays. */
    public Table filled() {
      List<Integer> kept =
          IntStream.range(0, columns.size())
              .filter(i -> i == 0 || rows.isEmpty() || rows.stream().anyMatch(r -> r.says(i)))
              .boxed()
              .toList();
      if (kept.size() == columns.size()) {
        return this;
      }
      return new Table(
          id,
          caption,
          kept.stream().map(columns::get).toList(),
          rows.stream()
              .map(r -> new Row(r.id(), r.tone(), kept.stream().map(r.cells()::get).toList()))
              .toList());
    }
  }

  /**
   * A column of a table.
   *
   * @param heading plain text
   * @param numeric whether its cells are numbers, set flush right
   */
  record Column(String heading, boolean numeric) {
    /** Checks that there is a heading. */
    public Column {
      Objects.requireNonNull(heading, "heading");
    }
  }

  /**
   * A row of a table.
   *
   * @param id unique in the page, stable over runs, to link to
   * @param tone how the row is marked
   * @param cells the content of each cell; the first is the row's heading
   */
  record Row(String id, Tone tone, List<List<Inline>> cells) {
    /** Copies the collections. */
    public Row {
      Anchors.require(id);
      Objects.requireNonNull(tone, "tone");
      cells = cells.stream().map(List::copyOf).toList();
    }

    private boolean says(int column) {
      return !cells.get(column).equals(Inline.NONE);
    }
  }

  /**
   * Something that stands out: an empty state, a failed source, a warning.
   *
   * @param title plain text
   */
  record Callout(Tone tone, String title, List<Block> blocks) implements Block {
    /** Copies the collection. */
    public Callout {
      Objects.requireNonNull(tone, "tone");
      Objects.requireNonNull(title, "title");
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * Text to be copied as it is.
   *
   * @param language such as {@code yaml} or {@code sh}
   */
  record Listing(String language, String text) implements Block {
    /** Checks that both are there. */
    public Listing {
      Objects.requireNonNull(language, "language");
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * Something that is shown when the reader asks for it.
   *
   * @param summary plain text
   */
  record Fold(String summary, List<Block> blocks) implements Block {
    /** Copies the collection. */
    public Fold {
      Objects.requireNonNull(summary, "summary");
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * A strip of marked tiles, such as the gate strip.
   *
   * @param label what the strip shows; plain text
   */
  record Tiles(String label, List<Tile> tiles) implements Block {
    /** Copies the collection. */
    public Tiles {
      Objects.requireNonNull(label, "label");
      tiles = List.copyOf(tiles);
    }
  }

  /**
   * A tile.
   *
   * @param word what its mark says; empty for the word of its tone
   * @param title what it is about
   * @param value the figure shown large, may be empty
   * @param note one more line, may be empty
   */
  record Tile(
      Tone tone, String word, String title, String value, String note, Optional<Target> target) {
    /** A tile that says what its tone says. */
    public Tile(Tone tone, String title, String value, String note, Optional<Target> target) {
      this(tone, "", title, value, note, target);
    }

    /** Checks that all parts are there. */
    public Tile {
      Objects.requireNonNull(tone, "tone");
      Objects.requireNonNull(word, "word");
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(note, "note");
      Objects.requireNonNull(target, "target");
    }
  }

  /**
   * Where a reader searches all pages; a page has it at most once.
   *
   * @param also what is found although it has no row of its own
   */
  record Search(List<Found> also) implements Block {
    /** Copies the collection. */
    public Search {
      also = List.copyOf(also);
    }
  }

  /**
   * Something that is looked for by its name.
   *
   * @param kind what it is, in a word
   * @param name plain text
   * @param more what is to be known of it; plain text
   * @param target where that stands
   */
  record Found(String kind, String name, String more, Target.ToPage target) {
    /** Checks that all parts are there. */
    public Found {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(more, "more");
      Objects.requireNonNull(target, "target");
    }
  }

  /**
   * A picture. What it shows stands in a table, too.
   *
   * @param title what it shows; plain text
   * @param description what one is to see in it, in a sentence; plain text
   * @param more how much is not drawn because it would not fit, 0 or more; the table has it
   * @param table where the same stands as a table
   */
  record Figure(String title, String description, Picture picture, long more, Target table)
      implements Block {
    /**
     * Checks that all parts are there.
     *
     * @throws IllegalArgumentException when less than nothing is left out
     */
    public Figure {
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(description, "description");
      Objects.requireNonNull(picture, "picture");
      Objects.requireNonNull(table, "table");
      if (more < 0) {
        throw new IllegalArgumentException("left out: " + more);
      }
    }
  }
}
