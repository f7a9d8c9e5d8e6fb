package dev.coord.site;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * What a picture shows, as words and numbers: no sizes, no colours. A table shows the same. All
 * texts are plain and hostile; writers escape them.
 */
public sealed interface Picture
    permits Bullets,
        Picture.Columns,
        Picture.Gantt,
        Picture.Graph,
        Picture.Grid,
        Picture.Lanes,
        Picture.Lines,
        Picture.Matrix,
        Picture.Strip,
        Picture.Tree {

  /** The same with other texts; where its marks lead stays as it is. */
  Picture reworded(UnaryOperator<String> change);

  /**
   * Something that is drawn and named.
   *
   * @param name what it is called
   * @param note its state in words, such as {@code 2 working days late}; may be empty. What a
   *     colour says is said here, too
   * @param target what tells more about it
   */
  record Mark(String name, Tone tone, String note, Optional<Target> target) {
    /** Checks that all parts are there. */
    public Mark {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(tone, "tone");
      Objects.requireNonNull(note, "note");
      Objects.requireNonNull(target, "target");
    }

    Mark reworded(UnaryOperator<String> change) {
      return new Mark(change.apply(name), tone, change.apply(note), target);
    }
  }

  /**
   * Days from the left to the right.
   *
   * @param first the day at 0; empty where days have numbers and no dates
   * @param length number of days, at least 1; without dates, of working days
   */
  record Axis(Optional<LocalDate> first, long length) {
    /**
     * Checks the length.
     *
     * @throws IllegalArgumentException when there is no day
     */
    public Axis {
      Objects.requireNonNull(first, "first");
      if (length < 1) {
        throw new IllegalArgumentException("an axis is a day long at least");
      }
    }

    /** From a day to another one, both included. */
    public static Axis of(LocalDate first, LocalDate last) {
      return new Axis(Optional.of(first), ChronoUnit.DAYS.between(first, last) + 1);
    }

    /** Where a day begins: 0 for the first one. */
    public long at(LocalDate day) {
      return first.map(from -> ChronoUnit.DAYS.between(from, day)).orElse(0L);
    }

    /** A place brought into the axis. */
    public long within(long at) {
      return Math.max(0, Math.min(length, at));
    }

    /**
     * Days that are named, in even steps; weeks begin on Mondays.
     *
     * @param most how many at most, at least 1
     */
    public List<Tick> ticks(int most) {
      long step = 1;
      for (int i = 0; length > step * most; i++) {
        step = first.isPresent() ? calendarStep(i) : countedStep(i);
      }
      long from = step < 7 ? 0 : first.map(day -> 8L - day.getDayOfWeek().getValue()).orElse(0L);
      List<Tick> ticks = new ArrayList<>();
      for (long at = from % 7; at < length && ticks.size() < most; at += step) {
        long day = at;
        ticks.add(new Tick(at, words(day)));
      }
      return ticks;
    }

    /** A day, counted from 0, as texts tell it: its date, or {@code day 3} without dates. */
    public String words(long day) {
      return first.map(start -> start.plusDays(day).toString()).orElseGet(() -> "day " + (day + 1));
    }

    /** 2 days, 1, 2, 4, 8, ... weeks. */
    private static long calendarStep(int number) {
      return number == 0 ? 2 : 7L << Math.min(number - 1, 40);
    }

    /** 2, 5, 10, 20, 50, ... */
    private static long countedStep(int number) {
      long power = 1;
      for (int i = 0; i < Math.min((number + 1) / 3, 15); i++) {
        power *= 10;
      }
      return power * (number % 3 == 0 ? 2 : number % 3 == 1 ? 5 : 1);
    }
  }

  /**
   * A place on an axis, and what it is called.
   *
   * @param at days from the first one
   */
  record Tick(long at, String text) {
    /** Checks that there is a text. */
    public Tick {
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * Work over time.
   *
   * @param today where today begins, brought into the axis; its text says which day that is
   */
  record Gantt(Axis axis, Optional<Tick> today, List<Bar> bars) implements Picture {
    /**
     * Copies the collection.
     *
     * @throws IllegalArgumentException when a bar leaves the axis
     */
    public Gantt {
      Objects.requireNonNull(axis, "axis");
      Objects.requireNonNull(today, "today");
      bars = List.copyOf(bars);
      long length = axis.length();
      if (bars.stream().anyMatch(bar -> bar.latest() > length)
          || today.filter(tick -> tick.at() < 0 || tick.at() > length).isPresent()) {
        throw new IllegalArgumentException("beyond the axis");
      }
    }

    @Override
    public Gantt reworded(UnaryOperator<String> change) {
      return new Gantt(axis, today, bars.stream().map(bar -> bar.reworded(change)).toList());
    }
  }

  /**
   * A piece of work: days from where the axis begins.
   *
   * @param shape whether it takes time, or happens on a day
   * @param start where it begins at the earliest
   * @param end where it has ended at the earliest; behind the start
   * @param latest where it has ended at the latest without delaying all; the end or later
   * @param critical whether all is late when it is
   * @param lateSince from where on it is late; empty where it is not
   */
  record Bar(
      Mark mark,
      Shape shape,
      long start,
      long end,
      long latest,
      boolean critical,
      OptionalLong lateSince) {

    /** What it looks like. */
    public enum Shape {
      /** It takes time. */
      WORK,
      /** It happens on a day. */
      MILESTONE
    }

    /**
     * Checks the order of the days.
     *
     * @throws IllegalArgumentException when it ends before it begins
     */
    public Bar {
      Objects.requireNonNull(mark, "mark");
      Objects.requireNonNull(shape, "shape");
      Objects.requireNonNull(lateSince, "lateSince");
      if (start < 0 || end <= start || latest < end) {
        throw new IllegalArgumentException("no time: " + start + " to " + end + ", " + latest);
      }
    }

    private Bar reworded(UnaryOperator<String> change) {
      return new Bar(mark.reworded(change), shape, start, end, latest, critical, lateSince);
    }
  }

  /**
   * Who waits for whom.
   *
   * @param nodes in an order that readers know
   * @param edges from what is waited for to what waits, by the numbers of the nodes from 0
   */
  record Graph(List<Node> nodes, List<Edge> edges) implements Picture {
    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException when an edge joins what is no node
     */
    public Graph {
      nodes = List.copyOf(nodes);
      edges = List.copyOf(edges);
      int size = nodes.size();
      if (edges.stream().anyMatch(e -> Math.max(e.from(), e.to()) >= size)) {
        throw new IllegalArgumentException("an edge without a node");
      }
    }

    @Override
    public Graph reworded(UnaryOperator<String> change) {
      return new Graph(
          nodes.stream().map(n -> new Node(n.mark().reworded(change), n.critical())).toList(),
          edges);
    }
  }

  /**
   * What waits, or is waited for.
   *
   * @param critical whether all is late when it is
   */
  record Node(Mark mark, boolean critical) {
    /** Checks that there is a mark. */
    public Node {
      Objects.requireNonNull(mark, "mark");
    }
  }

  /**
   * One that waits for another.
   *
   * @param from number of the node that is waited for, from 0
   * @param to number of the node that waits, from 0
   */
  record Edge(int from, int to, Kind kind) {
    /** How much it holds up. */
    public enum Kind {
      /** All waits for it. */
      CRITICAL,
      /** It is waited for. */
      OPEN,
      /** What is waited for is there. */
      DONE
    }

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException when one is negative
     */
    public Edge {
      Objects.requireNonNull(kind, "kind");
      if (from < 0 || to < 0) {
        throw new IllegalArgumentException("nodes are counted from 0");
      }
    }
  }

  /**
   * How numbers changed over time; each holds until the next one.
   *
   * @param most what the top stands for, at least 1 and every value
   */
  record Lines(Axis axis, long most, List<Series> series) implements Picture {
    /**
     * Copies the collection.
     *
     * @throws IllegalArgumentException when a value is higher than the top, or leaves the axis
     */
    public Lines {
      Objects.requireNonNull(axis, "axis");
      series = List.copyOf(series);
      long top = most;
      long end = axis.length();
      if (most < 1
          || series.stream()
              .flatMap(one -> one.values().stream())
              .anyMatch(v -> v.value() > top || v.at() > end)) {
        throw new IllegalArgumentException("beyond the picture");
      }
    }

    @Override
    public Lines reworded(UnaryOperator<String> change) {
      return new Lines(
          axis,
          most,
          series.stream()
              .map(one -> new Series(change.apply(one.name()), one.filled(), one.values()))
              .toList());
    }
  }

  /**
   * A number over time.
   *
   * @param name what it is
   * @param filled whether the ground below it is filled
   * @param values in the order of their days, at least one
   */
  record Series(String name, boolean filled, List<Value> values) {
    /**
     * Copies the collection.
     *
     * @throws IllegalArgumentException when there is no value
     */
    public Series {
      Objects.requireNonNull(name, "name");
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("no value of " + name);
      }
    }
  }

  /**
   * A number from a day on.
   *
   * @param at days from where the axis begins, 0 or more
   * @param value 0 or more
   */
  record Value(long at, long value) {
    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException when one of them is negative
     */
    public Value {
      if (at < 0 || value < 0) {
        throw new IllegalArgumentException("less than nothing: " + at + ", " + value);
      }
    }
  }

  /**
   * How often something happened on each day, a row for each of several things.
   *
   * @param most what the highest column stands for, at least 1 and every value
   */
  record Columns(Axis axis, long most, List<ColumnRow> rows) implements Picture {
    /**
     * Copies the collection.
     *
     * @throws IllegalArgumentException when a value is higher than the top, or a row has another
     *     number of values than there are days
     */
    public Columns {
      Objects.requireNonNull(axis, "axis");
      rows = List.copyOf(rows);
      long days = axis.length();
      long top = most;
      if (most < 1
          || rows.stream().anyMatch(row -> row.values().size() != days || row.highest() > top)) {
        throw new IllegalArgumentException("beyond the picture");
      }
    }

    @Override
    public Columns reworded(UnaryOperator<String> change) {
      return new Columns(
          axis,
          most,
          rows.stream()
              .map(row -> new ColumnRow(row.mark().reworded(change), row.values()))
              .toList());
    }
  }

  /**
   * A row of columns.
   *
   * @param values 0 or more each, a day each
   */
  record ColumnRow(Mark mark, List<Integer> values) {
    /**
     * Copies the collection.
     *
     * @throws IllegalArgumentException when a value is negative
     */
    public ColumnRow {
      Objects.requireNonNull(mark, "mark");
      values = List.copyOf(values);
      if (values.stream().anyMatch(value -> value < 0)) {
        throw new IllegalArgumentException("less than nothing: " + values);
      }
    }

    /** Its highest value; 0 when there is none. */
    public int highest() {
      return values.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
  }

  /** Many things of one kind at a glance, one sign each. */
  record Strip(List<Mark> marks) implements Picture {
    /** Copies the collection. */
    public Strip {
      marks = List.copyOf(marks);
    }

    @Override
    public Strip reworded(UnaryOperator<String> change) {
      return new Strip(marks.stream().map(mark -> mark.reworded(change)).toList());
    }
  }

  /**
   * What lies inside what, such as directories.
   *
   * @param branches each behind the one that it lies in
   */
  record Tree(List<Branch> branches) implements Picture {
    /**
     * Copies the collection.
     *
     * @throws IllegalArgumentException when a branch lies in none
     */
    public Tree {
      branches = List.copyOf(branches);
      int before = -1;
      for (Branch branch : branches) {
        if (branch.depth() > before + 1) {
          throw new IllegalArgumentException("in nothing: " + branch.mark().name());
        }
        before = branch.depth();
      }
    }

    @Override
    public Tree reworded(UnaryOperator<String> change) {
      return new Tree(
          branches.stream()
              .map(one -> new Branch(one.depth(), one.mark().reworded(change), one.kind()))
              .toList());
    }
  }

  /**
   * A branch of a tree.
   *
   * @param depth in how many others it lies, 0 or more
   */
  record Branch(int depth, Mark mark, Kind kind) {
    /** Whose it is. */
    public enum Kind {
      /** Somebody's. */
      OWNED,
      /** There for what lies in it. */
      FOLDER,
      /** Shared, protected, or nobody's. */
      OPEN
    }

    /**
     * Checks the depth.
     *
     * @throws IllegalArgumentException when it is negative
     */
    public Branch {
      Objects.requireNonNull(mark, "mark");
      Objects.requireNonNull(kind, "kind");
      if (depth < 0) {
        throw new IllegalArgumentException("not so deep: " + depth);
      }
    }
  }

  /**
   * Things by two of their properties.
   *
   * @param across what grows to the right
   * @param columns its degrees, at least one
   * @param rows the degrees of the other property, from the top
   */
  record Grid(String across, List<String> columns, List<GridRow> rows) implements Picture {
    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException when a row has another number of cells than there are
     *     columns
     */
    public Grid {
      Objects.requireNonNull(across, "across");
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      int width = columns.size();
      if (width == 0 || rows.stream().anyMatch(row -> row.cells().size() != width)) {
        throw new IllegalArgumentException("a row does not fit " + columns);
      }
    }

    @Override
    public Grid reworded(UnaryOperator<String> change) {
      return new Grid(across, columns, rows.stream().map(row -> row.reworded(change)).toList());
    }
  }

  /** A row of a grid. */
  record GridRow(String name, List<GridCell> cells) {
    /** Copies the collection. */
    public GridRow {
      Objects.requireNonNull(name, "name");
      cells = List.copyOf(cells);
    }

    private GridRow reworded(UnaryOperator<String> change) {
      return new GridRow(name, cells.stream().map(cell -> cell.reworded(change)).toList());
    }
  }

  /**
   * A cell of a grid.
   *
   * @param tone how much what is in it matters
   * @param word the same in a word or number
   */
  record GridCell(Tone tone, String word, List<Mark> marks) {
    /** Copies the collection. */
    public GridCell {
      Objects.requireNonNull(tone, "tone");
      Objects.requireNonNull(word, "word");
      marks = List.copyOf(marks);
    }

    private GridCell reworded(UnaryOperator<String> change) {
      return new GridCell(tone, word, marks.stream().map(mark -> mark.reworded(change)).toList());
    }
  }

  /** What comes after each other, and what is in each step of it. */
  record Lanes(List<Lane> lanes) implements Picture {
    /** Copies the collection. */
    public Lanes {
      lanes = List.copyOf(lanes);
    }

    @Override
    public Lanes reworded(UnaryOperator<String> change) {
      return new Lanes(lanes.stream().map(lane -> lane.reworded(change)).toList());
    }
  }

  /**
   * A step.
   *
   * @param marks what is in it, in order
   * @param more how much more is in it, 0 or more
   */
  record Lane(Mark head, List<Mark> marks, int more) {
    /**
     * Copies the collection.
     *
     * @throws IllegalArgumentException when less than nothing is left out
     */
    public Lane {
      Objects.requireNonNull(head, "head");
      marks = List.copyOf(marks);
      if (more < 0) {
        throw new IllegalArgumentException("left out: " + more);
      }
    }

    private Lane reworded(UnaryOperator<String> change) {
      return new Lane(
          head.reworded(change), marks.stream().map(m -> m.reworded(change)).toList(), more);
    }
  }

  /**
   * What is between each two of several things.
   *
   * @param marks the things
   * @param pairs what is between some of them, each pair once
   */
  record Matrix(List<Mark> marks, List<Pair> pairs) implements Picture {
    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException when a pair is of what is not there
     */
    public Matrix {
      marks = List.copyOf(marks);
      pairs = List.copyOf(pairs);
      int size = marks.size();
      if (pairs.stream().anyMatch(pair -> pair.other() >= size)) {
        throw new IllegalArgumentException("a pair of what is not there");
      }
    }

    @Override
    public Matrix reworded(UnaryOperator<String> change) {
      return new Matrix(
          marks.stream().map(mark -> mark.reworded(change)).toList(),
          pairs.stream()
              .map(p -> new Pair(p.one(), p.other(), p.sign(), p.mark().reworded(change)))
              .toList());
    }
  }

  /**
   * Two things and what is between them.
   *
   * @param one number of the first, from 0
   * @param other number of the second, above that of the first
   * @param sign what is between them in one or two letters
   */
  record Pair(int one, int other, String sign, Mark mark) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException when they are no pair
     */
    public Pair {
      Objects.requireNonNull(sign, "sign");
      Objects.requireNonNull(mark, "mark");
      if (one < 0 || other <= one) {
        throw new IllegalArgumentException("no pair: " + one + ", " + other);
      }
    }
  }
}
