package dev.coord.site;

import dev.coord.assess.Assessment;
import dev.coord.assess.WorkstreamState;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import java.util.Collection;
import java.util.List;
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

  private final List<String> addresses;

  private Privacy(Collection<String> addresses) {
    this.addresses = addresses.stream().filter(a -> ADDRESS.matcher(a).matches()).sorted().toList();
  }

  /** Hides every address that an assessment knows and that its plan does not publish. */
  public static Privacy of(Assessment assessment) {
    Set<String> hidden = new TreeSet<>();
    Set<String> published = new TreeSet<>();
    Stream.concat(assessment.plan().people().stream(), assessment.rulebook().people().stream())
        .forEach(person -> (person.publish() ? published : hidden).addAll(person.emails()));
    Set<String> theirs = new TreeSet<>(hidden);
    commits(assessment).map(Commit::email).forEach(hidden::add);
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
    return Stream.of(Stream.of(git.head()), branches, merges).flatMap(commits -> commits);
  }

  private static Stream<Commit> commits(BranchEvidence branch) {
    return Stream.of(
            branch.tip().stream(),
            branch.delta().optional().stream().flatMap(delta -> delta.commits().stream()),
            merge(branch.merge()))
        .flatMap(commits -> commits);
  }

  private static Stream<Commit> merge(Observation<MergeState> state) {
    return state.optional().flatMap(MergeState::merge).stream();
  }

  /** The text without any of the addresses; upper and lower case are the same. */
  public String withoutAddresses(String text) {
    int at = text.indexOf('@');
    if (at < 0) {
      return text;
    }
    StringBuilder cleaned = new StringBuilder();
    int copied = 0;
    for (; at >= 0; at = text.indexOf('@', at + 1)) {
      for (String address : addresses) {
        int start = at - address.indexOf('@');
        if (start >= copied && text.regionMatches(true, start, address, 0, address.length())) {
          cleaned.append(text, copied, start).append(HIDDEN);
          copied = start + address.length();
          break;
        }
      }
    }
    return cleaned.append(text, copied, text.length()).toString();
  }
}
