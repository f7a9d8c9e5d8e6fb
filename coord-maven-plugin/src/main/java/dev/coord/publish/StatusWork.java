package dev.coord.publish;

import dev.coord.assess.Assessment;
import dev.coord.assess.WorkstreamState;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Worktree;
import dev.coord.plan.Action;
import dev.coord.plan.Workstream;
import dev.coord.plan.Workstream.Launch;
import dev.coord.rule.OwnershipReport;
import dev.coord.rule.Trespass;
import java.util.List;

/** The work in {@code status.json}: workstreams, sprints and actions. */
final class StatusWork {

  private final Json json;
  private final StatusTasks tasks;
  private final StatusWorktrees worktrees;

  StatusWork(Json json, Assessment assessment) {
    this.json = json;
    this.worktrees = new StatusWorktrees(json, assessment);
    this.tasks = new StatusTasks(json);
  }

  void write(Assessment assessment) {
    worktrees.write();
    json.list("workstreams", assessment.workstreams(), this::workstream);
    if (assessment.judged().isBranch() && assessment.judged().workstream().isEmpty()) {
      json.object("branch", branch -> ownership(assessment.branch()));
    }
    new StatusSprints(json).write(assessment);
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
          claim.exact("worktree", state.workstream().worktree());
          claim.place("place", state.workstream().origin().of("status"));
        });
    json.object(
        "observed",
        observed -> {
          observed.text("status", StatusGates.word(state.observed()));
          observed.text("how", state.how());
          StatusMerges.landing(observed, state.landing());
          state
              .revert()
              .ifPresent(
                  commit ->
                      observed.object(
                          "revert",
                          revert -> {
                            revert.text("commit", commit.id());
                            revert.text("time", commit.time().toString());
                            revert.text("author", commit.author());
                            revert.text("subject", commit.subject());
                          }));
        });
    state.branch().ifPresent(this::branch);
    json.object("tasks", tasks -> tasks(state));
    worktrees.progress(state);
    promised(state.workstream());
    state.workstream().launch().ifPresent(launch -> json.object("launch", o -> launch(launch)));
    json.texts("waits_for", state.waitsFor());
    json.texts("unblocks", state.unblocks());
    json.object("ownership", ownership -> ownership(state.ownership()));
  }

  /** What the plan says of it, whatever comes of that. */
  private void promised(Workstream workstream) {
    json.text("focus", workstream.focus());
    json.text("phase", workstream.phase());
    json.exact("base", workstream.base());
    json.text("merged_as", workstream.mergedAs());
    json.flag("critical", workstream.critical());
    json.text("start", workstream.start());
    json.number("duration", workstream.duration());
    json.text("due", workstream.due());
    json.texts("depends_on", workstream.dependsOn());
    json.patterns("owns", workstream.owns());
    json.patterns("keeps_off", workstream.keepsOff());
    json.text("level", workstream.level().map(StatusGates::word));
    json.text("why", workstream.why());
    json.exact("progress_file", workstream.progressFile());
    new StatusFiles(json).write(workstream.files());
    json.text("next", workstream.next());
    json.text("notes", workstream.notes());
    json.place("place", workstream.origin().self());
  }

  private void tasks(WorkstreamState state) {
    json.number("done", state.done());
    json.number("total", state.tasks());
    tasks.write("list", state.workstream().tasks());
  }

  private void launch(Launch launch) {
    json.number("order", launch.order());
    json.text("when", launch.when().toString());
    json.text("terminal", launch.terminal());
    json.text("directory", launch.directory());
    json.text("command", launch.command());
    json.exact("prompt_file", launch.promptFile());
    json.text("prompt", launch.publish() ? launch.prompt() : "");
    json.texts("wait_for", launch.waitFor());
  }

  private void branch(BranchEvidence branch) {
    branch
        .tip()
        .ifPresent(tip -> json.text("tip", tip.id()).text("last_commit", tip.time().toString()));
    json.exact("worktree", branch.worktree().map(Worktree::published));
    branch
        .other()
        .ifPresent(
            other ->
                json.object(
                    "elsewhere",
                    place -> {
                      place.exact("counts", branch.ref());
                      place.exact("ref", other.ref());
                      place.text("commit", other.commit());
                      place.number("ahead", other.ahead());
                      place.number("behind", other.behind());
                    }));
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

  private void action(Action action) {
    json.text("id", action.id());
    json.text("title", action.title());
    json.text("who", action.who());
    json.text("when", action.when());
    json.text("horizon", action.horizon());
    json.text("status", action.status().word());
    json.texts("blocks", action.blocks());
    json.text("notes", action.notes());
    json.place("place", action.origin().self());
  }
}
