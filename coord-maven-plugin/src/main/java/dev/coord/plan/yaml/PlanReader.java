package dev.coord.plan.yaml;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Mojibake;
import dev.coord.plan.Plan;
import dev.coord.plan.PlanExtract;
import dev.coord.plan.Project;
import dev.coord.plan.Workstream;
import dev.coord.plan.yaml.YamlNode.Mapping;
import dev.coord.plan.yaml.YamlNode.Scalar;
import dev.coord.plan.yaml.YamlNode.Sequence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads plan files.
 *
 * <p>Bytes may come from anybody: whatever they are, the answer is a plan or places with problems
 * and remedies, in bounded time and memory. A file has at most 1 MiB, 200,000 keys and values,
 * texts of 65,536 characters and 32 levels; all files together have at most 8 MiB. Instances hold
 * no state.
 */
public final class PlanReader {
  /** The largest plan, in bytes of all of its files together. */
  static final int MAX_BYTES = 8 << 20;

  /**
   * Reads a whole plan: all of its files, merged and checked against each other.
   *
   * @param files at least one; only the first may include others, which the caller has added
   * @return the plan and what its readers should know, or what is wrong with it: all of it, as far
   *     as it can be told
   * @throws IllegalArgumentException when there is no file
   */
  public PlanReading read(List<PlanFile> files) {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("a plan has at least one file");
    }
    Problems problems = new Problems();
    Optional<Plan> plan = read(new PlanParts(files.get(0).path(), files), true, problems);
    return problems.isEmpty()
        ? new PlanReading(
            plan,
            Stream.concat(
                    files.stream().flatMap(PlanReader::misread),
                    plan.stream().flatMap(read -> ApprovalNames.of(read).stream()))
                .sorted(Comparator.comparing(Diagnostic::location))
                .toList())
        : new PlanReading(Optional.empty(), problems.sorted());
  }

  /** What was read in another character set before; nearly all files are ASCII alone. */
  private static Stream<Diagnostic> misread(PlanFile file) {
    for (byte b : file.content()) {
      if (b < 0) {
        return PlanText.of(file, YamlFile.Expected.PART, new Problems()).stream()
            .flatMap(text -> Mojibake.of(text.text(), text::atOffset).stream());
      }
    }
    return Stream.empty();
  }

  /**
   * Reads what there is of a plan that cannot be used, or of two where one is meant, for all that
   * is wrong with it. What the rest of the plan may mend is not told.
   *
   * @param plans what can be read, each plan on its own
   * @param found why it cannot be used, at least one error
   * @return no plan, and all mistakes
   * @throws IllegalArgumentException when nothing is wrong
   */
  public PlanReading refuse(List<PlanParts> plans, List<Diagnostic> found) {
    Problems problems = new Problems();
    found.forEach(problems::add);
    plans.forEach(plan -> read(plan, false, problems));
    return new PlanReading(Optional.empty(), problems.sorted());
  }

  /**
   * Reads files.
   *
   * @param all whether these are all files of the plan
   */
  private static Optional<Plan> read(PlanParts parts, boolean all, Problems problems) {
    ReadContext context = new ReadContext(problems);
    List<Mapping> readable = new ArrayList<>();
    boolean alone = all && parts.files().size() == 1;
    boolean complete = all;
    int bounded = bounded(parts.files());
    List<Parsed> parsed =
        parts.files().subList(0, bounded).parallelStream()
            .map(file -> Parsed.of(file, alone))
            .toList();
    if (bounded < parts.files().size()) {
      context.error(
          FileHead.begin(parts.files().get(bounded)),
          "the files of the plan have more than " + MAX_BYTES + " bytes up to this one",
          "Shorten the plan.");
      complete = false;
    }
    for (Parsed one : parsed) {
      PlanFile file = one.file();
      YamlFile tree = one.tree();
      problems.addAll(one.problems());
      complete &= tree.complete() && hasKnownIncludes(tree);
      List<Mapping> documents = FileHead.readable(context, tree.documents());
      complete &= documents.size() == tree.documents().size();
      for (Mapping document : documents) {
        if (file.path().equals(parts.first())) {
          FileHead.includes(context, document, file.path());
        } else {
          FileHead.refuseIncludes(context, document, parts.first());
        }
      }
      readable.addAll(documents);
    }
    if (!readable.isEmpty()) {
      return Optional.of(merged(context, parts.files(), readable, alone, complete));
    }
    if (complete && !alone) {
      lacksProject(context, parts.files());
    }
    return Optional.empty();
  }

  /** How many files there are before those that are too much. */
  private static int bounded(List<PlanFile> files) {
    long bytes = 0;
    for (int i = 0; i < files.size(); i++) {
      long size = files.get(i).size();
      bytes += size > PlanFile.MAX_BYTES ? 0 : size;
      if (bytes > MAX_BYTES) {
        return i;
      }
    }
    return files.size();
  }

  /** A file and what is wrong with its YAML alone. */
  private record Parsed(PlanFile file, YamlFile tree, Problems problems) {
    static Parsed of(PlanFile file, boolean alone) {
      Problems problems = new Problems();
      return new Parsed(file, YamlFile.read(file, alone, problems), problems);
    }
  }

  /** Whether all files of the plan are there, as far as one of them can tell. */
  private static boolean hasKnownIncludes(YamlFile file) {
    return file.documents().stream()
        .flatMap(document -> document.get(FileHead.INCLUDE).stream())
        .allMatch(YamlNode::isWhole);
  }

  private static Plan merged(
      ReadContext context,
      List<PlanFile> files,
      List<Mapping> readable,
      boolean alone,
      boolean complete) {
    Mapping joined = PlanMerge.merge(context, readable);
    Mapping merged = alone || complete ? joined : PlanMerge.withGaps(joined);
    context.doubts().look(merged, complete);
    Draft draft = TopLevel.read(context, merged);
    if (complete && merged.get("project").isEmpty()) {
      lacksProject(context, files);
    }
    Plan plan =
        draft.plan(files.stream().map(PlanFile::path).toList(), FileHead.begin(files.get(0)));
    PlanChecks.check(context, plan, merged.get("people").isPresent());
    return plan;
  }

  private static void lacksProject(ReadContext context, List<PlanFile> files) {
    context.error(
        FileHead.begin(files.get(0)),
        "the plan has no \"project\"",
        "Add for example 'project: {name: Shop}'.");
  }

  /**
   * Reads which further files a plan consists of.
   *
   * <p>A pattern is relative to the directory of the file, or to the root of the repository when it
   * begins with a slash; the result is anchored to the root.
   *
   * @return what can be read of the {@code include} list, in the order written; what is wrong with
   *     it is told by {@link #read(List)}
   */
  public List<Included> includes(PlanFile file) {
    if (!mayInclude(file)) {
      return List.of();
    }
    Problems problems = new Problems();
    return YamlFile.read(file, true, problems).documents().stream()
        .flatMap(tree -> FileHead.includes(new ReadContext(problems), tree, file.path()).stream())
        .toList();
  }

  /** Whether a file can have the key at all: reading a large plan twice takes its time. */
  private static boolean mayInclude(PlanFile file) {
    String text = new String(file.content(), StandardCharsets.ISO_8859_1);
    // A name in quotes may be escaped, and other encodings are refused when the plan is read.
    return text.contains(FileHead.INCLUDE) || text.indexOf('\\') >= 0;
  }

  /** Whether a file says that it is part of a plan, however many mistakes it has. */
  public boolean isPlan(PlanFile file) {
    return YamlFile.read(file, false, new Problems()).documents().stream()
        .anyMatch(document -> document.get(FileHead.VERSION).isPresent());
  }

  /**
   * Reads which branches a file's project names, without a look at the rest of it.
   *
   * @return empty when something is wrong with the file
   */
  public Optional<ProjectBranches> branches(PlanFile file) {
    Problems problems = new Problems();
    YamlFile tree = YamlFile.read(file, false, problems);
    return problems.isEmpty() ? ProjectBranches.of(tree) : Optional.empty();
  }

  /**
   * Reads how much work a version of a plan file holds and what it promises, without a look at
   * other files. Keys that this version of the format does not know, and parts with mistakes, are
   * passed over.
   *
   * @return empty when it is not YAML, or no part of a plan
   */
  public Optional<PlanExtract> extract(PlanFile file) {
    Problems problems = new Problems();
    ReadContext context = new ReadContext(problems);
    YamlFile tree = YamlFile.read(file, false, problems);
    if (!tree.complete() || !problems.isEmpty() || tree.documents().size() != 1) {
      return Optional.empty();
    }
    Draft draft = TopLevel.read(context, tree.documents().get(0));
    return Optional.of(
        PlanExtract.of(
            draft.workstreams,
            draft.sprints,
            draft.epics,
            draft.project.flatMap(Project::expectedEnd)));
  }

  /**
   * Reads what one version of a plan file says of one workstream, without a look at other files:
   * what it refers to is not checked.
   *
   * @param workstreamId the id, exactly as written
   */
  public ClaimsReading claims(PlanFile file, String workstreamId) {
    Problems problems = new Problems();
    ReadContext context = new ReadContext(problems);
    List<YamlNode> entries =
        FileHead.readable(context, YamlFile.read(file, true, problems).documents()).stream()
            .flatMap(document -> entries(document, workstreamId).stream())
            .toList();
    if (entries.isEmpty() && problems.isEmpty()) {
      context.error(
          FileHead.begin(file),
          "this version of the file does not define workstream " + Words.quote(workstreamId),
          "Merge the plan into the branch.");
    }
    // Two entries of one id are a mistake, which reading both tells.
    List<Workstream> workstreams =
        entries.stream().flatMap(node -> WorkstreamReader.read(context, node).stream()).toList();
    return new ClaimsReading(
        workstreams.stream().findFirst().filter(read -> problems.isEmpty()), problems.asWarnings());
  }

  private static List<YamlNode> entries(Mapping tree, String workstreamId) {
    if (!(tree.get("workstreams").orElse(null) instanceof Sequence list)) {
      return List.of();
    }
    return list.items().stream()
        .filter(
            item ->
                item instanceof Mapping workstream
                    && workstream.get("id").orElse(null) instanceof Scalar id
                    && id.text().equals(workstreamId))
        .toList();
  }
}
