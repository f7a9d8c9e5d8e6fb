package dev.coord.plan.yaml;

import dev.coord.path.PathPatterns;
import dev.coord.plan.FileEntry;
import dev.coord.plan.Stretch.Counting;
import dev.coord.plan.Task;
import dev.coord.plan.Timing;
import dev.coord.plan.Workstream;
import dev.coord.plan.Workstream.Launch;
import dev.coord.plan.Workstream.Level;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Reads an item of {@code workstreams}. */
final class WorkstreamReader {
  static final Shape SHAPE = new Shape("a workstream", "{id: checkout, branch: feature/checkout}");
  private static final Shape LAUNCH =
      new Shape("\"launch\"", "launch: {order: 1, command: claude}");
  private static final Map<String, Level> LEVELS = EnumWords.of(Level.class);
  private static final Pattern ABSOLUTE = Pattern.compile("(?:[/\\\\]|[A-Za-z]:|~).*");
  private static final int LONGEST = 9_999;

  private WorkstreamReader() {}

  static Optional<Workstream> read(ReadContext context, YamlNode node) {
    return MappingReader.read(context, node, SHAPE, WorkstreamReader::workstream);
  }

  private static Optional<Workstream> workstream(MappingReader in) {
    Optional<String> id = in.id(Kind.WORKSTREAM);
    Optional<String> title = in.optional("title");
    String focus = in.markdown("focus");
    Optional<String> owner = in.reference("owner", Kind.PERSON);
    String phase = in.text("phase");
    Optional<String> branch = GitNames.branch(in, "branch");
    Optional<String> base = GitNames.commit(in, "base");
    Optional<String> mergedAs = GitNames.id(in, "merged_as");
    Optional<String> worktree = in.field("worktree").flatMap(field -> worktree(in, field));
    String status = in.text("status");
    boolean critical = in.flag("critical");
    Optional<LocalDate> start = in.date("start");
    OptionalInt duration = in.integer("duration", 1, LONGEST);
    Optional<LocalDate> due = in.date("due");
    List<String> dependsOn = in.references("depends_on", Kind.WORKSTREAM);
    PathPatterns owns = in.patterns("owns");
    PathPatterns keepsOff = in.patterns("keeps_off");
    Optional<Level> level = in.word("level", LEVELS);
    String why = in.markdown("why");
    List<Task> tasks = TaskReader.read(in, in.context().tasksOfWorkstream(id.orElse("")));
    Optional<Launch> launch = in.record("launch", WorkstreamReader::launch);
    Optional<String> progressFile = RepoFiles.path(in, "progress_file");
    List<FileEntry> files = FileEntryReader.read(in);
    String next = in.markdown("next");
    String notes = in.markdown("notes");
    return id.map(
        name ->
            new Workstream(
                in.origin(),
                name,
                title.orElse(name),
                focus,
                owner,
                phase,
                branch,
                base,
                mergedAs,
                worktree,
                status,
                critical,
                start,
                duration,
                due,
                dependsOn,
                owns,
                keepsOff,
                level,
                why,
                tasks,
                launch,
                progressFile,
                files,
                next,
                notes));
  }

  private static Optional<Launch> launch(ReadContext context, YamlNode node) {
    return MappingReader.read(
        context,
        node,
        LAUNCH,
        in -> {
          OptionalInt order = in.integer("order", 1, LONGEST);
          Timing when = TimingReader.read(in, Counting.DAYS, Counting.WEEKS, Counting.DATES);
          String terminal = in.text("terminal");
          String directory = in.text("directory");
          String command = in.markdown("command");
          Optional<String> promptFile = RepoFiles.path(in, "prompt_file");
          String prompt = in.markdown("prompt");
          List<String> waitFor = in.references("wait_for", Kind.WORKSTREAM);
          boolean publish = in.flag("publish");
          return Optional.of(
              new Launch(
                  in.origin(),
                  order,
                  when,
                  terminal,
                  directory,
                  command,
                  promptFile,
                  prompt,
                  waitFor,
                  publish));
        });
  }

  private static Optional<String> worktree(MappingReader in, Field field) {
    Optional<String> path = in.scalars().text(field);
    if (path.isPresent()
        && (ABSOLUTE.matcher(path.get()).matches() || path.get().indexOf('\\') >= 0)) {
      in.context()
          .error(
              field.place(),
              field.label() + " must be a relative path, but is " + Words.quote(path.get()),
              "Write it from the root of the repository, such as "
                  + field.example("../shop-checkout")
                  + ".");
      return Optional.empty();
    }
    return path;
  }
}
