package dev.coord.evidence.git;

import dev.coord.evidence.git.Target.NamedMerge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the subjects of merges name. Merges are added from the newest to the oldest. */
final class Mentions {

  private final Map<String, List<Mention>> names = new HashMap<>();
  private final Map<String, List<Mention>> subjects = new HashMap<>();
  private final Owners ours;
  private int added;

  private final Map<CommitNode, NamedMerge> nameless = new HashMap<>();

  /**
   * A merge that names something.
   *
   * @param number how many merges were added up to it
   */
  private record Mention(NamedMerge merge, int number) {}

  /**
   * Nothing so far.
   *
   * @param ours whose repository this is
   */
  Mentions(Owners ours) {
    this.ours = ours;
  }

  void add(String subject, CommitNode merge, CommitNode[] parents) {
    added++;
    List<String> branches = MergeSubject.branches(subject, ours);
    // Where the target had nothing new, git merges several branches with each other alone.
    boolean alone = branches.size() > 1 && branches.size() == parents.length;
    if (alone || branches.size() == parents.length - 1) {
      for (int i = 0; i < branches.size(); i++) {
        put(names, branches.get(i), new NamedMerge(merge, parents[alone ? i : i + 1], false));
      }
    }
    if (parents.length == 2) {
      // Of several parents nobody can tell which was meant.
      if (branches.isEmpty()) {
        NamedMerge named = new NamedMerge(merge, parents[1], false);
        MergeSubject.word(subject)
            .ifPresentOrElse(
                word -> put(names, word, named), () -> nameless.putIfAbsent(parents[1], named));
      }
      put(subjects, subject, new NamedMerge(merge, parents[1], true));
    }
  }

  private void put(Map<String, List<Mention>> map, String key, NamedMerge named) {
    map.computeIfAbsent(key, any -> new ArrayList<>()).add(new Mention(named, added));
  }

  /** The newest merge that names a branch, or has one of some subjects. */
  Optional<NamedMerge> newest(String branch, Set<String> messages) {
    return all(branch, messages).stream().findFirst();
  }

  /** All such merges, the newest first. */
  List<NamedMerge> all(String branch, Set<String> messages) {
    return of(branch, messages)
        .sorted(Comparator.comparingInt(Mention::number))
        .map(Mention::merge)
        .toList();
  }

  /** The merge of a commit whose subject names no branch. */
  Optional<NamedMerge> nameless(CommitNode tip) {
    return Optional.ofNullable(nameless.get(tip));
  }

  /** The oldest such merge. */
  Optional<NamedMerge> oldest(String branch, Set<String> messages) {
    return all(branch, messages).stream().reduce((newer, older) -> older);
  }

  private Stream<Mention> of(String branch, Set<String> messages) {
    return Stream.concat(
        names.getOrDefault(branch, List.of()).stream(),
        messages.stream().flatMap(text -> subjects.getOrDefault(text, List.of()).stream()));
  }
}
