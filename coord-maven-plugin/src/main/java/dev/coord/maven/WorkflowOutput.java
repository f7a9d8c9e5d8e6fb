package dev.coord.maven;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Writes workflow commands to standard output.
 *
 * <p>They work only at the start of a line, where Maven's log puts its level.
 */
final class WorkflowOutput {

  private WorkflowOutput() {}

  static void write(List<String> commands) throws MojoExecutionException {
    if (commands.isEmpty()) {
      return;
    }
    byte[] text = (String.join("\n", commands) + "\n").getBytes(StandardCharsets.UTF_8);
    // Not closed: standard output belongs to the whole process.
    @SuppressWarnings("resource")
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    try {
      out.write(text);
      out.flush();
    } catch (IOException e) {
      throw new MojoExecutionException("Standard output cannot be written: " + e.getMessage(), e);
    }
  }
}
