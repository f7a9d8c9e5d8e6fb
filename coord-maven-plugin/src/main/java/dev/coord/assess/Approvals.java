package dev.coord.assess;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.CommitSignature;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.ApprovedRule;
import dev.coord.plan.Plan;
import dev.coord.rule.Facts.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether somebody approved: by the commit that wrote the line of the plan, or by a trailer.
 * Both can be written by anybody under any name, so both are attested; where the commit must be
 * signed by that person, too, it is observed.
 */
final class Approvals {

  private final Plan plan;
  private final Plan rulebook;
  private final Evidence evidence;
  private final Map<Location, Observation<Commit>> authors;
  private final Map<String, Observation<CommitSignature>> signatures;

  /**
   * Approvals of a plan.
   *
   * @param authors the commits that last changed the lines that say so, by their places
   * @param signatures what the signatures of commits prove, by the commits' ids
   */
  Approvals(
      Plan plan,
      Plan rulebook,
      Evidence evidence,
      Map<Location, Observation<Commit>> authors,
      Map<String, Observation<CommitSignature>> signatures) {
    this.plan = plan;
    this.rulebook = rulebook;
    this.evidence = evidence;
    this.authors = Map.copyOf(authors);
    this.signatures = Map.copyOf(signatures);
  }

  Observation<Answer> answer(ApprovedRule rule) {
    String people = String.join(" or ", rule.by());
    if (!rule.ofBranch() && rule.says().isEmpty()) {
      return Observation.unknown(
          people + " has not said so yet",
          "Let "
              + people
              + " write and commit what is approved, by its name, under says ("
              + rule.origin().self().withCommit()
              + ").");
    }
    for (String person : rule.by()) {
      if (emails(person).isEmpty()) {
        return Observation.unknown(
            "the plan knows no e-mail address of " + person, "Add one under people.");
      }
    }
    return rule.ofBranch() ? branch(rule, people) : line(rule, people);
  }

  private Set<String> emails(String person) {
    return Authors.emails(plan, rulebook, person);
  }

  private Observation<Answer> line(ApprovedRule rule, String people) {
    Location place = rule.origin().of("says");
    return authors
        .getOrDefault(
            place,
            evidence
                .git()
                .then(
                    git ->
                        Observation.unknown(
                            "git was not asked for " + place, "Run the build again.")))
        .then(
            commit -> {
              Optional<String> person =
                  rule.by().stream().filter(id -> isOf(commit, id)).findFirst();
              Answer answer =
                  new Answer(
                      person.isPresent(),
                      "the line \""
                          + rule.says()
                          + "\" was last changed by "
                          + commit.author()
                          + " ("
                          + place.withCommit()
                          + ")",
                      "Let "
                          + people
                          + " write and commit the line, with the name of what is approved.",
                      List.of(proof(commit, commit.subject())));
              return person
                  .map(id -> signed(rule, commit, id, answer))
                  .orElseGet(() -> Observation.known(answer));
            });
  }

  /** An approval that must be signed is one when the key of that very person signed it. */
  private Observation<Answer> signed(
      ApprovedRule rule, Commit commit, String person, Answer approval) {
    if (!rule.signature() || !approval.holds()) {
      return Observation.known(approval);
    }
    return signatures
        .getOrDefault(
            commit.id(),
            Observation.unknown(
                "nobody looked for the signature of " + commit.abbreviated(),
                "Run the build again."))
        .map(
            signature -> {
              boolean holds = !Collections.disjoint(signature.principals(), emails(person));
              String how =
                  signature.isGood() && !holds
                      ? "is signed with a key that is not of " + person
                      : signature.seen();
              return new Answer(
                  holds,
                  approval.seen() + ", and " + commit.abbreviated() + " " + how,
                  "Let " + person + " sign the commit with a key that counts: git commit -S.",
                  holds ? List.of(Proof.commit(commit.subject(), commit.id())) : approval.proof());
            });
  }

  private boolean isOf(Commit commit, String person) {
    return emails(person).contains(commit.email());
  }

