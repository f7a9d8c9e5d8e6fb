package dev.coord.evidence.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.CommitSignature;
import dev.coord.evidence.SignedCommit;
import dev.coord.evidence.ssh.AllowedSigners;
import dev.coord.evidence.ssh.SignatureCheck;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a commit is signed: by git itself, and with headers that are to be left out or kept. */
class SignedCommitsTest {

  @TempDir Path directory;

  private TestRepository repository;

  @BeforeEach
  void begin() {
    repository = TestRepository.init(directory);
    repository.git("commit", "-q", "--allow-empty", "-m", "Begin");
  }

  @Test
  void what_git_signed_is_what_is_verified() throws IOException {
    SignedCommit commit = written(resource("commit"));

    assertThat(commit.payload()).isEqualTo(resource("payload"));
    assertThat(commit.time()).isEqualTo(Instant.parse("2026-01-05T10:00:00Z"));
    AllowedSigners signers =
        AllowedSigners.parse("keys", new String(resource("allowed_signers"), UTF_8), ZoneOffset.UTC)
            .optional()
            .orElseThrow();
    CommitSignature signature = new SignatureCheck(signers).of(commit).optional().orElseThrow();
    assertThat(signature.principals()).containsExactly("ed25519@example.org");
  }

  @Test
  void the_signature_by_the_other_name_is_left_out_and_that_of_a_merged_tag_is_not()
      throws IOException {
    String text = new String(resource("commit"), UTF_8);
    String tag = "mergetag object 1\n type commit\n gpgsig inner\n -----BEGIN\n";
    String both =
        text.replace("gpgsig ", tag + "gpgsig ")
            .replaceFirst("\n\n", "\ngpgsig-sha256 -----BEGIN\n other\n\n");

    SignedCommit commit = written(both.getBytes(UTF_8));

    assertThat(new String(commit.payload(), UTF_8))
        .isEqualTo(new String(resource("payload"), UTF_8).replaceFirst("\n\n", "\n" + tag + "\n"));
    assertThat(commit.signature()).isEqualTo(written(resource("commit")).signature());
  }

  @Test
  void a_commit_without_a_signature_is_all_payload() throws IOException {
    SignedCommit commit = written(resource("payload"));

    assertThat(commit.signature()).isEmpty();
    assertThat(commit.payload()).isEqualTo(resource("payload"));
  }

  @Test
  void what_looks_like_a_signature_in_the_message_is_the_message() throws IOException {
    String text = new String(resource("payload"), UTF_8) + "\ngpgsig -----BEGIN\n x\n";

    SignedCommit commit = written(text.getBytes(UTF_8));

    assertThat(commit.signature()).isEmpty();
    assertThat(new String(commit.payload(), UTF_8)).isEqualTo(text);
  }

  @Test
  void a_commit_of_more_than_a_mebibyte_is_unknown() throws IOException {
    String text = new String(resource("commit"), UTF_8) + "x".repeat(1 << 20);
    String id = id(text.getBytes(UTF_8));

    try (GitRepository git = repository.open()) {
      assertThat(git.signed(id).toString()).contains("has more than 1048576 bytes");
    }
  }

  private SignedCommit written(byte[] commit) {
    String id = id(commit);
    try (GitRepository git = repository.open()) {
      return git.signed(id).optional().orElseThrow();
    }
  }

  private String id(byte[] commit) {
    return repository
        .gitWithInput(commit, "hash-object", "-t", "commit", "-w", "--literally", "--stdin")
        .strip();
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = SignedCommitsTest.class.getResourceAsStream("/dev/coord/ssh/" + name)) {
      return in.readAllBytes();
    }
  }
}
