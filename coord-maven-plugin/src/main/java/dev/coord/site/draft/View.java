package dev.coord.site.draft;

import dev.coord.assess.Assessment;
import dev.coord.assess.ClaimCheck;
import dev.coord.assess.ConflictForecast;
import dev.coord.assess.Contributors;
import dev.coord.assess.GateResult;
import dev.coord.assess.HandoffState;
import dev.coord.assess.LostBranches;
import dev.coord.assess.ProjectCourse;
import dev.coord.assess.WorkHistory;
import dev.coord.assess.WorkstreamState;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.Commit;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.LineSpan;
import dev.coord.evidence.Proof;
import dev.coord.evidence.TestCase;
import dev.coord.plan.Named;
import dev.coord.plan.Plan;
import dev.coord.plan.Rule;
import dev.coord.plan.SprintTasks;
import dev.coord.plan.Task;
import dev.coord.plan.Waiver;
import dev.coord.plan.Workstream;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Inline;
import dev.coord.site.model.RelativeLinks;
import dev.coord.site.model.Target;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * An assessment as pages look at it: everything is named in one way and links to where it stands.
 */
public final class View {

  private static final int MOST_COAUTHORS = 3;
  private static final int ABBREVIATED = 7;

  /** How many things a sentence names. */
  private static final int NAMED = 3;

  private final Assessment assessment;
  private final Index index;
  private final SourceLinks links;
  private final Documents documents;
  private final RowAnchors anchors;
  private final ReportRows reports;
  private final Sources sources;
  private final List<HandoffState> handoffs;
  private final LocalDate today;
  private final ProjectCourse course;
  private final ConflictForecast forecast;
  private final Optional<String> siteUrl;

  public View(ProjectCourse course, SiteFrame frame) {
    this.course = course;
    this.assessment = course.assessment();
    this.index = new Index(assessment);
    SortedSet<String> tracked =
        assessment
            .evidence()
            .git()
            .optional()
            .map(GitEvidence::trackedFiles)
            .orElseGet(TreeSet::new);
    Optional<String> repository =
        frame.repositoryUrl().or(() -> assessment.plan().project().repositoryUrl());
    this.links = new SourceLinks(repository, frame.commit(), tracked);
    this.anchors = new RowAnchors(assessment);
    this.documents = new Documents(assessment);
    this.reports = new ReportRows(assessment);
    this.sources = new Sources(assessment.evidence());
    this.handoffs = HandoffState.of(assessment);
    this.today = assessment.judgedOn();
    this.forecast = ConflictForecast.of(assessment);
    this.siteUrl = frame.siteUrl();
  }

  public Assessment assessment() {
    return assessment;
  }

  public Plan plan() {
    return assessment.plan();
  }

  /** Whether the branch of a workstream is not in this clone and no merge names it. */
  public boolean isLost(String workstream) {
    return state(workstream)
        .flatMap(WorkstreamState::branch)
        .filter(branch -> LostBranches.contains(assessment, branch.name()))
        .isPresent();
  }

  /** The address the site is published at, with a slash at its end. */
  public Optional<String> siteUrl() {
    return siteUrl;
  }

  /** What is told of the past and of what is to come, worked out once. */
  public ProjectCourse course() {
    return course;
  }

  /** What past versions of the plan counted and promised. */
  public WorkHistory history() {
    return course.work();
  }

  /** The day of judging time in the project's zone. */
  public LocalDate today() {
    return today;
  }

