package dev.coord.evidence.git;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose repository at GitHub this one is. A merge there says {@code from owner/branch}, and the
 * branch of another owner is a fork's, whatever it is called.
 *
 * @param names of accounts in lower case; empty where nobody knows, so that any may be ours
 */
record Owners(Set<String> names) {

  /** Nobody knows. */
  static final Owners UNKNOWN = new Owners(Set.of());

  private static final int LIMIT = 1000;

  /** {@code https://github.com/owner/repository}, {@code ssh://git@github.com:22/owner/...}. */
  private static final Pattern URL =
      Pattern.compile(
          "(?i)[a-z][a-z0-9+.-]*+://(?:[^@/\\s]*+@)?([^@:/\\s]++)(?::[0-9]++)?/([^/\\s]++)/\\S+");

  /** {@code git@github.com:owner/repository}. */
  private static final Pattern SCP =
      Pattern.compile("(?:[^@/:\\s]++@)?([^@:/\\s]++):/?([^/\\s]++)/\\S+");

  /** Copies the names. */
  Owners {
    names = Set.copyOf(names);
  }

  /** Those of some addresses of this repository; other services tell nothing of GitHub. */
  static Owners of(Collection<String> addresses) {
    Set<String> names = new TreeSet<>();
    addresses.forEach(address -> owner(address).ifPresent(names::add));
    return new Owners(names);
  }

  private static Optional<String> owner(String address) {
    if (address.length() > LIMIT) {
      return Optional.empty();
    }
    Matcher url = URL.matcher(address);
    Matcher found = url.matches() ? url : SCP.matcher(address);
    return found.matches() && found.group(1).toLowerCase(Locale.ROOT).contains("github")
        ? Optional.of(found.group(2).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /** Whether the repository at an address may be this one, or one of an owner of it. */
  boolean mayOwn(String address) {
    return owner(address).map(this::mayBe).orElse(true);
  }

  /** Whether a branch of an account's repository may be one of this repository. */
  boolean mayBe(String account) {
    return names.isEmpty() || names.contains(account.toLowerCase(Locale.ROOT));
  }
}
