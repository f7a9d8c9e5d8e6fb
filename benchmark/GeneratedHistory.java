import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A history as {@code git fast-import} reads it.
 *
 * <p>A main line, every eighth step of which merges a branch of one to eight commits; files that
 * are added from the first commit to the last and changed a line at a time; and live branches that
 * each change one module and, in the end, their own file of the plan. The plan comes late: shortly
 * before the first live branch begins, as in a project that has just adopted it.
 */
final class GeneratedHistory {

  static final String SIDE = "refs/heads/side-line";

  /** Lines of every generated file. */
  static final int LINES = 40;

  private static final int SIDE_COMMITS = 8;
  private static final int LIVE_COMMITS = 12;
  private static final long LAST_SECOND = 1_750_000_000L;
  private static final long STEP = 3_000;
  private static final long LIVE_STEP = 150;

  private final HistorySize size;
  private final GeneratedPlan plan;
  private final OutputStream out;
  private final Random random;
  private final int[] versions;
  private final List<Integer> mainLine = new ArrayList<>();

  /** By mark; there is no mark 0. */
  private final List<Long> times = new ArrayList<>(List.of(0L));
  private int files;
  private int marks;
  private int commits;
  private int planned = -1;
  private int planVersion;
  private int merged;

  GeneratedHistory(HistorySize size, GeneratedPlan plan, OutputStream out) {
    this.size = size;
    this.plan = plan;
    this.out = out;
    random = new Random(size.seed());
    versions = new int[size.files()];
  }

  void write() throws IOException {
    Set<Integer> first = grown(Math.max(size.modules(), size.files() / 10));
    commit("refs/heads/main", "Begin", 0, 0, first, Map.of());
    mainLine.add(marks);
    while (commits < size.commits()) {
      step();
    }
    for (int branch = 0; branch < size.branches(); branch++) {
      liveBranch(branch);
    }
    print("done\n");
  }

  private void step() throws IOException {
    int left = size.commits() - commits;
    // A step of the main line comes with half a side line's commit on the average.
    if (planned < 0 && left <= 2 * Math.min(size.behind(), size.commits() / 4) + 20) {
      planned = mainLine.size();
      mainCommit("Plan the work", Set.of(), plan.files(0));
    } else if (planned >= 0 && mainLine.size() % 40 == 0) {
      mainCommit("Look at the plan again", Set.of(), plan.projectFile(++planVersion));
    } else if (left > SIDE_COMMITS + 1 && mainLine.size() > 20 && random.nextInt(8) == 0) {
      sideLine();
    } else {
      mainCommit("Change " + commits, changedOrNew(), Map.of());
    }
  }

  private void mainCommit(String subject, Set<Integer> changed, Map<String, String> texts)
      throws IOException {
    commit("refs/heads/main", subject, mainLine.get(mainLine.size() - 1), 0, changed, texts);
    mainLine.add(marks);
  }

  private void sideLine() throws IOException {
    boolean named = planned >= 0 && merged < HistorySize.MERGED;
    int module = size.branches() + merged;
    int from = mainLine.get(mainLine.size() - 1 - random.nextInt(10) % (since(planned) + 1));
    int base = from;
    Set<Integer> all = new LinkedHashSet<>();
    int length = 1 + random.nextInt(SIDE_COMMITS);
    for (int i = 0; i < length; i++) {
      Set<Integer> changed = named ? of(module) : changedOrNew();
      all.addAll(changed);
      commit(SIDE, "Side step " + i, base, 0, changed, Map.of());
      base = marks;
    }
    String branch = named ? GeneratedPlan.mergedBranch(merged++) : "side-" + marks;
    if (named) {
      print("reset refs/heads/" + branch + "\nfrom :" + base + "\n\n");
    }
    int first = mainLine.get(mainLine.size() - 1);
    commit("refs/heads/main", "Merge branch '" + branch + "'", first, base, all, Map.of());
    mainLine.add(marks);
  }

  /** Commits of the main line that a side line may go back: none to before the plan. */
  private int since(int planned) {
    return Math.min(9, planned < 0 ? mainLine.size() - 1 : mainLine.size() - 1 - planned);
  }

