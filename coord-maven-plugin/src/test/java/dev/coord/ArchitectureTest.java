package dev.coord;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.coord.ShippedClasses.ROOT;
import static dev.coord.ShippedClasses.SHIPPED;
import static dev.coord.ShippedClasses.breaks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may import whom: the package table of the design as data, and what follows from it. */
class ArchitectureTest {

  /** Package | its sentence | the packages above it that it may import ("*": all of them). */
  private static final List<Row> TABLE =
      lines(
              """
              diagnostic        | says where an input is wrong and what to do |
              path              | knows repository paths and patterns         | diagnostic
              concurrent        | lets threads work for one that waits        |
              plan              | holds what the team promised                | diagnostic path
              plan.yaml         | reads and writes plan files                 | diagnostic path plan
              markdown          | turns Markdown into safe HTML               | diagnostic
              evidence          | holds what is true, or why it is unknown    | diagnostic path plan
              evidence.xml      | streams hostile XML safely                  | diagnostic evidence
              evidence.json     | streams hostile JSON safely                 | diagnostic evidence
              evidence.yaml     | reads hostile YAML safely                   |
              evidence.reports  | finds report files of this build            | concurrent diagnostic path plan evidence
              evidence.git      | reads a repository                          | concurrent diagnostic path plan evidence evidence.yaml
              evidence.ssh      | tells whose key signed a commit             | evidence
              evidence.tests    | reads test reports                          | diagnostic path plan evidence evidence.xml evidence.reports
              evidence.coverage | reads coverage reports                      | diagnostic path plan evidence evidence.xml evidence.json evidence.reports
              evidence.findings | reads the results of analysers              | diagnostic path plan evidence evidence.xml evidence.json evidence.reports
              evidence.forge    | reads exported pull requests                | diagnostic path plan evidence evidence.xml evidence.json evidence.reports
              evidence.commands | runs the commands of gates                  | plan evidence
              evidence.metrics  | reads measured numbers                      | diagnostic path plan evidence evidence.xml evidence.json evidence.reports
              schedule          | reckons with the calendar                   | diagnostic plan
              rule              | judges facts that are handed to it          | diagnostic path plan evidence
              consistency       | finds where the plan contradicts itself     | diagnostic path plan schedule
              assess            | joins plan and evidence                     | concurrent diagnostic path plan evidence schedule consistency rule
              site.model        | is what pages are made of, as data          |
              site.draft        | is what pages are written with              | concurrent diagnostic path markdown plan evidence rule assess site.model
              site              | tells on pages what was found               | concurrent diagnostic path markdown plan evidence schedule rule assess site.model site.draft
              site.render.picture | draws pictures from their data alone      | site.model
              site.render       | writes pages from their data alone          | concurrent diagnostic markdown site.model site.render.picture
              publish           | writes the outputs beside the pages         | diagnostic path plan evidence schedule rule assess site site.model site.draft
              publish.feed      | writes the files that programs read         | diagnostic path plan evidence schedule rule assess site site.model site.draft publish markdown
              importer          | turns existing Markdown into a plan         | diagnostic plan plan.yaml markdown
              engine            | runs the line from end to end               | *
              maven             | translates Maven and nothing else           | diagnostic evidence.reports engine publish assess
              """)
          .map(cells -> new Row(cells.get(0), cells.get(1), words(cells.get(2))))
          .toList();

  /** Library | its packages | the packages of coord that may know it. */
  private static final List<Library> LIBRARIES =
      lines(
              """
              Jackson for YAML | com.fasterxml.jackson.dataformat                    | plan.yaml
              SnakeYAML        | org.yaml.snakeyaml                                  | plan.yaml evidence.yaml
              Jackson          | com.fasterxml.jackson.core                          | evidence.json plan.yaml publish engine
              flexmark         | com.vladsch.flexmark                                | markdown
              jsoup            | org.jsoup                                           | markdown
              JGit             | org.eclipse.jgit                                    | evidence.git
              FreeMarker       | freemarker                                          | site.render
              streaming XML    | com.ctc.wstx org.codehaus.stax2 javax.xml.stream    | evidence.xml
              Maven            | org.apache.maven org.codehaus.plexus javax.inject   | maven
              """)
          .map(cells -> new Library(cells.get(0), words(cells.get(1)), words(cells.get(2))))
          .toList();

