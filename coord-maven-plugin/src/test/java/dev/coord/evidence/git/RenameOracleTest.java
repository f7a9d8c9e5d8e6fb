package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.MergeForecast.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where files and directories are renamed, merges in memory come to what {@code git merge-tree
 * --write-tree} comes to, with git's own configuration. The sides have one merge base; {@link
 * MergeOracleTest} has several.
 */
class RenameOracleTest {

  private static final int PAIRS = Integer.getInteger("coord.oracle.pairs", 600);
  private static final long SEED = Long.getLong("coord.oracle.seed", 7);
  private static final String MERGE_ALL =
      "alias.all=!f() { while read a b; do"
          + " git merge-tree --write-tree --name-only --no-messages $a $b; echo =$?; done; }; f";

  private static final List<String> DIRECTORIES = List.of("", "d/", "d/s/", "e/", "f/g/", "h/");

  /** Conflicts that git tells, and lists no file for. */
  private static final Set<Kind> UNLISTED = EnumSet.of(Kind.DIRECTORY_SPLIT, Kind.NO_PLACE);

  private record Entry(String mode, String content) {}

  @TempDir private Path directory;
  private final Random random = new Random(SEED);
  private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
  private int marks;

  @Test
  void random_renames_of_files_and_directories_conflict_where_git_says() throws IOException {
    StringBuilder input = new StringBuilder();
    for (int i = 0; i < PAIRS; i++) {
      history(i);
      input.append("our-").append(i).append(" their-").append(i).append('\n');
    }
    TestRepository repository = TestRepository.init(directory);
    repository.gitWithInput(stream.toByteArray(), "fast-import", "--quiet");
    repository.git("symbolic-ref", "HEAD", "refs/heads/our-0");
    String[] answers =
        repository
            .gitWithInput(input.toString().getBytes(StandardCharsets.UTF_8), "-c", MERGE_ALL, "all")
            .split("\n(?=[0-9a-f]{40}\n)");

    List<String> wrong = new ArrayList<>();
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    int conflicts = 0;
    RepositoryLocation location = RepositoryLocation.find(directory).optional().orElseThrow();
    RepositoryFormat format =
        RepositoryFormat.read(location.commonDirectory()).optional().orElseThrow();
    try (ObjectStore store = new ObjectStore(location)) {
      Internals git =
          new Internals(
              location,
              format,
              store,
              new References(store, location, format).commit("HEAD").orElseThrow());
      for (int i = 0; i < PAIRS; i++) {
        List<String> lines = Arrays.asList(answers[i].strip().split("\n"));
        boolean conflict = lines.get(lines.size() - 1).equals("=1");
        Set<String> expected = new TreeSet<>();
        lines.subList(1, lines.size() - 1).stream()
            .map(name -> name.replaceAll("~(our|their)-\\d+$", ""))
            .forEach(expected::add);
        MemoryMerge merge = new MemoryMerge(git, git.head());
        MemoryMerge.Outcome outcome =
            merge.merge(state(git, "our-" + i), state(git, "their-" + i), FileMerge.Use.NEXT);
        MemoryMerge.Outcome verdict =
            merge.merge(state(git, "our-" + i), state(git, "their-" + i), FileMerge.Use.VERDICT);
        Set<String> found = new TreeSet<>();
        outcome
            .clashes()
            .forEach(
                (path, one) -> {
                  kinds.add(one.kind());
                  if (!UNLISTED.contains(one.kind())) {
                    found.add(path);
                  }
                });
        conflicts += conflict ? 1 : 0;
        if (conflict == outcome.clashes().isEmpty()
            || !expected.equals(found)
            || !verdict.clashes().equals(outcome.clashes())) {
          wrong.add("our-" + i + ": git " + conflict + expected + ", coord " + outcome.clashes());
        } else if (!conflict) {
          Set<String> off =
              new TreeMerge(
                      git.trees(),
                      new FileMerge(git.contents(), MergeAttributes.of(git, git.head())))
                  .changes(Snapshot.of(ObjectId.fromString(lines.get(0))), outcome.state().files())
                  .paths();
          if (!off.isEmpty()) {
            wrong.add("our-" + i + ": another content of " + off);
          }
        }
      }
    }
    assertThat(wrong).as("of %s pairs, %s of them in conflict", PAIRS, conflicts).isEmpty();
    assertThat(conflicts).isBetween(PAIRS / 5, PAIRS * 4 / 5);
    assertThat(kinds)
        .contains(
            Kind.RENAMED_TO_TWO,
            Kind.RENAMED_AND_DELETED,
            Kind.RENAMED_AND_ADDED,
            Kind.DIRECTORY_RENAMED,
            Kind.DIRECTORY_SPLIT,
            Kind.NO_PLACE);
  }

  private static MemoryMerge.State state(Internals git, String branch) throws IOException {
    CommitNode node = git.graph().node(git.tip(Optional.of(branch)).optional().orElseThrow());
    git.graph().parents(node);
    return MemoryMerge.State.of(node);
  }

