package dev.coord.site.draft;

import dev.coord.assess.Assessment;
import dev.coord.assess.ConflictForecast;
import dev.coord.assess.GateResult;
import dev.coord.assess.HandoffState;
import dev.coord.assess.LostBranches;
import dev.coord.assess.NextMerges;
import dev.coord.assess.ProjectCourse;
import dev.coord.assess.WorkHistory;
import dev.coord.assess.WorkstreamState;
import dev.coord.concurrent.Lazy;
import dev.coord.plan.Plan;
import dev.coord.plan.Rule;
import dev.coord.plan.SprintTasks;
import dev.coord.plan.Workstream;
import dev.coord.site.model.RelativeLinks;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An assessment as pages look at it: its facts, found by id, with the words and links that are made
 * of them.
 */
public final class View {

  private final ProjectCourse course;
  private final Assessment assessment;
  private final LocalDate today;
  private final Optional<String> siteUrl;
  private final Index index;
  private final Sources sources;
  private final Documents documents;
  private final List<HandoffState> handoffs;
  private final ConflictForecast forecast;
  private final Links links;
  private final Claims claims;
  private final Proofs proofs;
  private final SourceLinks files;
  private final Lazy<NextMerges> merges;

  /** Looks at all that is known of a project, on a site that says this of itself. */
  public View(ProjectCourse course, SiteFrame frame) {
    this.course = course;
    this.assessment = course.assessment();
    this.today = assessment.judgedOn();
    this.siteUrl = frame.siteUrl();
    this.index = new Index(assessment);
    this.sources = new Sources(assessment.evidence());
    this.documents = new Documents(assessment);
    this.handoffs = HandoffState.of(assessment);
    this.forecast = ConflictForecast.of(assessment);
    this.files = SourceLinks.of(assessment, frame);
    this.merges = new Lazy<>(() -> NextMerges.of(assessment));
    ReportRows reports = new ReportRows(assessment);
    this.links = new Links(plan().project(), index, files, new RowAnchors(assessment), reports);
    this.claims = new Claims(index, sources, links);
    this.proofs = new Proofs(links, reports);
  }

  /** Everything under one name, with a link to where it stands. */
  public Links links() {
    return links;
  }

  /** What the plan claims, and what was seen of it. */
  public Claims claims() {
    return claims;
  }

  /** What shows something, in words. */
  public Proofs proofs() {
    return proofs;
  }

  /** Where links in texts of the plan and of documents lead. */
  public RelativeLinks textLinks() {
    return TextLinks.of(this, files);
  }

  /** What the pages tell. */
  public Assessment assessment() {
    return assessment;
  }

  /** The plan that is told of. */
  public Plan plan() {
    return assessment.plan();
  }

  /** What is told of the past and of what is to come, worked out once. */
  public ProjectCourse course() {
    return course;
  }

  /** What is left to merge, worked out once. */
  public NextMerges nextMerges() {
    return merges.get();
  }

  /** What past versions of the plan counted and promised. */
  public WorkHistory history() {
    return course.work();
  }

  /** The day of judging time in the project's zone. */
  public LocalDate today() {
    return today;
  }

  /** Whether a day is known and before today. */
  public boolean isPast(Optional<LocalDate> day) {
    return day.filter(d -> d.isBefore(today)).isPresent();
  }

  /** The address the site is published at, with a slash at its end. */
  public Optional<String> siteUrl() {
    return siteUrl;
  }

  /** The sources that could not be read, of those that are needed. */
  public List<Sources.Missing> missing(Set<Sources.Kind> needed) {
    return sources.missing(needed);
  }

  /** The sources that could not be read, of those that rules rest on. */
  public List<Sources.Missing> missing(Stream<Rule> rules) {
    return sources.missing(Sources.of(rules));
  }

  /** A text without the reason that the page's banner tells, once, of a source that is missing. */
  public String brief(String text) {
    return sources.brief(text);
  }

  /** What is known of a workstream. */
  public Optional<WorkstreamState> state(String workstream) {
    return index.workstream(workstream);
  }

  /** Whether the branch of a workstream is not in this clone and no merge names it. */
  public boolean isLost(String workstream) {
    return state(workstream)
        .flatMap(WorkstreamState::branch)
        .filter(branch -> LostBranches.contains(assessment, branch.name()))
        .isPresent();
  }

  /** Whether a sprint is called that. */
  public boolean isSprint(String id) {
    return index.isSprint(id);
  }

  /** The workstream as the version of the plan that judges defines it. */
  public Workstream ruled(Workstream workstream) {
    return index.ruled(workstream.id()).orElse(workstream);
  }

  /** The gates about a workstream; whatever else fails the build is about the judged one, too. */
  public List<GateResult> gates(WorkstreamState state) {
    return assessment.gatesAbout(state);
  }

  /** What the gates on ownership make of a workstream or branch. */
  public OwnershipGates ownershipGates(String subject) {
    return new OwnershipGates(index.ownershipGates(subject));
  }

  /** Whether neither the plan nor what it is judged by has a gate. */
  public boolean hasNoGates() {
    return assessment.gates().stream().allMatch(GateResult::isOfNoGates);
  }

  /** All handoffs, in the plan's order. */
  public List<HandoffState> handoffs() {
    return handoffs;
  }

  /** What would conflict if it were merged. */
  public ConflictForecast forecast() {
    return forecast;
  }

  /** How many tracked files a pattern of the plan matches, where that is known. */
  public Optional<Integer> files(String pattern) {
    return index.files(pattern);
  }

  /** Which tasks of workstreams belong to which sprint. */
  public SprintTasks sprintTasks() {
    return index.sprintTasks();
  }

  /** The files that the plan publishes. */
  public Documents documents() {
    return documents;
  }
}
