package dev.coord.site.draft;

import dev.coord.assess.Assessment;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.GitEvidence;
import dev.coord.path.RepoPaths;
import dev.coord.site.model.RelativeLinks;
import dev.coord.site.model.Target;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of commits and of lines of files, on the forge that hosts the repository.
 *
 * <p>A host is known by its name: GitHub, GitLab, Bitbucket, and Gitea with its kin. For any other
 * there are no links, since a dead one is worse than none.
 */
public final class SourceLinks implements RelativeLinks {

  private static final Pattern ADDRESS =
      Pattern.compile("(https?://([A-Za-z0-9.-]+)(?::[0-9]+)?(?:/[A-Za-z0-9._~+-]+)+)");
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,64}");
  private static final String UNRESERVED = "-._~";

  /** How a kind of forge writes its addresses. */
  private enum Forge {
    GITHUB("/tree/", "/blob/", "#L", "/commit/", "/compare/", "/edit/", "github"),
    GITLAB("/-/tree/", "/-/blob/", "#L", "/-/commit/", "/-/compare/", "/-/edit/", "gitlab"),
    GITEA(
        "/src/commit/",
        "/src/commit/",
        "#L",
        "/commit/",
        "/compare/",
        "/_edit/",
        "gitea",
        "forgejo",
        "codeberg"),
    BITBUCKET("/src/", "/src/", "#lines-", "/commits/", "", "", "bitbucket");

    private final String tree;
    private final String blob;
    private final String line;
    private final String commit;
    private final String compare;
    private final String edit;
    private final String[] names;

    Forge(
        String tree,
        String blob,
        String line,
        String commit,
        String compare,
        String edit,
        String... names) {
      this.tree = tree;
      this.blob = blob;
      this.line = line;
      this.commit = commit;
      this.compare = compare;
      this.edit = edit;
      this.names = names;
    }

    static Optional<Forge> of(String host) {
      String lower = host.toLowerCase(Locale.ROOT);
      return Arrays.stream(values())
          .filter(forge -> Arrays.stream(forge.names).anyMatch(lower::contains))
          .findFirst();
    }
  }

  private final Optional<Forge> forge;
  private final String base;
  private final Optional<String> head;
  private final SortedSet<String> tracked;

  /**
   * Links into a repository.
   *
   * @param repositoryUrl its web address, with or without {@code .git}; no links are made when it
   *     holds a user name, a query or anything else that a plain address does not have
   * @param head full id of the checked-out commit
   * @param tracked paths of the files of that commit; nothing else can be linked at it
   */
  public SourceLinks(
      Optional<String> repositoryUrl, Optional<String> head, SortedSet<String> tracked) {
    Optional<Matcher> address =
        repositoryUrl
            .map(url -> url.replaceAll("/+$", "").replaceAll("\\.git$", ""))
            .map(ADDRESS::matcher)
            .filter(Matcher::matches);
    this.forge = address.flatMap(match -> Forge.of(match.group(2)));
    this.base = address.map(match -> match.group(1)).orElse("");
    this.head = Objects.requireNonNull(head, "head");
    this.tracked = Objects.requireNonNull(tracked, "tracked");
  }

  /** Links into the repository of an assessment, where the site or the plan knows its address. */
  static SourceLinks of(Assessment assessment, SiteFrame frame) {
    SortedSet<String> tracked =
        assessment
            .evidence()
            .git()
            .optional()
            .map(GitEvidence::trackedFiles)
            .orElseGet(TreeSet::new);
    Optional<String> repository =
        frame.repositoryUrl().or(() -> assessment.plan().project().repositoryUrl());
    return new SourceLinks(repository, frame.commit(), tracked);
  }

  /** The page of a commit. */
  Optional<Target> commit(String id) {
    return forge
        .filter(f -> COMMIT.matcher(id).matches())
        .map(f -> new Target.ToUrl(base + f.commit + id));
  }

  /** The page of an issue. */
  Optional<Target> issue(int number) {
    return forge.map(
        f -> new Target.ToUrl(base + (f == Forge.GITLAB ? "/-/issues/" : "/issues/") + number));
  }

  /** The page of a pull request, or what the forge calls one. */
  Optional<Target> pullRequest(int number) {
    return forge.map(
        f ->
            new Target.ToUrl(
                base
                    + switch (f) {
                      case GITHUB -> "/pull/";
                      case GITLAB -> "/-/merge_requests/";
                      case GITEA -> "/pulls/";
                      case BITBUCKET -> "/pull-requests/";
                    }
                    + number));
  }

  /** The page of what one commit has and another lacks. */
  Optional<Target> compare(String lacks, String has) {
    return forge
        .filter(f -> !f.compare.isEmpty())
        .filter(f -> COMMIT.matcher(lacks).matches() && COMMIT.matcher(has).matches())
        .map(f -> new Target.ToUrl(base + f.compare + lacks + "..." + has));
  }

  /** The page of a line of a file in the commit that it was read from. */
  public Optional<Target> place(Location place) {
    Optional<String> at =
        place.commit().or(() -> head.filter(id -> tracked.contains(place.file())));
    if (forge.isEmpty() || at.isEmpty() || !linkable(at.get(), place.file())) {
      return Optional.empty();
    }
    String line = place.line() == 0 ? "" : forge.get().line + place.line();
    return Optional.of(
        new Target.ToUrl(base + forge.get().blob + at.get() + "/" + encoded(place.file()) + line));
  }

  /** {@inheritDoc} Only what the checked-out commit tracks is linked, at that commit. */
  @Override
  public Optional<String> address(String folder, String link) {
    int hash = link.indexOf('#');
    String path = hash < 0 ? link : link.substring(0, hash);
    String fragment = hash < 0 ? "" : link.substring(hash);
    if (forge.isEmpty() || head.isEmpty() || path.isEmpty() || path.indexOf('?') >= 0) {
      return Optional.empty();
    }
    return RelativePath.of(folder, path)
        .flatMap(file -> page(file).map(page -> base + page + head.get() + slashed(file)))
        .map(address -> address + fragment);
  }

  /** What the forge calls the pages of a file or of a directory; empty where there is neither. */
  private Optional<String> page(String path) {
    if (tracked.contains(path)) {
      return forge.map(f -> f.blob);
    }
    SortedSet<String> below = tracked.tailSet(path.isEmpty() ? "" : path + "/");
    boolean directory =
        !below.isEmpty() && (path.isEmpty() || below.first().startsWith(path + "/"));
    return directory ? forge.map(f -> f.tree) : Optional.empty();
  }

  private static String slashed(String path) {
    return path.isEmpty() ? "" : "/" + encoded(path);
  }

  /** The page where a tracked file can be edited on a branch. */
  Optional<String> edit(String branch, String file) {
    return forge
        .filter(f -> !f.edit.isEmpty() && tracked.contains(file) && RepoPaths.isSafe(file))
        .map(f -> base + f.edit + encoded(branch) + "/" + encoded(file));
  }

  private static boolean linkable(String commit, String file) {
    return COMMIT.matcher(commit).matches() && RepoPaths.isSafe(file);
  }

  /** Percent-encodes all but the characters that mean themselves in a path (RFC 3986, 2.3). */
  private static String encoded(String path) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xff);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
      if (plain || c == '/') {
        encoded.append(c);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return encoded.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceLinks that
        && forge.equals(that.forge)
        && base.equals(that.base)
        && head.equals(that.head)
        && tracked.equals(that.tracked);
  }

  @Override
  public int hashCode() {
    return Objects.hash(forge, base, head, tracked);
  }
}
