package dev.coord.rule;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.Commit;
import dev.coord.evidence.FileChange;
import dev.coord.plan.Boundaries.Shared;
import dev.coord.plan.Boundaries.Unowned;
import dev.coord.plan.Person;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds the net change of a branch against ownership and boundaries.
 *
 * <p>For each path, the first that applies decides: {@code keeps_off}, {@code owns}, shared paths,
 * paths of other workstreams and protected paths, and last {@code unowned}.
 */
public final class OwnershipJudge {

  /** The trailer that says with whom a change of a shared path was talked over. */
  public static final String TRAILER = "Coordinated-with";

  private final Territory territory;
  private final Plan plan;

  /** A judge by the boundaries of one plan. */
  public OwnershipJudge(Territory territory) {
    this.territory = Objects.requireNonNull(territory, "territory");
    this.plan = territory.plan();
  }

  /**
   * Judges a branch.
   *
   * @param subject id of the workstream, or the branch's name where the plan names none
   * @param workstream the workstream by the judge's plan; empty owns nothing
   * @param ownPlanFiles files that define the workstream in any version of the plan that counts
   */
  public OwnershipReport judge(
      String subject,
      Optional<Workstream> workstream,
      Set<String> ownPlanFiles,
      BranchDelta delta) {
    List<Trespass> violations = new ArrayList<>();
    List<Trespass> warnings = new ArrayList<>();
    for (FileChange change : delta.changes()) {
      for (Trespass trespass : look(workstream, ownPlanFiles, change, delta)) {
        (warns(trespass) ? warnings : violations).add(trespass);
      }
    }
    return new OwnershipReport(
        subject,
        delta.changes().size(),
        violations,
        warnings,
        delta.basis() == BranchDelta.Basis.MERGE);
  }

  private boolean warns(Trespass trespass) {
    return switch (trespass.kind()) {
      case INFORM -> true;
      case UNOWNED -> plan.boundaries().unowned() == Unowned.WARN;
      default -> false;
    };
  }

  private List<Trespass> look(
      Optional<Workstream> workstream,
      Set<String> ownPlanFiles,
      FileChange change,
      BranchDelta delta) {
    String path = change.path();
    Finder finder = new Finder(change, delta);
    Optional<Location> off = workstream.flatMap(w -> territory.keepsOff(w, path));
    if (off.isPresent()) {
      return List.of(
          finder.trespass(
              Trespass.Kind.KEEPS_OFF,
              workstream.orElseThrow().id() + " keeps off this path",
              off.get(),
              "Undo the change, or take the path out of keeps_off ("
                  + off.get().fileAndLine()
                  + ")."));
    }
    if (ownPlanFiles.contains(path)
        || workstream.flatMap(w -> territory.owns(w, path)).isPresent()) {
      return List.of();
    }
    List<Shared> shared = territory.shared(path);
    if (!shared.isEmpty()) {
      return shared.stream().flatMap(s -> finder.shared(workstream, s).stream()).toList();
    }
    List<Territory.Claim> owners = finder.owners;
    if (!owners.isEmpty()) {
      Territory.Claim first = owners.get(0);
      return List.of(
          finder.trespass(
              Trespass.Kind.OWNED_BY_OTHER,
              "owned by " + String.join(", ", finder.ownerIds()),
              first.place(),
              "Undo the change, let "
                  + first.workstream()
                  + " make it, or share the path under boundaries.shared (owned by "
                  + first.place().fileAndLine()
                  + ")."));
    }
    Optional<Location> guard = territory.protectedBy(path);
    if (guard.isPresent()) {
      return List.of(
          finder.trespass(
              Trespass.Kind.PROTECTED,
              "protected",
              guard.get(),
              "Undo the change, or let a workstream own the path (protected by "
                  + guard.get().fileAndLine()
                  + ")."));
    }
    if (plan.boundaries().unowned() == Unowned.ALLOW) {
      return List.of();
    }
    Location rule = plan.boundaries().origin().of("unowned");
    String where = workstream.map(w -> " (" + w.origin().of("owns").fileAndLine() + ")").orElse("");
    return List.of(
        finder.trespass(
            Trespass.Kind.UNOWNED,
            "owned by nobody",
            rule,
            "Add the path to the workstream's owns" + where + ", or to boundaries.shared."));
  }

  /** Puts together what there is to say about one changed path. */
  private final class Finder {
    private final FileChange change;
    private final List<Commit> commits;
    private final boolean uncommitted;
    private final List<Territory.Claim> owners;

