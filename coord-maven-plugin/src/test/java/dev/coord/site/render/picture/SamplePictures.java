package dev.coord.site.render.picture;

import dev.coord.site.model.Axis;
import dev.coord.site.model.Axis.Tick;
import dev.coord.site.model.Block;
import dev.coord.site.model.Bullets;
import dev.coord.site.model.Bullets.Bullet;
import dev.coord.site.model.Bullets.Range;
import dev.coord.site.model.Columns;
import dev.coord.site.model.Columns.ColumnRow;
import dev.coord.site.model.Gantt;
import dev.coord.site.model.Gantt.Bar;
import dev.coord.site.model.Gantt.Bar.Shape;
import dev.coord.site.model.Graph;
import dev.coord.site.model.Graph.Edge;
import dev.coord.site.model.Graph.Node;
import dev.coord.site.model.Grid;
import dev.coord.site.model.Grid.GridCell;
import dev.coord.site.model.Grid.GridRow;
import dev.coord.site.model.Lanes;
import dev.coord.site.model.Lanes.Lane;
import dev.coord.site.model.Lines;
import dev.coord.site.model.Lines.Series;
import dev.coord.site.model.Lines.Value;
import dev.coord.site.model.Mark;
import dev.coord.site.model.Matrix;
import dev.coord.site.model.Matrix.Pair;
import dev.coord.site.model.Picture;
import dev.coord.site.model.Strip;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import dev.coord.site.model.Tree;
import dev.coord.site.model.Tree.Branch;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A picture of each kind. */
public final class SamplePictures {

  static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

  private SamplePictures() {}

  /** Figures of all kinds in which every text is the same. */
  public static List<Block> saying(String text) {
    return Stream.of(
            gantt(text, 3),
            graph(text, 4),
            lines(text),
            columns(text, 3),
            tree(text, 4),
            Strip.of(marks(text, 6), 6),
            grid(text, 5),
            lanes(text, 4),
            matrix(text, 3),
            bullets(text, 3))
        .<Block>map(picture -> figure(text, picture))
        .toList();
  }

  /** Figures with as much as pages draw of each kind. */
  public static List<Block> many() {
    return Stream.of(
            gantt("stream-017", 60),
            graph("stream-017", 40),
            columns("stream-017", 21),
            tree("src/main/java/shop", 40),
            grid("A risk with a long name", 60),
            lanes("stream-017", 120),
            matrix("stream-017", 20))
        .map(SamplePictures::many)
        .toList();
  }

  /** The same of the kinds that show gates. */
  public static List<Block> manyGates() {
    return Stream.of(
            Strip.of(marks("coverage.lines", 84), 84),
            bullets("coverage-of-stream-017.branches", 24))
        .map(SamplePictures::many)
        .toList();
  }

  private static Block many(Picture picture) {
    return figure("Many: " + picture.getClass().getSimpleName(), picture);
  }

  static Block.Figure figure(String text, Picture picture) {
    return new Block.Figure(text, text, picture, 2, Target.page("index", "rows"));
  }

  static Mark mark(String text, int number) {
    Tone tone = Tone.values()[number % Tone.values().length];
    return new Mark(text, tone, text, Optional.of(Target.page("index")));
  }

  /** As many bars, each a day later than the one before it. */
  static Gantt gantt(String text, int bars) {
    return new Gantt(
        new Axis(Optional.of(MONDAY), bars + 2),
        Optional.of(new Tick(1, text)),
        IntStream.range(0, bars)
            .mapToObj(
                i ->
                    new Bar(
                        mark(text, i),
                        i % 3 == 2 ? Shape.MILESTONE : Shape.WORK,
                        i,
                        i + 1,
                        i + 2,
                        i % 2 == 0,
                        i == 0 ? OptionalLong.of(0) : OptionalLong.empty()))
            .toList());
  }

  /** Nodes of which each waits for the one before it, and every third for the first one. */
  static Graph graph(String text, int nodes) {
    return new Graph(
        IntStream.range(0, nodes).mapToObj(i -> new Node(mark(text, i), i % 2 == 0)).toList(),
        IntStream.range(1, nodes)
            .boxed()
            .flatMap(
                i ->
                    i % 3 == 0
                        ? Stream.of(new Edge(i - 1, i, kind(i)), new Edge(0, i, kind(i + 1)))
                        : Stream.of(new Edge(i - 1, i, kind(i))))
            .toList());
  }

  private static Edge.Kind kind(int number) {
    return Edge.Kind.values()[number % Edge.Kind.values().length];
  }

  /** Three done of four on the first day, then four of eight. */
  static Lines lines(String text) {
    return new Lines(
        new Axis(Optional.of(MONDAY), 10),
        8,
        List.of(
            new Series(text, true, List.of(new Value(0, 3), new Value(5, 4))),
            new Series(text, false, List.of(new Value(0, 4), new Value(5, 8)))));
  }

  /** As many rows of ten days, of which each begins a day later than the one before it. */
  static Columns columns(String text, int rows) {
    return new Columns(
        new Axis(Optional.of(MONDAY), 10),
        1_000,
        IntStream.range(0, rows)
            .mapToObj(
                i ->
                    new ColumnRow(
                        mark(text, i),
                        IntStream.range(0, 10)
                            .mapToObj(day -> day < i % 10 ? 0 : day == 9 ? 1 : 1_000)
                            .toList()))
            .toList());
  }

  /** As many branches, of which each third is a root and the next ones lie in each other. */
  static Tree tree(String text, int branches) {
    return new Tree(
        IntStream.range(0, branches)
            .mapToObj(i -> new Branch(i % 3, mark(text, i), Branch.Kind.values()[i % 3]))
            .toList());
  }

  /** Two by two cells, of which the first holds as many marks as asked for. */
  static Grid grid(String text, int marks) {
    GridCell empty = new GridCell(Tone.NEUTRAL, "1", List.of());
    GridCell full = new GridCell(Tone.BAD, "4", marks(text, marks));
    return new Grid(
        text,
        List.of("low", "high"),
        List.of(
            new GridRow("likely", List.of(full, empty)),
            new GridRow("hardly", List.of(empty, empty))));
  }

  /** Two lanes, of which the first has as many boxes as asked for, and five more. */
  static Lanes lanes(String text, int boxes) {
    return new Lanes(
        List.of(
            new Lane(mark(text, 0), marks(text, boxes), 5),
            new Lane(mark(text, 1), marks(text, 1), 0)));
  }

  /** Something between each two neighbours. */
  static Matrix matrix(String text, int size) {
    return new Matrix(
        marks(text, size),
        IntStream.range(1, size).mapToObj(i -> new Pair(i - 1, i, "2", mark(text, i))).toList());
  }

  /** As many bullets: to be at least, to be at most, and to be just as much. */
  static Bullets bullets(String text, int number) {
    return new Bullets(
        IntStream.range(0, number)
            .mapToObj(
                i -> {
                  int threshold = 600 - i;
                  Range wanted =
                      i % 3 == 0
                          ? new Range(threshold, 1000)
                          : new Range(i % 3 == 1 ? 0 : threshold, threshold);
                  return new Bullet(mark(text, i), text, text, i * 40, threshold, wanted);
                })
            .toList());
  }

  private static List<Mark> marks(String text, int number) {
    return IntStream.range(0, number).mapToObj(i -> mark(text, i)).toList();
  }
}
