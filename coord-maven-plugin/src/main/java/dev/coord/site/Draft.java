package dev.coord.site;

import dev.coord.site.model.Block;
import dev.coord.site.model.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A page that is being written. Sees to it that its anchors are unique. */
final class Draft {

  private final String path;
  private final String title;
  private final String navigation;
  private final List<Block> blocks = new ArrayList<>();
  private final Set<String> anchors = new HashSet<>();

  Draft(String path, String title, String navigation) {
    this.path = path;
    this.title = title;
    this.navigation = navigation;
  }

  /** A page that is its own navigation entry. */
  Draft(String path, String title) {
    this(path, title, path);
  }

  String path() {
    return path;
  }

  /** An anchor that this page does not have yet: the one wanted, or that with the next number. */
  String anchor(String wanted) {
    String anchor = wanted;
    for (int i = 2; !anchors.add(anchor); i++) {
      anchor = wanted + "-" + i;
    }
    return anchor;
  }

  Draft add(Block block) {
    blocks.add(block);
    return this;
  }

  Draft addAll(List<? extends Block> more) {
    blocks.addAll(more);
    return this;
  }

  Draft section(String id, String heading, List<? extends Block> content) {
    return add(new Block.Section(anchor(id), heading, List.copyOf(content)));
  }

  Draft section(String id, String heading, Block... content) {
    return section(id, heading, Arrays.asList(content));
  }

  /** A table of this page; rows are added to it. */
  TableDraft table(String id, String caption) {
    return new TableDraft(this, anchor(id), caption);
  }

  Page page(Answer answer, Optional<String> source) {
    return new Page(path, title, navigation, answer.tone(), answer.sentence(), blocks, source);
  }
}
