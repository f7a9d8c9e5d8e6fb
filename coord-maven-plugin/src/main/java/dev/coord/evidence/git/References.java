package dev.coord.evidence.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefDatabase;
import org.eclipse.jgit.lib.Repository;

/**
 * Finds branches and commits by name. A tag never hides a branch: only where a commit is asked for
 * are tags looked at, and last.
 */
final class References {

  private static final String ORIGIN = "origin";
  private static final int TAGS_OF_TAGS = 8;
  private static final int TAG_LIMIT = 1 << 20;
  private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{4,40}");

  /** A name followed by any number of {@code ~n}, {@code ^n} and <code>^{commit}</code>. */
  private static final Pattern REVISION =
      Pattern.compile("(.+?)((?:~[0-9]{0,6}|\\^[0-9]{0,3}|\\^\\{commit\\})*)", Pattern.DOTALL);

  private static final Pattern STEP = Pattern.compile("([~^])([0-9]*)(\\{commit\\})?");

  private final ObjectStore store;
  private final Optional<Path> headInReftable;
  private final Optional<LooseRefs> files;
  private final Lineage lineage;

  /** Tells which of two commits is the older one. */
  interface Lineage {

    /** Whether a commit is an ancestor of another. */
    boolean isAncestor(ObjectId older, ObjectId newer) throws IOException;
  }

  /**
   * A branch that was found.
   *
   * @param ref its full name
   * @param commit its last commit
   */
  record Branch(String ref, ObjectId commit) {}

  /** Refs of a repository of whose branches nobody asks which is the newer one. */
  References(ObjectStore store, RepositoryLocation location, RepositoryFormat format) {
    this(store, location, format, (older, newer) -> false);
  }

  References(
      ObjectStore store, RepositoryLocation location, RepositoryFormat format, Lineage lineage) {
    this.store = store;
    this.lineage = lineage;
    headInReftable =
        format.reftable() && location.linked()
            ? Optional.of(location.gitDirectory())
            : Optional.empty();
    files =
        format.reftable()
            ? Optional.empty()
            : Optional.of(new LooseRefs(location.commonDirectory()));
  }

  /** All branches, local ones first, each list by name; broken ones are left out. */
  List<KnownBranch> branches() throws IOException {
    List<KnownBranch> branches = new ArrayList<>();
    for (String prefix : List.of(Constants.R_HEADS, Constants.R_REMOTES)) {
      List<Ref> refs = below(prefix);
      refs.sort(Comparator.comparing(Ref::getName));
      for (Ref ref : refs) {
        Optional<ObjectId> commit = ref.isSymbolic() ? Optional.empty() : soundCommit(ref);
        if (commit.isPresent()) {
          branches.add(
              new KnownBranch(shortName(ref.getName()), ref.getName(), commit.get().name()));
        }
      }
    }
    return List.copyOf(branches);
  }

  /**
   * The branches below a prefix that ends in a slash, by the rest of their names. Names that stand
   * for another branch, such as {@code origin/HEAD}, are left out.
   *
   * @throws UnreadableException when one is broken, or its commit is not here
   */
  SortedMap<String, ObjectId> commits(String prefix) throws IOException {
    SortedMap<String, ObjectId> commits = new TreeMap<>();
    for (Ref ref : below(prefix)) {
      if (!ref.isSymbolic()) {
        Optional<ObjectId> commit =
            ref.getObjectId() == null
                ? Optional.empty()
                : peel(sound(ref, ref.getName()).getObjectId());
        commits.put(
            ref.getName().substring(prefix.length()),
            commit.orElseThrow(
                () ->
                    new UnreadableException(
                        "the commit of " + ref.getName() + " is missing from the repository",
                        "Run git fsck, and fetch or clone the repository again.")));
      }
    }
    return commits;
  }

  /** Whether the clone notes which branch the {@code HEAD} of a remote is on. */
  boolean notesHead(String remote) throws IOException {
    String name = Constants.R_REMOTES + remote + "/" + Constants.HEAD;
    Ref ref = Repository.isValidRefName(name) ? read(name) : null;
    return ref != null && ref.isSymbolic();
  }

