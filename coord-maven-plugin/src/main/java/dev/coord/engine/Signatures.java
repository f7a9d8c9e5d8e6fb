package dev.coord.engine;

import dev.coord.assess.Judged;
import dev.coord.assess.Questions;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.CommitSignature;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.evidence.git.GitRepository;
import dev.coord.evidence.ssh.AllowedSigners;
import dev.coord.evidence.ssh.SignatureCheck;
import dev.coord.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells who signed the commits that approve. Whose key is whose is told by the base alone: the
 * judged branch would otherwise bring along its own approver.
 */
final class Signatures {

  /** More than a file with a key for each of a thousand people. */
  private static final int MOST_BYTES = 1 << 20;

  private final GitRepository git;
  private final Observation<SignatureCheck> check;

  private Signatures(GitRepository git, Court court) {
    this.git = git;
    this.check = signers(court).map(SignatureCheck::new);
  }

  /**
   * What the signatures prove, by the ids of the commits; nothing where no rule asks for any.
   *
   * @param lineAuthors the commits that last changed lines that rules ask about
   */
  static Map<String, Observation<CommitSignature>> of(
      Opened opened,
      Court court,
      Plan plan,
      Observation<GitEvidence> evidence,
      Map<Location, Observation<Commit>> lineAuthors) {
    Map<String, Observation<CommitSignature>> found = new LinkedHashMap<>();
    Optional<GitRepository> git = opened.repository();
    Plan rulebook = court.rulebook().plan();
    if (git.isEmpty() || !Questions.asksForSignatures(plan, rulebook)) {
      return found;
    }
    Set<String> commits = new TreeSet<>();
    lineAuthors.values().forEach(author -> author.optional().ifPresent(c -> commits.add(c.id())));
    for (String name : Questions.signedBranches(plan, rulebook)) {
      evidence.optional().map(e -> e.branches().get(name)).ifPresent(b -> carriers(b, commits));
    }
    Signatures signatures = new Signatures(git.get(), court);
    commits.forEach(commit -> found.put(commit, signatures.of(commit)));
    return found;
  }

  private static void carriers(BranchEvidence branch, Set<String> commits) {
    branch.tip().map(Commit::id).ifPresent(commits::add);
    branch.merge().optional().flatMap(MergeState::merge).map(Commit::id).ifPresent(commits::add);
  }

  private Observation<CommitSignature> of(String commit) {
    return check.then(who -> git.signed(commit).then(who::of));
  }

  private Observation<AllowedSigners> signers(Court court) {
    Plan rulebook = court.rulebook().plan();
    String base = base(court);
    Optional<String> file = rulebook.boundaries().allowedSigners();
    if (file.isEmpty()) {
      return Observation.unknown(
          "the plan of " + base + " does not say whose keys are whose",
          "Name a file there under boundaries.allowed_signers.");
    }
    Optional<String> commit =
        court
            .rulebook()
            .commit()
            .or(() -> isTarget(court) ? Optional.of(git.head().id()) : Branches.tip(git, base));
    return commit
        .map(id -> git.file(id, file.get(), MOST_BYTES + 1))
        .orElseGet(() -> Observation.known(Optional.empty()))
        .then(content -> parsed(content, file.get(), base, rulebook));
  }

  private static boolean isTarget(Court court) {
    return court.judged().judged().kind() == Judged.Kind.INTEGRATION;
  }

  /** Where the file is read: what the branch is judged by. */
  private static String base(Court court) {
    Rulebook rulebook = court.rulebook();
    return rulebook.commit().isPresent()
        ? rulebook.base()
        : isTarget(court)
            ? court.judged().judged().subject()
            : rulebook.plan().project().integrationBranch();
  }

  private static Observation<AllowedSigners> parsed(
      Optional<byte[]> content, String file, String base, Plan rulebook) {
    if (content.isEmpty() || content.get().length > MOST_BYTES) {
      return Observation.unknown(
          base + " has no file " + file + (content.isEmpty() ? "" : " of less than 1 MiB"),
          "Merge one first: it says whose keys are whose.");
    }
    return AllowedSigners.parse(
        file,
        new String(content.get(), StandardCharsets.UTF_8),
        rulebook.project().calendar().zone());
  }
}
