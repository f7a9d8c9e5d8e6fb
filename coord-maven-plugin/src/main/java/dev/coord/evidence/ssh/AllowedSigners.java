package dev.coord.evidence.ssh;

import dev.coord.evidence.Observation;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whose keys are whose: a file as {@code gpg.ssh.allowedSignersFile} names it (ssh-keygen, section
 * ALLOWED SIGNERS).
 */
public final class AllowedSigners {

  /**
   * Who may sign with a key.
   *
   * @param principals lower-case addresses; none when there is a problem
   * @param at the line that says so
   * @param problem why nobody may, a clause; empty when somebody may
   */
  record Owners(SortedSet<String> principals, String at, String problem) {}

  private final String file;
  private final List<SignerLine> lines;

  private AllowedSigners(String file, List<SignerLine> lines) {
    this.file = file;
    this.lines = List.copyOf(lines);
  }

  /**
   * Reads a file. As for ssh-keygen, a line that cannot be read spoils all of it.
   *
   * @param file its name in messages
   * @param zone zone of times that name none
   */
  public static Observation<AllowedSigners> parse(String file, String text, ZoneId zone) {
    Objects.requireNonNull(file, "file");
    List<SignerLine> lines = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      String content = line.strip();
      if (content.isEmpty() || content.startsWith("#")) {
        continue;
      }
      try {
        lines.add(SignerLine.parse(number, content, zone));
      } catch (SshException e) {
        return Observation.unknown(
            file + ":" + number + " " + e.getMessage(),
            "Write principals, options and a public key, as ssh-keygen's ALLOWED SIGNERS says.");
      }
    }
    return Observation.known(new AllowedSigners(file, lines));
  }

  /**
   * Who may sign with a key, for a purpose, at a time.
   *
   * @param key the public key as SSH writes it
   */
  Owners owners(byte[] key, String namespace, Instant time) {
    SortedSet<String> principals = new TreeSet<>();
    String at = "";
    String problem = "";
    for (SignerLine line : lines) {
      if (!Arrays.equals(line.key(), key)) {
        continue;
      }
      String place = file + ":" + line.number();
      String refused = line.refuses(namespace, time);
      if (refused.isEmpty()) {
        principals.addAll(line.principals());
        at = at.isEmpty() ? place : at;
      } else if (problem.isEmpty()) {
        problem = "which " + place + " " + refused;
      }
    }
    if (!principals.isEmpty()) {
      return new Owners(principals, at, "");
    }
    return new Owners(
        principals, "", problem.isEmpty() ? "which " + file + " does not name" : problem);
  }
}
