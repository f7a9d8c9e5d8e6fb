package dev.coord.evidence.ssh;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a file of allowed signers: {@code PRINCIPALS [OPTIONS] TYPE KEY [COMMENT]}.
 *
 * @param number counted from 1
 * @param principals lower-case addresses; those with a wildcard or a negation name nobody
 * @param authority whether the key is that of an authority, whose certificates are not read
 * @param namespaces what it may sign; empty for all
 * @param after from when on it counts
 * @param before until when it counts, itself included
 * @param key the public key as SSH writes it
 */
record SignerLine(
    int number,
    List<String> principals,
    boolean authority,
    List<String> namespaces,
    Optional<Instant> after,
    Optional<Instant> before,
    byte[] key) {

  private static final int LONGEST = 32 * 1024;
  private static final Pattern TYPE =
      Pattern.compile("(?:sk-)?(?:ssh|ecdsa)-[a-z0-9-]+(?:@openssh\\.com)?");
  private static final Set<String> VALUED = Set.of("namespaces", "valid-after", "valid-before");
  private static final Pattern TIME = Pattern.compile("([0-9]{8}(?:[0-9]{4}(?:[0-9]{2})?)?)(Z?)");
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  static SignerLine parse(int number, String line, ZoneId zone) throws SshException {
    if (line.length() > LONGEST) {
      throw SshException.broken("is longer than " + LONGEST + " characters");
    }
    List<String> words = split(line, " \t\r");
    int type = words.size() > 1 && TYPE.matcher(words.get(1)).matches() ? 1 : 2;
    if (words.size() < type + 2 || !TYPE.matcher(words.get(type)).matches()) {
      throw SshException.broken("names no public key");
    }
    Map<String, String> options = type == 1 ? Map.of() : options(words.get(1));
    Optional<Instant> after = time(options, "valid-after", zone);
    Optional<Instant> before = time(options, "valid-before", zone);
    if (after.isPresent() && before.isPresent() && !before.get().isAfter(after.get())) {
      throw SshException.broken("is valid at no time");
    }
    return new SignerLine(
        number,
        names(words.get(0)).stream().filter(name -> !isPattern(name)).toList(),
        options.containsKey("cert-authority"),
        options.containsKey("namespaces") ? names(options.get("namespaces")) : List.of(),
        after,
        before,
        key(words.get(type), words.get(type + 1)));
  }

  /** The parts between separators that stand outside of quotes; none is empty. */
  private static List<String> split(String text, String separators) throws SshException {
    List<String> parts = new ArrayList<>();
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i <= text.length(); i++) {
      boolean end = i == text.length();
      if (!end && text.charAt(i) == '"') {
        quoted = !quoted;
      } else if (end || !quoted && separators.indexOf(text.charAt(i)) >= 0) {
        if (i > start) {
          parts.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    if (quoted) {
      throw SshException.broken("has a quote that does not end");
    }
    return parts;
  }

  private static List<String> names(String list) {
    return List.of(list.replace("\"", "").toLowerCase(Locale.ROOT).split(",", -1)).stream()
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static boolean isPattern(String name) {
    return name.contains("*") || name.contains("?") || name.startsWith("!");
  }

  private static Map<String, String> options(String text) throws SshException {
    Map<String, String> options = new HashMap<>();
    for (String option : split(text, ",")) {
      int at = option.indexOf('=');
      String key = (at < 0 ? option : option.substring(0, at)).toLowerCase(Locale.ROOT);
      String value = at < 0 ? "" : option.substring(at + 1);
      if (at >= 0 != VALUED.contains(key) || at < 0 && !key.equals("cert-authority")) {
        throw SshException.broken("has an option that is none: " + Texts.printable(key));
      }
      if (at >= 0 && (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\""))) {
        throw SshException.broken("has no quotes around the value of " + key);
      }
      if (options.put(key, at < 0 ? "" : value.substring(1, value.length() - 1)) != null) {
        throw SshException.broken("has an option twice: " + Texts.printable(key));
      }
    }
    return options;
  }

  private static Optional<Instant> time(Map<String, String> options, String key, ZoneId zone)
      throws SshException {
    if (!options.containsKey(key)) {
      return Optional.empty();
    }
    Matcher matcher = TIME.matcher(options.get(key));
    if (!matcher.matches()) {
      throw SshException.broken("has no time YYYYMMDD[HHMM[SS]][Z] in " + key);
    }
    String digits = (matcher.group(1) + "000000").substring(0, 14);
    try {
      return Optional.of(
          LocalDateTime.parse(digits, FORMAT)
              .atZone(matcher.group(2).isEmpty() ? zone : ZoneOffset.UTC)
              .toInstant());
    } catch (DateTimeException e) {
      throw SshException.broken("has a time that is none in " + key);
    }
  }

  /** The key's bytes, which begin with its type; whether it can be used is asked when it is. */
  private static byte[] key(String type, String base64) throws SshException {
    try {
      byte[] key = Base64.getDecoder().decode(base64);
      if (new SshData(key).name().equals(type)) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      throw SshException.broken("has a key that is not Base64");
    }
    throw SshException.broken("has a key that is not " + Texts.printable(type));
  }

  /** Why its key says nothing, a clause about the line; empty when it does. */
  String refuses(String namespace, Instant time) {
    if (authority) {
      return "names as an authority, whose certificates are not read";
    }
    if (!namespaces.isEmpty() && !allows(namespace)) {
      return "allows for something else than " + namespace;
    }
    if (after.filter(time::isBefore).isPresent()) {
      return "allows only from " + after.get() + " on";
    }
    if (before.filter(time::isAfter).isPresent()) {
      return "allowed only until " + before.get();
    }
    return principals.isEmpty() ? "gives to nobody by name" : "";
  }

  /** Only what is plain allows: a pattern may mean less than it seems to. */
  private boolean allows(String namespace) {
    return namespaces.stream().noneMatch(name -> name.startsWith("!"))
        && (namespaces.contains(namespace) || namespaces.contains("*"));
  }
}
