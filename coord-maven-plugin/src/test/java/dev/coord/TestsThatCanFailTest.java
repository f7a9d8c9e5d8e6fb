package dev.coord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.Extension;

/**
 * No test can pass without having looked at anything. What this cannot see, an empty stream of
 * dynamic tests, {@link NoEmptyTestFactory} refuses while the tests run.
 */
class TestsThatCanFailTest {

  private static final Set<String> TESTS =
      Set.of(
          "org.junit.jupiter.api.Test",
          "org.junit.jupiter.api.TestFactory",
          "org.junit.jupiter.api.RepeatedTest",
          "org.junit.jupiter.params.ParameterizedTest");

  /** They lead to what is asserted, and assert nothing themselves. */
  private static final Set<String> LEADING =
      Set.of(
          "as",
          "describedAs",
          "withFailMessage",
          "overridingErrorMessage",
          "extracting",
          "flatExtracting",
          "filteredOn",
          "asString",
          "asInstanceOf",
          "usingRecursiveComparison",
          "usingComparator",
          "within",
          "tuple");

  /** They hold of nothing at all, too. */
  private static final Set<String> HOLDING_OF_NOTHING =
      Set.of(
          "allMatch",
          "allSatisfy",
          "are",
          "have",
          "noneMatch",
          "noneSatisfy",
          "areNot",
          "doNotHave",
          "doesNotContain",
          "doesNotContainAnyElementsOf",
          "doesNotContainPattern",
          "doesNotContainIgnoringCase",
          "doesNotHaveDuplicates",
          "isSubsetOf",
          "isSorted",
          "isSortedAccordingTo");

  private static final Set<String> SWITCHES =
      Set.of("org.junit.jupiter.api.Disabled", "org.junit.jupiter.api.Assumptions");

  private static final JavaClasses WRITTEN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
          .importPackages(ShippedClasses.ROOT);

  @Test
  void every_test_asserts_something_that_does_not_hold_of_nothing() {
    assertThat(tests(written()).toList()).hasSizeGreaterThan(1000);
    assertThat(vacuous(written())).isEmpty();
  }

  @Test
  void a_test_that_cannot_fail_is_found() {
    JavaClasses examples = new ClassFileImporter().importClasses(Examples.class, Helper.class);

    assertThat(vacuous(examples.stream()))
        .containsExactly(
            Examples.class.getName() + ".asserts_nothing()",
            Examples.class.getName() + ".leads_nowhere()",
            Examples.class.getName() + ".looks_at_no_element()");
  }

  @Test
  void a_factory_that_makes_no_test_is_refused_in_all_classes() throws IOException {
    for (Object none : List.of(Stream.of(), List.of(), List.of().iterator())) {
      assertThatThrownBy(() -> NoEmptyTestFactory.some("factory", none))
          .isInstanceOf(AssertionError.class)
          .hasMessage("factory makes no test");
    }
    assertThat((Stream<?>) NoEmptyTestFactory.some("factory", Stream.of(1))).hasSize(1);
    assertThat(ServiceLoader.load(Extension.class)).hasOnlyElementsOfType(NoEmptyTestFactory.class);
    Properties platform = new Properties();
    try (InputStream in = getClass().getResourceAsStream("/junit-platform.properties")) {
      platform.load(in);
    }
    assertThat(platform).containsEntry("junit.jupiter.extensions.autodetection.enabled", "true");
  }

  @Test
  void every_class_with_tests_is_one_that_the_build_runs() {
    List<String> names =
        tests(written())
            .map(JavaMethod::getOwner)
            .map(TestsThatCanFailTest::outermost)
            .distinct()
            .toList();

    assertThat(names).hasSizeGreaterThan(100).allMatch(name -> name.matches("\\w+(Test|IT)"));
  }

  @Test
  void no_test_is_switched_off() {
    Set<String> switched = new TreeSet<>();
    for (JavaClass type : WRITTEN) {
      type.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getName())
          .filter(
              name -> SWITCHES.contains(name) || name.startsWith("org.junit.jupiter.api.condition"))
          .forEach(name -> switched.add(type.getSimpleName() + " " + name));
    }

    assertThat(WRITTEN).isNotEmpty();
    assertThat(switched).isEmpty();
  }

  private static String outermost(JavaClass type) {
    return type.getEnclosingClass()
        .map(TestsThatCanFailTest::outermost)
        .orElse(type.getSimpleName());
  }

  private static Stream<JavaClass> written() {
    return WRITTEN.stream().filter(type -> !type.isEquivalentTo(Examples.class));
  }

  private static Set<String> vacuous(Stream<JavaClass> types) {
    Set<String> found = new TreeSet<>();
    tests(types).filter(test -> !canFail(test)).forEach(test -> found.add(test.getFullName()));
    return found;
  }

  private static Stream<JavaMethod> tests(Stream<JavaClass> types) {
    return types
        .flatMap(type -> type.getMethods().stream())
        .filter(
            method ->
                method.getAnnotations().stream()
                    .anyMatch(a -> TESTS.contains(a.getRawType().getName())));
  }

  /** Follows what a test calls and refers to, through the helpers that were written for tests. */
  private static boolean canFail(JavaMethod test) {
    Set<JavaCodeUnit> seen = new HashSet<>();
    Deque<JavaCodeUnit> open = new ArrayDeque<>(List.of(test));
    while (!open.isEmpty()) {
      JavaCodeUnit unit = open.remove();
      if (!seen.add(unit)) {
        continue;
      }
      for (JavaCodeUnitAccess<?> access :
          Stream.concat(
                  unit.getCallsFromSelf().stream(), unit.getCodeUnitReferencesFromSelf().stream())
              .toList()) {
        String owner = access.getTargetOwner().getName();
        if (asserts(owner, access.getName())) {
          return true;
        }
        if (owner.startsWith(ShippedClasses.ROOT + ".")) {
          access.getTarget().resolveMember().ifPresent(open::add);
        }
      }
    }
    return false;
  }

  private static boolean asserts(String owner, String name) {
    if (owner.startsWith("com.tngtech.archunit.")) {
      return name.equals("check");
    }
    return owner.startsWith("org.assertj.core.api.")
        && !name.equals("<init>")
        && !(name.startsWith("assertThat") && !name.startsWith("assertThatIllegal"))
        && !LEADING.contains(name)
        && !HOLDING_OF_NOTHING.contains(name);
  }

  /** What is to be found; its name keeps the build from running it. */
  static final class Examples {
    @Test
    void asserts_nothing() {
      Helper.help(1);
    }

    @Test
    void leads_nowhere() {
      assertThat(List.of(1)).as("one");
    }

    @Test
    void looks_at_no_element() {
      assertThat(List.of(1)).as("one").noneMatch(n -> n > 1);
    }

    @Test
    void asserts() {
      Helper.check(1);
    }

    @Test
    void asserts_for_each() {
      List.of(1).forEach(Helper::check);
    }
  }

  /** What a test may call. */
  static final class Helper {
    private Helper() {}

    static int help(int number) {
      return number + 1;
    }

    static void check(int number) {
      assertThat(number).isPositive();
    }
  }
}
