package dev.coord.evidence.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.Observation;
import dev.coord.evidence.Observation.Unknown;
import dev.coord.testing.Snapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notes as git writes and reads them. */
class NotesTest {

  private static final String REF = "refs/notes/coord";
  private static final Instant TIME = Instant.parse("2026-11-21T12:00:00Z");
  private static final int LARGEST = 1_000;

  @TempDir Path directory;

  private TestRepository made;

  @BeforeEach
  void make() {
    made = TestRepository.init(directory.resolve("shop"));
    made.commit("file", "0\n");
  }

  private static Observation<Boolean> add(TestRepository to, String text) {
    try (GitRepository repository = to.open()) {
      return repository.addNote(REF, text.getBytes(UTF_8), TIME);
    }
  }

  private static Observation<Optional<List<Note>>> read(TestRepository from) {
    try (GitRepository repository = from.open()) {
      return repository.notes(REF, 50, 2_000, LARGEST);
    }
  }

  private List<Note> notes() {
    return read(made).optional().orElseThrow().orElseThrow();
  }

  private List<String> texts() {
    return notes().stream()
        .map(n -> n.content().map(c -> new String(c, UTF_8)).orElse("-"))
        .toList();
  }

  private static Unknown<?> unknown(Observation<?> observation) {
    assertThat(observation).isInstanceOf(Unknown.class);
    return (Unknown<?>) observation;
  }

  @Test
  void git_shows_what_was_written() {
    String head = made.git("rev-parse", "HEAD");

    assertThat(add(made, "{\"result\": \"pass\"}\n")).isEqualTo(Observation.known(true));

    assertThat(made.git("notes", "--ref=coord", "show", "HEAD"))
        .isEqualTo("{\"result\": \"pass\"}");
    assertThat(made.git("notes", "--ref=coord", "list")).endsWith(" " + head);
    assertThat(made.git("log", "-1", "--notes=coord")).contains("Notes (coord):", "\"pass\"");
    assertThat(made.git("log", "-1", "--format=%an <%ae> %cn <%ce> %ct %B", REF))
        .isEqualTo(
            "coord <coord@localhost> coord <coord@localhost> "
                + TIME.getEpochSecond()
                + " Notes added by coord");
    assertThat(made.git("fsck", "--strict")).isEmpty();
  }

  @Test
  void a_second_note_takes_the_place_of_the_first_and_the_same_one_writes_nothing() {
    add(made, "1\n");
    String first = made.git("rev-parse", REF);
    assertThat(add(made, "2\n")).isEqualTo(Observation.known(true));
    String second = made.git("rev-parse", REF);
    assertThat(add(made, "2\n")).isEqualTo(Observation.known(false));

    assertThat(made.git("rev-parse", REF)).isEqualTo(second);
    assertThat(made.git("rev-parse", REF + "^")).isEqualTo(first);
    assertThat(made.git("notes", "--ref=coord", "show", "HEAD")).isEqualTo("2");
  }

  @Test
  void nothing_else_of_the_repository_changes() {
    made.git("tag", "v1");
    made.write("file", "staged\n").git("add", "file");
    made.write("file", "edited\n");
    String refs = made.git("for-each-ref");
    String status = made.git("status", "--porcelain");
    Map<String, String> before = kept();

    add(made, "1\n");

    assertThat(kept()).isEqualTo(before);
    assertThat(made.git("for-each-ref").lines().filter(l -> !l.endsWith(REF)))
        .containsExactlyElementsOf(refs.lines().toList());
    assertThat(made.git("status", "--porcelain")).isEqualTo(status);
  }

  /** Everything but the new objects, the ref of the notes and its log. */
  private Map<String, String> kept() {
    SortedMap<String, String> all = Snapshot.of(made.directory());
    all.keySet()
        .removeIf(
            name ->
                name.startsWith(".git/objects/")
                    || name.startsWith(".git/refs/notes")
                    || name.startsWith(".git/logs/refs/notes"));
    return all;
  }

