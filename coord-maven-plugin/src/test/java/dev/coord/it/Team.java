package dev.coord.it;

import java.nio.file.Path;

/**
 * A project of two workstreams without a POM, whose every gate holds: reports lie where the tools
 * would have put them.
 */
public final class Team {

  public static final String CHECKOUT = "src/main/java/shop/checkout/Basket.java";
  public static final String CATALOG = "src/main/java/shop/catalog/Catalog.java";
  public static final String COVERAGE = "target/site/jacoco/jacoco.xml";
  public static final String TESTS = "target/surefire-reports/TEST-shop.BasketTest.xml";

  /** The gates are in lines 20 to 22. */
  public static final String PLAN =
      """
      coord: 1
      project: {name: Shop, integration_branch: main}
      workstreams:
        - id: checkout
          owner: ana
          branch: feature/checkout
          owns: [/src/main/java/shop/checkout/]
          keeps_off: [/docs/legal/]
          tasks: ["[x] Basket totals", "[ ] Refunds"]
        - id: catalog
          owner: ben
          branch: feature/catalog
          owns: [/src/main/java/shop/catalog/]
          tasks: ["[ ] Search"]
      boundaries:
        shared:
          - {paths: [/docs/], mode: append_only}
        unowned: fail
      gates:
        - coverage: {lines: ">= 80%"}
        - tests: {failed: "= 0"}
        - ownership: {}
      """;

  private Team() {}

  /** The project on {@code main}, with one commit; {@code feature/catalog} has none of its own. */
  public static GitProject project(Path directory) {
    GitProject project = files(GitProject.in(directory));
    project.commit("Open the shop");
    project.git("branch", "feature/catalog");
    return project;
  }

  /** The project on {@code feature/checkout}, with a commit that keeps to its own paths. */
  public static GitProject checkout(Path directory) {
    GitProject project = project(directory).branch("feature/checkout");
    project.append(CHECKOUT, "// totals\n").commit("Add up the basket");
    return project;
  }

  public static GitProject files(GitProject project) {
    return reports(
        project
            .file("coord.yml", PLAN)
            .file(".gitignore", "target/\n")
            .file(CHECKOUT, "package shop.checkout;\n\nclass Basket {" + "\n".repeat(10) + "}\n")
            .file(CATALOG, "package shop.catalog;\n\nclass Catalog {}\n")
            .file("docs/terms.md", "# Terms\n")
            .file("docs/legal/imprint.md", "# Imprint\n"));
  }

  public static GitProject reports(GitProject project) {
    return coverage(project, 9, 1).file(TESTS, Reports.junit("shop.BasketTest", 3, 0, 0));
  }

  /** A POM that declares the plugin, with its configuration as XML. */
  static String pom(String configuration) {
    return Poms.project(
        "shop",
        """
          <build>
            <plugins>
              <plugin>
                <groupId>dev.coord</groupId>
                <artifactId>coord-maven-plugin</artifactId>
                <version>%s</version>
                <configuration>%s</configuration>
              </plugin>
            </plugins>
          </build>
        """
            .formatted(MavenRun.VERSION, configuration));
  }

  public static GitProject coverage(GitProject project, int covered, int missed) {
    return project.file(COVERAGE, Reports.jacoco("shop/checkout", "Basket.java", covered, missed));
  }
}
