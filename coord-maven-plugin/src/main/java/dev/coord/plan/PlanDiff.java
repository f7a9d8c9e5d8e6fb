package dev.coord.plan;

import dev.coord.diagnostic.Location;
import dev.coord.path.KnownPaths;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds where a branch's plan asks less than the plan of its base, or moves the lines it is judged
 * by: whoever changes the rules in the same breath as the work should be seen doing so.
 *
 * <p>What only makes the plan stricter, such as a new gate, is not listed.
 */
public final class PlanDiff {

  /** What part of the plan a change is in. */
  public enum Area {
    /** What the build is held to. */
    GATES,
    /** What it is let off. */
    WAIVERS,
    /** Who may change what. */
    BOUNDARIES,
    /** Who is who. */
    PEOPLE,
    /** What is compared with what. */
    BASIS
  }

  /** What kind of change it is. */
  public enum Kind {
    /** A gate is no longer there. */
    GATE_REMOVED(Area.GATES),
    /** A broken gate does less to the build. */
    SEVERITY_LOWERED(Area.GATES),
    /** Values pass that did not, or one is no longer compared. */
    COMPARISON_LOOSENED(Area.GATES),
    /** A gate asks for something else. */
    RULE_CHANGED(Area.GATES),
    /** A gate asks it of something else. */
    SCOPE_CHANGED(Area.GATES),
    /** A gate, or some paths of it, need no longer hold. */
    WAIVER_ADDED(Area.WAIVERS),
    /** A waiver holds longer, or for more findings. */
    WAIVER_EXTENDED(Area.WAIVERS),
    /** A workstream is no longer there. */
    WORKSTREAM_REMOVED(Area.BOUNDARIES),
    /** A workstream owns more. */
    OWNS_WIDENED(Area.BOUNDARIES),
    /** A new workstream owns what is another's, or protected or shared. */
    TERRITORY_TAKEN(Area.BOUNDARIES),
    /** A workstream owns less, so that others may change it. */
    OWNS_NARROWED(Area.BOUNDARIES),
    /** A workstream that had no owner, or is new, has one. */
    OWNER_GIVEN(Area.BOUNDARIES),
    /** A workstream is somebody else's. */
    OWNER_CHANGED(Area.BOUNDARIES),
    /** A workstream need no longer keep off some paths. */
    KEEPS_OFF_REDUCED(Area.BOUNDARIES),
    /** A workstream need no longer wait for another. */
    DEPENDENCY_REMOVED(Area.BOUNDARIES),
    /** A handoff is no longer there. */
    HANDOFF_REMOVED(Area.BOUNDARIES),
    /** A handoff is there sooner, or somebody may do without it. */
    HANDOFF_CHANGED(Area.BOUNDARIES),
    /** Paths are no longer protected. */
    PROTECTED_REDUCED(Area.BOUNDARIES),
    /** Less happens when a path that nobody owns is changed. */
    UNOWNED_RELAXED(Area.BOUNDARIES),
    /** Paths are shared that were not. */
    SHARED_ADDED(Area.BOUNDARIES),
    /** Paths are shared under another condition. */
    SHARED_CHANGED(Area.BOUNDARIES),
    /** Paths are no longer shared under a condition. */
    SHARED_REMOVED(Area.BOUNDARIES),
    /** A conflict has a resolution that had none, or another one. */
    CONFLICT_SETTLED(Area.BOUNDARIES),
    /** Workstreams are no longer said not to conflict. */
    NO_CONFLICT_REMOVED(Area.BOUNDARIES),
    /** Less is asked of branches. */
    POLICY_RELAXED(Area.BOUNDARIES),
    /** Less happens, or more people may, when a branch weakens the plan. */
    GUARD_RELAXED(Area.BOUNDARIES),
    /** A freeze is no longer there, for fewer days or for fewer branches. */
    FREEZE_RELAXED(Area.BOUNDARIES),
    /** An open action no longer holds up what it did, or is somebody else's to do. */
    ACTION_RELAXED(Area.BOUNDARIES),
    /** A wave no longer waits for a gate. */
    WAVE_RELAXED(Area.BOUNDARIES),
    /** Other keys sign for people. */
    SIGNERS_CHANGED(Area.BOUNDARIES),
    /** Somebody is taken for a person of the base that was not, or for a bot. */
    IDENTITY_GIVEN(Area.PEOPLE),
    /** A new person is a bot, whose commits are nobody's work. */
    BOT_ADDED(Area.PEOPLE),
    /** A person was added, removed, or is recognised by fewer addresses. */
    PEOPLE_CHANGED(Area.PEOPLE),
    /** Less proves that a task is done, or it is gone with its proof. */
    PROOF_RELAXED(Area.BASIS),
    /** A workstream that had no branch is on one. */
    BRANCH_GIVEN(Area.BASIS),
    /** A workstream is on another branch, or counted from another commit. */
    BRANCH_CHANGED(Area.BASIS),
    /** Workstreams are merged into another branch. */
    INTEGRATION_BRANCH_CHANGED(Area.BASIS),
    /** Another branch is judged by its own plan, as releases are. */
    RELEASE_BRANCH_CHANGED(Area.BASIS),
    /** Merges name the branches of another repository. */
    REPOSITORY_CHANGED(Area.BASIS),
    /** The project starts later, and what git holds of the days before no longer counts. */
    START_MOVED(Area.BASIS),
    /** Dates are meant in another zone. */
    ZONE_CHANGED(Area.BASIS),
    /** Reports are read from elsewhere. */
    EVIDENCE_CHANGED(Area.BASIS);

