package dev.coord.site.draft;

import dev.coord.assess.Assessment;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.GitEvidence;
import dev.coord.path.RelativePath;
import dev.coord.path.RepoPaths;
import dev.coord.site.model.RelativeLinks;
import dev.coord.site.model.Target;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

  /** Where Bitbucket Data Center keeps repositories; elsewhere on such a host there are none. */
  private static final Pattern DATA_CENTER =
      Pattern.compile("https?://.*/(?:projects|users)/[^/]+/repos/[^/]+");

  /** How a kind of forge writes its addresses: {@code {path}} as it is {@code {at}} a commit. */
  private enum Forge {
    GITHUB("/tree/{at}/{path}", "/blob/{at}/{path}", "#L", "/commit/"),
    GITLAB("/-/tree/{at}/{path}", "/-/blob/{at}/{path}", "#L", "/-/commit/"),
    GITEA("/src/commit/{at}/{path}", "/src/commit/{at}/{path}", "#L", "/commit/"),
    BITBUCKET_CLOUD("/src/{at}/{path}", "/src/{at}/{path}", "#lines-", "/commits/"),
    BITBUCKET_DATA_CENTER("/browse/{path}?at={at}", "/browse/{path}?at={at}", "#", "/commits/");

    private final String tree;
    private final String blob;
    private final String line;
    private final String commit;

    Forge(String tree, String blob, String line, String commit) {
      this.tree = tree;
      this.blob = blob;
      this.line = line;
      this.commit = commit;
    }

    static Optional<Forge> of(String host, String address) {
      String lower = host.toLowerCase(Locale.ROOT);
      if (lower.contains("github")) {
        return Optional.of(GITHUB);
      }
      if (lower.contains("gitlab")) {
        return Optional.of(GITLAB);
      }
      if (Stream.of("gitea", "forgejo", "codeberg").anyMatch(lower::contains)) {
        return Optional.of(GITEA);
      }
      if (lower.equals("bitbucket.org")) {
        return Optional.of(BITBUCKET_CLOUD);
      }
      return lower.contains("bitbucket") && DATA_CENTER.matcher(address).matches()
          ? Optional.of(BITBUCKET_DATA_CENTER)
          : Optional.empty();
    }

    /** What one commit has and another lacks; empty where there is no such page of commits. */
    private Optional<String> compare(String lacks, String has) {
      return switch (this) {
        case GITHUB, GITEA -> Optional.of("/compare/" + lacks + "..." + has);
        case GITLAB -> Optional.of("/-/compare/" + lacks + "..." + has);
        case BITBUCKET_CLOUD, BITBUCKET_DATA_CENTER -> Optional.empty();
      };
    }

    /** Where a file is edited on a branch; empty where no address leads there. */
    private Optional<String> edit(String branch) {
      return switch (this) {
        case GITHUB -> Optional.of("/edit/{at}/{path}");
        case GITLAB -> Optional.of("/-/edit/{at}/{path}");
        case GITEA -> Optional.of("/_edit/{at}/{path}");
        // It takes what follows the first slash of a branch for the path.
        case BITBUCKET_CLOUD ->
            Optional.of("/src/{at}/{path}?mode=edit").filter(any -> branch.indexOf('/') < 0);
        case BITBUCKET_DATA_CENTER -> Optional.empty();
      };
    }

    private Optional<String> issue() {
      return switch (this) {
        case GITHUB, GITEA, BITBUCKET_CLOUD -> Optional.of("/issues/");
        case GITLAB -> Optional.of("/-/issues/");
        case BITBUCKET_DATA_CENTER -> Optional.empty();
      };
    }

    private String pullRequest() {
      return switch (this) {
        case GITHUB -> "/pull/";
        case GITLAB -> "/-/merge_requests/";
        case GITEA -> "/pulls/";
        case BITBUCKET_CLOUD, BITBUCKET_DATA_CENTER -> "/pull-requests/";
      };
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
    this.forge = address.flatMap(match -> Forge.of(match.group(2), match.group(1)));
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
    return forge.flatMap(Forge::issue).map(page -> new Target.ToUrl(base + page + number));
  }

  /** The page of a pull request, or what the forge calls one. */
  Optional<Target> pullRequest(int number) {
    return forge.map(f -> new Target.ToUrl(base + f.pullRequest() + number));
  }

  /** The page of what one commit has and another lacks. */
  Optional<Target> compare(String lacks, String has) {
    return forge
        .filter(f -> COMMIT.matcher(lacks).matches() && COMMIT.matcher(has).matches())
        .flatMap(f -> f.compare(lacks, has))
        .map(page -> new Target.ToUrl(base + page));
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
        new Target.ToUrl(base + filled(forge.get().blob, at.get(), place.file()) + line));
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
        .flatMap(file -> page(file).map(page -> base + filled(page, head.get(), file)))
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

  /** The root has no path, and no slash before it. */
  private static String filled(String page, String at, String path) {
    return page.replace("{at}", encoded(at))
        .replace(path.isEmpty() ? "/{path}" : "{path}", encoded(path));
  }

  /** The page where a tracked file can be edited on a branch. */
  Optional<String> edit(String branch, String file) {
    return forge
        .filter(f -> tracked.contains(file) && RepoPaths.isSafe(file))
        .flatMap(f -> f.edit(branch))
        .map(page -> base + filled(page, branch, file));
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
