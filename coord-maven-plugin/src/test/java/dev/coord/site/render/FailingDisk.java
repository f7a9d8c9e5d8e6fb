package dev.coord.site.render;

import java.io.IOException;
import java.nio.file.Path;

/** The disk, with something that happens before each of its steps. */
final class FailingDisk implements FileOperations {

  /** What happens before a step; it may throw. */
  interface Before {
    void step(String operation, Path path) throws IOException;
  }

  private final FileOperations disk = new Disk();
  private final Before before;

  FailingDisk(Before before) {
    this.before = before;
  }

  @Override
  public void createDirectory(Path directory) throws IOException {
    before.step("createDirectory", directory);
    disk.createDirectory(directory);
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    before.step("write", file);
    disk.write(file, content);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    before.step("rename", from);
    disk.rename(from, to);
  }

  @Override
  public void delete(Path file) throws IOException {
    before.step("delete", file);
    disk.delete(file);
  }
}