  @Test
  void what_git_wrote_is_read_newest_first_and_without_that_of_head() {
    for (int i = 1; i <= 3; i++) {
      made.git("notes", "--ref=coord", "add", "-m", "note " + i);
      made.commit("file", i + "\n");
    }
    made.git("notes", "--ref=coord", "add", "-m", "of HEAD");

    assertThat(texts()).containsExactly("note 3\n", "note 2\n", "note 1\n");
    assertThat(notes().get(0).commit()).isEqualTo(made.git("rev-parse", "HEAD^"));
  }

  @Test
  void only_the_first_parents_count() {
    made.startBranch("work").commit("other", "1\n");
    made.git("notes", "--ref=coord", "add", "-m", "on the branch");
    made.checkout("main").commit("file", "1\n");
    made.git("notes", "--ref=coord", "add", "-m", "on main");
    made.merge("work");

    assertThat(texts()).containsExactly("on main\n");
  }

  @Test
  void without_the_ref_there_are_none() {
    assertThat(read(made)).isEqualTo(Observation.known(Optional.empty()));
  }

  @Test
  void as_many_are_read_as_were_asked_for() {
    for (int i = 1; i <= 4; i++) {
      made.git("notes", "--ref=coord", "add", "-m", "note " + i);
      made.commit("file", i + "\n");
    }
    try (GitRepository repository = made.open()) {
      assertThat(repository.notes(REF, 2, 2_000, LARGEST).optional().orElseThrow().orElseThrow())
          .extracting(Note::commit)
          .containsExactly(made.git("rev-parse", "HEAD~1"), made.git("rev-parse", "HEAD~2"));
      assertThat(repository.notes(REF, 50, 1, LARGEST).optional().orElseThrow().orElseThrow())
          .hasSize(1);
    }
  }

  @Test
  void hundreds_of_notes_are_the_same_for_git_and_coord_whoever_wrote_them() {
    int commits = 600;
    StringBuilder stream = new StringBuilder();
    for (int i = 1; i <= commits; i++) {
      stream.append("commit refs/heads/main\nmark :").append(i);
      stream.append("\ncommitter A <a@a.example> ").append(1_600_000_000 + i).append(" +0000\n");
      stream.append("data 1\nx\n");
      if (i == 1) {
        stream.append("M 100644 inline f\ndata 1\nx\n");
      }
    }
    stream.append("commit ").append(REF).append("\ncommitter A <a@a.example> 1600009999 +0000\n");
    stream.append("data 1\nn\n");
    for (int i = 1; i < commits; i++) {
      String text = "note " + i;
      stream.append("N inline :").append(i).append("\ndata ").append(text.length());
      stream.append("\n").append(text).append("\n");
    }
    made.gitWithInput(stream.toString().getBytes(UTF_8), "fast-import", "--quiet", "--force");
    made.git("reset", "-q", "--hard", "main");
    String listed = made.git("notes", "--ref=coord", "list");
    assertThat(listed.lines()).hasSize(commits - 1);

    assertThat(texts()).hasSize(50).startsWith("note 599", "note 598").endsWith("note 550");
    add(made, "of coord");
    made.commit("f", "y\n");
    made.git("notes", "--ref=coord", "add", "-m", "of git");
    made.commit("f", "z\n");

    assertThat(texts()).startsWith("of git\n", "of coord", "note 599");
    assertThat(made.git("notes", "--ref=coord", "list").lines())
        .hasSize(commits + 1)
        .containsAll(listed.lines().toList());
    assertThat(made.git("notes", "--ref=coord", "show", "HEAD~2")).isEqualTo("of coord");
    assertThat(made.git("fsck", "--strict")).isEmpty();
  }

