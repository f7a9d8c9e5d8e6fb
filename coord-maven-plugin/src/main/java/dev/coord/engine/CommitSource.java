package dev.coord.engine;

import dev.coord.evidence.Observation;
import dev.coord.evidence.git.GitRepository;
import java.util.List;
import java.util.Optional;

/** The tree of a commit. */
final class CommitSource implements PlanSource {

  private final GitRepository git;
  private final String commit;

  /**
   * The tree of a commit.
   *
   * @param commit full object id
   */
  CommitSource(GitRepository git, String commit) {
    this.git = git;
    this.commit = commit;
  }

  @Override
  public Entry entry(String path) {
    if (path.isEmpty()) {
      return Entry.DIRECTORY;
    }
    return known(git.entry(commit, path))
        .map(
            at ->
                switch (at.kind()) {
                  case FILE -> Entry.FILE;
                  case DIRECTORY -> Entry.DIRECTORY;
                  case LINK -> Entry.LINK;
                  case SUBMODULE -> Entry.FOREIGN;
                })
        .orElse(Entry.NONE);
  }

  @Override
  public byte[] read(String path, int most) {
    return known(git.file(commit, path, most)).orElse(new byte[0]);
  }

  @Override
  public List<String> filesBelow(String directory, boolean deep) {
    int depth = directory.isEmpty() ? 0 : directory.length() + 1;
    return known(git.files(commit, directory)).stream()
        .filter(path -> deep || path.indexOf('/', depth) < 0)
        .toList();
  }

  private static <T> T known(Observation<T> observation) {
    if (observation instanceof Observation.Unknown<T> unknown) {
      throw new UnreadableException(unknown.reason(), unknown.remedy());
    }
    return observation.optional().orElseThrow();
  }

  @Override
  public String displayed(String path) {
    return path;
  }

  @Override
  public Optional<String> commit() {
    return Optional.of(commit);
  }
}