    private final Area area;

    Kind(Area area) {
      this.area = area;
    }

    /** The part of the plan that such a change is in. */
    public Area area() {
      return area;
    }
  }

  /**
   * One change.
   *
   * @param subject id of the gate, workstream or person, or the pattern or key that changed
   * @param part what of the subject it is, where several changes of one kind may be about it: a key
   *     or an item of a list, which may be an address, so that it is never shown; else empty
   * @param sentence what happened, with its full stop
   * @param content what the sentence leaves out, so that two versions of the plan made the same
   *     change exactly when it and the sentence are equal; never shown, may be empty
   * @param base the place in the base's plan; empty for what was not there
   * @param branch the place in the branch's plan; empty for what is no longer there
   */
  public record Change(
      Kind kind,
      String subject,
      String part,
      String sentence,
      String content,
      Optional<Location> base,
      Optional<Location> branch) {
    /** Checks that all is there. */
    public Change {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(subject, "subject");
      Objects.requireNonNull(part, "part");
      Objects.requireNonNull(sentence, "sentence");
      Objects.requireNonNull(content, "content");
      Objects.requireNonNull(base, "base");
      Objects.requireNonNull(branch, "branch");
    }

    /** Whether another change is of the same thing, whatever was before and is now. */
    public boolean isOfTheSame(Change other) {
      return kind == other.kind && subject.equals(other.subject) && part.equals(other.part);
    }
  }

  private final Changes changes = new Changes();

  private PlanDiff() {}

  /**
   * Compares the plan of a branch with that of its base.
   *
   * @param files those that the base tracks, for what patterns take of each other
   * @return the changes: gates first, then waivers, boundaries, people and the rest, each in the
   *     order of the plans
   */
  public static List<Change> between(Plan base, Plan branch, KnownPaths files) {
    PlanDiff diff = new PlanDiff();
    Takings takings = new Takings(base, files);
    StandIns standIns = new StandIns(base, branch);
    GateDiff.between(base, branch, standIns, diff.changes);
    diff.waivers(base, branch);
    BoundaryDiff.between(base, branch, takings, diff.changes);
    NewWorkstreamDiff.between(base, branch, takings, diff.changes);
    HandoffDiff.between(base, branch, diff.changes);
    FreezeDiff.between(base, branch, diff.changes);
    ActionDiff.between(base, branch, standIns, diff.changes);
    WaveDiff.between(base, branch, standIns, diff.changes);
    PeopleDiff.between(base, branch, diff.changes);
    TaskDiff.between(base, branch, diff.changes);
    diff.basis(base, branch);
    return diff.changes.byArea();
  }

  private void waivers(Plan base, Plan branch) {
    Map<String, Waiver> before = new LinkedHashMap<>();
    Map<String, Integer> most = new HashMap<>();
    for (Waiver waiver : base.waivers()) {
      before.merge(key(waiver), waiver, (a, b) -> a.until().isBefore(b.until()) ? b : a);
      most.merge(key(waiver), waiver.count(), Math::max);
    }
    for (Waiver waiver : branch.waivers()) {
      Waiver known = before.get(key(waiver));
      String name = "\"" + waiver.gate() + "\"" + paths(waiver) + " until " + waiver.until();
      if (known == null) {
        changes.added(
            Kind.WAIVER_ADDED,
            waiver.gate(),
            "A waiver of " + name + " is added.",
            waiver.origin().self());
      } else if (waiver.until().isAfter(known.until())) {
        changes.add(
            Kind.WAIVER_EXTENDED,
            waiver.gate(),
            "The waiver of " + name + " ended on " + known.until() + " before.",
            known.origin().of("until"),
            waiver.origin().of("until"));
      } else if (waiver.count() > most.get(key(waiver))) {
        changes.add(
            Kind.WAIVER_EXTENDED,
            waiver.gate(),
            "The waiver of "
                + name
                + " is for "
                + waiver.count()
                + " findings, no longer for "
                + most.get(key(waiver))
                + ".",
            known.origin().of("count"),
            waiver.origin().of("count"));
      }
    }
  }

  private static String key(Waiver waiver) {
    return waiver.gate()
        + " "
        + RuleText.texts(waiver.paths()).stream().sorted().toList()
        + waiver.finding().map(name -> " " + name).orElse("");
  }

  private static String paths(Waiver waiver) {
    return waiver.paths().isEmpty()
        ? waiver.finding().map(name -> " for \"" + name + "\"").orElse("")
        : " for " + joined(RuleText.texts(waiver.paths()));
  }