  private void liveBranch(int number) throws IOException {
    int most = Math.max(1, mainLine.size() - 1 - (staysNear() ? planned : 0));
    int back = 1 + random.nextInt(Math.min(most, Math.max(1, size.behind())));
    int base = mainLine.get(Math.max(0, mainLine.size() - 1 - back));
    int length = 3 + random.nextInt(LIVE_COMMITS);
    String ref = "refs/heads/" + GeneratedPlan.liveBranch(number);
    for (int i = 0; i < length; i++) {
      commit(ref, "Work " + i, base, 0, of(number), Map.of());
      base = marks;
    }
    if (staysNear()) {
      commit(ref, "Tick what is done", base, 0, Set.of(), plan.claimed(number));
    }
  }

  /** Whether all live branches begin after the plan, and so know it. */
  private boolean staysNear() {
    return size.behind() < size.commits() / 2;
  }

  private Set<Integer> changedOrNew() {
    int due =
        (int) (size.files() / 10 + (size.files() * 9L / 10) * (commits + 1) / size.commits());
    Set<Integer> changed = grown(Math.min(size.files(), due + 1) - files);
    int more = 1 + random.nextInt(4);
    for (int i = 0; i < more; i++) {
      int file = random.nextInt(files);
      versions[file]++;
      changed.add(file);
    }
    return changed;
  }

  private Set<Integer> grown(int more) {
    Set<Integer> grown = new LinkedHashSet<>();
    for (int i = 0; i < more && files < size.files(); i++) {
      grown.add(files++);
    }
    return grown;
  }

  /** One to three files of a module, each changed. */
  private Set<Integer> of(int module) {
    int there = (files - 1 - module) / size.modules() + 1;
    Set<Integer> changed = new LinkedHashSet<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      int file = module + size.modules() * random.nextInt(there);
      versions[file]++;
      changed.add(file);
    }
    return changed;
  }

  private void commit(
      String ref,
      String subject,
      int from,
      int merge,
      Set<Integer> changed,
      Map<String, String> texts)
      throws IOException {
    boolean live = commits >= size.commits();
    if (!live) {
      commits++;
    }
    marks++;
    // A live branch is quick: none of its commits is later than HEAD, or before its parent.
    long time =
        live ? times.get(from) + LIVE_STEP : LAST_SECOND - (size.commits() - commits) * STEP;
    times.add(time);
    int author = random.nextInt(GeneratedPlan.PEOPLE);
    String who = "Person " + author + " <" + GeneratedPlan.address(author) + "> " + time;
    print("commit " + ref + "\nmark :" + marks + "\n");
    print("author " + who + " +0000\ncommitter " + who + " +0000\n");
    data(subject + "\n\nSo that the history has a message of usual length.\n");
    if (from != 0) {
      print("from :" + from + "\n");
    }
    if (merge != 0) {
      print("merge :" + merge + "\n");
    }
    for (int file : changed) {
      file(path(file), content(file, versions[file]));
    }
    for (Map.Entry<String, String> text : new TreeMap<>(texts).entrySet()) {
      file(text.getKey(), text.getValue());
    }
    print("\n");
  }

  private void file(String path, String content) throws IOException {
    print("M 100644 inline " + path + "\n");
    data(content);
  }

  private String path(int file) {
    int module = file % size.modules();
    int number = file / size.modules();
    StringBuilder path = new StringBuilder(GeneratedPlan.module(module));
    path.append("/src/main/java/com/example/m").append(module).append('/');
    int place = number / 6;
    for (int level = 0; level < size.depth(); level++) {
      path.append('p').append(place % 4).append('/');
      place /= 4;
    }
    return path.append("Class").append(number).append(".java").toString();
  }

  /** Each version changes one line, from the first to the last and again. */
  private static String content(int file, int version) {
    StringBuilder text = new StringBuilder(LINES * 48);
    for (int line = 0; line < LINES; line++) {
      int last = version < line ? 0 : version - (version - line) % LINES;
      int word = (file * 31 + line * 7 + last) * 0x9E3779B1 >>> 8;
      text.append("  int value").append(line).append(" = compute(").append(word).append(", ");
      text.append(last).append(");\n");
    }
    return text.toString();
  }

  private void data(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    print("data " + bytes.length + "\n");
    out.write(bytes);
    print("\n");
  }

  private void print(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