  public boolean isPast(Optional<LocalDate> day) {
    return day.filter(d -> d.isBefore(today)).isPresent();
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

  /** What would conflict if it were merged. */
  public ConflictForecast forecast() {
    return forecast;
  }

  /** All handoffs, in the plan's order. */
  public List<HandoffState> handoffs() {
    return handoffs;
  }

  public Optional<WorkstreamState> state(String workstream) {
    return index.workstream(workstream);
  }

  public boolean isSprint(String id) {
    return index.isSprint(id);
  }

  /** The workstream as the version of the plan that judges defines it. */
  public Workstream ruled(Workstream workstream) {
    return index.ruled(workstream.id()).orElse(workstream);
  }

  public RelativeLinks links() {
    return TextLinks.of(this, links);
  }

  /** The files that the plan publishes. */
  public Documents documents() {
    return documents;
  }

  /** The row of a test that did not simply pass. */
  public String anchor(TestCase test) {
    return reports.anchor(test);
  }

  /** A report, by the row of the page that tells what it holds. */
  public Inline report(String path) {
    return Inline.codeLink(path, reports.report(path));
  }

  /** The row of a report; of several, the table that lists them. */
  public Target reports(String page, Collection<String> paths) {
    List<String> different = paths.stream().distinct().toList();
    return Optional.of(different)
        .filter(all -> all.size() == 1)
        .flatMap(all -> reports.report(all.get(0)))
        .orElseGet(() -> Target.page(page, "reports"));
  }

  /** A directory of the checked-out commit; a dot is the topmost one. */
  public Inline directory(String path) {
    return Inline.codeLink(path, links.address("", path).map(Target.ToUrl::new));
  }

  /** A file of the checked-out commit. */
  public Inline file(String path) {
    return Inline.codeLink(path, links.place(Location.ofFile(path)));
  }

  /** Lines of a tracked file. */
  public Inline lines(String path, LineSpan lines) {
    return Inline.codeLink(lines.toString(), links.place(Location.of(path, lines.first(), 1)));
  }

  /** Whom to ask: a person of the plan, or what the plan writes. */
  public List<Inline> contact() {
    String contact = plan().project().contact();
    return index.person(contact).isPresent()
        ? List.of(person(contact))
        : new Line().rich(contact, plan().project().origin().of("contact")).list();
  }

  /** A place of the plan or of a file, or the row of a report. */
  private Inline source(Location place) {
    return reports
        .report(place.file())
        .<Inline>map(row -> new Inline.Link(place.withCommit(), row, true))
        .orElseGet(() -> place(place));
  }

  public Inline place(Location place) {
    return Inline.codeLink(place.withCommit(), links.place(place));
  }

  /** The address where a file of the plan is edited. */
  public Optional<String> edit(Location place) {
    return links.edit(plan().project().integrationBranch(), place.file());
  }

  public Inline commit(String id) {
    return Inline.codeLink(id.substring(0, Math.min(ABBREVIATED, id.length())), links.commit(id));
  }

  /** An issue by its number, where the forge is known with its page. */
  public Inline issue(int number) {
    return numbered(number, links.issue(number));
  }

  /** A pull request by its number, where the forge is known with its page. */
  public Inline pullRequest(int number) {
    return numbered(number, links.pullRequest(number));
  }

  private static Inline numbered(int number, Optional<Target> page) {
    return page.<Inline>map(target -> Inline.link("#" + number, target))
        .orElseGet(() -> Inline.text("#" + number));
  }

  /**
   * How many commits of its base a branch lacks, with the forge's list of them; where no forge is
   * known, with the commits that were compared.
   */
  public Inline behind(String workstream, BranchDelta delta) {
    String number = Integer.toString(delta.behind());
    Target compared = Target.page("workstreams/" + workstream, "commits");
    return Inline.link(
        number,
        delta.behind() == 0 ? compared : links.compare(delta.tip(), delta.base()).orElse(compared));
  }

  /**
   * The author of a commit with its co-authors: people of the plan where the address tells who it
   * is.
   */
  public String author(Commit commit) {
    List<String> others =
        Contributors.coauthors(commit).stream()
            .map(other -> index.name(other.email()).orElse(other.name()))
            .filter(name -> !name.isEmpty())
            .toList();
    String author = index.name(commit.email()).orElse(commit.author());
    String more = others.size() > MOST_COAUTHORS ? ", and more" : "";
    return others.isEmpty()
        ? author
        : author
            + " with "
            + String.join(", ", others.subList(0, Math.min(MOST_COAUTHORS, others.size())))
            + more;
  }

  /** A person by name; an id that the plan does not list stands for itself. */
  public Inline person(String id) {
    return index
        .person(id)
        .map(
            person ->
                Inline.link(
                    person.name(), Target.page("people", Anchors.of("person", person.id()))))
        .orElseGet(() -> Inline.text(id));
  }

  public List<Inline> people(List<String> ids) {
    return new Line().joined(", ", ids.stream().map(id -> List.of(person(id))).toList()).cell();
  }

  public Inline workstream(String id) {
    return state(id)
        .map(w -> Inline.link(id, Target.page("workstreams/" + id)))
        .orElseGet(() -> Inline.text(id));
  }

  public List<Inline> workstreams(List<String> ids) {
    return new Line().joined(", ", ids.stream().map(id -> List.of(workstream(id))).toList()).cell();
  }

  /** The first few of them, for a sentence: {@code a, b, c and 235 more}. */
  public List<Inline> named(List<String> ids) {
    List<Inline> links = ids.stream().limit(NAMED).map(this::workstream).toList();
    return several(links, ids.size());
  }

  /** Links to the first few of some gates, for a sentence. */
  public List<Inline> namedGates(List<GateResult> gates) {
    return several(gates.stream().limit(NAMED).map(this::gate).toList(), gates.size());
  }

  /**
   * Links in a sentence.
   *
   * @param all how many there would be, at least as many as there are
   */
  public static List<Inline> several(List<Inline> links, int all) {
    Line line = new Line();
    for (int i = 0; i < links.size(); i++) {
      line.text(i == 0 ? "" : i == all - 1 ? " and " : ", ").add(links.get(i));
    }
    return line.text(all > links.size() ? " and " + (all - links.size()) + " more" : "").cell();
  }

  public Inline gate(GateResult gate) {
    return Inline.link(gate.label(), gateTarget(gate));
  }

  public Target gateTarget(GateResult gate) {
    return Target.page("gates", anchors.gate(gate));
  }

  public String anchor(GateResult gate) {
    return anchors.gate(gate);
  }

  public String anchor(ClaimCheck claim) {
    return anchors.claim(claim);
  }

  /** The claim that a task makes, where it was held against something. */
  public Optional<ClaimCheck> claim(Task task) {
    return index.claim(task.id(), task.origin().of("state"));
  }

  /** What is claimed of a subject at a place, where it was held against something. */
  public Optional<ClaimCheck> claim(String subject, Location place) {
    return index
        .claim(subject.substring(subject.indexOf('/') + 1), place)
        .filter(claim -> claim.subject().equals(subject));
  }

  /** The claim in some words that a place makes, where it was held against something. */
  public Optional<ClaimCheck> said(String claim, Location place) {
    return index.said(claim, place);
  }

  /** What was seen of a claim, with its proof; without one, what is said instead. */
  public List<Inline> seen(Optional<ClaimCheck> claim, String otherwise) {
    return claim
        .map(
            check ->
                new Line()
                    .add(Tones.badge(check.agreement()))
                    .text(" " + brief(check.observed()) + " ")
                    .add(claimLink("proof", check))
                    .list())
        .orElseGet(() -> Line.of(otherwise).list());
  }

  /** The first contradicted claim about a workstream or one of its tasks. */
  public Optional<ClaimCheck> contradiction(String workstream) {
    return contradictions(workstream).stream().findFirst();
  }

  /** The contradicted claims about a subject or one of its tasks. */
  public List<ClaimCheck> contradictions(String subject) {
    return index.contradictions(subject);
  }

  /** The row of a claim on the claims page. */
  public Inline claimLink(String text, ClaimCheck claim) {
    return Inline.link(text, Target.page("claims", anchors.claim(claim)));
  }

  /** How many tracked files a pattern of the plan matches, where that is known. */
  public Optional<Integer> files(String pattern) {
    return index.files(pattern);
  }

  /** Which tasks of workstreams belong to which sprint. */
  public SprintTasks sprintTasks() {
    return index.sprintTasks();
  }

  /** The subject of a claim or finding: a workstream, a sprint, or a task of one. */
  public Inline subject(String subject) {
    return Subjects.target(subject)
        .<Inline>map(target -> Inline.link(Named.once(subject), target))
        .orElseGet(() -> workOf(subject));
  }

  private Inline workOf(String subject) {
    String id = Subjects.owner(subject);
    Optional<String> page =
        state(id)
            .map(w -> "workstreams/" + id)
            .or(() -> index.isSprint(id) ? Optional.of("sprints/" + id) : Optional.empty());
    String fragment =
        index.isTask(subject) ? Anchors.of("task", subject.substring(id.length() + 1)) : "";
    return page.<Inline>map(path -> Inline.link(subject, Target.page(path, fragment)))
        .orElseGet(() -> Inline.text(subject));
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

  /** Until when a waiver holds, who answers for it, why, and where it stands. */
  public List<Inline> waiver(Waiver waiver) {
    return Line.of("waived until " + waiver.until() + " by ")
        .add(person(waiver.owner()))
        .text(": ")
        .rich(waiver.reason(), waiver.origin().of("reason"))
        .text(" ")
        .add(place(waiver.origin().self()))
        .list();
  }

  /** What shows something, the first few of it; anything but an observation says so. */
  public List<Inline> proofs(List<Proof> proofs, int most) {
    Line line = new Line().joined("; ", proofs.stream().limit(most).map(this::proof).toList());
    if (proofs.size() > most) {
      line.text(" and " + (proofs.size() - most) + " more");
    }
    return line.cell();
  }

  /** One proof: what it shows, where, and how far it can be trusted. */
  public List<Inline> proof(Proof proof) {
    Line line = new Line();
    Optional<Target> failure = reports.failure(proof);
    failure.ifPresent(row -> line.add(Inline.link(proof.text(), row)));
    // Of a file, the place says its name.
    boolean named = proof.location().map(Location::file).filter(proof.text()::equals).isPresent();
    if (failure.isEmpty() && !named) {
      line.text(proof.text());
    }
    proof.location().ifPresent(place -> line.text(line.isEmpty() ? "" : " ").add(source(place)));
    proof.commit().ifPresent(id -> line.text(" ").add(commit(id)));
    switch (proof.strength()) {
      case OBSERVED -> {}
      case ATTESTED -> line.text(" (attested)");
      case DECLARED -> line.text(" (declared)");
    }
    return line.list();
  }
}
