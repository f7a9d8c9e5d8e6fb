package dev.coord.evidence.git;

import dev.coord.evidence.BranchLine;
import dev.coord.evidence.BranchLine.Kind;
import dev.coord.evidence.BranchLine.Place;
import dev.coord.evidence.Observation;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** How far back what belongs to it is looked for. */
  private static final int WALK_LIMIT = FirstParentLine.LIMIT;

  /** GitHub writes {@code Title (#12)} for what it squashes or rebases; others {@code (!12)}. */
  private static final Pattern REQUEST = Pattern.compile(".*\\([#!][0-9]{1,9}\\)", Pattern.DOTALL);

  private final Internals git;
  private final Owners ours;
  private final Budget budget = new Budget(Budget.FILES);
  private Mailmap mailmap = Mailmap.NONE;

  /**
   * What a branch was.
   *
   * @param onwards where the line goes on from each commit, children before their parents
   */
  private record Line(Map<CommitNode, List<CommitNode>> onwards) {

    /**
     * The commits of a time or later, and what lies above them: place decides, so that a clock that
     * was wrong hides nothing.
     */
    Set<CommitNode> since(Instant start) {
      List<CommitNode> parentsFirst = new ArrayList<>(onwards.keySet());
      Collections.reverse(parentsFirst);
      Set<CommitNode> belonging = new HashSet<>();
      for (CommitNode node : parentsFirst) {
        if (node.time >= start.getEpochSecond()
            || onwards.get(node).stream().anyMatch(belonging::contains)) {
          belonging.add(node);
        }
      }
      return belonging;
    }
  }

  LineReader(Internals git, Owners ours) {
    this.git = git;
    this.ours = ours;
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
          boolean cut = read(name, tip, question.since(), places);
          return Observation.known(
              new BranchLine(name, Optional.of(known.get().ref()), question.since(), places, cut));
        });
  }

  /** Reads the places that belong; says whether there are more of them than were read. */
  private boolean read(String branch, CommitNode tip, Optional<Instant> since, List<Place> places)
      throws IOException {
    Line line = walk(branch, tip, since.isPresent() ? WALK_LIMIT : LIMIT + 1);
    Set<CommitNode> belonging =
        since.isPresent() ? line.since(since.get()) : line.onwards().keySet();
    for (CommitNode node : line.onwards().keySet()) {
      if (belonging.contains(node)) {
        if (places.size() == LIMIT) {
          return true;
        }
        places.add(place(branch, node));
      }
    }
    return false;
  }

  private Line walk(String branch, CommitNode tip, int limit) throws IOException {
    Queue<CommitNode> queue = new PriorityQueue<>(CommitNode.CHILDREN_FIRST);
    Set<CommitNode> seen = new HashSet<>();
    Map<CommitNode, List<CommitNode>> line = new LinkedHashMap<>();
    queue.add(tip);
    seen.add(tip);
    while (!queue.isEmpty() && line.size() < limit) {
      CommitNode node = queue.remove();
      List<CommitNode> onwards = onwards(branch, node);
      line.put(node, onwards);
      for (CommitNode next : onwards) {
        if (seen.add(next)) {
          queue.add(next);
        }
      }
    }
    return new Line(line);
  }

  private Place place(String branch, CommitNode node) throws IOException {
    CommitNode[] parents = git.graph().parents(node);
    String subject = subject(node);
    Kind kind = kind(branch, parents, subject);
    List<String> named = new ArrayList<>(MergeSubject.branches(subject, ours));
    MergeSubject.word(subject).filter(word -> parents.length > 1).ifPresent(named::add);
    return new Place(
        kind == Kind.COMMIT
            ? git.commits().withPaths(node, mailmap, budget)
            : git.commits().plain(node, mailmap),
        kind,
        Arrays.stream(parents).skip(1).map(ObjectId::name).toList(),
        named,
        MergeSubject.into(subject),
        REQUEST.matcher(subject).matches());
  }

  private String subject(CommitNode node) throws IOException {
    return Messages.subject(git.commits().raw(node).message());
  }

  private Kind kind(String branch, CommitNode[] parents, String subject) {
    if (parents.length < 2) {
      return parents.length == 0 ? Kind.ROOT : Kind.COMMIT;
    }
    List<String> names = MergeSubject.branches(subject, ours);
    Optional<String> into = MergeSubject.into(subject);
    boolean itself =
        isNamed(branch, names) && into.filter(name -> !name.equals(branch)).isEmpty()
            || names.isEmpty()
                && into.equals(Optional.of(branch))
                && MergeSubject.word(subject).isEmpty();
    return itself ? Kind.PULL : Kind.MERGE;
  }

  /** People write the remote's name as well. */
  private static boolean isNamed(String branch, List<String> names) {
    return names.contains(branch) || names.contains("origin/" + branch);
  }

  /** Where the line goes on. */
  private List<CommitNode> onwards(String branch, CommitNode node) throws IOException {
    CommitNode[] parents = git.graph().parents(node);
    if (parents.length < 2) {
      return List.of(parents); // What it is called decides nothing, and is not read.
    }
    String subject = subject(node);
    if (kind(branch, parents, subject) == Kind.PULL) {
      return List.of(parents);
    }
    // It was merged into another branch, and that became this one: git alone tells no side apart.
    List<String> named = new ArrayList<>(MergeSubject.branches(subject, ours));
    MergeSubject.word(subject).ifPresent(named::add);
    boolean wasOther = isNamed(branch, named) && parents.length == 2;
    return List.of(parents[wasOther ? 1 : 0]);
  }
}