  private record Row(String name, String sentence, Set<String> mayImport) {
    boolean importsAllAbove() {
      return mayImport.equals(Set.of("*"));
    }
  }

  private record Library(String name, Set<String> packages, Set<String> knownTo) {}

  @Test
  void every_package_on_disk_is_looked_at_and_stands_in_the_table() throws Exception {
    Set<String> onDisk = packagesOnDisk();
    Set<String> lookedAt = new TreeSet<>();
    SHIPPED.forEach(type -> lookedAt.add(type.getPackageName().replace(ROOT + ".", "")));

    assertThat(onDisk).isNotEmpty();
    assertThat(lookedAt).containsExactlyElementsOf(onDisk);
    assertThat(TABLE).extracting(Row::name).doesNotHaveDuplicates().containsAll(onDisk);
  }

  @Test
  void the_table_runs_one_way() {
    Set<String> above = new LinkedHashSet<>();
    for (Row row : TABLE) {
      if (!row.importsAllAbove()) {
        assertThat(above).as("rows above %s", row.name()).containsAll(row.mayImport());
      }
      above.add(row.name());
    }
    for (Library library : LIBRARIES) {
      assertThat(above).as("rows that know %s", library.name()).containsAll(library.knownTo());
    }
  }

  @TestFactory
  Stream<DynamicTest> a_package_imports_only_what_its_row_allows() {
    return TABLE.stream().map(row -> dynamicTest(row.name(), () -> imports(row).check(SHIPPED)));
  }

  @Test
  void an_import_that_the_row_does_not_allow_is_found() {
    Row tooStrict = new Row("plan", "imports nothing", Set.of());

    assertThat(imports(tooStrict).evaluate(SHIPPED).hasViolation()).isTrue();
  }

  @TestFactory
  Stream<DynamicTest> a_library_is_known_only_where_its_line_says() {
    return LIBRARIES.stream()
        .map(library -> dynamicTest(library.name(), () -> knows(library).check(SHIPPED)));
  }

  @Test
  void a_library_without_a_line_is_not_used() {
    assertThat(breaks(ArchitectureTest.class, onlyListedLibraries())).isTrue();

    onlyListedLibraries().check(SHIPPED);
  }

  @Test
  void packages_form_no_cycle() {
    slices()
        .matching(ROOT + ".(**)")
        .should()
        .beFreeOfCycles()
        .because("data flows one way: nothing downstream is known upstream")
        .check(SHIPPED);
  }

  private static ArchRule imports(Row row) {
    Set<String> allowed = new LinkedHashSet<>(Set.of(row.name()));
    if (row.importsAllAbove()) {
      TABLE.stream()
          .map(Row::name)
          .takeWhile(name -> !name.equals(row.name()))
          .forEach(allowed::add);
    } else {
      allowed.addAll(row.mayImport());
    }
    return classes()
        .that()
        .resideInAPackage(ROOT + "." + row.name())
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage(ROOT + "..").or(resideInAnyPackage(ours(allowed))))
        .because(row.name() + " " + row.sentence())
        .allowEmptyShould(true);
  }

  private static ArchRule knows(Library library) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(ours(library.knownTo()))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(trees(library.packages()))
        .because(library.name() + " can be made safe, and replaced, where few know it");
  }

  private static ArchRule onlyListedLibraries() {
    Set<String> listed = new TreeSet<>(Set.of("java", ROOT));
    LIBRARIES.forEach(library -> listed.addAll(library.packages()));
    return classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(trees(listed))
        .because("every library has a line that says who may know it");
  }

  /** Exactly these packages of coord, without those below them. */
  private static String[] ours(Set<String> names) {
    return names.stream().map(name -> ROOT + "." + name).toArray(String[]::new);
  }

  /** These packages and all below them. */
  private static String[] trees(Set<String> names) {
    return names.stream().map(name -> name + "..").toArray(String[]::new);
  }

  private static Stream<List<String>> lines(String table) {
    return table
        .lines()
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList());
  }

  private static Set<String> words(String cell) {
    return Arrays.stream(cell.split(" "))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The packages below the root that hold a type; a package's description alone is no type. */
  private static Set<String> packagesOnDisk() throws Exception {
    Path testClasses =
        Path.of(ArchitectureTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path root = testClasses.resolve("../../src/main/java/dev/coord").normalize();
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .map(file -> root.relativize(file.getParent()).toString())
          .map(name -> name.replace('\\', '.').replace('/', '.'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
