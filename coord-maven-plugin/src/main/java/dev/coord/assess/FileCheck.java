package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.assess.FileChanges.Change;
import dev.coord.assess.FileChanges.Tally;
import dev.coord.evidence.FileChange.Kind;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.FileEntry;
import java.util.List;
import java.util.Optional;

/**
 * A claim that a file was changed, and what may be found of it.
 *
 * @param subject what says so, as claims call it
 */
record FileCheck(String subject, FileEntry file) {

  /** What is said to be done, as in {@code f/a does not add}. */
  String verb() {
    return file.change()
        .map(
            change ->
                switch (change) {
                  case CREATED -> "add";
                  case MODIFIED -> "change";
                  case DELETED -> "delete";
                })
        .orElse("change");
  }

  private ClaimCheck is(Agreement agreement, String observed, List<Proof> proof, String remedy) {
    return new ClaimCheck(
        subject,
        file.said() + " " + file.path(),
        FileChanges.place(file),
        observed,
        agreement,
        proof,
        remedy);
  }

  /** That no file can be meant; empty where one can. */
  Optional<ClaimCheck> unreadable() {
    return file.paths().isPresent()
        ? Optional.empty()
        : Optional.of(
            unknown("'" + file.path() + "' is no path pattern", "Correct the pattern.", List.of()));
  }

  /** What the changes show; empty when none of them is of the file. */
  Optional<ClaimCheck> shown(Tally tally) {
    return tally
        .so()
        .map(so -> agrees(so, tally.count() - 1))
        .or(() -> tally.other().map(this::otherwise));
  }

  private ClaimCheck agrees(Change so, int more) {
    return is(
        Agreement.AGREES,
        so.told() + (more > 0 ? " and " + more + " more" : ""),
        so.proof(),
        ClaimCheck.REMEDY);
  }

  /** Something else was done to the file. */
  ClaimCheck otherwise(Change other) {
    boolean created = file.change().equals(Optional.of(FileEntry.Change.CREATED));
    String before =
        switch (other.kind()) {
          case ADDED -> ", which was not there before";
          case MODIFIED -> created ? ", which was there before" : "";
          case DELETED -> "";
        };
    return contradicts(
        other.told() + before,
        "Write 'change: " + word(other.kind()).word() + "', or name another file.",
        other.proof());
  }

  private static FileEntry.Change word(Kind kind) {
    return switch (kind) {
      case ADDED -> FileEntry.Change.CREATED;
      case MODIFIED -> FileEntry.Change.MODIFIED;
      case DELETED -> FileEntry.Change.DELETED;
    };
  }

  ClaimCheck contradicts(String observed, String remedy, List<Proof> proof) {
    return is(Agreement.CONTRADICTS, observed, proof, remedy);
  }

  /** Nothing was done to it. */
  ClaimCheck nothing(String observed, List<Proof> proof) {
    return contradicts(observed, "Take the entry out, or do what it says.", proof);
  }

  ClaimCheck unknown(String reason, String remedy, List<Proof> proof) {
    return is(Agreement.UNKNOWN, reason, proof, remedy);
  }

  ClaimCheck unknown(Observation.Unknown<?> why) {
    return unknown(why.reason(), why.remedy(), List.of());
  }
}
