package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.evidence.CountQuestions.FilesAnswer;
import dev.coord.evidence.CountQuestions.FilesQuestion;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.evidence.RepositoryQuestions.Touch;
import dev.coord.plan.FileEntry;
import dev.coord.plan.Plan;
import dev.coord.plan.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Holds the lengths of files that workstreams and reports claim against the tracked files: on the
 * checked-out commit and on the workstream's branch, or where that was merged. Either will do. A
 * report tells of its days: what their commits made of the file counts.
 */
final class FileLengthClaims {

  /** A length that is claimed of a file. */
  private enum Length {
    LINES(FileEntry::lines, FilesAnswer::lines),
    BYTES(FileEntry::bytes, FilesAnswer::bytes),
    CHARACTERS(FileEntry::characters, FilesAnswer::characters);

    private final Function<FileEntry, OptionalInt> claimed;
    private final Function<FilesAnswer, Observation<Long>> observed;

    Length(
        Function<FileEntry, OptionalInt> claimed,
        Function<FilesAnswer, Observation<Long>> observed) {
      this.claimed = claimed;
      this.observed = observed;
    }

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** {@code 1 line}, {@code 1,200 lines}. */
    String count(long number) {
      String nouns = key();
      String noun = number == 1 ? nouns.substring(0, nouns.length() - 1) : nouns;
      return String.format(Locale.ROOT, "%,d %s", number, noun);
    }
  }

  /**
   * What was found in one place.
   *
   * @param where such as {@code " on feature/a"}; empty for the checked-out commit
   */
  private record Seen(String where, Observation<FilesAnswer> files) {
    boolean isAbsent() {
      return files.optional().filter(found -> found.count() == 0).isPresent();
    }
  }

  private static final int ABBREVIATED = 7;

  private final Plan plan;
  private final Plan rulebook;
  private final Observation<GitEvidence> git;

  FileLengthClaims(Plan plan, Plan rulebook, Observation<GitEvidence> git) {
    this.plan = plan;
    this.rulebook = rulebook;
    this.git = git;
  }

  /** What has to be asked of git. */
  static Stream<FilesQuestion> questions(Plan plan) {
    Stream<FilesQuestion> made =
        plan.workstreams().stream()
            .flatMap(
                workstream ->
                    measured(workstream.files())
                        .flatMap(
                            file ->
                                Stream.concat(
                                    Stream.of(question(file, Optional.empty())),
                                    workstream.branch().stream()
                                        .flatMap(
                                            branch ->
                                                Stream.of(
                                                    question(file, Optional.of(branch)),
                                                    merged(file, branch))))));
    return Stream.concat(
        made,
        plan.handbook().reports().stream()
            .flatMap(report -> measured(report.files()))
            .map(file -> question(file, Optional.empty())));
  }

  /**
   * Deleted files have no length any more; of what is no pattern it is told elsewhere that it
   * cannot be found.
   */
  static Stream<FileEntry> measured(List<FileEntry> files) {
    return files.stream()
        .filter(file -> !file.isDeleted() && file.paths().isPresent())
        .filter(
            file -> Stream.of(Length.values()).anyMatch(of -> of.claimed.apply(file).isPresent()));
  }

  private static FilesQuestion question(FileEntry file, Optional<String> branch) {
    return new FilesQuestion(file.paths(), branch, true);
  }

  private static FilesQuestion merged(FileEntry file, String branch) {
    return new FilesQuestion(file.paths(), Optional.of(branch), true, false, true);
  }

  /** A claim for each length, in the plan's order. */
  List<ClaimCheck> check(List<WorkstreamState> states) {
    List<ClaimCheck> checks = new ArrayList<>();
    for (WorkstreamState state : states) {
      boolean merged = state.observed().isMerged();
      boolean through = StatusClaims.isThrough(plan, state.workstream());
      measured(state.workstream().files())
          .flatMap(file -> checks(state, merged, file))
          .filter(check -> through || check.agreement() == Agreement.AGREES)
          .forEach(checks::add);
    }
    for (Report report : plan.handbook().reports()) {
      measured(report.files()).flatMap(file -> checks(report, file)).forEach(checks::add);
    }
    return checks;
  }

  /** What others made of a file after the merge is not against the workstream. */
  private Stream<ClaimCheck> checks(WorkstreamState state, boolean merged, FileEntry file) {
    List<Seen> seen = new ArrayList<>(List.of(seen(file)));
    for (String branch : state.workstream().branch().stream().toList()) {
      Seen other =
          merged
              ? seen(" where " + branch + " was merged", merged(file, branch))
              : seen(" on " + branch, question(file, Optional.of(branch)));
      if (!merged || other.files().isKnown()) {
        seen.add(other);
      }
    }
    return checks(state.id(), file, seen);
  }

