package dev.coord.evidence;

import dev.coord.path.PathPatterns;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the plan wants to know of git, so that nothing else is read.
 *
 * @param branches branches to compare with their bases
 * @param merges pairs asked for by rules
 * @param paths files asked for by rules
 * @param history what arrived on a branch; empty when nobody wants to know
 * @param commits commits asked for by rules
 * @param counts branches and files to count, asked for by rules and claims
 * @param files paths whose newest change is asked for, all together; none when nobody wants to know
 * @param forecast what would conflict if it were merged
 * @param lines branches of which is asked what they were, commit after commit
 * @param repository what is asked of the repository as a whole
 */
public record GitQuestions(
    List<BranchQuestion> branches,
    List<MergeQuestion> merges,
    List<PathQuestion> paths,
    Optional<HistoryQuestion> history,
    List<CommitsQuestion> commits,
    CountQuestions counts,
    Set<String> files,
    ForecastQuestion forecast,
    List<BranchLine.Question> lines,
    RepositoryQuestions repository) {

  /** Begins with no question. */
  public static Builder builder() {
    return new Builder();
  }

  /** Copies the collections. */
  public GitQuestions {
    branches = List.copyOf(branches);
    merges = List.copyOf(merges);
    paths = List.copyOf(paths);
    Objects.requireNonNull(history, "history");
    commits = List.copyOf(commits);
    Objects.requireNonNull(counts, "counts");
    Objects.requireNonNull(forecast, "forecast");
    lines = List.copyOf(lines);
    Objects.requireNonNull(repository, "repository");
    files = Collections.unmodifiableSortedSet(new TreeSet<>(files));
  }

  /** Questions one by one; what is not asked stays unread. */
  public static final class Builder {

    private List<BranchQuestion> branches = List.of();
    private List<MergeQuestion> merges = List.of();
    private List<PathQuestion> paths = List.of();
    private Optional<HistoryQuestion> history = Optional.empty();
    private List<CommitsQuestion> commits = List.of();
    private CountQuestions counts = CountQuestions.NONE;
    private Set<String> files = Set.of();
    private ForecastQuestion forecast = ForecastQuestion.NONE;
    private List<BranchLine.Question> lines = List.of();
    private RepositoryQuestions repository = RepositoryQuestions.NONE;

    private Builder() {}

    /** Branches to compare with their bases. */
    public Builder branches(List<BranchQuestion> value) {
      branches = value;
      return this;
    }

    /** Pairs asked for by rules. */
    public Builder merges(List<MergeQuestion> value) {
      merges = value;
      return this;
    }

    /** Files asked for by rules. */
    public Builder paths(List<PathQuestion> value) {
      paths = value;
      return this;
    }

    /** What arrived on a branch. */
    public Builder history(HistoryQuestion value) {
      history = Optional.of(value);
      return this;
    }

    /** Commits asked for by rules. */
    public Builder commits(List<CommitsQuestion> value) {
      commits = value;
      return this;
    }

    /** Branches and files to count. */
    public Builder counts(CountQuestions value) {
      counts = value;
      return this;
    }

    /** Paths whose newest change is asked for, all together. */
    public Builder files(Set<String> value) {
      files = value;
      return this;
    }

    /** What would conflict if it were merged. */
    public Builder forecast(ForecastQuestion value) {
      forecast = value;
      return this;
    }

    /** Branches of which is asked what they were. */
    public Builder lines(List<BranchLine.Question> value) {
      lines = value;
      return this;
    }

    /** What is asked of the repository as a whole. */
    public Builder repository(RepositoryQuestions value) {
      repository = value;
      return this;
    }

    /** The questions. */
    public GitQuestions build() {
      return new GitQuestions(
          branches, merges, paths, history, commits, counts, files, forecast, lines, repository);
    }
  }

  /**
   * What arrived on a branch, and which branches are there that nobody names?
   *
   * @param branch branch name
   * @param since commits before this time are left out, unless one of it or later lies below them
   *     on the branch's first-parent line; empty means that the newest ones will do
   * @param named branches that are known, without {@code refs/heads/} or the remote's name
   * @param periods all commits of these times are to be told, however long ago they were
   */
  public record HistoryQuestion(
      String branch, Optional<Instant> since, Set<String> named, List<Period> periods) {
    /** Copies the collections. */
    public HistoryQuestion {
      Objects.requireNonNull(branch, "branch");
      Objects.requireNonNull(since, "since");
      named = Set.copyOf(named);
      periods = List.copyOf(periods);
    }

    /** A question about no period. */
    public HistoryQuestion(String branch, Optional<Instant> since, Set<String> named) {
      this(branch, since, named, List.of());
    }

    /** The same about another branch. */
    public HistoryQuestion of(String other) {
      return new HistoryQuestion(other, since, named, periods);
    }
  }

  /**
   * A time from one moment on and before another.
   *
   * @param from belongs to it
   * @param until does not
   */
  public record Period(Instant from, Instant until) {
    /** Checks that both are there. */
    public Period {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(until, "until");
    }

    /** Whether a moment belongs to it. */
    public boolean contains(Instant time) {
      return !time.isBefore(from) && time.isBefore(until);
    }
  }

  /**
   * A branch to compare with its base.
   *
   * @param name branch name without {@code refs/heads/}; the key of the answer
   * @param tip committish to take instead of the branch's own ref, as for a detached HEAD in CI
   * @param base committish or branch name it is compared with
   * @param authors lower-case addresses of the people whose commits make the branch started
   * @param uncommitted whether changes of the working tree and index belong to it
   * @param merging what the plan says of its merge
   */
  public record BranchQuestion(
      String name,
      Optional<String> tip,
      String base,
      Set<String> authors,
      boolean uncommitted,
      Merging merging) {

    /** A branch of whose merge the plan says nothing. */
    public BranchQuestion(
        String name, Optional<String> tip, String base, Set<String> authors, boolean uncommitted) {
      this(name, tip, base, authors, uncommitted, Merging.NONE);
    }

    /** Copies the collection. */
    public BranchQuestion {
      Objects.requireNonNull(tip, "tip");
      Objects.requireNonNull(base, "base");
      Objects.requireNonNull(merging, "merging");
      authors = Set.copyOf(authors);
    }
  }

  /**
   * What the plan says of how a branch is, or was, merged. It is looked for, and never believed.
   *
   * @param mergedAs id of the commit that is said to have merged it, 7 to 40 hexadecimal digits
   * @param messages subjects that its merge commit may have
   * @param ordered whether anybody asks when it was merged first
   * @param others names of branches that others work on
   * @param since when the project started; what was merged before is not its own. Empty means that
   *     everything counts
   * @param owns what its workstream may change; empty where it owns nothing
   * @param otherClaims the commits that others are said to have been merged as, by workstream
   */
  public record Merging(
      Optional<String> mergedAs,
      Set<String> messages,
      boolean ordered,
      Set<String> others,
      Optional<Instant> since,
      PathPatterns owns,
      SortedMap<String, String> otherClaims) {

    /** Nothing is said. */
    public static final Merging NONE = new Merging(Optional.empty(), Set.of(), false);

    /** Nothing is said of others, nor of a start. */
    public Merging(Optional<String> mergedAs, Set<String> messages, boolean ordered) {
      this(mergedAs, messages, ordered, Set.of(), Optional.empty());
    }

    /** Nothing is said of what it owns, nor of what others were merged as. */
    public Merging(
        Optional<String> mergedAs,
        Set<String> messages,
        boolean ordered,
        Set<String> others,
        Optional<Instant> since) {
      this(
          mergedAs,
          messages,
          ordered,
          others,
          since,
          new PathPatterns(List.of()),
          Collections.emptySortedMap());
    }

    /** Copies the collections. */
    public Merging {
      Objects.requireNonNull(owns, "owns");
      otherClaims = Collections.unmodifiableSortedMap(new TreeMap<>(otherClaims));
      Objects.requireNonNull(mergedAs, "mergedAs");
      Objects.requireNonNull(since, "since");
      messages = Set.copyOf(messages);
      others = Set.copyOf(others);
    }
  }

  /**
   * Is a branch in another?
   *
   * @param branch branch name
   * @param into branch name
   */
  public record MergeQuestion(String branch, String into) {
    /** Checks that both are there. */
    public MergeQuestion {
      Objects.requireNonNull(branch, "branch");
      Objects.requireNonNull(into, "into");
    }
  }

  /**
   * Which tracked files match, and do they contain texts, name a library or hold a signature?
   *
   * @param file repository path, or pattern when it has one of {@code *?[}
   * @param texts texts to look for, all of them; none when only existence is asked
   * @param sought what the texts are
   * @param branch branch to look on; empty means HEAD
   */
  public record PathQuestion(
      String file, List<String> texts, Sought sought, Optional<String> branch) {

    /** What is looked for in files. */
    public enum Sought {
      /** Text as it is written. */
      TEXT,
      /** Names of libraries, which must not be a part of another one. */
      LIBRARY,
      /** Declarations, however their blanks are set. */
      SIGNATURE,
      /** Events that start a workflow of GitHub, any of some that are joined by {@code |}. */
      EVENTS
    }

    /** Copies the collection. */
    public PathQuestion {
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(sought, "sought");
      texts = List.copyOf(texts);
      Objects.requireNonNull(branch, "branch");
    }

    /** A question about a text, or, if that is empty, about existence alone. */
    public PathQuestion(String file, String text, Optional<String> branch) {
      this(file, text.isEmpty() ? List.of() : List.of(text), Sought.TEXT, branch);
    }
  }

  /**
   * Files that match, sorted.
   *
   * @param found all that match the path
   * @param containing those of them that contain all texts; all when none was asked for
   * @param lacking which texts the others lack, in the order asked, by file; a file that is not
   *     searched, such as a binary one, is left out
   * @param versions the versions that stand behind the name of a library, as written, by file; a
   *     file in which none can be read is left out
   * @param commit full id of the commit looked at
   */
  public record PathAnswer(
      SortedSet<String> found,
      SortedSet<String> containing,
      Map<String, List<String>> lacking,
      Map<String, SortedSet<String>> versions,
      String commit) {

    /** Files without versions. */
    public PathAnswer(SortedSet<String> found, SortedSet<String> containing, String commit) {
      this(found, containing, Map.of(), Map.of(), commit);
    }

    /** Copies the collections. */
    public PathAnswer {
      SortedMap<String, SortedSet<String>> sorted = new TreeMap<>();
      versions.forEach(
          (file, texts) ->
              sorted.put(file, Collections.unmodifiableSortedSet(new TreeSet<>(texts))));
      versions = Collections.unmodifiableSortedMap(sorted);
      SortedMap<String, List<String>> less = new TreeMap<>();
      lacking.forEach((file, texts) -> less.put(file, List.copyOf(texts)));
      lacking = Collections.unmodifiableSortedMap(less);
      found = Collections.unmodifiableSortedSet(new TreeSet<>(found));
      containing = Collections.unmodifiableSortedSet(new TreeSet<>(containing));
    }
  }

  /**
   * Which commits are there, merges left out, and what did they change?
   *
   * @param branch branch whose commits are meant; empty means HEAD
   * @param since committer's times before this are left out
   * @param until committer's times from this on are left out
   * @param message pattern of the subject, with {@code *} for any characters
   * @param authors lower-case addresses, one of which wrote each; none means anybody
   * @param changes what is asked of their changes
   * @param written whether the times are the authors', of what was committed from {@code since} on
   */
  public record CommitsQuestion(
      Optional<String> branch,
      Optional<Instant> since,
      Optional<Instant> until,
      Optional<String> message,
      SortedSet<String> authors,
      Changes changes,
      boolean written) {

    /** What may be asked of changes; each reads more than the one before. */
    public enum Changes {
      /** Nothing. */
      NONE,
      /** Which files. */
      FILES,
      /** Which files, and how many lines. */
      LINES
    }

    /** A question about the times of committers. */
    public CommitsQuestion(
        Optional<String> branch,
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<String> message,
        SortedSet<String> authors,
        Changes changes) {
      this(branch, since, until, message, authors, changes, false);
    }

    /** The same about the times of authors, or of committers. */
    public CommitsQuestion byAuthors(boolean times) {
      return new CommitsQuestion(branch, since, until, message, authors, changes, times);
    }

    /** Copies the collection. */
    public CommitsQuestion {
      Objects.requireNonNull(branch, "branch");
      Objects.requireNonNull(since, "since");
      Objects.requireNonNull(until, "until");
      Objects.requireNonNull(message, "message");
      Objects.requireNonNull(changes, "changes");
      authors = Collections.unmodifiableSortedSet(new TreeSet<>(authors));
    }
  }

  /**
   * Commits that were asked for.
   *
   * @param count how many
   * @param files different paths that they changed; 0 when nobody asked
   * @param added lines that they added, as {@code git log --numstat --diff-algorithm=histogram}
   *     counts; 0 when nobody asked
   * @param deleted lines that they deleted; 0 when nobody asked
   * @param newest the newest of them, a few
   */
  public record CommitsAnswer(
      long count, long files, long added, long deleted, List<Commit> newest) {
    /** Copies the collection. */
    public CommitsAnswer {
      newest = List.copyOf(newest);
    }
  }
}
