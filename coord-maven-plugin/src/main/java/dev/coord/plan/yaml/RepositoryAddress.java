package dev.coord.plan.yaml;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the web address of a repository.
 *
 * <p>Commits and lines are linked below it, so that the address of one of its pages, as a browser
 * shows it, would make nothing but dead links.
 */
final class RepositoryAddress {

  private static final int LONGEST = 2_000;
  private static final String EXAMPLE = "https://github.com/owner/name";

  private RepositoryAddress() {}

  /** The address; empty where it cannot be one, which is told. */
  static Optional<String> read(MappingReader in, Field field) {
    Optional<String> text = in.scalars().text(field);
    Optional<URI> uri = text.flatMap(RepositoryAddress::uri);
    if (text.isEmpty()) {
      return text;
    }
    if (uri.filter(address -> address.getRawUserInfo() != null).isPresent()) {
      return refused(
          in,
          field,
          " holds a user or a password",
          "Write the address alone, such as " + field.example(EXAMPLE) + ": the site shows it.");
    }
    if (uri.filter(address -> isWeb(text.get(), address)).isEmpty()) {
      return refused(
          in,
          field,
          " must be a web address, but is " + Words.quote(text.get()),
          "Write one that begins with https://, such as " + field.example(EXAMPLE) + ".");
    }
    List<String> path = path(uri.get());
    List<String> own = own(uri.get().getHost().toLowerCase(Locale.ROOT), path);
    if (own.size() < path.size() || !text.get().equals(withoutQuery(text.get()))) {
      String address = "https://" + uri.get().getRawAuthority() + "/" + String.join("/", own);
      return refused(
          in,
          field,
          " names a page of the repository: " + Words.quote(text.get()),
          "Write the repository's own address: " + field.example(address) + ".");
    }
    return text;
  }

  private static Optional<String> refused(
      MappingReader in, Field field, String problem, String remedy) {
    in.context().error(field.place(), field.label() + problem, remedy);
    return Optional.empty();
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException invalid) {
      return Optional.empty();
    }
  }

  private static boolean isWeb(String text, URI uri) {
    return text.length() <= LONGEST && "https".equals(uri.getScheme()) && uri.getHost() != null;
  }

  private static String withoutQuery(String text) {
    return text.replaceFirst("[?#].*", "");
  }

  private static List<String> path(URI uri) {
    return Arrays.stream(uri.getRawPath().split("/")).filter(part -> !part.isEmpty()).toList();
  }

  /**
   * What of a path is the repository's: GitLab has groups in groups, others an owner and a name.
   */
  private static List<String> own(String host, List<String> path) {
    if (host.contains("gitlab")) {
      return path.stream().takeWhile(part -> !part.equals("-")).toList();
    }
    boolean two =
        host.contains("github")
            || Stream.of("bitbucket.org", "codeberg.org").anyMatch(host::equals);
    return two ? path.stream().limit(2).toList() : path;
  }
}
