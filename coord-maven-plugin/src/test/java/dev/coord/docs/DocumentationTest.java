package dev.coord.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.coord.ShippedClasses;
import dev.coord.docs.Document.Code;
import dev.coord.evidence.reports.ReportKind;
import dev.coord.path.PathPattern;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The documentation says what the code does. */
class DocumentationTest {

  /** The headings of pages that links lead to. */
  private static final Map<String, Set<String>> ANCHORS = new ConcurrentHashMap<>();

  @TestFactory
  Stream<DynamicTest> a_plan_that_a_page_shows_reads_as_the_page_says() {
    return Document.all().stream()
        .flatMap(
            page ->
                page.code().stream()
                    .filter(code -> code.language().equals("yaml"))
                    .filter(code -> !code.comments().contains("not a plan"))
                    .map(
                        code ->
                            dynamicTest(
                                page.name() + ":" + code.line(), () -> checkPlan(page, code))));
  }

  private static void checkPlan(Document page, Code code) {
    assertThat(code.text()).matches(ExamplePlan::isPlan, "begins with a key of a plan");
    assertThat(ExamplePlan.messages(ExamplePlan.read(code.text())))
        .containsExactlyElementsOf(code.comments("refused"));
    for (String message : code.comments("refused")) {
      String shown = page.text().replaceAll("(?s)<!--.*?-->", "");
      assertThat(shown).as("the message outside of its comment").contains(message);
    }
  }

  @Test
  void plans_are_shown_and_refused_on_the_pages() {
    long plans =
        Document.all().stream()
            .flatMap(page -> page.code().stream())
            .filter(code -> code.language().equals("yaml") && ExamplePlan.isPlan(code.text()))
            .count();
    long refused =
        Document.of("docs/plan.md").code().stream()
            .filter(code -> !code.comments("refused").isEmpty())
            .count();

    assertThat(plans).isGreaterThan(20);
    assertThat(refused).isGreaterThan(1);
  }

  @Test
  void the_default_places_of_reports_are_those_that_are_looked_at() {
    Map<String, Set<String>> documented = new TreeMap<>();
    Document.of("docs/reports.md")
        .table("Where reports are found", "key")
        .forEach(
            row ->
                documented.put(
                    Document.words(row.get(0)).get(0), Set.copyOf(Document.words(row.get(1)))));

    Map<String, Set<String>> known = new TreeMap<>();
    for (ReportKind kind :
        List.of(
            ReportKind.TESTS, ReportKind.COVERAGE, ReportKind.FINDINGS, ReportKind.PULL_REQUESTS)) {
      known.put(
          kind.key(),
          kind.defaults().patterns().stream().map(PathPattern::text).collect(Collectors.toSet()));
    }
    assertThat(documented).isEqualTo(known);
  }

  @Test
  void every_parameter_is_documented_with_its_goals() {
    Map<String, Set<String>> documented = new TreeMap<>();
    Document.of("docs/goals.md")
        .table("Parameters", "parameter")
        .forEach(
            row ->
                documented.put(
                    Document.words(row.get(0)).get(0),
                    new TreeSet<>(Set.of(row.get(1).split(", ")))));

    assertThat(documented).isEqualTo(parameters());
  }

  /** Properties of the goals' parameters, each with the goals that have it. */
  private static Map<String, Set<String>> parameters() {
    Map<String, Set<String>> parameters = new TreeMap<>();
    ShippedClasses.SHIPPED.stream()
        .filter(type -> type.getSimpleName().endsWith("Mojo"))
        .forEach(
            type ->
                type.getFields().stream()
                    .flatMap(field -> property(field).stream())
                    .forEach(
                        property ->
                            parameters
                                .computeIfAbsent(property, key -> new TreeSet<>())
                                .addAll(goals(type))));
    return parameters;
  }

  /** The goals that a class is of. */
  private static Set<String> goals(JavaClass type) {
    if (type.getSimpleName().equals("AbstractCoordMojo")) {
      return Set.of("all");
    }
    return Stream.concat(Stream.of(type), type.getAllSubclasses().stream())
        .filter(goal -> !goal.getModifiers().contains(JavaModifier.ABSTRACT))
        .map(goal -> goal.getSimpleName().replace("Mojo", "").toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private static Optional<String> property(JavaField field) {
    return field
        .tryGetAnnotationOfType("org.apache.maven.plugins.annotations.Parameter")
        .flatMap(parameter -> parameter.get("property"))
        .map(Object::toString)
        .filter(property -> !property.isEmpty());
  }

  @Test
  void every_package_is_described_to_contributors() {
    Set<String> described = new TreeSet<>();
    Document.of("CONTRIBUTING.md")
        .table("Where things are", "package below `dev.coord`")
        .forEach(row -> described.addAll(Document.words(row.get(0))));

    assertThat(described).isEqualTo(packages());
  }

  private static Set<String> packages() {
    return ShippedClasses.SHIPPED.stream()
        .map(type -> type.getPackageName().substring(ShippedClasses.ROOT.length() + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @TestFactory
  Stream<DynamicTest> a_relative_link_leads_to_a_file_and_a_heading() {
    return Document.all().stream()
        .flatMap(
            page ->
                page.links().stream()
                    .filter(link -> !link.matches("[a-z]+:.*"))
                    .distinct()
                    .map(link -> dynamicTest(page.name() + " " + link, () -> follow(page, link))));
  }

  private static void follow(Document page, String link) {
    int hash = link.indexOf('#');
    String path = hash < 0 ? link : link.substring(0, hash);
    String target = path.isEmpty() ? page.name() : page.target(path);
    assertThat(Document.file(target)).exists();
    String fragment = hash < 0 ? "" : link.substring(hash + 1);
    if (fragment.matches("L[1-9][0-9]*") && !target.endsWith(".md")) {
      assertThat(Document.of(target).text().lines())
          .hasSizeGreaterThanOrEqualTo(Integer.parseInt(fragment.substring(1)));
    } else if (hash >= 0) {
      assertThat(ANCHORS.computeIfAbsent(target, linked -> Document.of(linked).anchors()))
          .contains(fragment);
    }
  }
}