  @Test
  void coord_alone_writes_as_many_and_git_lists_each() {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 260; i++) {
      made.gitWithInput(new byte[0], "commit", "-q", "--allow-empty", "-m", "c" + i);
      add(made, "note " + i);
      expected.add("note " + i);
    }
    String tip = made.git("rev-parse", "HEAD");
    assertThat(made.git("notes", "--ref=coord", "list").lines()).hasSize(260);
    assertThat(made.git("notes", "--ref=coord", "show", tip)).isEqualTo("note 259");
    assertThat(made.git("notes", "--ref=coord", "show", tip + "~259")).isEqualTo("note 0");
    Collections.reverse(expected);
    assertThat(texts()).containsExactlyElementsOf(expected.subList(1, 51));
  }

  @Test
  void runs_at_the_same_time_lose_no_note() throws Exception {
    int worktrees = 4;
    List<TestRepository> others = new ArrayList<>();
    for (int i = 0; i < worktrees; i++) {
      Path other = directory.resolve("worktree" + i);
      made.git("worktree", "add", "-q", "-b", "b" + i, other.toString());
      TestRepository at = TestRepository.at(other);
      at.commit("own" + i, "x\n");
      others.add(at);
    }
    ExecutorService threads = Executors.newFixedThreadPool(worktrees);
    try {
      List<Callable<Observation<Boolean>>> writers = new ArrayList<>();
      others.forEach(other -> writers.add(() -> add(other, other.directory().toString())));
      for (Future<Observation<Boolean>> written : threads.invokeAll(writers)) {
        assertThat(written.get()).isEqualTo(Observation.known(true));
      }
    } finally {
      threads.shutdownNow();
    }
    for (TestRepository other : others) {
      assertThat(other.git("notes", "--ref=coord", "show", "HEAD"))
          .isEqualTo(other.directory().toString());
    }
  }

  @Test
  void a_linked_worktree_writes_where_all_worktrees_read() {
    Path other = directory.resolve("linked");
    made.git("worktree", "add", "-q", "-b", "work", other.toString());

    add(TestRepository.at(other), "from there\n");
    made.git("worktree", "remove", "--force", other.toString());

    assertThat(made.git("notes", "--ref=coord", "show", "work")).isEqualTo("from there");
  }

  @Test
  void a_shallow_clone_writes_and_reads_as_far_as_it_goes() {
    made.git("notes", "--ref=coord", "add", "-m", "too old");
    made.commit("file", "1\n");
    made.commit("file", "2\n");
    made.git("notes", "--ref=coord", "add", "-m", "there");
    made.commit("file", "3\n");
    made.commit("file", "4\n");
    TestRepository clone = TestRepository.at(directory.resolve("clone"));
    String url = made.directory().toUri().toString();
    clone.git("clone", "-q", "--depth=3", url, ".");
    clone.git("fetch", "-q", "origin", REF + ":" + REF);

    assertThat(read(clone).optional().orElseThrow().orElseThrow())
        .extracting(note -> new String(note.content().orElseThrow(), UTF_8))
        .containsExactly("there\n");
    assertThat(add(clone, "new")).isEqualTo(Observation.known(true));
    clone.git("push", "-q", "origin", REF);
    assertThat(made.git("notes", "--ref=coord", "show", "HEAD")).isEqualTo("new");
  }

  @Test
  void a_note_that_is_too_large_or_no_file_is_there_without_content() throws IOException {
    made.write("large", "x".repeat(LARGEST + 1));
    made.git("notes", "--ref=coord", "add", "-F", "large");
    String first = made.git("rev-parse", "HEAD");
    String second = made.commit("file", "1\n");
    made.commit("file", "2\n");
    String large = made.git("rev-parse", REF + ":" + first);
    ByteArrayOutputStream tree = new ByteArrayOutputStream();
    for (String commit : new TreeSet<>(List.of(first, second))) {
      boolean isFirst = commit.equals(first);
      tree.writeBytes(TestRepository.treeEntry("100644", commit, isFirst ? large : second));
    }
    made.git("update-ref", REF, notesOf(made.object("tree", tree.toByteArray())));

    assertThat(notes()).extracting(Note::commit).containsExactly(second, first);
    assertThat(texts()).containsExactly("-", "-");
  }

  private String notesOf(String tree) {
    return made.git("commit-tree", tree, "-m", "notes");
  }

  @Test
  void a_ref_that_is_no_commit_or_is_damaged_is_unknown() throws IOException {
    made.commit("file", "1\n");
    made.git("update-ref", REF, made.git("rev-parse", "HEAD:file"));
    assertThat(unknown(read(made)).reason()).startsWith("the git repository cannot be read (");
    assertThat(unknown(add(made, "1")).reason()).startsWith(REF + " cannot be written (");

    made.git("update-ref", "-d", REF);
    String broken = made.object("tree", "100644 x".getBytes(UTF_8));
    Files.createDirectories(made.directory().resolve(".git/refs/notes"));
    Files.writeString(made.directory().resolve(".git/" + REF), notesOfBroken(broken) + "\n");
    assertThat(unknown(read(made)).reason()).isNotEmpty();
    assertThat(unknown(add(made, "1")).reason()).startsWith(REF + " cannot be written (");
  }

  private String notesOfBroken(String tree) {
    return made.object(
        "commit",
        ("tree " + tree + "\nauthor a <a> 1 +0000\ncommitter a <a> 1 +0000\n\nx\n")
            .getBytes(UTF_8));
  }

  @Test
  void a_ref_that_stands_for_a_branch_is_not_written_through() {
    made.git("symbolic-ref", REF, "refs/heads/main");
    String main = made.git("rev-parse", "main");

    Unknown<?> refused = unknown(add(made, "1"));

    assertThat(refused.reason()).isEqualTo(REF + " stands for refs/heads/main");
    assertThat(refused.remedy()).contains("git symbolic-ref --delete " + REF);
    assertThat(made.git("rev-parse", "main")).isEqualTo(main);
  }

  @Test
  void where_it_cannot_write_it_says_so_and_leaves_no_ref() throws IOException {
    Files.writeString(made.directory().resolve(".git/refs/notes"), "in the way\n");

    Unknown<?> refused = unknown(add(made, "1"));

    assertThat(refused.reason()).startsWith(REF + " cannot be written (");
    assertThat(refused.remedy()).startsWith("See that the git directory");
    assertThat(made.git("for-each-ref", "refs/notes")).isEmpty();
  }

  @Test
  void a_lock_that_was_left_behind_is_told() throws IOException {
    add(made, "1");
    Path lock = made.directory().resolve(".git/" + REF + ".lock");
    Files.writeString(lock, "");
    String before = made.git("rev-parse", REF);

    Unknown<?> refused = unknown(add(made, "2"));

    assertThat(refused.remedy()).contains("remove " + REF + ".lock");
    assertThat(lock).exists();
    assertThat(made.git("rev-parse", REF)).isEqualTo(before);
  }

  @Test
  void reftables_are_read_and_not_written() throws IOException {
    made.git("notes", "--ref=coord", "add", "-m", "before");
    made.commit("file", "1\n");
    try (FileRepository repository =
        new FileRepository(made.directory().resolve(".git").toFile())) {
      repository.convertRefStorage("reftable", true, false);
    }

    assertThat(texts()).containsExactly("before\n");
    assertThat(unknown(add(made, "1")).remedy())
        .isEqualTo("Write the note with git notes --ref=refs/notes/coord add -f -F status.json.");
  }

  @Test
  void uncommitted_changes_are_told_by_path_and_untracked_files_are_none() {
    made.write("untracked", "x\n");
    try (GitRepository repository = made.open()) {
      assertThat(repository.uncommitted()).isEqualTo(Observation.known(List.of()));
      made.write("file", "edited\n");
      assertThat(repository.uncommitted()).isEqualTo(Observation.known(List.of("file")));
      made.commit("moves on");
      assertThat(unknown(repository.uncommitted()).remedy()).isEqualTo("Run it again.");
    }
  }
}