  private void history(int number) {
    Map<String, Entry> base = new TreeMap<>();
    for (int i = 4 + random.nextInt(8); i > 0; i--) {
      add(base);
    }
    int root = commit("base-" + number, base, List.of());
    Map<String, Entry> ours = changed(base);
    Map<String, Entry> theirs = changed(base);
    commit("our-" + number, ours, List.of(root));
    commit("their-" + number, theirs, List.of(root));
  }

  private Map<String, Entry> changed(Map<String, Entry> before) {
    Map<String, Entry> after = new TreeMap<>(before);
    for (int i = random.nextInt(4); i >= 0; i--) {
      change(after);
    }
    return after;
  }

  private void change(Map<String, Entry> files) {
    String path = any(files);
    switch (path.isEmpty() ? 0 : random.nextInt(14)) {
      case 0, 1 -> add(files);
      case 2 -> files.remove(path);
      case 3 -> files.computeIfPresent(path, (any, old) -> new Entry(mode(), old.content()));
      case 4, 5, 6 -> files.put(name(files, path), edited(files.remove(path), random.nextInt(14)));
      case 7, 8 -> move(files, in(path), directory(), 8);
      case 9 -> move(files, in(path), directory(), 2);
      case 10, 11 -> {
        move(files, in(path), directory(), 2);
        move(files, in(path), directory(), 8);
      }
      default -> files.computeIfPresent(path, (any, old) -> edited(old, 1 + random.nextInt(4)));
    }
  }

  private static String in(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private String any(Map<String, Entry> files) {
    return files.isEmpty() ? "" : new ArrayList<>(files.keySet()).get(random.nextInt(files.size()));
  }

  private String directory() {
    return random.nextInt(3) == 0
        ? "n" + random.nextInt(3) + "/"
        : DIRECTORIES.get(random.nextInt(DIRECTORIES.size()));
  }

  private String name(Map<String, Entry> files, String path) {
    if (random.nextInt(3) == 0) {
      String common = "n0/r" + random.nextInt(2);
      return fits(files, common) ? common : path + random.nextInt(9);
    }
    String name =
        random.nextBoolean() ? path.substring(path.lastIndexOf('/') + 1) : "r" + random.nextInt(9);
    String renamed = directory() + name;
    return fits(files, renamed) ? renamed : path + random.nextInt(9);
  }

  /** Moves all files of a directory, or most of them. */
  private void move(Map<String, Entry> files, String from, String to, int mostOf) {
    if (from.isEmpty() || to.startsWith(from)) {
      return;
    }
    for (String path : new ArrayList<>(files.keySet())) {
      String moved = to + path.substring(Math.min(path.length(), from.length()));
      if (path.startsWith(from) && random.nextInt(8) < 8 * mostOf / 4 && fits(files, moved)) {
        files.put(moved, edited(files.remove(path), random.nextInt(3)));
      }
    }
  }

  private static boolean fits(Map<String, Entry> files, String path) {
    return files.keySet().stream()
        .noneMatch(
            other ->
                other.equals(path) || other.startsWith(path + "/") || path.startsWith(other + "/"));
  }

  private void add(Map<String, Entry> files) {
    String path = directory() + "f" + random.nextInt(6);
    if (fits(files, path)) {
      StringBuilder text = new StringBuilder();
      for (int i = 6 + random.nextInt(12); i > 0; i--) {
        text.append(line());
      }
      files.put(path, new Entry(mode(), text.toString()));
    }
  }

  private String mode() {
    int any = random.nextInt(20);
    return any == 0 ? "120000" : any < 3 ? "100755" : "100644";
  }

  private String line() {
    return random.nextInt(4) == 0
        ? "}\n"
        : "line " + random.nextInt(200) + " of " + random.nextInt(1000) + "\n";
  }

  private Entry edited(Entry old, int times) {
    List<String> lines = new ArrayList<>(Arrays.asList(old.content().split("(?<=\n)")));
    for (int i = 0; i < times; i++) {
      int at = random.nextInt(lines.size() + 1);
      if (at < lines.size() && random.nextBoolean()) {
        lines.set(at, line());
      } else if (at < lines.size() && lines.size() > 3 && random.nextBoolean()) {
        lines.remove(at);
      } else {
        lines.add(at, line());
      }
    }
    return new Entry(old.mode(), String.join("", lines));
  }

  private int commit(String branch, Map<String, Entry> files, List<Integer> parents) {
    print("commit refs/heads/" + branch + "\nmark :" + ++marks + "\n");
    print("committer A <a@example.org> " + (1_700_000_000 + marks) + " +0000\ndata 1\nx\n");
    for (int i = 0; i < parents.size(); i++) {
      print((i == 0 ? "from :" : "merge :") + parents.get(i) + "\n");
    }
    print("deleteall\n");
    files.forEach(
        (path, entry) ->
            print(
                "M "
                    + entry.mode()
                    + " inline "
                    + path
                    + "\ndata "
                    + entry.content().length()
                    + "\n"
                    + entry.content()
                    + "\n"));
    print("\n");
    return marks;
  }

  private void print(String text) {
    stream.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