  private Observation<Answer> branch(ApprovedRule rule, String people) {
    Optional<String> name = RuleQuestions.branch(plan, rulebook, rule);
    if (name.isEmpty()) {
      return Observation.unknown(
          "workstream " + rule.workstream().orElse("") + " names no branch",
          "Give it a branch: in the plan.");
    }
    return evidence
        .git()
        .then(
            git ->
                Optional.ofNullable(git.branches().get(name.get()))
                    .map(Observation::known)
                    .orElseGet(
                        () ->
                            Observation.unknown(
                                "git was not asked for " + name.get(), "Run the build again.")))
        .then(found -> found.delta().then(delta -> approved(rule, people, found, delta)));
  }

  /** The first that holds; else what is wrong with the first of them. */
  private Observation<Answer> approved(
      ApprovedRule rule, String people, BranchEvidence branch, BranchDelta delta) {
    Optional<Commit> merge = branch.merge().optional().flatMap(MergeState::merge);
    List<Commit> carriers = new ArrayList<>(branch.tip().stream().toList());
    merge.ifPresent(carriers::add);
    List<Observation<Answer>> found = new ArrayList<>();
    for (Commit carrier : carriers) {
      for (String person : rule.by()) {
        if (carrier.trailers(rule.trailer()).stream().anyMatch(value -> names(value, person))) {
          String what = carrier.abbreviated() + " carries " + rule.trailer() + ": " + person;
          boolean itsOwn = isWorkOf(person, delta, merge);
          found.add(
              signed(
                  rule,
                  carrier,
                  person,
                  new Answer(
                      !itsOwn,
                      itsOwn ? what + ", who wrote commits of " + branch.name() : what,
                      "Let somebody approve who wrote none of the commits.",
                      List.of(proof(carrier, carrier.subject())))));
        }
      }
    }
    if (!found.isEmpty()) {
      return found.stream()
          .filter(answer -> answer.optional().filter(Answer::holds).isPresent())
          .findFirst()
          .orElse(found.get(0));
    }
    String last = carriers.stream().findFirst().map(c -> " (" + c.abbreviated() + ")").orElse("");
    return Observation.known(
        new Answer(
            false,
            "the last commit of "
                + branch.name()
                + last
                + (merge.isPresent() ? " and its merge have" : " has")
                + " no trailer "
                + rule.trailer()
                + " of "
                + people,
            "Let "
                + people
                + " add one to the last commit: git commit "
                + (rule.signature() ? "-S " : "")
                + "--allow-empty -m Approve --trailer \""
                + rule.trailer()
                + ": "
                + rule.by().get(0)
                + "\".",
            carriers.stream().limit(1).map(c -> proof(c, c.subject())).toList()));
  }

  /**
   * Whether a person wrote, or helped to write, a commit that changes something; an approval alone
   * changes nothing.
   */
  private boolean isWorkOf(String person, BranchDelta delta, Optional<Commit> merge) {
    return delta.commits().stream()
        .filter(commit -> !commit.paths().isEmpty())
        .filter(commit -> merge.filter(m -> m.id().equals(commit.id())).isEmpty())
        .anyMatch(commit -> isOf(commit, person) || isCoauthor(commit, person));
  }

  private boolean isCoauthor(Commit commit, String person) {
    return Contributors.coauthors(commit).stream()
        .anyMatch(one -> emails(person).contains(one.email()));
  }

  /** Whether a trailer's value is a person's id or address, with or without a name. */
  private boolean names(String value, String person) {
    int open = value.lastIndexOf('<');
    String address =
        open >= 0 && value.endsWith(">") ? value.substring(open + 1, value.length() - 1) : value;
    return value.equals(person) || emails(person).contains(address.toLowerCase(Locale.ROOT));
  }

  private static Proof proof(Commit commit, String text) {
    return new Proof(
        Proof.Kind.COMMIT,
        Proof.Strength.ATTESTED,
        text,
        Optional.empty(),
        Optional.of(commit.id()));
  }
}
