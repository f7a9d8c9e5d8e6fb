import java.nio.file.Path;

/**
 * A repository with a plan.
 *
 * @param name how rows call it
 * @param directory its working tree
 * @param place where Maven is started: no POM is there, the plan is found from it
 * @param integration the branch that the others are compared with
 * @param now the day on which coord judges it, so that two runs are alike
 * @param description its size, in numbers
 */
record Repository(
    String name,
    Path directory,
    Path place,
    String integration,
    String now,
    String description) {

  /** Where coord writes its site without a POM. */
  Path site() {
    return directory.resolve("target/coord");
  }
}
