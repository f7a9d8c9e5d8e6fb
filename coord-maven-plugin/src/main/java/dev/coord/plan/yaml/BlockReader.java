package dev.coord.plan.yaml;

import dev.coord.plan.yaml.MappingBuilder.Key;
import dev.coord.plan.yaml.Piece.Block;
import dev.coord.plan.yaml.YamlNode.Hole;
import dev.coord.plan.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads YAML past its mistakes.
 *
 * <p>The parser stops at the first mistake. What it read of a list or map until then is kept; the
 * entry that it stopped in is read on its own, and so on inwards, until what is left is one line or
 * so, which becomes a {@link Hole}. Behind that entry, reading goes on at the next line that begins
 * in the column of its brothers and looks as one of them: a key with its colon, or a dash. Nothing
 * in a file that the parser understands is ever guessed.
 */
final class BlockReader {
  /** The most mistakes of this kind in one file; what stands behind them is not read. */
  static final int MAX_FAULTS = 100;

  private final Problems problems;
  private final Effort effort = new Effort();
  private int faults;

  BlockReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * Reads a whole document.
   *
   * @param document what the parser reads
   * @param content the same without what may stand before a document
   * @return its value; empty when it holds nothing. Of one that holds more than any plan it is what
   *     stands before that.
   */
  Optional<YamlNode> read(Piece document, Piece content) {
    YamlTree tree = new YamlTree(document, 0, effort);
    try {
      Optional<YamlNode> root = tree.read();
      tree.tell(problems);
      return root;
    } catch (BrokenException broken) {
      return Optional.of(descend(content, 0, broken.fault()));
    } catch (LimitException limit) {
      return Optional.of(begun(document, tree, limit));
    }
  }

  /** Reads what is broken, or stands in what is: what is wrong with it is surely told. */
  private YamlNode descend(Piece piece, int outside, Fault outer) {
    YamlTree tree = new YamlTree(piece, outside, effort);
    try {
      Optional<YamlNode> value = tree.read();
      tree.tell(problems);
      outer.tell(problems);
      return value.orElseGet(() -> hole(piece));
    } catch (BrokenException broken) {
      Fault fault = nearer(broken.fault(), outer);
      Optional<Block> block = piece.block();
      if (block.isEmpty() || outside >= YamlTree.MAX_DEPTH) {
        leaf(piece, outside, fault);
        return hole(piece);
      }
      return new Entries(block.get(), piece, outside).read(tree, fault);
    } catch (LimitException limit) {
      return begun(piece, tree, limit);
    }
  }

  /** What was read of a list or map before it held more than any plan. */
  private YamlNode begun(Piece piece, YamlTree tree, LimitException limit) {
    tell(tree, limit);
    MappingBuilder keys = new MappingBuilder();
    List<YamlNode> items = new ArrayList<>();
    for (YamlTree.Part part : tree.parts()) {
      part.key()
          .ifPresentOrElse(
              key -> keys.add(key, part.value(), problems), () -> items.add(part.value()));
    }
    if (tree.parts().isEmpty()) {
      return hole(piece);
    }
    return items.isEmpty()
        ? keys.build(piece.place(), false)
        : new Sequence(piece.place(), items, false);
  }

  private void tell(YamlTree tree, LimitException limit) {
    faults++;
    tree.tell(problems);
    limit.tell(problems);
  }

  /** The same mistake is told in the words that fit to what is around it. */
  private static Fault nearer(Fault inner, Fault outer) {
    return inner.offset() == outer.offset() ? outer : inner;
  }

  private static Hole hole(Piece piece) {
    return new Hole(piece.place());
  }

  /** Says what is wrong with lines that nothing can be made of. */
  private void leaf(Piece piece, int outside, Fault outer) {
    faults++;
    YamlTree tree = new YamlTree(piece, outside, effort);
    try {
      tree.read();
      outer.tell(problems);
    } catch (BrokenException broken) {
      tree.tell(problems);
      nearer(broken.fault(), outer).tell(problems);
    } catch (LimitException limit) {
      tell(tree, limit);
    }
    tabs(piece);
  }

  /** Whoever indents one line with a tab does so with the next ones, too. */
  private void tabs(Piece piece) {
    int first = piece.significantLine(piece.firstLine());
    for (int line = first; line < piece.endLine() && piece.hasTab(line); line++) {
      SyntaxErrors.reportTrap(piece.place(line), piece.text(), problems);
    }
  }

  /** A list or map of which an entry is broken. */
  private final class Entries {
    private final Block block;
    private final Piece piece;
    private final int outside;
    private final int column;
    private final MappingBuilder keys = new MappingBuilder();
    private final List<YamlNode> items = new ArrayList<>();
    private boolean complete = true;

