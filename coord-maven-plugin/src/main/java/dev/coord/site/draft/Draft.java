package dev.coord.site.draft;

import dev.coord.site.model.Block;
import dev.coord.site.model.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A page that is being written. Sees to it that its anchors are unique. */
public final class Draft {

  private final String path;
  private final String title;
  private final String navigation;
  private final List<Block> blocks = new ArrayList<>();
  private final Set<String> anchors = new HashSet<>();

  /** A page below the navigation entry of another; paths are as in {@link Page}. */
  public Draft(String path, String title, String navigation) {
    this.path = path;
    this.title = title;
    this.navigation = navigation;
  }

  /** A page that is its own navigation entry. */
  public Draft(String path, String title) {
    this(path, title, path);
  }

  /** The path of the page. */
  public String path() {
    return path;
  }

  /** An anchor that this page does not have yet: the one wanted, or that with the next number. */
  public String anchor(String wanted) {
    String anchor = wanted;
    for (int i = 2; !anchors.add(anchor); i++) {
      anchor = wanted + "-" + i;
    }
    return anchor;
  }

  /** Adds a block at the end. */
  public Draft add(Block block) {
    blocks.add(block);
    return this;
  }

  /** Adds blocks at the end. */
  public Draft addAll(List<? extends Block> more) {
    blocks.addAll(more);
    return this;
  }

  /** Adds a section; its anchor is the id, or the next that is free. */
  public Draft section(String id, String heading, List<? extends Block> content) {
    return add(new Block.Section(anchor(id), heading, List.copyOf(content)));
  }

  /** Adds a section of these blocks. */
  public Draft section(String id, String heading, Block... content) {
    return section(id, heading, Arrays.asList(content));
  }

  /** A table of this page; rows are added to it. */
  public TableDraft table(String id, String caption) {
    return new TableDraft(this, anchor(id), caption);
  }

  /** The finished page; the source is the address where it is edited. */
  public Page page(Answer answer, Optional<String> source) {
    return new Page(path, title, navigation, answer.tone(), answer.sentence(), blocks, source);
  }
}
