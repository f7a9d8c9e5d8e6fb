package dev.coord.maven;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;

/** Lines as they are, where Maven's log would put its level before each. */
final class StandardOutput {

  private final OutputStream out;

  private StandardOutput(OutputStream out) {
    this.out = out;
  }

  /** That of the process, which a CI server reads whatever file the build's log goes to. */
  static StandardOutput ofProcess() {
    return new StandardOutput(new FileOutputStream(FileDescriptor.out));
  }

  /**
   * That of the build, which {@code -l} writes to a file and a program that embeds Maven reads.
   *
   * <p>Maven 4 takes it for one more logger, with a level before each line: there it is the
   * process's.
   */
  static StandardOutput ofBuild(MavenSession session) {
    String version = session.getRequest().getSystemProperties().getProperty("maven.version", "");
    return version.startsWith("3.") ? new StandardOutput(System.out) : ofProcess();
  }

  void print(List<String> lines) throws MojoExecutionException {
    if (lines.isEmpty()) {
      return;
    }
    try {
      out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
      // Not closed: standard output belongs to the whole process.
      out.flush();
    } catch (IOException e) {
      throw new MojoExecutionException("Standard output cannot be written: " + e.getMessage(), e);
    }
  }
}
