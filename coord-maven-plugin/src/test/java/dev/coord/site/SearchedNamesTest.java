package dev.coord.site;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.FileChange.Kind;
import dev.coord.site.model.Block;
import dev.coord.site.model.Page;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the search finds by its name, and what it says of it. */
class SearchedNamesTest {

  private static final String PLAN =
      """
      people: [{id: ana, name: Ana Ruiz}]
      workstreams:
        - {id: a, title: The first, branch: feature/a, owns: ["/a/**"]}
        - {id: b, owns: ["/a/both.txt", "/b/**"]}
      boundaries:
        protected: ["/.github/**"]
        shared: [{paths: ["/pom.xml"], mode: inform}]
      """;

  private static Page search(Evidences seen) {
    return Pages.of(Cases.written(PLAN).evidence(seen).assess(), "search");
  }

  private static List<Block.Found> names(Page page) {
    return ((Block.Search) page.blocks().get(0)).also();
  }

  private static List<String> told(Page page) {
    return names(page).stream()
        .map(
            name ->
                name.kind()
                    + " "
                    + name.name()
                    + ": "
                    + name.more()
                    + " -> "
                    + name.target().path()
                    + "#"
                    + name.target().fragment())
        .toList();
  }

  @Test
  void a_file_says_whose_it_is_and_leads_there() {
    Evidences seen =
        evidence()
            .tracked(
                ".github/ci.yml", "a/both.txt", "b/x y.txt", "coord.yml", "else.txt", "pom.xml");

    assertThat(told(search(seen)))
        .contains(
            "File .github/ci.yml: protected -> ownership#",
            "File a/both.txt: owned by a and b -> workstreams/a#territory",
            "File b/x y.txt: owned by b -> workstreams/b#territory",
            "File else.txt: owned by nobody -> ownership#",
            "File pom.xml: shared -> ownership#")
        .anyMatch(
            line ->
                line.startsWith("Branch feature/a: ")
                    && line.endsWith("The first -> workstreams/a#standing"));
  }

  @Test
  void what_a_branch_adds_is_found_before_it_is_merged_and_what_it_deletes_while_it_is_tracked() {
    Evidences seen =
        evidence()
            .tracked("a/old.txt")
            .active(
                "feature/a",
                Deltas.live()
                    .change("a/new.txt", Kind.ADDED, 1, 0)
                    .change("a/gone.txt", Kind.DELETED, 0, 1)
                    .build());

    assertThat(names(search(seen)))
        .extracting(Block.Found::name)
        .contains("a/new.txt", "a/old.txt")
        .doesNotContain("a/gone.txt");
  }

  @Test
  void of_very_many_files_the_page_says_how_many_are_not_listed() {
    String[] many =
        IntStream.range(0, SearchedNames.MOST + 2)
            .mapToObj(i -> "b/%05d.txt".formatted(i))
            .toArray(String[]::new);
    Page page = search(evidence().tracked(many));

    assertThat(names(page))
        .filteredOn(name -> name.kind().equals("File"))
        .hasSize(SearchedNames.MOST);
    assertThat(Pages.verdict(page)).contains("; 2 tracked files are not listed.");
  }

  @Test
  void without_git_there_is_no_file() {
    assertThat(told(search(evidence().withoutGit("there is no repository"))))
        .hasSize(1)
        .allMatch(line -> line.startsWith("Branch feature/a: unknown"));
  }
}
