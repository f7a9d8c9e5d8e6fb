package dev.coord.evidence.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Keeps JGit away from everything but the repository: no environment, no home directory, no system
 * configuration, no {@code git} process.
 *
 * <p>Left alone, JGit measures the file system's timestamps with probe files when it first opens a
 * repository, which takes seconds, writes the result to the user's configuration, and starts {@code
 * git} to find the system's configuration. Here the answers are given in advance.
 *
 * <p>JGit asks one reader for the whole class loader. It is installed once and stays: taking it
 * back after each use would pull it away from a repository that another thread is reading, and JGit
 * keeps what it learned from the first reader anyway. A Maven plugin has a class loader of its own,
 * so no other plugin's JGit is touched.
 */
final class OfflineSystemReader extends SystemReader.Delegate {

  private OfflineSystemReader(SystemReader delegate) {
    super(delegate);
  }

  /** Makes this the reader that JGit asks. Does nothing when it is already. */
  static synchronized void install() {
    if (!(SystemReader.getInstance() instanceof OfflineSystemReader)) {
      SystemReader.setInstance(new OfflineSystemReader(SystemReader.getInstance()));
      WindowCacheConfig cache = new WindowCacheConfig();
      // A mapped pack cannot be deleted on Windows while we look at it.
      cache.setPackedGitMMAP(false);
      cache.install();
    }
  }

  /** No variable counts: neither {@code GIT_DIR}, nor {@code PATH} with a git in it. */
  @Override
  public String getenv(String variable) {
    return null;
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    return new PresetConfig(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return new PresetConfig(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new PresetConfig(parent, fs);
  }

  /** A configuration without a file that knows the file system's timestamps, whichever it is. */
  private static final class PresetConfig extends FileBasedConfig {

    PresetConfig(Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public void load() {
      // There is no file.
    }

    @Override
    public void save() {
      // There is no file.
    }

    @Override
    public boolean isOutdated() {
      return false;
    }

    @Override
    public String getString(String section, String subsection, String name) {
      if (!"filesystem".equals(section)) {
        return super.getString(section, subsection, name);
      }
      // The coarsest that exists (FAT): JGit looks again at what changed less than this ago.
      return "timestampResolution".equalsIgnoreCase(name) ? "2 seconds" : "0 seconds";
    }
  }
}
