import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.merge.MergeStrategy;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * Merges of branches as JGit does them in memory: how many nanoseconds all of them take the second
 * time, when the machine is warm.
 */
public final class JGitMerges {

  private JGitMerges() {}

  /** The git directory, and a file with two names of branches of remotes in each line. */
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    long nanos = 0;
    try (Repository repository =
        new FileRepositoryBuilder().setGitDir(directory.toFile()).setMustExist(true).build()) {
      for (int round = 0; round < 2; round++) {
        long start = System.nanoTime();
        for (String pair : Files.readAllLines(Path.of(arguments[1]))) {
          String[] names = pair.split(" ");
          MergeStrategy.RECURSIVE
              .newMerger(repository, true)
              .merge(
                  repository.resolve("refs/remotes/" + names[0]),
                  repository.resolve("refs/remotes/" + names[1]));
        }
        nanos = System.nanoTime() - start;
      }
    }
    System.out.println("nanos " + nanos);
  }
}
