import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the command line asks for. */
final class Options {

  static final String USAGE =
      """
      usage: benchmark/run [options]

        --only 1,7            these targets (of 1 to 10)
        --pairs N             alternating pairs of each row (5)
        --quick               tiny sizes, to see that everything runs; the ratios mean nothing
        --full                also what takes minutes: a coverage report of 1 GB

        --commits N           commits of the large repository (35000)
        --files N             files of the large repository (11000)
        --branches N          live branches of the large and the small repository (20)
        --behind N            how many commits back the live branches begin at most (300)
        --depth N             directories below a package (3)
        --seed N              another history of the same size (1)
        --small-commits N     commits of the small repository (2500)
        --state-commits N     commits of the repository of target 5 (12000)
        --repository PATH     a real repository instead of the large one; it is cloned, never changed

        --flags "OPTIONS"     flags of the JVM for both sides (none)
        --maven PATH          the mvn to run (mvn)
        --hugo PATH           the hugo to compare pages with (hugo)
        --local-repository P  where Maven's plugins are copied from (~/.m2/repository)
        --work DIR            work here, and keep it: what it holds already is used again
        --keep                keep the directory of the work
      """;

  /** The command line is wrong. */
  static final class WrongUseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongUseException(String message) {
      super(message);
    }
  }

  static final List<Integer> TARGETS = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

  Set<Integer> only = new TreeSet<>(TARGETS);
  int pairs = 5;
  boolean quick;
  boolean full;
  boolean keep;
  boolean help;
  Optional<Integer> commits = Optional.empty();
  Optional<Integer> files = Optional.empty();
  Optional<Integer> branches = Optional.empty();
  Optional<Integer> behind = Optional.empty();
  Optional<Integer> smallCommits = Optional.empty();
  Optional<Integer> stateCommits = Optional.empty();
  int depth = 3;
  long seed = 1;
  Optional<Path> repository = Optional.empty();
  Optional<Path> work = Optional.empty();
  String maven = "mvn";
  String hugo = "hugo";
  Path localRepository = Path.of(System.getProperty("user.home"), ".m2", "repository");
  List<String> flags = List.of();

  static Options parse(String[] arguments) {
    Options options = new Options();
    Deque<String> left = new ArrayDeque<>(Arrays.asList(arguments));
    while (!left.isEmpty()) {
      options.take(left.pop(), left);
    }
    options.repository.ifPresent(Options::checked);
    checked(options.localRepository);
    return options;
  }

  private static void checked(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new WrongUseException(directory + " is not a directory");
    }
  }

  private void take(String option, Deque<String> left) {
    switch (option) {
      case "--only" -> only = targets(value(option, left));
      case "--pairs" -> pairs = number(option, left);
      case "--quick" -> quick = true;
      case "--full" -> full = true;
      case "--keep" -> keep = true;
      case "--help", "-h" -> help = true;
      case "--commits" -> commits = Optional.of(number(option, left));
      case "--files" -> files = Optional.of(number(option, left));
      case "--branches" -> branches = Optional.of(number(option, left));
      case "--behind" -> behind = Optional.of(number(option, left));
      case "--small-commits" -> smallCommits = Optional.of(number(option, left));
      case "--state-commits" -> stateCommits = Optional.of(number(option, left));
      case "--depth" -> depth = number(option, left);
      case "--seed" -> seed = number(option, left);
      case "--repository" -> repository = Optional.of(path(option, left));
      case "--work" -> work = Optional.of(path(option, left));
      case "--local-repository" -> localRepository = path(option, left);
      case "--maven" -> maven = program(value(option, left));
      case "--hugo" -> hugo = program(value(option, left));
      case "--flags" -> flags = List.of(value(option, left).strip().split("\\s+"));
      default -> throw new WrongUseException("unknown option " + option);
    }
  }

  private static String value(String option, Deque<String> left) {
    if (left.isEmpty() || left.peek().isBlank()) {
      throw new WrongUseException(option + " needs a value");
    }
    return left.pop();
  }

  private static int number(String option, Deque<String> left) {
    String text = value(option, left);
    if (!text.matches("[1-9][0-9]{0,7}")) {
      throw new WrongUseException(option + " needs a whole number above zero, not " + text);
    }
    return Integer.parseInt(text);
  }

  private static Path path(String option, Deque<String> left) {
    return Path.of(value(option, left)).toAbsolutePath().normalize();
  }

  /** A command of the PATH stays a name; anything else is a file, wherever it is started. */
  private static String program(String text) {
    return text.contains("/") ? Path.of(text).toAbsolutePath().normalize().toString() : text;
  }

  private static Set<Integer> targets(String text) {
    Set<Integer> targets = new TreeSet<>();
    for (String part : text.split(",", -1)) {
      if (TARGETS.stream().noneMatch(target -> part.equals(target.toString()))) {
        throw new WrongUseException("--only knows the targets " + TARGETS + ", not " + part);
      }
      targets.add(Integer.valueOf(part));
    }
    return targets;
  }

  int commits() {
    return commits.orElse(quick ? 400 : 35_000);
  }

  int files() {
    return files.orElse(quick ? 300 : 11_000);
  }

  int branches() {
    return branches.orElse(quick ? 4 : 20);
  }

  int behind() {
    return behind.orElse(quick ? 30 : 300);
  }

  int smallCommits() {
    return smallCommits.orElse(quick ? 200 : 2_500);
  }

  int stateCommits() {
    return stateCommits.orElse(quick ? 200 : 12_000);
  }
}
