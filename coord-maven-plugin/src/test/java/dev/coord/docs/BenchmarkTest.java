package dev.coord.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the benchmark runs of coord, which no other build compiles. */
class BenchmarkTest {

  private static final Path PROBE =
      Path.of("").toAbsolutePath().resolveSibling("benchmark/probe/Probe.java");

  @TempDir Path classes;

  @Test
  void its_probe_fits_coord() throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(said, null, null)) {
      compiler
          .getTask(
              null,
              files,
              said,
              List.of("-proc:none", "-d", classes.toString()),
              null,
              files.getJavaFileObjects(PROBE))
          .call();
    }

    assertThat(said.getDiagnostics())
        .filteredOn(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .extracting(d -> d.getLineNumber() + ": " + d.getMessage(null))
        .isEmpty();
    assertThat(Files.exists(classes.resolve("Probe.class"))).isTrue();
  }
}
