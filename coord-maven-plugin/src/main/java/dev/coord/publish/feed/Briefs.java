package dev.coord.publish.feed;

import dev.coord.assess.Assessment;
import dev.coord.assess.ClaimCheck;
import dev.coord.assess.HandoffState;
import dev.coord.assess.Permissions;
import dev.coord.assess.WorkstreamState;
import dev.coord.evidence.GitEvidence;
import dev.coord.plan.Workstream;
import dev.coord.site.OtherFiles;
import dev.coord.site.SiteFrame;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What somebody who works on a workstream has to know before the first edit, in Markdown of at most
 * {@value #MOST_LINES} lines, always in the same order.
 */
public final class Briefs {

  /** Most lines of a brief. */
  public static final int MOST_LINES = 60;

  private static final String COORDINATES = "dev.coord:coord-maven-plugin";

  final Assessment assessment;
  final SiteFrame frame;
  final PlainTexts texts;
  final List<HandoffState> handoffs;
  final Permissions permissions;

  /** The workstreams by the version of the plan that judges, those alone that own a path. */
  final List<Workstream> owners;

  private final Map<String, List<ClaimCheck>> contradictions;
  private final boolean pom;

  /** The briefs of an assessment. */
  public Briefs(Assessment assessment, SiteFrame frame) {
    this(assessment, frame, new PlainTexts(assessment));
  }

  Briefs(Assessment assessment, SiteFrame frame, PlainTexts texts) {
    this.assessment = assessment;
    this.frame = frame;
    this.texts = texts;
    this.handoffs = HandoffState.of(assessment);
    this.permissions = new Permissions(assessment.plan(), assessment.rulebook());
    this.owners =
        assessment.rulebook().workstreams().stream().filter(w -> !w.owns().isEmpty()).toList();
    this.contradictions =
        assessment.contradictions().stream().collect(Collectors.groupingBy(ClaimCheck::holder));
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

  /** What is contradicted of a workstream and its tasks. */
  List<ClaimCheck> contradictions(String workstream) {
    return contradictions.getOrDefault(workstream, List.of());
  }

  /** The brief of a workstream, as lines that are safe on a console. */
  public List<String> lines(WorkstreamState state) {
    return new Brief(this, state).lines();
  }

  /**
   * What is typed to judge a workstream again.
   *
   * @param reports whether what the build reports is needed for that
   */
  String command(String workstream, boolean reports) {
    String version = frame.generator().substring(frame.generator().lastIndexOf(' ') + 1);
    String goal = pom ? "coord:check" : COORDINATES + ":" + version + ":check";
    return "mvn " + (pom && reports ? "verify " : "") + goal + " -Dcoord.workstream=" + workstream;
  }
}
