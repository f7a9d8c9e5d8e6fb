package dev.coord.evidence.git;

import dev.coord.evidence.BranchLine;
import dev.coord.evidence.BranchLine.Kind;
import dev.coord.evidence.BranchLine.Place;
import dev.coord.evidence.Observation;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.ObjectId;

/** Reads what a branch was, commit after commit. */
final class LineReader {

  /** Most commits of a line. */
  private static final int LIMIT = 10_000;

  /** So many commits in a row must be older: a clock that was wrong once does not end the line. */
  private static final int OLDER_IN_A_ROW = 20;

  /** GitHub writes {@code Title (#12)} for what it squashes or rebases; others {@code (!12)}. */
  private static final Pattern REQUEST = Pattern.compile(".*\\([#!][0-9]{1,9}\\)", Pattern.DOTALL);

  private final Internals git;
  private final Budget budget = new Budget(Budget.FILES);
  private Mailmap mailmap = Mailmap.NONE;

  LineReader(Internals git) {
    this.git = git;
  }

  Observation<BranchLine> read(BranchLine.Question question) {
    return git.reading(
        () -> {
          if (git.format().shallow()) {
            return Unknowns.shallow();
          }
          String name = question.branch();
          Optional<KnownBranch> known =
              git.references().branches().stream().filter(b -> b.name().equals(name)).findFirst();
          if (known.isEmpty()) {
            return Observation.known(
                new BranchLine(name, Optional.empty(), question.since(), List.of(), false));
          }
          CommitNode tip = git.graph().node(ObjectId.fromString(known.get().commit()));
          mailmap = git.commits().mailmap(tip.tree);
          List<Place> places = new ArrayList<>();
          boolean cut = walk(name, tip, question.since(), places);
          return Observation.known(
              new BranchLine(name, Optional.of(known.get().ref()), question.since(), places, cut));
        });
  }

  private boolean walk(String branch, CommitNode tip, Optional<Instant> since, List<Place> places)
      throws IOException {
    Queue<CommitNode> queue = new PriorityQueue<>(CommitNode.CHILDREN_FIRST);
    Set<CommitNode> seen = new HashSet<>();
    queue.add(tip);
    seen.add(tip);
    int older = 0;
    while (!queue.isEmpty() && older < OLDER_IN_A_ROW) {
      CommitNode node = queue.remove();
      boolean before = since.filter(start -> node.time < start.getEpochSecond()).isPresent();
      if (!before && places.size() == LIMIT) {
        return true;
      }
      older = before ? older + 1 : 0;
      CommitNode[] parents = git.graph().parents(node);
      Place place = place(branch, node, parents);
      if (!before) {
        places.add(place);
      }
      for (CommitNode next : next(branch, place, parents)) {
        if (seen.add(next)) {
          queue.add(next);
        }
      }
    }
    return false;
  }

  private Place place(String branch, CommitNode node, CommitNode[] parents) throws IOException {
    String subject = Messages.subject(git.commits().raw(node).message());
    List<String> names = MergeSubject.branches(subject);
    List<String> named = new ArrayList<>(names);
    MergeSubject.word(subject).filter(word -> parents.length > 1).ifPresent(named::add);
    Optional<String> into = MergeSubject.into(subject);
    boolean itself =
        isNamed(branch, names) && into.filter(name -> !name.equals(branch)).isEmpty()
            || names.isEmpty() && into.equals(Optional.of(branch)) && named.isEmpty();
    Kind kind =
        parents.length == 0
            ? Kind.ROOT
            : parents.length == 1 ? Kind.COMMIT : itself ? Kind.PULL : Kind.MERGE;
    return new Place(
        kind == Kind.COMMIT
            ? git.commits().withPaths(node, mailmap, budget)
            : git.commits().plain(node, mailmap),
        kind,
        Arrays.stream(parents).skip(1).map(ObjectId::name).toList(),
        named,
        into,
        REQUEST.matcher(subject).matches());
  }

  /** People write the remote's name as well. */
  private static boolean isNamed(String branch, List<String> names) {
    return names.contains(branch) || names.contains("origin/" + branch);
  }

  /** Where the line goes on. */
  private static List<CommitNode> next(String branch, Place place, CommitNode[] parents) {
    if (parents.length < 2) {
      return List.of(parents);
    }
    if (place.kind() == Kind.PULL) {
      return List.of(parents);
    }
    // It was merged into another branch, and that became this one: git alone tells no side apart.
    boolean wasOther = isNamed(branch, place.names()) && parents.length == 2;
    return List.of(parents[wasOther ? 1 : 0]);
  }
}
