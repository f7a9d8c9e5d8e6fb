package dev.coord.site;

import dev.coord.assess.LostBranches;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.View;
import dev.coord.site.model.Inline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why it cannot be told what workstreams did, and what to do about it: what is so of several is
 * said once, in words that hold for each.
 *
 * @param ids of the workstreams
 * @param why whole sentences
 */
record Untold(List<String> ids, List<Inline> why) {

  private static final String UNNAMED = "the plan names no branch. Name it under `branch`.";

  private enum Cause {
    LOST,
    UNNAMED,
    OTHER
  }

  private record Reason(Cause cause, String words) {}

  Untold {
    ids = List.copyOf(ids);
    why = List.copyOf(why);
  }

  /**
   * The reasons, in the order in which they are met.
   *
   * @param reasons sentences by the ids of workstreams, or by the name of a branch of nobody
   */
  static List<Untold> of(View view, Map<String, String> reasons) {
    Map<Reason, List<String>> several = new LinkedHashMap<>();
    reasons.forEach(
        (id, words) ->
            several.computeIfAbsent(reason(view, id, words), any -> new ArrayList<>()).add(id));
    return several.entrySet().stream()
        .map(one -> new Untold(one.getValue(), why(one.getKey(), one.getValue().size())))
        .toList();
  }

  private static Reason reason(View view, String id, String words) {
    if (view.isLost(id)) {
      return new Reason(Cause.LOST, "");
    }
    boolean unnamed =
        view.state(id).filter(state -> state.workstream().branch().isEmpty()).isPresent();
    return unnamed ? new Reason(Cause.UNNAMED, "") : new Reason(Cause.OTHER, words);
  }

  private static List<Inline> why(Reason reason, int number) {
    return switch (reason.cause()) {
      case LOST ->
          new Line().ticked(LostBranches.clause(number) + ". " + LostBranches.REMEDY).list();
      case UNNAMED -> new Line().ticked(UNNAMED).list();
      case OTHER -> Line.of(reason.words()).list();
    };
  }
}
