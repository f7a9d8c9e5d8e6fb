package dev.coord.evidence.ssh;

import dev.coord.evidence.CommitSignature;
import dev.coord.evidence.Observation;
import dev.coord.evidence.SignedCommit;
import java.util.Objects;

/**
 * Tells who signed a commit, as {@code git verify-commit} does with {@code gpg.format=ssh}: the
 * signature fits, and the allowed signers' file names whose key made it.
 */
public final class SignatureCheck {

  private static final String NAMESPACE = "git";
  private static final int ABBREVIATED = 7;

  private final AllowedSigners signers;

  /** A check against whose keys count. */
  public SignatureCheck(AllowedSigners signers) {
    this.signers = Objects.requireNonNull(signers, "signers");
  }

  /** Who signed a commit; unknown where its signature is of a kind that is not verified. */
  public Observation<CommitSignature> of(SignedCommit commit) {
    String armoured = commit.signature();
    if (armoured.isBlank()) {
      return none("is not signed");
    }
    if (armoured.startsWith("-----BEGIN PGP")) {
      return unverified(commit, "with OpenPGP");
    }
    if (armoured.startsWith("-----BEGIN SIGNED MESSAGE-----")) {
      return unverified(commit, "with X.509");
    }
    try {
      return check(commit, SshSignature.parse(armoured));
    } catch (SshException e) {
      return e.isUnsupported()
          ? unverified(commit, "by SSH with " + e.getMessage())
          : none("bears a signature that " + e.getMessage());
    }
  }

  private Observation<CommitSignature> check(SignedCommit commit, SshSignature signature)
      throws SshException {
    if (!signature.namespace().equals(NAMESPACE)) {
      return none("bears a signature that was made for something else than git");
    }
    String key = "the key " + SshKey.fingerprint(signature.key());
    AllowedSigners.Owners owners = signers.owners(signature.key(), NAMESPACE, commit.time());
    if (!owners.problem().isEmpty()) {
      SshKey.parse(signature.key());
      return none("is signed with " + key + ", " + owners.problem());
    }
    return signature.fits(commit.payload())
        ? Observation.known(
            new CommitSignature(
                owners.principals(), "is signed with " + key + " of " + owners.at()))
        : none("bears a signature that " + key + " did not make of it");
  }

  private static Observation<CommitSignature> none(String seen) {
    return Observation.known(CommitSignature.none(seen));
  }

  private static Observation<CommitSignature> unverified(SignedCommit commit, String how) {
    return Observation.unknown(
        commit.id().substring(0, ABBREVIATED) + " is signed " + how + ", which is not verified",
        "Sign with an SSH key of a usual kind (git config gpg.format ssh).");
  }
}
