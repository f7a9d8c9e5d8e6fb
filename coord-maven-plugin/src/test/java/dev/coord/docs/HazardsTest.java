package dev.coord.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page on hazards promises is held by the tests that it names. */
class HazardsTest {

  private static final Document PAGE = Document.of("docs/hazards.md");

  private static final Set<String> TESTS =
      Set.of("Test", "ParameterizedTest", "TestFactory", "RepeatedTest");

  @ParameterizedTest
  @ValueSource(strings = {"Input", "Git", "Machine"})
  void every_row_names_a_threat_an_answer_and_tests(String section) {
    List<List<String>> rows = PAGE.table(section, "threat");

    assertThat(rows).hasSizeGreaterThan(9);
    for (List<String> row : rows) {
      assertThat(row).hasSize(3).noneMatch(String::isBlank);
      assertThat(row.get(2)).matches("`\\w+\\.\\w+`(, `\\w+\\.\\w+`)*");
    }
    assertThat(rows.stream().map(row -> row.get(0))).doesNotHaveDuplicates();
  }

  @Test
  void every_test_that_is_named_exists() throws IOException {
    Set<String> named =
        Stream.of("Input", "Git", "Machine")
            .flatMap(section -> PAGE.table(section, "threat").stream())
            .flatMap(row -> Document.words(row.get(2)).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> classes =
        named.stream().map(test -> test.split("\\.")[0]).collect(Collectors.toSet());
    Set<String> tests =
        testClasses(classes)
            .flatMap(type -> Stream.of(type.getDeclaredMethods()))
            .filter(HazardsTest::isTest)
            .map(test -> test.getDeclaringClass().getSimpleName() + "." + test.getName())
            .collect(Collectors.toSet());

    assertThat(named).hasSizeGreaterThan(100);
    assertThat(tests).containsAll(named);
  }

  /** Those of the given names that the build runs. */
  private static Stream<Class<?>> testClasses(Set<String> names) throws IOException {
    Path root = Document.file("coord-maven-plugin/target/test-classes");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString().replace(File.separatorChar, '.'))
          .filter(file -> file.endsWith("Test.class") || file.endsWith("IT.class"))
          .map(file -> file.substring(0, file.length() - ".class".length()))
          .filter(name -> names.contains(name.substring(name.lastIndexOf('.') + 1)))
          .<Class<?>>map(HazardsTest::load)
          .toList()
          .stream();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, HazardsTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isTest(Method method) {
    return Stream.of(method.getAnnotations())
        .anyMatch(annotation -> TESTS.contains(annotation.annotationType().getSimpleName()));
  }
}
