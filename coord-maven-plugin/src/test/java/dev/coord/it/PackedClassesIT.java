package dev.coord.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What users run are not the classes that were compiled: {@code src/build/Desugar.java}. */
class PackedClassesIT {

  private static final Path LOCAL = Path.of(System.getProperty("coord.it.localRepository"));
  private static final String VERSION = System.getProperty("coord.it.version");

  @Test
  void no_lambda_is_left_to_link_when_the_goal_runs() throws IOException {
    Map<String, byte[]> classes = classes();

    List<String> linking = new ArrayList<>();
    classes.forEach(
        (name, bytes) -> {
          if (new String(bytes, StandardCharsets.ISO_8859_1).contains("LambdaMetafactory")) {
            linking.add(name);
          }
        });

    assertThat(linking).isEmpty();
    assertThat(classes).containsKey("dev.coord.engine.Coord$Lambdas");
  }

  @Test
  void the_virtual_machine_accepts_each_class() throws Exception {
    List<String> accepted = new ArrayList<>();
    try (URLClassLoader packed = new JarFirst(jar())) {
      for (String name : classes().keySet()) {
        Class<?> loaded = Class.forName(name, /* initialize= */ false, packed);
        assertThat(loaded.getClassLoader()).isSameAs(packed);
        // Asking for methods links the class, and so verifies it.
        loaded.getDeclaredMethods();
        accepted.add(name);
      }
    }
    assertThat(accepted).hasSizeGreaterThan(1_000);
  }

  @Test
  void records_keep_the_equality_that_they_were_written_with() throws Exception {
    try (URLClassLoader packed = new JarFirst(jar())) {
      Class<?> location = packed.loadClass("dev.coord.diagnostic.Location");
      Object one = location(location, "plan.yml", 3, 4);

      assertThat(one)
          .isEqualTo(location(location, "plan.yml", 3, 4))
          .hasSameHashCodeAs(location(location, "plan.yml", 3, 4))
          .isNotEqualTo(location(location, "plan.yml", 3, 5))
          .isNotEqualTo(location(location, "other.yml", 3, 4))
          .isNotEqualTo(null);
    }
  }

  private static Object location(Class<?> type, String file, int line, int column)
      throws ReflectiveOperationException {
    return type.getConstructor(String.class, int.class, int.class, Optional.class)
        .newInstance(file, line, column, Optional.empty());
  }

  private static Path jar() throws IOException {
    Path directory = LOCAL.resolve("dev/coord/coord-maven-plugin").resolve(VERSION);
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
    }
  }

  /** coord's own classes in the jar, by name. */
  private static Map<String, byte[]> classes() throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    try (JarFile jar = new JarFile(jar().toFile())) {
      for (JarEntry entry : jar.stream().toList()) {
        if (entry.getName().startsWith("dev/coord/") && entry.getName().endsWith(".class")) {
          String path = entry.getName().substring(0, entry.getName().length() - ".class".length());
          classes.put(path.replace('/', '.'), jar.getInputStream(entry).readAllBytes());
        }
      }
    }
    return classes;
  }

  /** Takes coord's classes from the jar, though the compiled ones are on the class path, too. */
  private static final class JarFirst extends URLClassLoader {

    JarFirst(Path jar) throws IOException {
      super(new URL[] {jar.toUri().toURL()}, PackedClassesIT.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        if (!name.startsWith("dev.coord.")) {
          return super.loadClass(name, resolve);
        }
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : findClass(name);
      }
    }
  }
}