    Finder(FileChange change, BranchDelta delta) {
      this.change = change;
      this.commits = delta.touching(change.path());
      this.uncommitted = delta.uncommitted().contains(change.path());
      this.owners = territory.owners(change.path());
    }

    List<String> ownerIds() {
      return owners.stream().map(Territory.Claim::workstream).sorted().distinct().toList();
    }

    Trespass trespass(Trespass.Kind kind, String problem, Location boundary, String remedy) {
      return new Trespass(
          change.path(), kind, ownerIds(), commits, !commits.isEmpty(), problem, boundary, remedy);
    }

    Optional<Trespass> shared(Optional<Workstream> workstream, Shared shared) {
      Location rule = shared.origin().self();
      return switch (shared.mode()) {
        case INFORM ->
            Optional.of(
                trespass(
                    Trespass.Kind.INFORM,
                    "shared, to be told" + owners(" to "),
                    rule,
                    "Tell the others about it (" + rule.fileAndLine() + ")."));
        case APPEND_ONLY -> appended() ? Optional.empty() : Optional.of(notAppended(rule));
        case STEWARD -> steward(workstream, shared);
        case COORDINATE -> coordinated(shared);
      };
    }

    private boolean appended() {
      return change.kind() != FileChange.Kind.DELETED && change.removed() == 0 && !change.binary();
    }

    private Trespass notAppended(Location rule) {
      String what =
          switch (change.kind()) {
            case DELETED -> "shared for added lines only, and deleted";
            default ->
                change.binary()
                    ? "shared for added lines only, and binary"
                    : "shared for added lines only, and " + change.removed() + " lines removed";
          };
      return trespass(
          Trespass.Kind.NOT_APPENDED,
          what,
          rule,
          "Only add lines, or change the mode (" + rule.fileAndLine() + ").");
    }

    private Optional<Trespass> steward(Optional<Workstream> workstream, Shared shared) {
      String steward = shared.steward().orElseThrow();
      boolean own = workstream.flatMap(Workstream::owner).equals(Optional.of(steward));
      boolean all = !commits.isEmpty() && commits.stream().allMatch(c -> isBy(c, steward));
      if (own || (all && !uncommitted)) {
        return Optional.empty();
      }
      return Optional.of(
          trespass(
              Trespass.Kind.NOT_THE_STEWARD,
              "only " + steward + " changes it",
              shared.origin().self(),
              "Let "
                  + steward
                  + " make the change ("
                  + shared.origin().of("steward").fileAndLine()
                  + ")."));
    }

    private Optional<Trespass> coordinated(Shared shared) {
      Location rule = shared.origin().self();
      Set<String> wanted = partners(shared);
      String with = wanted.isEmpty() ? "<person id>" : String.join("|", wanted);
      if (uncommitted) {
        return Optional.of(
            trespass(
                Trespass.Kind.NOT_COORDINATED,
                "shared, and not committed with its trailer yet",
                rule,
                "Commit it with the trailer \""
                    + TRAILER
                    + ": "
                    + with
                    + "\" ("
                    + rule.fileAndLine()
                    + ")."));
      }
      List<Commit> lacking = commits.stream().filter(c -> !isCoordinated(c, wanted)).toList();
      if (lacking.isEmpty() && !commits.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new Trespass(
              change.path(),
              Trespass.Kind.NOT_COORDINATED,
              ownerIds(),
              lacking,
              !lacking.isEmpty(),
              "shared, and changed without a word to the others",
              rule,
              "Add the trailer \""
                  + TRAILER
                  + ": "
                  + with
                  + "\" to each commit that changes it ("
                  + rule.fileAndLine()
                  + ")."));
    }

    /** The people one of whom must have been asked; empty when anybody else will do. */
    private Set<String> partners(Shared shared) {
      Set<String> people = new TreeSet<>();
      shared.steward().ifPresent(people::add);
      for (Territory.Claim owner : owners) {
        plan.workstream(owner.workstream()).flatMap(Workstream::owner).ifPresent(people::add);
      }
      return people;
    }

    private boolean isCoordinated(Commit commit, Set<String> wanted) {
      return commit.trailers(TRAILER).stream()
          .anyMatch(
              person ->
                  (wanted.isEmpty() ? isKnown(person) : wanted.contains(person))
                      && !isBy(commit, person));
    }

    private String owners(String before) {
      return owners.isEmpty() ? "" : before + String.join(", ", ownerIds());
    }
  }

  private boolean isKnown(String person) {
    return !person.isEmpty() && (plan.people().isEmpty() || plan.person(person).isPresent());
  }

  private boolean isBy(Commit commit, String person) {
    return plan.person(person).map(Person::emails).orElse(List.of()).contains(commit.email());
  }
}
