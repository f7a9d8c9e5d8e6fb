package dev.coord.site;

import dev.coord.assess.Assessment;
import dev.coord.assess.GateResult;
import dev.coord.evidence.CommandRun;
import dev.coord.evidence.Observation;
import dev.coord.plan.Command;
import dev.coord.plan.CommandRule;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Block;
import java.util.ArrayList;
import java.util.List;

/** What the commands of gates said. */
final class CommandsSection {

  private final Assessment assessment;
  private final List<Block> blocks = new ArrayList<>();

  private CommandsSection(Assessment assessment) {
    this.assessment = assessment;
  }

  static List<Block> of(Assessment assessment) {
    CommandsSection section = new CommandsSection(assessment);
    assessment.evidence().commands().runs().forEach(section::run);
    return section.blocks;
  }

  private void run(Command command, Observation<CommandRun> observed) {
    Line line = new Line().code(command.line()).text(": ");
    if (observed instanceof Observation.Unknown<CommandRun> unknown) {
      blocks.add(new Block.Paragraph(line.text(unknown.reason() + ". " + unknown.remedy()).list()));
      return;
    }
    CommandRun run = ((Observation.Known<CommandRun>) observed).value();
    line.text(ending(run) + "; ").text(gates(command));
    if (run.lines().isEmpty()) {
      line.text(". It wrote nothing.");
    } else {
      line.text(run.cut() ? ". The end of what it wrote:" : ". It wrote:");
    }
    blocks.add(new Block.Paragraph(line.list()));
    if (!run.lines().isEmpty()) {
      blocks.add(new Block.Listing("text", String.join("\n", run.lines())));
    }
  }

  private static String ending(CommandRun run) {
    return run.brokeOff()
        ? run.why()
        : "exit " + run.exit().getAsInt() + " within " + Command.written(run.within());
  }

  private String gates(Command command) {
    List<String> ids =
        assessment.gates().stream()
            .map(GateResult::gate)
            .filter(
                gate ->
                    gate.rule()
                        .flat()
                        .anyMatch(r -> r instanceof CommandRule c && c.command().equals(command)))
            .map(gate -> gate.id())
            .distinct()
            .toList();
    return Words.either(ids.size(), "gate ", "gates ") + Words.list(ids);
  }
}
