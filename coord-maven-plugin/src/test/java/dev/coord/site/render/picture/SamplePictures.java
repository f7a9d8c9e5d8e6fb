package dev.coord.site.render.picture;

import dev.coord.site.Block;
import dev.coord.site.Picture;
import dev.coord.site.Picture.Axis;
import dev.coord.site.Picture.Bar;
import dev.coord.site.Picture.Bar.Shape;
import dev.coord.site.Picture.Edge;
import dev.coord.site.Picture.Gantt;
import dev.coord.site.Picture.Graph;
import dev.coord.site.Picture.Mark;
import dev.coord.site.Picture.Node;
import dev.coord.site.Picture.Tick;
import dev.coord.site.Target;
import dev.coord.site.Tone;
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
    return Stream.of(gantt(text, 3), graph(text, 4))
        .<Block>map(picture -> figure(text, picture))
        .toList();
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
}