  private void basis(Plan base, Plan branch) {
    Project before = base.project();
    Project now = branch.project();
    if (!before.integrationBranch().equals(now.integrationBranch())) {
      changes.add(
          Kind.INTEGRATION_BRANCH_CHANGED,
          "integration_branch",
          "The integration branch was "
              + before.integrationBranch()
              + " and is "
              + now.integrationBranch()
              + ".",
          before.origin().of("integration_branch"),
          now.origin().of("integration_branch"));
    }
    if (!before.releaseBranch().equals(now.releaseBranch())) {
      changes.add(
          Kind.RELEASE_BRANCH_CHANGED,
          "release_branch",
          "The release branch was "
              + before.releaseBranch().orElse("none")
              + " and is "
              + now.releaseBranch().orElse("none")
              + ".",
          before.origin().of("release_branch"),
          now.origin().of("release_branch"));
    }
    repository(before, now);
    started(before, now);
    WorkCalendar was = before.calendar();
    WorkCalendar is = now.calendar();
    if (!was.zone().normalized().equals(is.zone().normalized())) {
      changes.add(
          Kind.ZONE_CHANGED,
          "zone",
          "Dates were meant in the zone "
              + name(was.zone())
              + " and are in "
              + name(is.zone())
              + ".",
          was.origin().of("zone"),
          is.origin().of("zone"));
    }
    evidence(
        "tests",
        base.evidence(),
        base.evidence().tests(),
        branch.evidence(),
        branch.evidence().tests());
    evidence(
        "coverage",
        base.evidence(),
        base.evidence().coverage(),
        branch.evidence(),
        branch.evidence().coverage());
    // Where nothing was judged by them, naming the first ones weakens nothing.
    if (base.rules().anyMatch(FindingsRule.class::isInstance)) {
      evidence(
          "findings",
          base.evidence(),
          base.evidence().findings(),
          branch.evidence(),
          branch.evidence().findings());
    }
    if (base.rules().anyMatch(PullRequestsRule.class::isInstance)) {
      evidence(
          "pull_requests",
          base.evidence(),
          base.evidence().pullRequests(),
          branch.evidence(),
          branch.evidence().pullRequests());
    }
  }

  /** Whose branches merges name goes by it; naming the first one says what was so before. */
  private void repository(Project before, Project now) {
    if (before.repositoryUrl().isPresent() && !before.repositoryUrl().equals(now.repositoryUrl())) {
      changes.add(
          Kind.REPOSITORY_CHANGED,
          "repository",
          "The repository was "
              + before.repositoryUrl().get()
              + " and is "
              + now.repositoryUrl().orElse("none")
              + ".",
          before.origin().of("repository"),
          now.origin().of("repository"));
    }
  }

  /** History counts since then: an earlier day lets nothing more pass. */
  private void started(Project before, Project now) {
    boolean later =
        now.started().isPresent()
            && before.started().filter(day -> !now.started().get().isAfter(day)).isEmpty();
    if (later) {
      changes.add(
          Kind.START_MOVED,
          "started",
          "The project starts on "
              + now.started().get()
              + before
                  .started()
                  .map(
                      day ->
                          " and did on "
                              + day
                              + " before: what git holds of the days between no longer counts.")
                  .orElse(
                      " and had no such day before: what git holds of older days no longer counts."),
          before.origin().of("started"),
          now.origin().of("started"));
    }
  }

  private static String name(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  private void evidence(
      String key,
      EvidenceSources base,
      List<EvidenceSources.Source> before,
      EvidenceSources branch,
      List<EvidenceSources.Source> now) {
    if (!sameItems(sources(before), sources(now))) {
      changes.add(
          Kind.EVIDENCE_CHANGED,
          key,
          "The reports of "
              + key
              + " were read from "
              + places(before)
              + " and are from "
              + places(now)
              + ".",
          base.origin().of(key),
          branch.origin().of(key));
    }
  }

  private static List<String> sources(List<EvidenceSources.Source> sources) {
    return sources.stream().map(s -> s.files().text() + "\n" + s.root()).toList();
  }

  private static String places(List<EvidenceSources.Source> sources) {
    return sources.isEmpty()
        ? "the usual places"
        : joined(sources.stream().map(PlanDiff::place).toList());
  }

  private static String place(EvidenceSources.Source source) {
    return source.files().text()
        + (source.root().isEmpty() ? "" : " (root: " + source.root() + ")");
  }

  /** The records by id, so that large plans are compared in little time. */
  static <T> Map<String, T> byId(List<T> records, Function<T, String> id) {
    Map<String, T> map = new HashMap<>();
    records.forEach(each -> map.putIfAbsent(id.apply(each), each));
    return map;
  }

  static String joined(List<String> words) {
    return String.join(", ", words);
  }

  static boolean sameItems(Collection<String> a, Collection<String> b) {
    return new HashSet<>(a).equals(new HashSet<>(b));
  }
}
