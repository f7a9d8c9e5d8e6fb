package dev.coord.site;

import dev.coord.assess.Assessment;
import dev.coord.assess.Contributors;
import dev.coord.assess.WorkstreamState;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.GitHistory;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes the e-mail addresses of people and of commits out of texts, wherever they have got into
 * them: an author's name, a commit's subject, a test's message.
 *
 * <p>An address that the plan publishes stays.
 */
public final class Privacy {

  /** What stands in place of an address. */
  public static final String HIDDEN = "[address not published]";

  /** Anything else in a commit's place for addresses could blot out what is no address. */
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s@/\\\\]+@[^\\s@/\\\\]+\\.[^\\s@/\\\\]+");

  private static final int LONGEST_PART = 255;

  /** The parts before the at sign, by the part behind it. */
  private final Map<String, Set<String>> names = new HashMap<>();

  private Privacy(Collection<String> addresses) {
    for (String address : addresses) {
      if (ADDRESS.matcher(address).matches()) {
        int at = address.indexOf('@');
        names
            .computeIfAbsent(address.substring(at + 1), domain -> new HashSet<>())
            .add(address.substring(0, at));
      }
    }
  }

  /** Hides every address that an assessment knows and that its plan does not publish. */
  public static Privacy of(Assessment assessment) {
    Set<String> hidden = new TreeSet<>();
    Set<String> published = new TreeSet<>();
    Stream.concat(assessment.plan().people().stream(), assessment.rulebook().people().stream())
        .forEach(person -> (person.publish() ? published : hidden).addAll(person.emails()));
    Set<String> theirs = new TreeSet<>(hidden);
    commits(assessment)
        .flatMap(
            commit ->
                Stream.concat(
                    Stream.of(commit.email()),
                    Contributors.coauthors(commit).stream().map(Contributors.Identity::email)))
        .forEach(hidden::add);
    published.removeAll(theirs);
    hidden.removeAll(published);
    return new Privacy(hidden);
  }

  /** Every commit that an assessment holds. */
  private static Stream<Commit> commits(Assessment assessment) {
    Stream<Commit> evidence =
        assessment.evidence().git().optional().stream().flatMap(Privacy::commits);
    Stream<Commit> branches =
        assessment.workstreams().stream()
            .flatMap(w -> w.branch().stream())
            .flatMap(Privacy::commits);
    Stream<Commit> trespasses =
        Stream.concat(
                assessment.workstreams().stream().map(WorkstreamState::ownership),
                Stream.of(assessment.branch()))
            .flatMap(observed -> observed.optional().stream())
            .flatMap(
                report -> Stream.concat(report.violations().stream(), report.warnings().stream()))
            .flatMap(trespass -> trespass.commits().stream());
    return Stream.of(evidence, branches, trespasses).flatMap(commits -> commits);
  }

  private static Stream<Commit> commits(GitEvidence git) {
    Stream<Commit> branches = git.branches().values().stream().flatMap(Privacy::commits);
    Stream<Commit> merges = git.merges().values().stream().flatMap(Privacy::merge);
    Stream<Commit> history = git.history().optional().stream().flatMap(Privacy::commits);
    return Stream.of(Stream.of(git.head()), branches, merges, history).flatMap(commits -> commits);
  }

  private static Stream<Commit> commits(GitHistory history) {
    return Stream.concat(
        history.arrivals().stream()
            .flatMap(a -> Stream.concat(Stream.of(a.commit()), a.brought().stream())),
        history.others().stream().map(GitHistory.OtherBranch::tip));
  }

  private static Stream<Commit> commits(BranchEvidence branch) {
    return Stream.of(
            branch.tip().stream(),
            branch.delta().optional().stream().flatMap(delta -> delta.commits().stream()),
            merge(branch.merge()))
        .flatMap(commits -> commits);
  }

  private static Stream<Commit> merge(Observation<MergeState> state) {
    return state.optional().stream()
        .flatMap(known -> Stream.concat(known.merge().stream(), known.revert().stream()));
  }

  /** The text without any of the addresses; upper and lower case are the same. */
  public String withoutAddresses(String text) {
    int at = names.isEmpty() ? -1 : text.indexOf('@');
    if (at < 0) {
      return text;
    }
    StringBuilder cleaned = new StringBuilder();
    int copied = 0;
    for (; at >= 0; at = text.indexOf('@', at + 1)) {
      int end = end(text, at);
      int start = end < 0 ? -1 : start(text, at, names.get(lower(text, at + 1, end)));
      if (start >= copied) {
        cleaned.append(text, copied, start).append(HIDDEN);
        copied = end;
      }
    }
    return cleaned.append(text, copied, text.length()).toString();
  }

  /** Where the longest known domain behind an at sign ends, or -1. */
  private int end(String text, int at) {
    int end = at + 1;
    while (end < text.length() && isPart(text.charAt(end)) && end - at <= LONGEST_PART) {
      end++;
    }
    while (end > at + 1 && !names.containsKey(lower(text, at + 1, end))) {
      end--;
    }
    return end > at + 1 ? end : -1;
  }

  /** Where the longest of the names before an at sign begins, or -1. */
  private static int start(String text, int at, Set<String> known) {
    int start = at;
    while (start > 0 && isPart(text.charAt(start - 1)) && at - start < LONGEST_PART) {
      start--;
    }
    while (start < at && !known.contains(lower(text, start, at))) {
      start++;
    }
    return start < at ? start : -1;
  }

  private static boolean isPart(char c) {
    return c != '@' && c != '/' && c != '\\' && !Character.isWhitespace(c);
  }

  private static String lower(String text, int start, int end) {
    return text.substring(start, end).toLowerCase(Locale.ROOT);
  }
}
