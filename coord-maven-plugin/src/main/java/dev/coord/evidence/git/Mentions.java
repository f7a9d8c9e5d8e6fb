package dev.coord.evidence.git;

import dev.coord.evidence.git.Target.NamedMerge;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the subjects of merges name. Merges are added from the newest to the oldest. */
final class Mentions {

  private final Map<String, Mention> names = new HashMap<>();
  private final Map<String, Mention> subjects = new HashMap<>();
  private int added;

  /**
   * Merges that name the same.
   *
   * @param number how many merges were added before the newest
   * @param last the same for the oldest
   */
  private record Mention(NamedMerge newest, int number, NamedMerge oldest, int last) {}

  void add(String subject, CommitNode merge, CommitNode[] parents) {
    added++;
    List<String> branches = MergeSubject.branches(subject);
    if (branches.size() == parents.length - 1) {
      for (int i = 0; i < branches.size(); i++) {
        put(names, branches.get(i), new NamedMerge(merge, parents[i + 1], false));
      }
    }
    if (parents.length == 2) {
      // Of several parents nobody can tell which was meant.
      if (branches.isEmpty()) {
        MergeSubject.word(subject)
            .ifPresent(word -> put(names, word, new NamedMerge(merge, parents[1], false)));
      }
      put(subjects, subject, new NamedMerge(merge, parents[1], true));
    }
  }

  private void put(Map<String, Mention> map, String key, NamedMerge named) {
    map.merge(
        key,
        new Mention(named, added, named, added),
        (old, now) -> new Mention(old.newest, old.number, named, added));
  }

  /** The newest merge that names a branch, or has one of some subjects. */
  Optional<NamedMerge> newest(String branch, Set<String> messages) {
    return of(branch, messages)
        .reduce((one, other) -> one.number <= other.number ? one : other)
        .map(Mention::newest);
  }

  /** The oldest such merge. */
  Optional<NamedMerge> oldest(String branch, Set<String> messages) {
    return of(branch, messages)
        .reduce((one, other) -> one.last >= other.last ? one : other)
        .map(Mention::oldest);
  }

  private Stream<Mention> of(String branch, Set<String> messages) {
    return Stream.concat(
        Optional.ofNullable(names.get(branch)).stream(),
        messages.stream().flatMap(text -> Optional.ofNullable(subjects.get(text)).stream()));
  }
}
