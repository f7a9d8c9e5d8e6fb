package dev.coord.publish;

import dev.coord.assess.Assessment;
import dev.coord.assess.WorkstreamState;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Progress;
import dev.coord.evidence.Worktree;
import dev.coord.evidence.Worktree.Changes;
import dev.coord.evidence.Worktree.Operation;
import dev.coord.evidence.Worktree.Position;
import dev.coord.evidence.WorktreeEvidence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;

/** The worktrees in {@code status.json}, and the check lists that workstreams keep there. */
final class StatusWorktrees {

  private final Json json;
  private final WorktreeEvidence evidence;
  private final ZoneId zone;

  StatusWorktrees(Json json, Assessment assessment) {
    this.json = json;
    this.evidence = assessment.evidence().worktrees();
    this.zone = assessment.rulebook().project().calendar().zone();
  }

  void write() {
    json.list("worktrees", evidence.worktrees(), this::worktree);
    json.number("more_worktrees", evidence.more());
  }

  private void worktree(Worktree worktree) {
    json.exact("directory", worktree.published());
    json.flag("main", worktree.main());
    json.flag("current", worktree.current());
    json.exact("branch", worktree.branch());
    json.text("head", worktree.head());
    json.flag("detached", worktree.isDetached());
    worktree.position().ifPresent(this::position);
    json.list("operations", worktree.operations(), this::operation);
    json.flag("locked", worktree.locked().isPresent());
    json.text("locked_because", worktree.locked());
    json.flag("prunable", worktree.prunable());
    observed("changes", worktree.changes(), this::changes);
  }

  /** Where a detached HEAD is: without numbers, there is no such branch. */
  private void position(Position position) {
    observed(
        "position",
        position.distance(),
        distance ->
            distance.ifPresent(
                far -> {
                  json.number("ahead", far.ahead());
                  json.number("behind", far.behind());
                }),
        object -> object.exact("branch", position.branch()));
  }

  private void operation(Operation operation) {
    json.text("kind", operation.kind().word());
    json.exact("branch", operation.branch());
    json.texts("commits", operation.commits());
  }

  private void changes(Changes changes) {
    json.number("changed", changes.changed());
    json.number("untracked", changes.untracked());
    if (changes.uncompared() > 0) {
      json.number("uncompared", changes.uncompared());
    }
    json.text("last_change", day(changes.last()));
  }

  /** What a workstream ticks off in a file of its own, where the plan names one. */
  void progress(WorkstreamState state) {
    Optional.ofNullable(evidence.progress().get(state.id()))
        .ifPresent(observed -> observed("progress", observed, this::progress));
  }

  private void progress(Progress progress) {
    json.exact("worktree", progress.worktree().map(Worktree::published));
    json.text("commit", progress.commit());
    json.text("last_change", day(progress.changed()));
    json.number("done", progress.done());
    json.list(
        "items",
        progress.items(),
        item -> {
          json.number("line", item.line());
          json.number("depth", item.depth());
          json.flag("done", item.done());
          json.text("text", item.text());
        });
  }

  /** Days, as pages print them: a second run on one writes the same bytes. */
  private Optional<String> day(Optional<Instant> time) {
    return time.map(at -> LocalDate.ofInstant(at, zone).toString());
  }

  private <T> void observed(String name, Observation<T> observed, Consumer<T> content) {
    observed(name, observed, content, object -> {});
  }

  private <T> void observed(
      String name, Observation<T> observed, Consumer<T> content, Consumer<Json> always) {
    json.object(
        name,
        object -> {
          always.accept(object);
          object.flag("known", observed.isKnown());
          if (observed instanceof Observation.Unknown<T> unknown) {
            object.text("reason", unknown.reason());
            object.text("remedy", unknown.remedy());
          }
          observed.optional().ifPresent(content);
        });
  }
}
