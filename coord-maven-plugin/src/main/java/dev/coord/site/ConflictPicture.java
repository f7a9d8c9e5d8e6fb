package dev.coord.site;

import dev.coord.assess.ConflictForecast;
import dev.coord.assess.ConflictForecast.File;
import dev.coord.assess.ConflictForecast.Pair;
import dev.coord.evidence.Observation;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Block;
import dev.coord.site.model.Mark;
import dev.coord.site.model.Matrix;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which branches would conflict with which others, as a matrix. */
final class ConflictPicture {

  /** Branches that can be taken in: those with most conflicts. */
  private static final int MOST = 20;

  private ConflictPicture() {}

  /** The picture; empty where no two branches conflict, or may. */
  static Optional<Block> of(View view, ConflictForecast forecast) {
    List<Pair> pairs = forecast.pairs().stream().filter(pair -> !isClean(pair)).toList();
    if (pairs.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Integer> number = new HashMap<>();
    for (Pair pair : pairs) {
      number.merge(pair.left(), 1, Integer::sum);
      number.merge(pair.right(), 1, Integer::sum);
    }
    Set<String> chosen =
        new LinkedHashSet<>(
            number.keySet().stream().sorted((a, b) -> order(number, a, b)).limit(MOST).toList());
    List<String> shown =
        forecast.live().optional().orElse(List.of()).stream().filter(chosen::contains).toList();
    List<Matrix.Pair> cells = new ArrayList<>();
    for (Pair pair : pairs) {
      int one = shown.indexOf(pair.left());
      int other = shown.indexOf(pair.right());
      if (one >= 0 && other >= 0 && one != other) {
        cells.add(cell(pair, Math.min(one, other), Math.max(one, other)));
      }
    }
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Block.Figure(
            "Branches that would conflict",
            "Each number is that of files in which two branches conflict; of a question mark it"
                + " cannot be told.",
            new Matrix(shown.stream().map(id -> mark(view, id)).toList(), cells),
            (long) number.size() - shown.size(),
            Target.page("merges", "forecast-pairs")));
  }

  private static int order(Map<String, Integer> number, String a, String b) {
    int more = number.get(b) - number.get(a);
    return more != 0 ? more : a.compareTo(b);
  }

  private static boolean isClean(Pair pair) {
    return pair.files().optional().filter(List::isEmpty).isPresent();
  }

  private static Matrix.Pair cell(Pair pair, int one, int other) {
    Observation<List<File>> files = pair.files();
    String name = pair.left() + " and " + pair.right();
    Optional<Target> rows = Optional.of(Target.page("merges", "forecast-pairs"));
    return files
        .optional()
        .map(
            all ->
                new Matrix.Pair(
                    one,
                    other,
                    Integer.toString(all.size()),
                    new Mark(
                        name,
                        all.stream().allMatch(file -> file.resolution().isPresent())
                            ? Tone.NEUTRAL
                            : Tone.WARNING,
                        Words.count(all.size(), "file"),
                        rows)))
        .orElseGet(
            () ->
                new Matrix.Pair(
                    one, other, "?", new Mark(name, Tone.UNKNOWN, "cannot be told", rows)));
  }

  private static Mark mark(View view, String id) {
    return new Mark(
        id,
        Tone.NEUTRAL,
        view.state(id).map(state -> state.observed().words()).orElse(""),
        view.state(id).map(state -> Target.page("workstreams/" + id)));
  }
}
