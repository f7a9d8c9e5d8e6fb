package dev.coord.evidence.git;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads from the subject of a merge commit which branches it merged, as git and the hosting
 * services write it. Anybody can write such a subject.
 */
final class MergeSubject {

  private static final int LIMIT = 1000;

  /** {@code git merge}, GitLab: {@code Merge branch 'x' of URL into y}, several joined by "and". */
  private static final Pattern GIT =
      Pattern.compile("Merge (?:remote-tracking )?branch(?:es)? ('.*)");

  private static final Pattern QUOTED = Pattern.compile("'([^'\\s]++(?:'[^'\\s,]++)*)'");

  /** Where it was pulled from: {@code 'x' of https://github.com/owner/repository}. */
  private static final Pattern PULLED = Pattern.compile(".*' of (\\S+)");

  private static final Pattern INTO = Pattern.compile("(.*'.*) into '?(\\S+?)'?");

  /** The same where people wrote more behind it. */
  private static final Pattern INTO_AND_MORE =
      Pattern.compile("Merge [^']*'[^']*'[^']* into '?([^\\s']++)'?(?:\\s.*)?");

  /** GitHub: {@code Merge pull request #1 from owner/x}. */
  private static final Pattern GITHUB =
      Pattern.compile("Merge pull request #[0-9]+ from ([^/\\s]+)/(\\S+).*");

  /** Bitbucket Server: {@code Merge pull request #1 in PROJECT/repository from x to y}. */
  private static final Pattern BITBUCKET_SERVER =
      Pattern.compile("Merge pull request #[0-9]+ in \\S+ from (\\S+) to \\S+");

  /** Azure Repos: {@code Merge pull request 1 from x into y}. */
  private static final Pattern AZURE =
      Pattern.compile("Merge pull request [0-9]+ from (\\S+) into \\S+");

  /** Bitbucket: {@code Merged in x (pull request #1)}. */
  private static final Pattern BITBUCKET =
      Pattern.compile("Merged in (\\S+) \\(pull request #[0-9]+\\).*");

  /** Gitea and Forgejo: {@code Merge pull request 'Title' (#1) from x into y}. */
  private static final Pattern GITEA =
      Pattern.compile(
          "Merge pull request '.*' \\([#!][0-9]+\\) from (?:[^:\\s]+:)?(\\S+) into \\S+");

  private static final List<Pattern> SERVICES = List.of(BITBUCKET_SERVER, AZURE, BITBUCKET, GITEA);

  private static final String REMOTE_TRACKING = "Merge remote-tracking ";

  /** What people write: {@code Merge x: why}, {@code Merge x into y}, {@code Merge x}. */
  private static final Pattern BARE = Pattern.compile("Merge ([^\\s:]++)(.*)");

  private static final Pattern INTO_BARE = Pattern.compile("\\s+into\\s+'?([^\\s':]++)'?.*");

  /** What may follow a name that might as well be a word of a sentence. */
  private static final Pattern NO_SENTENCE =
      Pattern.compile(
          "(?:\\s+into\\s+(?:'[^\\s':]++'|[^\\s':]++))?(?:\\s+\\(#[0-9]+\\))?\\s*(?::.*)?");

  /** What git and the services write before the name. */
  private static final Pattern NO_NAME =
      Pattern.compile("Merge (?:remote-tracking|branch(?:es)?|tags?|commits?|pull request)\\s.*");

  private MergeSubject() {}

  /**
   * The word that follows {@code Merge}, where git and the services did not write it: one with a
   * slash, or one with which the subject ends, but for what it was merged into, a number in
   * parentheses, or a colon and more. It is a branch only if somebody else calls a branch so.
   */
  static Optional<String> word(String subject) {
    if (subject.length() > LIMIT || NO_NAME.matcher(subject).matches()) {
      return Optional.empty();
    }
    Matcher bare = BARE.matcher(subject);
    if (!bare.matches()) {
      return Optional.empty();
    }
    Matcher into = INTO_BARE.matcher(bare.group(2));
    boolean itself = into.matches() && into.group(1).equals(bare.group(1));
    boolean name = bare.group(1).indexOf('/') >= 0 || NO_SENTENCE.matcher(bare.group(2)).matches();
    return itself || !name ? Optional.empty() : Optional.of(bare.group(1));
  }

  /**
   * The branches' names in the order of the merge's parents after the first; empty when unclear,
   * and where it merged the branch of a fork.
   *
   * @param ours whose repository this is
   */
  static List<String> branches(String subject, Owners ours) {
    if (subject.length() > LIMIT || !subject.startsWith("Merge")) {
      return List.of();
    }
    Matcher git = GIT.matcher(subject);
    if (git.matches()) {
      return quoted(git.group(1), subject.startsWith(REMOTE_TRACKING), ours);
    }
    Matcher github = GITHUB.matcher(subject);
    if (github.matches()) {
      return ours.mayBe(github.group(1)) ? List.of(github.group(2)) : List.of();
    }
    for (Pattern service : SERVICES) {
      Matcher matcher = service.matcher(subject);
      if (matcher.matches()) {
        return List.of(matcher.group(1));
      }
    }
    return List.of();
  }

  /** The branch that the subject says something was merged into, as git writes it. */
  static Optional<String> into(String subject) {
    if (subject.length() > LIMIT) {
      return Optional.empty();
    }
    Matcher into = INTO_AND_MORE.matcher(subject);
    boolean written = GIT.matcher(subject).matches() && into.matches();
    return written ? Optional.of(into.group(1)) : Optional.empty();
  }

  private static List<String> quoted(String text, boolean remoteTracking, Owners ours) {
    Matcher into = INTO.matcher(text);
    String merged = into.matches() ? into.group(1) : text;
    String target = into.matches() ? into.group(2) : "";
    Matcher pulled = PULLED.matcher(merged);
    if (pulled.matches() && !ours.mayOwn(pulled.group(1))) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(merged);
    while (quoted.find()) {
      String name = quoted.group(1);
      String branch = remoteTracking ? name.substring(name.indexOf('/') + 1) : name;
      if (branch.equals(target)) {
        // A branch pulled into itself.
        return List.of();
      }
      names.add(branch);
    }
    return List.copyOf(names);
  }
}
