package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
 * Merges in memory come to what {@code git merge-tree --write-tree} comes to. In these histories no
 * two files are like each other; {@link RenameOracleTest} has renames.
 */
class MergeOracleTest {

  private static final int PAIRS = 500;
  private static final String MERGE_ALL =
      "alias.all=!f() { while read a b; do git"
          + " merge-tree --write-tree --name-only --no-messages $a $b; echo =; done; }; f";

  private static final List<String> PATHS =
      List.of("a", "b", "c", "d/a", "d/b", "d", "a/x", "e.bin");

  private record Entry(String mode, byte[] content) {}

  @TempDir private Path directory;
  private final Random random = new Random(42);
  private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
  private int marks;
  private List<String> paths = PATHS;

  @Test
  void random_histories_of_all_kinds_of_changes_conflict_where_git_says() throws IOException {
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
            .split("=\n?");

    List<String> wrong = new ArrayList<>();
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
        String[] lines = answers[i].split("\n");
        Set<String> expected = new TreeSet<>();
        Arrays.stream(lines)
            .skip(1)
            .map(name -> name.replaceAll("~(our|their)-\\d+$", ""))
            .forEach(expected::add);
        MemoryMerge merge = new MemoryMerge(git, git.head());
        MemoryMerge.Outcome outcome =
            merge.merge(state(git, "our-" + i), state(git, "their-" + i), FileMerge.Use.NEXT);
        Set<String> verdict =
            merge
                .merge(state(git, "our-" + i), state(git, "their-" + i), FileMerge.Use.VERDICT)
                .clashes()
                .keySet();
        conflicts += expected.isEmpty() ? 0 : 1;
        if (!expected.equals(outcome.clashes().keySet()) || !verdict.equals(expected)) {
          wrong.add("our-" + i + ": git " + expected + ", coord " + outcome.clashes());
        } else if (expected.isEmpty()) {
          Snapshot tree = Snapshot.of(ObjectId.fromString(lines[0]));
          Set<String> off =
              new TreeMerge(
                      git.trees(),
                      new FileMerge(git.contents(), MergeAttributes.of(git, git.head())))
                  .changes(tree, outcome.state().files())
                  .paths();
          if (!off.isEmpty()) {
            wrong.add("our-" + i + ": another content of " + off);
          }
        }
      }
    }
    assertThat(wrong).as("of %s pairs, %s of them in conflict", PAIRS, conflicts).isEmpty();
    assertThat(conflicts).isBetween(PAIRS / 5, PAIRS * 4 / 5);
  }

  private static MemoryMerge.State state(Internals git, String branch) throws IOException {
    CommitNode node = git.graph().node(git.tip(Optional.of(branch)).optional().orElseThrow());
    git.graph().parents(node);
    return MemoryMerge.State.of(node);
  }

  /** A base and two sides; of some, the sides met before, each in its own way. */
  private void history(int number) {
    boolean crossed = random.nextInt(4) == 0;
    // Of a file that is in the way git makes another one, and then finds that it was renamed.
    paths = crossed ? List.of("a", "b", "c", "d/b", "e.bin") : PATHS;
    Map<String, Entry> base = new TreeMap<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      change(base);
    }
    int root = commit("base" + number, base, List.of());
    Map<String, Entry> ours = changed(base);
    Map<String, Entry> theirs = random.nextInt(6) == 0 ? ours : changed(base);
    int our = commit("our-" + number, ours, List.of(root));
    int their = commit("their-" + number, theirs, List.of(root));
    if (crossed) {
      Map<String, Entry> mixed = new TreeMap<>(ours);
      Map<String, Entry> other = new TreeMap<>(theirs);
      if (random.nextBoolean()) {
        theirs.forEach(
            (path, entry) -> {
              if (random.nextBoolean() && fits(mixed, path)) {
                mixed.put(path, entry);
              }
            });
      }
      commit("our-" + number, changed(mixed), List.of(our, their));
      commit("their-" + number, changed(other), List.of(their, our));
    }
  }

  private Map<String, Entry> changed(Map<String, Entry> before) {
    Map<String, Entry> after = new TreeMap<>(before);
    for (int i = random.nextInt(3); i >= 0; i--) {
      change(after);
    }
    return after;
  }

  private static boolean fits(Map<String, Entry> files, String path) {
    return files.keySet().stream()
        .noneMatch(other -> other.startsWith(path + "/") || path.startsWith(other + "/"));
  }

  private void change(Map<String, Entry> files) {
    String path = paths.get(random.nextInt(paths.size()));
    if (!files.containsKey(path)) {
      files
          .keySet()
          .removeIf(other -> other.startsWith(path + "/") || path.startsWith(other + "/"));
      files.put(path, new Entry(mode(), fresh(path)));
      return;
    }
    Entry old = files.get(path);
    switch (random.nextInt(12)) {
      case 0 -> files.remove(path);
      case 1 -> files.put(path, new Entry(mode(), old.content()));
      case 2 -> files.put(path, new Entry(old.mode(), fresh(path)));
      case 3 -> files.put(path, new Entry(old.mode(), crlf(old.content())));
      default -> files.put(path, new Entry(old.mode(), edited(old.content())));
    }
  }

  private String mode() {
    int any = random.nextInt(12);
    return any == 0 ? "120000" : any < 3 ? "100755" : "100644";
  }

  private byte[] fresh(String path) {
    StringBuilder text = new StringBuilder(path.endsWith(".bin") ? "\0" : "");
    for (int i = random.nextInt(14); i > 0; i--) {
      text.append(line());
      text.append(i % 3 == 0 ? "only here: " + random.nextLong() + random.nextLong() + "\n" : "");
    }
    return end(text.toString());
  }

  /** Few different lines, so that they are found again elsewhere. */
  private String line() {
    return random.nextInt(3) == 0
        ? "line " + random.nextInt(40) + "\n"
        : random.nextBoolean() ? "}\n" : "\n";
  }

  private byte[] end(String text) {
    boolean cut = text.endsWith("\n") && random.nextInt(6) == 0;
    return (cut ? text.substring(0, text.length() - 1) : text).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] crlf(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    return (text.contains("\r") ? text.replace("\r", "") : text.replace("\n", "\r\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] edited(byte[] content) {
    List<String> lines =
        new ArrayList<>(
            Arrays.asList(new String(content, StandardCharsets.UTF_8).split("(?<=\n)")));
    int at = random.nextInt(lines.size() + 1);
    switch (random.nextInt(3)) {
      case 0 -> lines.add(at, line());
      case 1 -> lines.subList(Math.max(0, at - 1 - random.nextInt(2)), at).clear();
      default -> lines.set(Math.max(0, at - 1), line());
    }
    return end(String.join("", lines));
  }

  private int commit(String branch, Map<String, Entry> files, List<Integer> parents) {
    print("commit refs/heads/" + branch + "\nmark :" + ++marks + "\n");
    print("committer A <a@example.org> " + (1_700_000_000 + marks) + " +0000\ndata 1\nx\n");
    for (int i = 0; i < parents.size(); i++) {
      print((i == 0 ? "from :" : "merge :") + parents.get(i) + "\n");
    }
    print("deleteall\n");
    files.forEach(
        (path, entry) -> {
          print(
              "M " + entry.mode() + " inline " + path + "\ndata " + entry.content().length + "\n");
          stream.writeBytes(entry.content());
          print("\n");
        });
    print("\n");
    return marks;
  }

  private void print(String text) {
    stream.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
