package dev.coord.evidence.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.Observation;
import dev.coord.testing.SshTestKey;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose keys a file of allowed signers says are whose. */
class AllowedSignersTest {

  private static final SshTestKey KEY = new SshTestKey();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ana@example.org KEY",
        "  ana@example.org\tKEY ana's laptop",
        "Ana@Example.org KEY",
        "\"ana@example.org\" KEY",
        "ben@example.org,ana@example.org KEY",
        "ana@example.org namespaces=\"git\" KEY",
        "ana@example.org NAMESPACES=\"file,git\" KEY",
        "ana@example.org namespaces=\"*\" KEY",
        "ana@example.org valid-after=\"20260105\" KEY",
        "ana@example.org valid-after=\"202601050959\",valid-before=\"20260105120000Z\" KEY",
        "ana@example.org valid-before=\"20260105100000Z\" KEY",
        "# a comment\n\nben@example.org KEY\nana@example.org KEY",
        "ana@example.org valid-before=\"20250101\" KEY\nana@example.org KEY",
      })
  void a_line_gives_a_key_to_a_principal(String file) {
    assertThat(owners(file).principals()).contains("ana@example.org");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ana@example.org cert-authority KEY                 | which keys:1 names as an authority, whose certificates are not read",
        "ana@example.org namespaces=\"file\" KEY            | which keys:1 allows for something else than git",
        "ana@example.org namespaces=\"*,!g*\" KEY           | which keys:1 allows for something else than git",
        "ana@example.org namespaces=\"g*\" KEY              | which keys:1 allows for something else than git",
        "ana@example.org valid-after=\"20260105100001Z\" KEY | which keys:1 allows only from 2026-01-05T10:00:01Z on",
        "ana@example.org valid-before=\"20260105\" KEY      | which keys:1 allowed only until 2026-01-04T23:00:00Z",
        "ana@example.org valid-before=\"20260105Z\" KEY     | which keys:1 allowed only until 2026-01-05T00:00:00Z",
        "*@example.org KEY                                  | which keys:1 gives to nobody by name",
        "*@example.org,!ana@example.org KEY                 | which keys:1 gives to nobody by name",
        "# ana@example.org KEY                              | which keys does not name",
      })
  void a_line_that_does_not_says_why(String file, String why) {
    AllowedSigners.Owners owners = owners(file);

    assertThat(owners.principals()).isEmpty();
    assertThat(owners.problem()).isEqualTo(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ana@example.org                                | names no public key",
        "KEY                                            | names no public key",
        "ana@example.org ssh-ed25519                    | names no public key",
        "ana@example.org ssh-ed25519 A*                 | has a key that is not Base64",
        "ana@example.org ssh-ed25519 AAAA               | is cut off",
        "ana@example.org ssh-rsa KEYBASE                | has a key that is not ssh-rsa",
        "ana@example.org expires=\"x\" KEY              | has an option that is none: expires",
        "ana@example.org namespaces KEY                 | has an option that is none: namespaces",
        "ana@example.org cert-authority=\"yes\" KEY     | has an option that is none: cert-authority",
        "ana@example.org namespaces=\"a\",namespaces=\"git\" KEY | has an option twice: namespaces",
        "ana@example.org namespaces=git KEY             | has no quotes around the value of namespaces",
        "ana@example.org namespaces=\"git KEY           | has a quote that does not end",
        "ana@example.org valid-after=\"tomorrow\" KEY   | has no time YYYYMMDD[HHMM[SS]][Z] in valid-after",
        "ana@example.org valid-after=\"20260230\" KEY   | has a time that is none in valid-after",
        "ana@example.org valid-after=\"20260105\",valid-before=\"20260105\" KEY | is valid at no time",
      })
  void a_line_that_cannot_be_read_spoils_the_file(String line, String why) {
    assertThat(read("ben@example.org KEY\n" + line))
        .isEqualTo(
            Observation.unknown(
                "keys:2 " + why,
                "Write principals, options and a public key, as ssh-keygen's ALLOWED SIGNERS"
                    + " says."));
  }

  @Test
  void a_line_of_any_length_is_read_at_once() {
    String hostile = "\"a".repeat(8_001) + "," + "*,".repeat(8_000);

    assertThat(read(hostile + " KEY").isKnown()).isFalse();
    assertThat(read("a".repeat(40_000) + " KEY").toString())
        .contains("keys:1 is longer than 32768 characters");
  }

  private static Observation<AllowedSigners> read(String file) {
    String key = KEY.line();
    return AllowedSigners.parse(
        "keys",
        file.replace("KEYBASE", key.substring(key.indexOf(' ') + 1)).replace("KEY", key),
        ZoneId.of("Europe/Berlin"));
  }

  private static AllowedSigners.Owners owners(String file) {
    return read(file)
        .optional()
        .orElseThrow()
        .owners(KEY.blob(), "git", Instant.parse("2026-01-05T10:00:00Z"));
  }
}