    /** Whether more is known than what looks as a key on a line that cannot be read. */
    private boolean sure;

    Entries(Block block, Piece piece, int outside) {
      this.block = block;
      this.piece = piece;
      this.outside = outside;
      column = piece.column(piece.significantLine(piece.firstLine()));
    }

    /** Reads on where the parser stopped. */
    YamlNode read(YamlTree stopped, Fault first) {
      YamlTree tree = stopped;
      Fault fault = first;
      Piece rest = piece;
      while (true) {
        int broken = keepWhole(rest, tree, fault);
        int next = rest.nextEntry(block, broken, column);
        entry(rest.lines(broken, next), fault);
        if (next == rest.endLine()) {
          return built();
        }
        if (faults >= MAX_FAULTS) {
          complete = false;
          return built();
        }
        rest = rest.lines(next, rest.endLine());
        tree = new YamlTree(rest, outside, effort);
        try {
          tree.read();
          keep(tree, Integer.MAX_VALUE);
          return built();
        } catch (BrokenException again) {
          fault = again.fault();
        } catch (LimitException limit) {
          tell(tree, limit);
          keep(tree, Integer.MAX_VALUE);
          complete = false;
          return built();
        }
      }
    }

    /** Keeps the entries that are whole, and returns the line on which the broken one begins. */
    private int keepWhole(Piece rest, YamlTree tree, Fault fault) {
      PlanText text = rest.text();
      int stopped = text.lineAt(fault.offset());
      int broken;
      if (tree.open().isPresent()) {
        broken = entryLine(rest, text.lineAt(tree.open().getAsInt()));
      } else if (tree.parts().isEmpty()) {
        broken = rest.significantLine(rest.firstLine());
      } else {
        YamlTree.Part last = tree.parts().get(tree.parts().size() - 1);
        int end = text.lineAt(Math.max(last.begin(), last.end() - 1));
        // What follows an entry on its last line spoils it.
        broken =
            end >= stopped
                ? entryLine(rest, text.lineAt(last.begin()))
                : rest.significantLine(end + 1);
      }
      broken = Math.min(broken, rest.endLine() - 1);
      keep(tree, text.lineStart(broken));
      return lookedAhead(rest, broken, stopped) ? stopped : broken;
    }

    /** The line that has the key or dash of what begins on a line. */
    private int entryLine(Piece rest, int line) {
      int head = line;
      while (head > rest.firstLine() && !rest.begins(block, head, column)) {
        head--;
      }
      return head;
    }

    /** Keeps an entry of one value that the parser had to look behind, and stumbled there. */
    private boolean lookedAhead(Piece rest, int entry, int stopped) {
      if (block == Block.SEQUENCE
          || stopped <= entry
          || !rest.begins(block, entry, column)
          || !rest.hasValueOnLine(entry)) {
        return false;
      }
      YamlTree tree = new YamlTree(rest.lines(entry, stopped), outside, effort);
      try {
        tree.read();
        keep(tree, Integer.MAX_VALUE);
        return true;
      } catch (BrokenException | LimitException unclear) {
        return false;
      }
    }

    private void keep(YamlTree tree, int end) {
      for (YamlTree.Part part : tree.parts()) {
        if (part.begin() < end && part.key().isPresent() == (block == Block.MAPPING)) {
          problems.addAll(part.said());
          add(part.key(), part.value());
          sure = true;
        }
      }
    }

    private void add(Optional<Key> key, YamlNode value) {
      key.ifPresentOrElse(name -> keys.add(name, value, problems), () -> items.add(value));
    }

    /** Reads an entry that is broken, or lines that are none. */
    private void entry(Piece lines, Fault fault) {
      int first = lines.significantLine(lines.firstLine());
      if (first == lines.endLine() || !lines.begins(block, first, column)) {
        leaf(lines, outside, fault);
        complete &= keys.cutLast() && outside == 0 && lines.column(lines.firstLine()) > column;
        if (!items.isEmpty()) {
          items.add(items.remove(items.size() - 1).cut());
        }
        return;
      }
      Piece value = lines.behind(block, first);
      boolean inline = block == Block.MAPPING && lines.hasValueOnLine(first);
      sure |= !inline;
      if (block == Block.SEQUENCE) {
        add(Optional.empty(), descend(value, outside + 1, fault));
        return;
      }
      Optional<Key> key = Optional.of(new Key(lines.key(first), lines.place(first), true, true));
      if (inline) {
        leaf(lines, outside, fault);
        add(key, hole(value));
      } else {
        add(key, descend(value, outside + 1, fault));
      }
    }

    private YamlNode built() {
      if (!sure) {
        return new Hole(piece.place());
      }
      return block == Block.MAPPING
          ? keys.build(piece.place(), complete)
          : new Sequence(piece.place(), items, complete);
    }
  }
}
