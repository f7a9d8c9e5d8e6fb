package dev.coord.site.draft;

import dev.coord.plan.Origin;
import dev.coord.plan.Step;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import java.util.ArrayList;
import java.util.List;

/** What stands below a table about one of its rows: texts, lists and tables under their names. */
public final class Passages {

  private final Origin origin;
  private final List<Block> blocks = new ArrayList<>();

  /**
   * Nothing yet.
   *
   * @param origin where the plan writes it
   */
  public Passages(Origin origin) {
    this.origin = origin;
  }

  /** A text; nothing when it is empty. */
  public Passages text(String name, String key, String markdown) {
    return markdown.isEmpty() ? this : block(name, Line.prose(markdown, origin.of(key)));
  }

  /** Texts, one line each; nothing when there are none. */
  public Passages items(String name, String key, List<String> markdown) {
    List<List<Inline>> items = new ArrayList<>();
    for (int i = 0; i < markdown.size(); i++) {
      items.add(new Line().rich(markdown.get(i), origin.of(key, i)).cell());
    }
    return items.isEmpty() ? this : block(name, new Block.Items(false, items));
  }

  /** A line; nothing when it is empty. */
  public Passages line(String name, Line line) {
    if (!line.isEmpty()) {
      blocks.add(
          new Block.Paragraph(new Line().strong(name + ":").text(" ").addAll(line.list()).list()));
    }
    return this;
  }

  /** Steps in their order, each with its commands to copy; nothing when there are none. */
  public Passages steps(String name, List<Step> steps) {
    if (steps.isEmpty()) {
      return this;
    }
    if (steps.stream().allMatch(step -> step.commands().isEmpty())) {
      return block(name, new Block.Items(true, steps.stream().map(Passages::text).toList()));
    }
    heading(name);
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      Line line = new Line().strong((i + 1) + ". ").addAll(text(step));
      blocks.add(new Block.Paragraph(line.list()));
      if (!step.commands().isEmpty()) {
        blocks.add(new Block.Listing("sh", step.commands()));
      }
    }
    return this;
  }

  private static List<Inline> text(Step step) {
    return new Line().rich(step.text(), step.origin().of("text")).list();
  }

  /** Anything else under a name. */
  public Passages block(String name, Block block) {
    heading(name);
    blocks.add(block);
    return this;
  }

  /** Something that belongs to what was added last. */
  public Passages below(Block block) {
    blocks.add(block);
    return this;
  }

  private void heading(String name) {
    blocks.add(new Block.Paragraph(new Line().strong(name).list()));
  }

  /** Adds them to a page as a section; nothing where there is nothing to add. */
  public void addTo(Draft page, String anchor, String heading) {
    if (!blocks.isEmpty()) {
      page.section(anchor, heading, blocks);
    }
  }
}