  /**
   * The branch that {@code HEAD} of the remote is on, as {@code git clone} and {@code git remote
   * set-head} note it: of {@code origin}, else of the only other remote.
   */
  Optional<String> defaultBranch() throws IOException {
    List<String> remotes = remotes();
    for (String remote : remotes) {
      String name = Constants.R_REMOTES + remote + "/" + Constants.HEAD;
      Ref ref = Repository.isValidRefName(name) ? read(name) : null;
      if (ref != null
          && ref.isSymbolic()
          && ref.getTarget().getName().startsWith(Constants.R_REMOTES + remote + "/")) {
        return Optional.of(
            ref.getTarget()
                .getName()
                .substring(Constants.R_REMOTES.length() + remote.length() + 1));
      }
    }
    return Optional.empty();
  }

  /** Whether branches come from elsewhere. */
  boolean hasRemotes() {
    return !store.repository().getRemoteNames().isEmpty();
  }

  /** Whether all branches of the remotes are fetched, so that one which is not here is gone. */
  boolean fetchesAll() {
    Config config = store.repository().getConfig();
    for (String remote : store.repository().getRemoteNames()) {
      String all = "refs/heads/*:" + Constants.R_REMOTES + remote + "/*";
      List<String> specs = List.of(config.getStringList("remote", remote, "fetch"));
      if (!specs.contains(all) && !specs.contains("+" + all)) {
        return false;
      }
    }
    return true;
  }

  private List<String> remotes() {
    Set<String> others = new LinkedHashSet<>(store.repository().getRemoteNames());
    others.remove(ORIGIN);
    return others.size() == 1 ? List.of(ORIGIN, others.iterator().next()) : List.of(ORIGIN);
  }

  private String shortName(String ref) {
    if (ref.startsWith(Constants.R_HEADS)) {
      return ref.substring(Constants.R_HEADS.length());
    }
    String name = ref.substring(Constants.R_REMOTES.length());
    return store.repository().getRemoteNames().stream()
        .filter(remote -> name.startsWith(remote + "/"))
        .max(Comparator.comparingInt(String::length))
        .map(remote -> name.substring(remote.length() + 1))
        .orElseGet(() -> name.substring(name.indexOf('/') + 1));
  }

  /** The full names a branch may have, in the order they are looked for. */
  List<String> candidates(String branch) {
    if (branch.startsWith(Constants.R_HEADS) || branch.startsWith(Constants.R_REMOTES)) {
      return List.of(branch);
    }
    List<String> candidates = new ArrayList<>();
    candidates.add(Constants.R_HEADS + branch);
    remotes().forEach(remote -> candidates.add(Constants.R_REMOTES + remote + "/" + branch));
    Set<String> named = new LinkedHashSet<>(store.repository().getRemoteNames());
    named.add(ORIGIN);
    if (named.stream().anyMatch(remote -> branch.startsWith(remote + "/"))) {
      candidates.add(Constants.R_REMOTES + branch);
    }
    return List.copyOf(candidates);
  }

  /**
   * Finds a branch, local ones first: where a local branch is merely older than its remote's, that
   * one, unless the local one is checked out.
   */
  Optional<Branch> branch(String name) throws IOException {
    List<String> candidates = candidates(name);
    Optional<Branch> found = first(candidates);
    if (found.isEmpty() || !found.get().ref().startsWith(Constants.R_HEADS)) {
      return found;
    }
    Optional<Branch> remote = first(candidates.subList(1, candidates.size()));
    return remote.isPresent()
            && !remote.get().commit().equals(found.get().commit())
            && !isCheckedOut(found.get())
            && lineage.isAncestor(found.get().commit(), remote.get().commit())
        ? remote
        : found;
  }

  /**
   * The same branch where it has another last commit and does not count: at its remote, or here.
   *
   * @param counted what was found for the name
   */
  Optional<Branch> other(String name, Branch counted) throws IOException {
    List<String> candidates = candidates(name);
    boolean local = counted.ref().startsWith(Constants.R_HEADS);
    return first(local ? candidates.subList(1, candidates.size()) : candidates.subList(0, 1))
        .filter(other -> !other.commit().equals(counted.commit()));
  }

