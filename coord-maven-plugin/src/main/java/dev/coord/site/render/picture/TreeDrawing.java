package dev.coord.site.render.picture;

import static dev.coord.site.render.picture.Svg.pixels;

import dev.coord.site.model.Tree;
import dev.coord.site.model.Tree.Branch;
import dev.coord.site.model.Tree.Branch.Kind;
import dev.coord.site.render.picture.Svg.Anchor;
import java.util.List;
import java.util.Map;

/** Draws what lies inside what: a line of writing for each, indented below what it lies in. */
final class TreeDrawing {

  private static final int ROW = 24;
  private static final int STEP = 12;
  private static final int BOX = 10;
  private static final int NAME = 14;

  /** Indented no further, so that names have room on a phone. */
  private static final int DEEPEST = 6;

  private static final int LONGEST_NAME = 20;
  private static final int LONGEST_NOTE = 24;

  private static final Map<Kind, String> LOOKS =
      Map.of(Kind.OWNED, "full", Kind.FOLDER, "bare", Kind.OPEN, "late");

  private final List<Branch> branches;
  private final Sheet sheet;
  private final Svg svg;

  private TreeDrawing(Tree tree, Sheet sheet) {
    this.branches = tree.branches();
    this.sheet = sheet;
    this.svg = sheet.svg();
  }

  static Drawing of(Tree tree, Sheet sheet) {
    return new TreeDrawing(tree, sheet).draw();
  }

  private Drawing draw() {
    for (int i = 0; i < branches.size(); i++) {
      Branch branch = branches.get(i);
      int y = i * ROW;
      if (branch.depth() > 0) {
        join(i, y);
      }
      svg.marked(branch.mark(), () -> branch(branch, y));
    }
    key(Kind.OWNED, "owned");
    key(Kind.FOLDER, "holds what is owned");
    key(Kind.OPEN, "shared, protected or nobody's");
    return sheet.fitting((long) branches.size() * ROW);
  }

  private static int x(Branch branch) {
    return Math.min(branch.depth(), DEEPEST) * STEP + 1;
  }

  private void branch(Branch branch, int y) {
    int x = x(branch);
    svg.rect(LOOKS.get(branch.kind()), pixels(x), y + 5, pixels(BOX), BOX);
    String name = Shortened.to(LONGEST_NAME, branch.mark().name());
    String note = Shortened.to(LONGEST_NOTE, branch.mark().note());
    svg.label("", Anchor.START, pixels(x + BOX + 6), y + NAME, name, note);
  }

  /** A line from the branch that it lies in. */
  private void join(int number, int y) {
    Branch branch = branches.get(number);
    int above = number - 1;
    while (branches.get(above).depth() >= branch.depth()) {
      above--;
    }
    int from = x(branches.get(above)) + BOX / 2;
    int to = Math.max(from, x(branch));
    svg.path("edge", "M" + from + " " + (above * ROW + 5 + BOX) + "V" + (y + 10) + "H" + to);
  }

  private void key(Kind kind, String text) {
    branches.stream()
        .filter(branch -> branch.kind() == kind)
        .findFirst()
        .ifPresent(
            first -> {
              String tone = " " + first.mark().tone().word();
              sheet.key(text, key -> key.rect(LOOKS.get(kind) + tone, "7", 1, "10", BOX));
            });
  }
}
