package dev.coord.rule;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.Commit;
import dev.coord.evidence.FileChange;
import dev.coord.evidence.Proof;
import dev.coord.plan.Boundaries.Shared;
import dev.coord.plan.Workstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Holds a change of a shared path against the condition it is shared under. */
final class SharedJudge {

  private final Coordination coordination;

  SharedJudge(Territory territory) {
    this.coordination = new Coordination(territory);
  }

  /**
   * How one condition was met, or not.
   *
   * @param trespass what is wrong; empty when the condition is met
   * @param attested what any committer could have written and the change is allowed by
   */
  record Outcome(Optional<Trespass> trespass, List<Proof> attested) {

    static final Outcome MET = new Outcome(Optional.empty(), List.of());

    Outcome {
      Objects.requireNonNull(trespass, "trespass");
      attested = List.copyOf(attested);
    }

    static Outcome of(Trespass trespass) {
      return new Outcome(Optional.of(trespass), List.of());
    }
  }

  Outcome judge(Optional<Workstream> workstream, Shared shared, ChangedPath changed) {
    return switch (shared.mode()) {
      case INFORM -> inform(shared, changed);
      case APPEND_ONLY -> appended(shared, changed);
      case STEWARD -> steward(workstream, shared, changed);
      case COORDINATE -> coordinated(shared, changed);
    };
  }

  private static Outcome inform(Shared shared, ChangedPath changed) {
    Location rule = shared.origin().self();
    List<String> ids = changed.ownerIds();
    String others = ids.isEmpty() ? "the others" : String.join(" and ", ids);
    String want = ids.size() == 1 ? " wants to know" : " want to know";
    return Outcome.of(
        changed.trespass(
            Trespass.Kind.INFORM,
            "shared, and " + others + want,
            rule,
            "Tell " + others + " about it (" + rule.withCommit() + ")."));
  }

  private static Outcome appended(Shared shared, ChangedPath changed) {
    Optional<String> wrong = notAppended(changed.change());
    if (wrong.isEmpty()) {
      return Outcome.MET;
    }
    Location rule = shared.origin().self();
    return Outcome.of(
        changed.trespass(
            Trespass.Kind.NOT_APPENDED,
            "shared for added lines only, and " + wrong.get(),
            rule,
            "Only add lines, or change the mode (" + rule.withCommit() + ")."));
  }

  private static Optional<String> notAppended(FileChange change) {
    if (change.kind() == FileChange.Kind.DELETED) {
      return Optional.of("deleted");
    }
    if (change.binary()) {
      return Optional.of("binary");
    }
    if (change.removed() > 0) {
      return Optional.of(
          change.removed() + (change.removed() == 1 ? " line removed" : " lines removed"));
    }
    return change.kind() == FileChange.Kind.MODIFIED && change.added() == 0
        ? Optional.of("changed in something else than its lines")
        : Optional.empty();
  }

  private Outcome steward(Optional<Workstream> workstream, Shared shared, ChangedPath changed) {
    String steward = shared.steward().orElseThrow();
    if (workstream.flatMap(Workstream::owner).equals(Optional.of(steward))) {
      return Outcome.MET;
    }
    List<Commit> foreign =
        changed.commits().stream().filter(c -> !coordination.isBy(c, steward)).toList();
    if (foreign.isEmpty() && !changed.commits().isEmpty() && !changed.uncommitted()) {
      return attested(
          shared, changed, changed.commits().get(0), "changed by its steward " + steward);
    }
    return Outcome.of(
        changed.trespass(
            Trespass.Kind.NOT_THE_STEWARD,
            foreign,
            "only " + steward + " changes it",
            shared.origin().self(),
            "Let "
                + steward
                + " make the change, or name another steward ("
                + shared.origin().of("steward").withCommit()
                + ")."));
  }

  private Outcome coordinated(Shared shared, ChangedPath changed) {
    Location rule = shared.origin().self();
    Set<String> partners = coordination.partners(shared, changed.path());
    String trailers = Coordination.trailers(partners);
    if (changed.uncommitted()) {
      return Outcome.of(
          changed.trespass(
              Trespass.Kind.NOT_COORDINATED,
              "shared, and not committed with its trailer yet",
              rule,
              "Commit it with the trailer " + trailers + " (" + rule.withCommit() + ")."));
    }
    List<Commit> lacking = new ArrayList<>();
    for (Commit commit : changed.commits()) {
      if (coordination.partner(commit, partners).isEmpty()) {
        lacking.add(commit);
      }
    }
    if (lacking.isEmpty() && !changed.commits().isEmpty()) {
      Commit newest = changed.commits().get(0);
      String with = coordination.partner(newest, partners).orElseThrow();
      return attested(shared, changed, newest, "coordinated with " + with);
    }
    String problem =
        lacking.isEmpty()
            ? "no commit says whom it was talked over with"
            : coordination.problem(lacking.get(0), partners);
    return Outcome.of(
        changed.trespass(
            Trespass.Kind.NOT_COORDINATED,
            lacking,
            "shared, and " + problem,
            rule,
            "Add the trailer "
                + trailers
                + " to each commit that changes it, naming somebody else than its author ("
                + rule.withCommit()
                + ")."));
  }

  private static Outcome attested(Shared shared, ChangedPath changed, Commit commit, String what) {
    Proof proof =
        new Proof(
            Proof.Kind.COMMIT,
            Proof.Strength.ATTESTED,
            changed.path() + ": " + what,
            Optional.of(shared.origin().self()),
            Optional.of(commit.id()));
    return new Outcome(Optional.empty(), List.of(proof));
  }
}
