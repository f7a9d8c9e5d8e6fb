package dev.coord.site.draft;

import dev.coord.assess.ClaimCheck;
import dev.coord.assess.Contributors;
import dev.coord.assess.GateResult;
import dev.coord.assess.SameReason;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.Commit;
import dev.coord.evidence.LineSpan;
import dev.coord.evidence.TestCase;
import dev.coord.plan.Named;
import dev.coord.plan.Project;
import dev.coord.plan.Waiver;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Target;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Everything under one name, with a link to where it stands: on a page of the site, or on the forge
 * that hosts the repository. What stands nowhere is plain text.
 */
public final class Links {

  private static final int MOST_COAUTHORS = 3;
  private static final int ABBREVIATED = 7;

  /** How many things a sentence names. */
  private static final int NAMED = 3;

  private final Project project;
  private final Index index;
  private final SourceLinks sources;
  private final RowAnchors anchors;
  private final ReportRows reports;

  Links(Project project, Index index, SourceLinks sources, RowAnchors anchors, ReportRows reports) {
    this.project = project;
    this.index = index;
    this.sources = sources;
    this.anchors = anchors;
    this.reports = reports;
  }

  /** The row of a test that did not simply pass. */
  public String anchor(TestCase test) {
    return reports.anchor(test);
  }

  /** The row of a gate on the gates page. */
  public String anchor(GateResult gate) {
    return anchors.gate(gate);
  }

  /** The row of a claim on the claims page. */
  public String anchor(ClaimCheck claim) {
    return anchors.claim(claim);
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
    return Inline.codeLink(path, sources.address("", path).map(Target.ToUrl::new));
  }

  /** A file of the checked-out commit. */
  public Inline file(String path) {
    return Inline.codeLink(path, sources.place(Location.ofFile(path)));
  }

  /** Lines of a tracked file. */
  public Inline lines(String path, LineSpan lines) {
    return Inline.codeLink(lines.toString(), sources.place(Location.of(path, lines.first(), 1)));
  }

  /** Whom to ask: a person of the plan, or what the plan writes. */
  public List<Inline> contact() {
    String contact = project.contact();
    return index.person(contact).isPresent()
        ? List.of(person(contact))
        : new Line().rich(contact, project.origin().of("contact")).list();
  }

  /** A place of a file that is tracked, or of a commit. */
  public Inline place(Location place) {
    return Inline.codeLink(place.withCommit(), sources.place(place));
  }

  /** The address where a file of the plan is edited. */
  public Optional<String> edit(Location place) {
    return sources.edit(project.integrationBranch(), place.file());
  }

  /** A commit by the beginning of its id. */
  public Inline commit(String id) {
    return Inline.codeLink(id.substring(0, Math.min(ABBREVIATED, id.length())), sources.commit(id));
  }

  /** An issue by its number, where the forge is known with its page. */
  public Inline issue(int number) {
    return numbered(number, sources.issue(number));
  }

  /** A pull request by its number, where the forge is known with its page. */
  public Inline pullRequest(int number) {
    return numbered(number, sources.pullRequest(number));
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
        delta.behind() == 0
            ? compared
            : sources.compare(delta.tip(), delta.base()).orElse(compared));
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

  /** Some people, a dash for none. */
  public List<Inline> people(List<String> ids) {
    return new Line().joined(", ", ids.stream().map(id -> List.of(person(id))).toList()).cell();
  }

  /** A workstream by its id; one that is not shown stands for itself. */
  public Inline workstream(String id) {
    return index
        .workstream(id)
        .map(w -> Inline.link(id, Target.page("workstreams/" + id)))
        .orElseGet(() -> Inline.text(id));
  }

  /** Some workstreams, a dash for none. */
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

  /** Links to rows that are told together: the name of the first, and the keys of the others. */
  public List<Inline> gates(SameReason rows) {
    Line line = new Line().add(gate(rows.first()));
    for (GateResult other : rows.rows().subList(1, rows.rows().size())) {
      line.text(", ").add(Inline.link(other.verdict().key(), row(other)));
    }
    return line.list();
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

  /** A gate by what it is called, with its row. */
  public Inline gate(GateResult gate) {
    return Inline.link(gate.label(), row(gate));
  }

  /** The row of a gate on the gates page. */
  public Target row(GateResult gate) {
    return Target.page("gates", anchors.gate(gate));
  }

  /** The row of a claim on the claims page. */
  public Inline claim(String text, ClaimCheck claim) {
    return Inline.link(text, Target.page("claims", anchors.claim(claim)));
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
        index
            .workstream(id)
            .map(w -> "workstreams/" + id)
            .or(() -> index.isSprint(id) ? Optional.of("sprints/" + id) : Optional.empty());
    String fragment =
        index.isTask(subject) ? Anchors.of("task", subject.substring(id.length() + 1)) : "";
    return page.<Inline>map(path -> Inline.link(subject, Target.page(path, fragment)))
        .orElseGet(() -> Inline.text(subject));
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
}