  private Optional<Branch> first(List<String> refs) throws IOException {
    for (String candidate : refs) {
      Optional<ObjectId> commit = ref(candidate);
      if (commit.isPresent()) {
        return Optional.of(new Branch(candidate, commit.get()));
      }
    }
    return Optional.empty();
  }

  /** In this worktree: what is judged there is what is there. */
  private boolean isCheckedOut(Branch branch) throws IOException {
    return checkedOut().filter(name -> branch.ref().equals(Constants.R_HEADS + name)).isPresent();
  }

  /** The commit of a tag; empty when there is no such tag, or it is one of something else. */
  Optional<ObjectId> tag(String name) throws IOException {
    return ref(Constants.R_TAGS + name);
  }

  /** Whether a tag bears the short name of a branch, so that git takes that for the tag. */
  boolean isTag(String ref) throws IOException {
    String prefix = ref.startsWith(Constants.R_HEADS) ? Constants.R_HEADS : Constants.R_REMOTES;
    return ref.startsWith(prefix)
        && read(Constants.R_TAGS + ref.substring(prefix.length())) != null;
  }

  /**
   * Finds a commit by anything that names one: branch, full or abbreviated id, {@code HEAD}, full
   * ref name, tag; each with {@code ~n} and {@code ^n} behind it.
   */
  Optional<ObjectId> commit(String committish) throws IOException {
    Matcher revision = REVISION.matcher(committish);
    if (!revision.matches()) {
      return Optional.empty();
    }
    Optional<ObjectId> commit = named(revision.group(1));
    Matcher step = STEP.matcher(revision.group(2));
    while (commit.isPresent() && step.find()) {
      commit = follow(commit.get(), step);
    }
    return commit;
  }

  private Optional<ObjectId> named(String name) throws IOException {
    // Before the branches: a remote's HEAD is called origin/HEAD, and a branch may be called HEAD.
    if (name.equals(Constants.HEAD)) {
      return ref(name);
    }
    Optional<Branch> branch = branch(name);
    if (branch.isPresent()) {
      return branch.map(Branch::commit);
    }
    if (name.startsWith(Constants.R_REFS)) {
      return ref(name);
    }
    Optional<ObjectId> id = ID.matcher(name).matches() ? id(name) : Optional.empty();
    return id.isPresent() ? id : ref(Constants.R_TAGS + name);
  }

  private Optional<ObjectId> follow(ObjectId from, Matcher step) throws IOException {
    int number = step.group(2).isEmpty() ? 1 : Integer.parseInt(step.group(2));
    if (step.group(3) != null || number == 0) {
      return Optional.of(from);
    }
    if (step.group(1).equals("^")) {
      return parent(from, number - 1);
    }
    Optional<ObjectId> at = Optional.of(from);
    for (int i = 0; i < number && at.isPresent(); i++) {
      at = parent(at.get(), 0);
    }
    return at;
  }

  private Optional<ObjectId> parent(ObjectId commit, int index) throws IOException {
    byte[] raw = store.beginning(commit, Constants.OBJ_COMMIT, RawCommit.LIMIT);
    List<ObjectId> parents = RawCommit.Links.parse(commit, raw).parents();
    return index < parents.size() ? Optional.of(parents.get(index)) : Optional.empty();
  }

  private Optional<ObjectId> ref(String name) throws IOException {
    boolean wellFormed = name.equals(Constants.HEAD) || Repository.isValidRefName(name);
    if (!wellFormed) {
      return Optional.empty();
    }
    Ref ref = read(name);
    return ref == null || ref.getObjectId() == null ? Optional.empty() : commit(ref);
  }

  /** The commit of a ref that is not broken. */
  private Optional<ObjectId> soundCommit(Ref ref) throws IOException {
    try {
      Optional<ObjectId> id = Optional.ofNullable(sound(ref, ref.getName()).getObjectId());
      return id.isEmpty() ? id : peel(id.get());
    } catch (UnreadableException e) {
      return Optional.empty();
    }
  }

  /**
   * The commit of a ref; empty when it is of something else.
   *
   * @throws UnreadableException when what it names is not here: it is no ref that is gone
   */
  private Optional<ObjectId> commit(Ref ref) throws IOException {
    try {
      return commitOf(ref.getObjectId());
    } catch (MissingObjectException e) {
      throw new UnreadableException(
          "the commit of " + ref.getName() + " is missing from the repository",
          "Run git fsck, and fetch or clone the repository again.");
    }
  }

