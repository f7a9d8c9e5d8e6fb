package dev.coord.evidence.ssh;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.CommitSignature;
import dev.coord.evidence.Observation;
import dev.coord.evidence.SignedCommit;
import dev.coord.testing.SshTestKey;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures made by ssh-keygen, and made to deceive. */
class SignatureCheckTest {

  private static final Instant TIME = Instant.parse("2026-01-05T10:00:00Z");
  private static final byte[] TEXT = "tree 1\n\nApprove\n".getBytes(US_ASCII);
  private static final SshTestKey ANA = new SshTestKey();

  @ParameterizedTest
  @ValueSource(strings = {"ed25519", "rsa-2048", "rsa-4096", "ecdsa-256", "ecdsa-384", "ecdsa-521"})
  void what_ssh_keygen_signed_is_signed_by_whom_it_says(String key) throws IOException {
    assertThat(known(ssh(key, resource("payload"))).principals())
        .containsExactly(key + "@example.org");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ed25519", "rsa-2048", "rsa-4096", "ecdsa-256", "ecdsa-384", "ecdsa-521"})
  void another_text_is_not_signed(String key) throws IOException {
    byte[] text = resource("payload");
    text[text.length - 2] ^= 1;

    assertThat(known(ssh(key, text)).seen()).endsWith(" did not make of it");
    assertThat(known(ssh(key, text)).isGood()).isFalse();
  }

  @Test
  void a_key_that_is_too_short_proves_nothing() throws IOException {
    assertThat(known(ssh("rsa-1024", resource("payload"))).seen())
        .isEqualTo("bears a signature that is by an RSA key of 1024 bits");
  }

  @Test
  void a_commit_without_a_signature_is_not_signed() {
    assertThat(known(check("", ana())).seen()).isEqualTo("is not signed");
  }

  @Test
  void a_signature_of_the_jdk_is_one() {
    CommitSignature signature = known(check(ANA.sign(TEXT), ana()));

    assertThat(signature.principals()).containsExactly("ana@example.org");
    assertThat(signature.seen())
        .matches("is signed with the key SHA256:[A-Za-z0-9+/]{43} of keys:1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-----BEGIN PGP SIGNATURE-----     | with OpenPGP",
        "-----BEGIN SIGNED MESSAGE-----    | with X.509",
      })
  void other_kinds_of_signatures_are_unknown(String armour, String how) {
    Observation<CommitSignature> seen = check(armour + "\nabc\n", ana());

    assertThat(seen)
        .isEqualTo(
            Observation.unknown(
                "0123456 is signed " + how + ", which is not verified",
                "Sign with an SSH key of a usual kind (git config gpg.format ssh)."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sk-ssh-ed25519@openssh.com",
        "sk-ecdsa-sha2-nistp256@openssh.com",
        "ssh-ed25519-cert-v01@openssh.com",
        "ssh-dss",
        "ssh-\u0007new"
      })
  void other_kinds_of_keys_are_unknown_also_where_the_file_names_them(String type) {
    byte[] key = SshTestKey.strings(type.getBytes(ISO_8859_1), new byte[32]);
    String line = "ana@example.org " + type + " " + Base64.getEncoder().encodeToString(key);

    Observation<CommitSignature> seen =
        check(sshsig(key, "git", "sha512", new byte[0]), type.contains("new") ? ana() : line);

    assertThat(seen.isKnown()).isFalse();
    assertThat(seen.toString()).contains("by SSH with " + type.replace('\u0007', '?'));
  }

  @Test
  void a_signature_for_something_else_than_git_is_none() {
    assertThat(known(check(ANA.sign(TEXT, "file"), ana())).seen())
        .isEqualTo("bears a signature that was made for something else than git");
  }

  @Test
  void a_namespace_cannot_be_exchanged_afterwards() {
    byte[] signature = ANA.signature(TEXT, "tig");
    int at = new String(signature, ISO_8859_1).indexOf("tig");
    System.arraycopy("git".getBytes(US_ASCII), 0, signature, at, 3);

    assertThat(known(check(SshTestKey.armoured(signature), ana())).isGood()).isFalse();
  }

  @Test
  void the_key_of_a_stranger_is_nobodys() {
    assertThat(known(check(new SshTestKey().sign(TEXT), ana())).seen())
        .endsWith(", which keys does not name");
  }

  @Test
  void a_strangers_signature_under_a_known_key_is_none() {
    byte[] signature = new SshTestKey().signature(TEXT, "git");
    byte[] theirs = Arrays.copyOfRange(signature, 0, signature.length);
    System.arraycopy(ANA.blob(), 0, theirs, 14, ANA.blob().length);

    assertThat(known(check(SshTestKey.armoured(theirs), ana())).seen())
        .endsWith(" did not make of it");
  }

  @Test
  void every_cut_of_a_signature_proves_nothing() {
    byte[] signature = ANA.signature(TEXT, "git");
    for (int length = 0; length < signature.length; length++) {
      byte[] cut = Arrays.copyOf(signature, length);

      assertThat(known(check(SshTestKey.armoured(cut), ana())).isGood()).isFalse();
    }
  }

  @Test
  void no_changed_bit_of_a_signature_is_overlooked() {
    byte[] signature = ANA.signature(TEXT, "git");
    for (int bit = 0; bit < signature.length * Byte.SIZE; bit++) {
      byte[] changed = signature.clone();
      changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);

      assertThat(check(SshTestKey.armoured(changed), ana()).optional())
          .matches(seen -> seen.isEmpty() || !seen.get().isGood());
    }
  }

  @Test
  void noise_is_no_signature_and_no_exception() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      byte[] magic = i % 2 == 0 ? noise : SshTestKey.strings(noise);
      byte[] begun = ("SSHSIG\0\0\0\1" + new String(magic, ISO_8859_1)).getBytes(ISO_8859_1);

      assertThat(check(SshTestKey.armoured(begun), ana()).optional())
          .matches(seen -> seen.isEmpty() || !seen.get().isGood());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AAAA*                  | is not Base64",
        "U1NIU0lHAAAAAQ=        | is not Base64",
        "U1NIU0lH               | is cut off",
        "U1NIU0lHAAAAAf////8=   | is cut off",
        "U1NIU0lXAAAAAQ==       | is none of SSH",
      })
  void what_is_no_signature_says_why(String base64, String why) {
    String armoured =
        "-----BEGIN SSH SIGNATURE-----\n" + base64 + "\n-----END SSH SIGNATURE-----\n";

    assertThat(known(check(armoured, ana())).seen()).isEqualTo("bears a signature that " + why);
  }

  @Test
  void a_signature_without_its_end_or_of_any_length_is_none() {
    String begin = "-----BEGIN SSH SIGNATURE-----";

    assertThat(known(check(begin, ana())).seen()).endsWith("does not begin or end as one");
    assertThat(known(check("signature", ana())).seen()).endsWith("does not begin or end as one");
    assertThat(known(check(begin + "A".repeat(1 << 20), ana())).seen())
        .endsWith("is longer than 16384 characters");
  }

  @Test
  void two_signatures_are_none() {
    String one = ANA.sign(TEXT);

    assertThat(known(check(one + one, ana())).isGood()).isFalse();
  }

  @Test
  void a_later_version_is_unknown() {
    byte[] signature = ANA.signature(TEXT, "git");
    signature[9] = 2;

    assertThat(check(SshTestKey.armoured(signature), ana()).toString())
        .contains("by SSH with version 2");
  }

  @Test
  void zero_is_no_signature_of_everything() {
    byte[] generator =
        new BigInteger(
                "046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
                    + "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5",
                16)
            .toByteArray();
    byte[] type = "ecdsa-sha2-nistp256".getBytes(US_ASCII);
    byte[] key = SshTestKey.strings(type, "nistp256".getBytes(US_ASCII), generator);
    byte[] zeros = SshTestKey.strings(new byte[0], new byte[0]);
    String line = "ana@example.org ecdsa-sha2-nistp256 " + Base64.getEncoder().encodeToString(key);

    assertThat(
            known(check(sshsig(key, "git", "sha512", SshTestKey.strings(type, zeros)), line))
                .seen())
        .isEqualTo("bears a signature that holds a number that is 0");
  }

  @Test
  void a_point_beside_the_curve_is_no_key() {
    byte[] type = "ecdsa-sha2-nistp256".getBytes(US_ASCII);
    byte[] point = new byte[65];
    Arrays.fill(point, (byte) 4);
    byte[] key = SshTestKey.strings(type, "nistp256".getBytes(US_ASCII), point);
    byte[] ones = SshTestKey.strings(new byte[] {1}, new byte[] {1});
    String line = "ana@example.org ecdsa-sha2-nistp256 " + Base64.getEncoder().encodeToString(key);

    assertThat(
            known(check(sshsig(key, "git", "sha512", SshTestKey.strings(type, ones)), line)).seen())
        .endsWith("holds a key that is no point of its curve");
  }

  @Test
  void a_digest_that_is_broken_does_not_count() {
    byte[] made = SshTestKey.strings("ssh-ed25519".getBytes(US_ASCII), new byte[64]);

    assertThat(known(check(sshsig(ANA.blob(), "git", "sha1", made), ana())).seen())
        .endsWith("names no digest that counts");
  }

  @Test
  void a_signature_by_sha_1_does_not_count() throws IOException {
    String file = new String(resource("allowed_signers"), UTF_8);
    String rsa = file.lines().filter(l -> l.startsWith("rsa-2048")).findFirst().orElseThrow();
    byte[] key = Base64.getDecoder().decode(rsa.split(" ")[2]);
    byte[] made = SshTestKey.strings("ssh-rsa".getBytes(US_ASCII), new byte[256]);

    assertThat(known(check(sshsig(key, "git", "sha512", made), rsa)).seen())
        .endsWith("rests on SHA-1");
  }

  private static String sshsig(byte[] key, String namespace, String digest, byte[] made) {
    byte[] strings =
        SshTestKey.strings(
            key, namespace.getBytes(US_ASCII), new byte[0], digest.getBytes(US_ASCII), made);
    return SshTestKey.armoured(
        ("SSHSIG\0\0\0\1" + new String(strings, ISO_8859_1)).getBytes(ISO_8859_1));
  }

  private static String ana() {
    return "ana@example.org " + ANA.line();
  }

  private static Observation<CommitSignature> ssh(String key, byte[] text) throws IOException {
    return check(
        text,
        new String(resource(key + ".sig"), US_ASCII),
        new String(resource("allowed_signers"), UTF_8));
  }

  private static Observation<CommitSignature> check(String armoured, String signers) {
    return check(TEXT, armoured, signers);
  }

  private static Observation<CommitSignature> check(byte[] text, String armoured, String signers) {
    AllowedSigners allowed =
        AllowedSigners.parse("keys", signers, ZoneOffset.UTC).optional().orElseThrow();
    return new SignatureCheck(allowed)
        .of(new SignedCommit("0123456789".repeat(4), TIME, text, armoured));
  }

  private static CommitSignature known(Observation<CommitSignature> seen) {
    return seen.optional().orElseThrow(() -> new AssertionError(seen.toString()));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = SignatureCheckTest.class.getResourceAsStream("/dev/coord/ssh/" + name)) {
      return in.readAllBytes();
    }
  }
}
