package dev.coord.publish.feed;

import dev.coord.assess.Assessment;
import dev.coord.assess.ClaimCheck;
import dev.coord.assess.HandoffState;
import dev.coord.assess.NextMerges;
import dev.coord.assess.Permissions;
import dev.coord.assess.Readiness;
import dev.coord.assess.WorkstreamState;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.GitEvidence;
import dev.coord.markdown.MarkdownText;
import dev.coord.plan.Task;
import dev.coord.plan.Workstream;
import dev.coord.site.NextTasks;
import dev.coord.site.draft.SiteFrame;
import dev.coord.site.model.OtherFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What somebody who works on a workstream has to know before the first edit, in Markdown of at most
 * {@value #MOST_LINES} lines, always in the same order.
 */
public final class Briefs {

  /** Most lines of a brief. */
  public static final int MOST_LINES = 60;

  /** The longest code, in UTF-16 units. */
  private static final int LONG = 160;

  final Assessment assessment;
  final SiteFrame frame;
  final PlainTexts texts;
  final List<HandoffState> handoffs;
  final Permissions permissions;

  /** The workstreams by the version of the plan that judges, those alone that own a path. */
  final List<Workstream> owners;

  /** Whether there is a build that makes reports. */
  final boolean pom;

  private final NextMerges merges;
  private final boolean beside;
  private final Map<String, List<ClaimCheck>> contradictions;

  /** Open tasks of other workstreams by the {@code workstream/task} that they wait for. */
  private final Map<String, List<String>> waiting;

  /** Briefs that are printed where no site need be. */
  public Briefs(Assessment assessment, SiteFrame frame) {
    this(assessment, frame, new PlainTexts(assessment), false);
  }

  /** Those that lie beside the pages of a site. */
  Briefs(Assessment assessment, SiteFrame frame, PlainTexts texts) {
    this(assessment, frame, texts, true);
  }

  private Briefs(Assessment assessment, SiteFrame frame, PlainTexts texts, boolean beside) {
    this.beside = beside;
    this.merges = NextMerges.of(assessment);
    this.assessment = assessment;
    this.frame = frame;
    this.texts = texts;
    this.handoffs = HandoffState.of(assessment);
    this.permissions = new Permissions(assessment.plan(), assessment.rulebook());
    this.owners =
        assessment.rulebook().workstreams().stream().filter(w -> !w.owns().isEmpty()).toList();
    this.contradictions =
        assessment.contradictions().stream().collect(Collectors.groupingBy(ClaimCheck::holder));
    this.waiting = waiting(assessment);
    this.pom =
        assessment
            .evidence()
            .git()
            .optional()
            .map(GitEvidence::trackedFiles)
            .filter(files -> files.contains("pom.xml"))
            .isPresent();
  }

  /** The briefs of all workstreams by their paths. */
  Map<String, String> texts() {
    Map<String, String> briefs = new TreeMap<>();
    for (WorkstreamState state : assessment.workstreams()) {
      briefs.put(OtherFiles.brief(state.id()), String.join("\n", lines(state)) + "\n");
    }
    return briefs;
  }

  private static Map<String, List<String>> waiting(Assessment assessment) {
    Map<String, List<String>> waiting = new HashMap<>();
    for (Workstream workstream : assessment.plan().workstreams()) {
      for (NextTasks.Awaited one : NextTasks.awaited(assessment.plan(), workstream)) {
        waiting
            .computeIfAbsent(one.workstream() + "/" + one.task().id(), any -> new ArrayList<>())
            .addAll(one.before().stream().map(t -> workstream.id() + "/" + t.id()).toList());
      }
    }
    return waiting;
  }

  /** The open tasks of others that wait for a task. */
  List<String> waiting(WorkstreamState state, Task task) {
    return waiting.getOrDefault(state.id() + "/" + task.id(), List.of());
  }

  /** What is contradicted of a workstream and its tasks. */
  List<ClaimCheck> contradictions(String workstream) {
    return contradictions.getOrDefault(workstream, List.of());
  }

  /** The brief of a workstream, as lines that are safe on a console. */
  public List<String> lines(WorkstreamState state) {
    return new Brief(this, state).lines();
  }

  /** What has to be so before a workstream is merged; empty where nothing of it is left. */
  Optional<Readiness> readiness(WorkstreamState state) {
    return merges.of(state);
  }

  /** What the branch of a workstream would merge, as far as git tells. */
  Optional<BranchDelta> delta(WorkstreamState state) {
    return state.observed().isUnderWay()
        ? state.branch().flatMap(branch -> branch.delta().optional())
        : Optional.empty();
  }

  /** Where all of a workstream is told. */
  String page(WorkstreamState state) {
    return page("workstreams/" + state.id() + ".html");
  }

  /** Where all gates are told. */
  String gatesPage() {
    return page("gates.html");
  }

  private String page(String path) {
    return beside
        ? "see " + code(path)
        : "see " + code(path) + " of what " + code("mvn " + frame.goals() + ":site") + " writes";
  }

  /** Plain text, escaped for Markdown. */
  String plain(String text, int most) {
    return MarkdownText.escape(texts.of(text, most));
  }

  /** A name, a path or a command as code. */
  String code(String text) {
    return MarkdownText.code(texts.of(text, LONG), false);
  }
}