  /** That a file is not there at all is told elsewhere. */
  private static Stream<ClaimCheck> checks(String subject, FileEntry file, List<Seen> seen) {
    List<Seen> places = seen.stream().filter(place -> !place.isAbsent()).toList();
    return places.isEmpty()
        ? Stream.empty()
        : Stream.of(Length.values())
            .filter(of -> of.claimed.apply(file).isPresent())
            .map(of -> check(subject, file, of, places));
  }

  /** Of several files, and of one that nobody changed on the days, the checked-out ones count. */
  private Stream<ClaimCheck> checks(Report report, FileEntry file) {
    String subject = "report " + report.id();
    if (report.day().isEmpty()) {
      return checks(subject, file, List.of(seen(file)));
    }
    Observation<List<Touch>> touched =
        git.then(known -> known.repository().of(ReportFileClaims.question(report, rulebook)));
    if (touched instanceof Observation.Unknown<List<Touch>> unknown) {
      return checks(
          subject,
          file,
          List.of(new Seen("", Observation.unknown(unknown.reason(), unknown.remedy()))));
    }
    List<Touch> touches =
        touched.optional().orElseThrow().stream()
            .filter(touch -> file.paths().orElseThrow().matches(touch.path()))
            .toList();
    List<Touch> then =
        touches.stream()
            .filter(touch -> !touch.later() && file.isThis(touch.path()))
            .sorted(Comparator.comparing(Touch::time).thenComparing(Touch::kind).reversed())
            .toList();
    if (!then.isEmpty()) {
      return checks(
          subject,
          file,
          then.stream()
              .flatMap(touch -> touch.length().stream().map(at -> of(touch, at)))
              .toList());
    }
    Optional<Touch> later = touches.stream().filter(Touch::later).findFirst();
    return later.isPresent()
        ? checks(subject, file, List.of(changed(report, later.get())))
        : checks(subject, file, List.of(seen(file)));
  }

  private Seen of(Touch then, FilesAnswer length) {
    return new Seen(" at " + named(then), Observation.known(length));
  }

  private Seen changed(Report report, Touch later) {
    return new Seen(
        "",
        Observation.unknown(
            named(later)
                + " changed "
                + later.path()
                + ", and what is there does not tell how long it was on "
                + report.day().orElseThrow(),
            "Take the length out, or the days."));
  }

  private String named(Touch touch) {
    return touch.commit().substring(0, ABBREVIATED)
        + " of "
        + touch.time().atZone(rulebook.project().calendar().zone()).toLocalDate();
  }

  /** On the checked-out commit. */
  private Seen seen(FileEntry file) {
    return seen("", question(file, Optional.empty()));
  }

  private Seen seen(String where, FilesQuestion question) {
    return new Seen(where, git.then(found -> found.counts().of(question)));
  }

  private static ClaimCheck check(String subject, FileEntry file, Length of, List<Seen> places) {
    int claimed = of.claimed.apply(file).orElseThrow();
    Agreement agreement = Agreement.CONTRADICTS;
    Optional<String> observed = Optional.empty();
    List<Proof> proof = List.of();
    for (Seen place : places) {
      Observation<Long> length = place.files().then(of.observed);
      if (length.optional().filter(found -> found == claimed).isPresent()) {
        agreement = Agreement.AGREES;
        observed = Optional.of(file.path() + " has " + of.count(claimed) + place.where());
        proof = proof(place);
        break;
      }
      if (length instanceof Observation.Unknown<Long> unknown) {
        agreement = Agreement.UNKNOWN;
        observed = Optional.of(unknown.reason());
        proof = List.of();
      } else if (observed.isEmpty()) {
        observed =
            Optional.of(
                differs(file, of, claimed, length.optional().orElseThrow()) + place.where());
        proof = proof(place);
      }
    }
    return new ClaimCheck(
        subject,
        file.path() + " has " + of.count(claimed),
        file.origin().of(of.key()),
        observed.orElseThrow(),
        agreement,
        proof,
        "Correct the number, or the file.");
  }

  private static String differs(FileEntry file, Length of, int claimed, long found) {
    return file.path()
        + " is claimed at "
        + of.count(claimed)
        + " and has "
        + String.format(Locale.ROOT, "%,d", found);
  }

  private static List<Proof> proof(Seen place) {
    return place.files().optional().stream()
        .flatMap(found -> PathAnswers.proof(found.first(), found.commit()).stream())
        .toList();
  }
}