  private Ref read(String name) throws IOException {
    try {
      RefDatabase refs = store.repository().getRefDatabase();
      Ref ref =
          headInReftable.isPresent() && name.equals(Constants.HEAD)
              ? ReftableHead.resolved(headInReftable.get(), refs).orElse(null)
              : refs.exactRef(name);
      return sound(inside(ref, name), name);
    } catch (UnreadableException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw broken(name, e);
    }
  }

  private List<Ref> below(String prefix) throws IOException {
    List<Ref> refs = new ArrayList<>();
    try {
      for (Ref ref : store.repository().getRefDatabase().getRefsByPrefix(prefix)) {
        refs.add(inside(ref, ref.getName()));
      }
      return refs;
    } catch (IOException | RuntimeException e) {
      throw broken(prefix, e);
    }
  }

  /** JGit follows a ref by its name even out of the repository, and says what it reads there. */
  private static Ref inside(Ref start, String name) throws IOException {
    Ref ref = start;
    while (ref != null && ref.isSymbolic()) {
      ref = ref.getTarget();
      if (!Repository.isValidRefName(ref.getName())) {
        throw new IOException("the ref " + name + " leads out of the repository");
      }
    }
    return start;
  }

  /** What leads to a broken ref is broken, too. */
  private Ref sound(Ref start, String name) throws IOException {
    if (files.isPresent()) {
      Ref leaf = start == null ? null : start.getLeaf();
      files.get().check(leaf == null ? name : leaf.getName(), leaf);
    }
    return start;
  }

  private static IOException broken(String name, Exception cause) {
    return new IOException("the ref " + name + " is broken", cause);
  }

  private Optional<ObjectId> id(String digits) throws IOException {
    List<ObjectId> commits = commitsBy(digits);
    return commits.size() == 1 ? Optional.of(commits.get(0)) : Optional.empty();
  }

  /** The commits whose ids begin with some digits, whatever branches and tags are called. */
  List<ObjectId> commitsBy(String digits) throws IOException {
    List<ObjectId> commits = new ArrayList<>();
    if (ID.matcher(digits).matches()) {
      for (ObjectId id : store.resolve(AbbreviatedObjectId.fromString(digits))) {
        peel(id).ifPresent(commits::add);
      }
    }
    return commits;
  }

  /** The commit that an object is, or that a tag object points to, where it is here. */
  private Optional<ObjectId> peel(ObjectId from) throws IOException {
    try {
      return commitOf(from);
    } catch (MissingObjectException e) {
      return Optional.empty();
    }
  }

  private Optional<ObjectId> commitOf(ObjectId from) throws IOException {
    ObjectId id = from;
    for (int i = 0; i < TAGS_OF_TAGS; i++) {
      int type = store.type(id);
      if (type == Constants.OBJ_COMMIT) {
        return Optional.of(id);
      }
      if (type != Constants.OBJ_TAG) {
        return Optional.empty();
      }
      Optional<ObjectId> tagged = tagged(store.beginning(id, type, TAG_LIMIT));
      if (tagged.isEmpty()) {
        return tagged;
      }
      id = tagged.get();
    }
    return Optional.empty();
  }

  private static Optional<ObjectId> tagged(byte[] tag) {
    int from = "object ".length();
    int to = from + Constants.OBJECT_ID_STRING_LENGTH;
    String id = to > tag.length ? "" : new String(tag, from, to - from, StandardCharsets.US_ASCII);
    return ObjectId.isId(id) ? Optional.of(ObjectId.fromString(id)) : Optional.empty();
  }

  /** The branch HEAD is on, without {@code refs/heads/}; empty when HEAD is detached. */
  Optional<String> checkedOut() throws IOException {
    Ref head = read(Constants.HEAD);
    return head != null && head.isSymbolic()
        ? Optional.of(head.getTarget().getName())
            .filter(name -> name.startsWith(Constants.R_HEADS))
            .map(name -> name.substring(Constants.R_HEADS.length()))
        : Optional.empty();
  }
}
