package dev.coord.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that a stranger can commit. */
class HostileTextIT {

  /** What the search page and pages with a long table run; no other page runs anything. */
  private static final Pattern OURS =
      Pattern.compile(
          "<script src=\"(\\.\\./)?assets/(search\\.js\" defer|tables\\.js\" defer"
              + " blocking=\"render\")></script>");

  private static final String SCRIPT = "<script>alert(1)</script>";
  private static final String ESCAPE = "\u001b[2J\u001b]0;owned\u0007";

  @TempDir Path directory;

  @Test
  void texts_of_plan_and_git_reach_neither_console_nor_page_as_commands() {
    String branch = "feature/<script>alert(1)";
    GitProject project = GitProject.in(directory);
    Team.files(project)
        .file(
            "coord.yml",
            """
            coord: 1
            project:
              name: "Shop <script>alert(1)</script> ##[error]plan"
              integration_branch: main
              purpose: "<img src=x onerror=alert(1)> [link](javascript:alert(1))"
            workstreams:
              - id: checkout
                title: "::error::title ##[error]"
                branch: feature/checkout
                owns: [/src/main/java/shop/checkout/]
              - id: catalog
                title: "Catalog \\u202e"
                branch: feature/catalog
                owns: ["/evil/"]
                tasks: ["[ ] <script>alert(1)</script> ##vso[task.complete]"]
            boundaries: {unowned: fail}
            gates:
              - ownership: {}
            """)
        .commit("Open the shop");
    project.branch(branch);
    project
        .as("Eve " + SCRIPT + "\u001b[31m", "eve@team.example")
        .file("evil/" + SCRIPT.replace("/", "") + ".txt", "x\n")
        .file("evil/::error::name.txt", "x\n")
        .file("evil/" + ESCAPE.replace("/", "") + ".txt", "x\n")
        .commit("Add " + SCRIPT + " ::error::subject " + ESCAPE + "\n\nbody\n::error::body");

    MavenResult result = MavenRun.in(project).env("GITHUB_ACTIONS", "true").goal("site").fails();

    result.says("FAIL ownership", "changed by feature/<script>alert(1)");
    String coord =
        String.join("\n", result.output().lines().filter(HostileTextIT::isOfCoord).toList());
    assertThat(coord).doesNotContain("##[", "##vso[", "\u001b", "\u202e", "\u0007");
    assertThat(result.output().lines().filter(line -> line.startsWith("::")))
        .isNotEmpty()
        .allMatch(line -> line.matches("::(error|warning) (file=|title=).*"))
        .noneMatch(line -> line.substring(2).replaceFirst("::", "").contains("::error"));

    WrittenSite site = result.site();
    assertThat(site.verdict("index")).contains(branch);
    site.files()
        .forEach(
            (name, text) -> {
              assertThat(text).as(name).doesNotContain("\u001b", "\u0007");
              if (name.endsWith(".html")) {
                String foreign = OURS.matcher(text).replaceFirst("");
                assertThat(foreign).as(name).doesNotContain("<script", "<img", "javascript:");
                Document page = site.page(name.substring(0, name.length() - ".html".length()));
                boolean runs = name.equals("search.html") || !page.select("[data-all]").isEmpty();
                assertThat(page.select("script, img, [onerror]")).as(name).hasSize(runs ? 1 : 0);
              }
            });
    assertThat(site.page("ownership").text()).contains("<script>alert(1)<script>.txt");
  }

  @Test
  void a_step_summary_takes_no_markup_from_strangers() {
    GitProject project = Team.checkout(directory.resolve("shop"));
    project.file("[click](https://evil.example)/<b>x</b>|y.txt", "x\n").commit("Add a file");
    Path summary = directory.resolve("summary.md");

    MavenRun.in(project)
        .env("GITHUB_ACTIONS", "true")
        .env("GITHUB_STEP_SUMMARY", summary.toString())
        .goal("site")
        .fails();

    assertThat(summary)
        .content()
        .contains("## coord: fail", "owned by nobody")
        .doesNotContain("](https:", "<b>", "x|y");
  }

  /** Maven colours its own lines and names the branch nowhere. */
  private static boolean isOfCoord(String line) {
    return line.startsWith("[ERROR]") || line.startsWith("[WARNING]") || line.contains("coord");
  }
}
