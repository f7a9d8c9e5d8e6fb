package dev.coord.publish;

import dev.coord.assess.Assessment;
import dev.coord.assess.SprintState;
import dev.coord.assess.WorkstreamState;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.Observation;
import dev.coord.plan.Action;
import dev.coord.plan.FileEntry;
import dev.coord.plan.Workstream.Launch;
import dev.coord.rule.OwnershipReport;
import dev.coord.rule.Trespass;
import java.util.List;

/** The work in {@code status.json}: workstreams, sprints and actions. */
final class StatusWork {

  private final Json json;

  StatusWork(Json json) {
    this.json = json;
  }

  void write(Assessment assessment) {
    json.list("workstreams", assessment.workstreams(), this::workstream);
    if (assessment.judged().isBranch() && assessment.judged().workstream().isEmpty()) {
      json.object("branch", branch -> ownership(assessment.branch()));
    }
    json.list("sprints", assessment.sprints(), this::sprint);
    json.list("actions", assessment.plan().actions(), this::action);
  }

  private void workstream(WorkstreamState state) {
    json.text("id", state.id());
    json.text("title", state.workstream().title());
    json.text("owner", state.workstream().owner());
    json.exact("branch", state.workstream().branch());
    json.flag("judged", state.judged());
    json.object(
        "claim",
        claim -> {
          claim.text("status", state.workstream().status());
          claim.place("place", state.workstream().origin().of("status"));
        });
    json.object(
        "observed",
        observed -> {
          observed.text("status", StatusGates.word(state.observed()));
          observed.text("how", state.how());
        });
    state.branch().ifPresent(this::branch);
    json.object(
        "tasks", tasks -> tasks.number("done", state.done()).number("total", state.tasks()));
    json.list("files", state.workstream().files(), this::file);
    state.workstream().launch().ifPresent(launch -> json.object("launch", o -> launch(launch)));
    json.texts("waits_for", state.waitsFor());
    json.texts("unblocks", state.unblocks());
    json.object("ownership", ownership -> ownership(state.ownership()));
  }

  private void file(FileEntry file) {
    json.exact("path", file.path());
    json.text("change", StatusGates.word(file.change()));
    file.lines().ifPresent(lines -> json.number("lines", lines));
    file.bytes().ifPresent(bytes -> json.number("bytes", bytes));
    file.characters().ifPresent(number -> json.number("characters", number));
    json.text("purpose", file.purpose());
  }

  private void launch(Launch launch) {
    launch.order().ifPresent(order -> json.number("order", order));
    json.text("when", launch.when().toString());
    json.exact("prompt_file", launch.promptFile());
    json.texts("wait_for", launch.waitFor());
  }

  private void branch(BranchEvidence branch) {
    branch
        .tip()
        .ifPresent(tip -> json.text("tip", tip.id()).text("last_commit", tip.time().toString()));
    json.exact("worktree", branch.worktree());
    branch
        .delta()
        .optional()
        .filter(delta -> delta.basis() == BranchDelta.Basis.LIVE)
        .ifPresent(delta -> json.number("ahead", delta.ahead()).number("behind", delta.behind()));
  }

  private void ownership(Observation<OwnershipReport> observed) {
    json.flag("known", observed.isKnown());
    if (observed instanceof Observation.Unknown<OwnershipReport> unknown) {
      json.text("reason", unknown.reason());
      json.text("remedy", unknown.remedy());
      return;
    }
    OwnershipReport report = ((Observation.Known<OwnershipReport>) observed).value();
    json.text("subject", report.subject());
    json.number("changed", report.changed());
    json.flag("merged", report.merged());
    trespasses("violations", report.violations());
    trespasses("warnings", report.warnings());
  }

  private void trespasses(String name, List<Trespass> trespasses) {
    json.list(
        name,
        trespasses,
        trespass -> {
          json.exact("path", trespass.path());
          json.text("kind", StatusGates.word(trespass.kind()));
          json.texts("owners", trespass.owners());
          json.texts("commits", trespass.commits().stream().map(Commit::id).toList());
          json.flag("committed", trespass.committed());
          json.text("problem", trespass.problem());
          json.text("remedy", trespass.remedy());
          json.place("boundary", trespass.boundary());
        });
  }

  private void sprint(SprintState state) {
    json.text("id", state.sprint().id());
    json.text("title", state.sprint().title());
    json.text("start", state.start());
    json.text("end", state.end());
    json.text("phase", state.phase().word());
    json.object(
        "tasks", tasks -> tasks.number("done", state.done()).number("total", state.tasks()));
    json.number(
        "overdue_blocks", state.blocks().stream().filter(SprintState.BlockState::overdue).count());
    json.texts("workstreams", state.workstreams());
  }

  private void action(Action action) {
    json.text("id", action.id());
    json.text("title", action.title());
    json.text("who", action.who());
    json.text("when", action.when());
    json.text("horizon", action.horizon());
    json.text("status", action.status().word());
    json.texts("blocks", action.blocks());
    json.place("place", action.origin().self());
  }
}
