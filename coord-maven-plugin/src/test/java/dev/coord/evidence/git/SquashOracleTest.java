package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.GitQuestions.BranchQuestion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares what is found of squashed branches with brute force over a history of few texts. */
class SquashOracleTest {

  private static final int COMMITS = 150;
  private static final int BRANCHES = 120;
  private static final List<String> PATHS = List.of("a", "b", "dir/a", "dir/sub/a", "z");

  /** More lines than a patch has around what it replaces. */
  private static final String BETWEEN = "1\n2\n3\n4\n5\n6\n7\n8\n";

  @TempDir Path directory;

  private final Random random = new Random(11);

  /** Contents by path, of each commit of main. */
  private final List<Map<String, String>> line = new ArrayList<>();

  private final List<Integer> starts = new ArrayList<>();
  private final List<Map<String, String>> tips = new ArrayList<>();

  @Test
  void a_squash_is_the_newest_commit_that_has_the_whole_change_or_makes_the_same_one() {
    TestRepository repository = TestRepository.init(directory);
    repository.gitWithInput(history().getBytes(StandardCharsets.UTF_8), "fast-import", "--quiet");
    List<String> ids = repository.git("rev-list", "--reverse", "main").lines().toList();
    BranchQuestion[] questions = new BranchQuestion[BRANCHES];
    for (int i = 0; i < BRANCHES; i++) {
      questions[i] = TestRepository.branch("work-" + i);
    }
    GitEvidence evidence = repository.observe(TestRepository.branches(questions));
    int found = 0;
    for (int i = 0; i < BRANCHES; i++) {
      Optional<String> expected = newest(starts.get(i), tips.get(i)).map(ids::get);
      BranchEvidence branch = evidence.branches().get("work-" + i);
      assertThat(branch.merge().optional().orElseThrow().merge().map(Commit::id))
          .as("work-%d from %d with %s", i, starts.get(i), tips.get(i))
          .isEqualTo(expected);
      found += expected.isPresent() ? 1 : 0;
    }
    assertThat(found).as("branches of both kinds").isBetween(BRANCHES / 5, BRANCHES * 4 / 5);
  }

  private String history() {
    StringBuilder stream = new StringBuilder();
    for (int i = 0; i < COMMITS; i++) {
      Map<String, String> before = i == 0 ? Map.of() : line.get(i - 1);
      Map<String, String> after = changed(before, 1 + random.nextInt(2));
      line.add(after);
      commit(stream, "main", i + 1, i, before, after);
    }
    for (int i = 0; i < BRANCHES; i++) {
      int start = i % 2 == 0 ? COMMITS - 2 - i % 20 : random.nextInt(COMMITS - 1);
      // Sometimes just what the next commit of main does.
      Map<String, String> tip =
          i % 8 == 0 ? line.get(start + 1) : changed(line.get(start), 1 + random.nextInt(3));
      starts.add(start);
      tips.add(tip);
      commit(stream, "work-" + i, COMMITS + i + 1, start + 1, line.get(start), tip);
    }
    return stream.toString();
  }

  /** Another first or last line at some paths; sometimes those they have, sometimes nothing. */
  private Map<String, String> changed(Map<String, String> before, int paths) {
    Map<String, String> after = new HashMap<>(before);
    for (int i = 0; i < paths; i++) {
      String path = PATHS.get(random.nextInt(PATHS.size()));
      String text = after.getOrDefault(path, text(0, 0));
      if (random.nextInt(10) == 0) {
        after.remove(path);
      } else if (random.nextBoolean()) {
        after.put(path, text(random.nextInt(6), last(text)));
      } else {
        after.put(path, text(first(text), random.nextInt(6)));
      }
    }
    return after;
  }

  private static String text(int first, int last) {
    return first + "\n" + BETWEEN + last + "\n";
  }

  private static int first(String text) {
    return text.charAt(0) - '0';
  }

  private static int last(String text) {
    return text.charAt(text.length() - 2) - '0';
  }

  private static void commit(
      StringBuilder stream,
      String branch,
      int mark,
      int parent,
      Map<String, String> before,
      Map<String, String> after) {
    stream.append("commit refs/heads/").append(branch).append("\nmark :").append(mark);
    stream.append("\ncommitter A <a@example.org> ").append(1_700_000_000L + mark * 60L);
    stream.append(" +0000\ndata 2\nx\n");
    if (parent > 0) {
      stream.append("from :").append(parent).append('\n');
    }
    for (String path : differing(before, after)) {
      if (after.containsKey(path)) {
        stream.append("M 100644 inline ").append(path).append("\ndata ");
        stream.append(after.get(path).length()).append('\n').append(after.get(path)).append('\n');
      } else {
        stream.append("D ").append(path).append('\n');
      }
    }
    stream.append('\n');
  }

  private static TreeSet<String> differing(Map<String, String> one, Map<String, String> other) {
    TreeSet<String> paths = new TreeSet<>(PATHS);
    paths.removeIf(path -> Objects.equals(one.get(path), other.get(path)));
    return paths;
  }

  private Optional<Integer> newest(int start, Map<String, String> tip) {
    TreeSet<String> sought = differing(line.get(start), tip);
    for (int i = COMMITS - 1; i > start && !sought.isEmpty(); i--) {
      boolean brought = has(i, tip, sought) && !has(i - 1, tip, sought);
      if (brought || makesTheSame(i, start, tip, sought)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private boolean has(int commit, Map<String, String> tip, TreeSet<String> paths) {
    return paths.stream()
        .allMatch(path -> Objects.equals(line.get(commit).get(path), tip.get(path)));
  }

  /** Whether a commit changes these paths, and of each the same ends by the same lines. */
  private boolean makesTheSame(
      int commit, int start, Map<String, String> tip, TreeSet<String> sought) {
    Map<String, String> before = line.get(commit - 1);
    Map<String, String> after = line.get(commit);
    return differing(before, after).containsAll(sought)
        && sought.stream()
            .allMatch(
                path ->
                    replaced(before.get(path), after.get(path))
                        .equals(replaced(line.get(start).get(path), tip.get(path))));
  }

  private static String replaced(String before, String after) {
    if (before == null || after == null) {
      return before + " by " + after;
    }
    String first = first(before) == first(after) ? "" : first(before) + " by " + first(after);
    String last = last(before) == last(after) ? "" : last(before) + " by " + last(after);
    return first + " and " + last;
  }
}
