package dev.coord.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the READMEs promise a newcomer, done as they say, in a copy of this checkout. It takes the
 * longest of all, and so begins first.
 */
@Order(1)
class DemonstrationIT {

  private static final Path CHECKOUT = Path.of("").toAbsolutePath().getParent();
  private static final Set<String> LEFT_BEHIND = Set.of(".git", ".idea", "target");
  private static final long SECONDS = 300;

  @TempDir Path directory;

  @Test
  void the_first_command_ends_with_a_page_and_each_broken_rule_turns_it_red() throws Exception {
    copy();
    String first =
        Readme.at(CHECKOUT.resolve("README.md")).section("Try it").blocks().get(0).code();

    MavenResult demonstration = sh(first, directory);

    assertThat(demonstration.exit()).as(demonstration.output()).isZero();
    List<String> lines = demonstration.output().strip().lines().toList();
    String last = lines.get(lines.size() - 1);
    assertThat(last).startsWith("Open: ").endsWith("/target/demo/target/coord/index.html");
    Path index = Path.of(last.substring("Open: ".length()));
    for (String id : List.of("app", "catalog", "checkout", "payments")) {
      assertThat(Files.readAllLines(index.resolveSibling("workstreams/" + id + ".md")))
          .hasSizeLessThanOrEqualTo(60)
          .anyMatch(line -> line.startsWith("# Brief: `" + id + "`"));
    }
    WrittenSite site = new WrittenSite(index.getParent());
    site.shows("index", "warning", "Shop");
    site.shows("claims", "warning", "status: merged", "ready, 3 commits are not merged");
    site.status("pass");

    Path demo = directory.resolve("sample-project/target/demo");
    List<Readme.Section> experiments =
        Readme.at(CHECKOUT.resolve("sample-project/README.md")).section("Break it").experiments();
    assertThat(experiments).hasSize(4);
    List<MavenResult> broken = new ArrayList<>();
    for (Readme.Section experiment : experiments) {
      broken.add(breaks(experiment, demo));
    }
    Readme readme = Readme.at(CHECKOUT.resolve("README.md"));
    assertThat(Readme.masked(broken.get(0).output())).contains(Readme.masked(readme.console()));
    MavenResult again = sh("mvn verify coord:site", demo);
    assertThat(again.exit()).as("undone: " + again.output()).isZero();
  }

  /** What the experiment's last command came to. */
  private MavenResult breaks(Readme.Section experiment, Path demo) throws IOException {
    Path place = demo;
    MavenResult last = null;
    for (Readme.Block block : experiment.blocks()) {
      Path note = directory.resolve("place");
      MavenResult result = sh(block.code() + "status=$?\npwd > " + note + "\nexit $status", place);
      place = Path.of(Files.readString(note).strip());
      last = result;

      assertThat(block.expected()).as(block.code()).isNotEmpty();
      result.fails();
      assertThat(squeezed(result.output())).contains(squeezed(block.expected()));
      String tone = block.expected().startsWith("FAIL") ? "bad" : "unknown";
      WrittenSite site = new WrittenSite(place.resolve("target/coord"));
      site.shows("index", tone, block.expected().split(" +")[1]);
      site.status(tone.equals("bad") ? "fail" : "unknown");
    }
    MavenResult undone = sh(experiment.undo(), place);
    assertThat(undone.exit()).as(undone.output()).isZero();
    for (Path worktree : List.of(demo, demo.resolveSibling("demo-worktrees/checkout"))) {
      assertThat(GitProject.without(worktree).git("status", "--porcelain")).isEmpty();
    }
    return last;
  }

  /** Without what differs from run to run, whatever the width of columns. */
  private static String squeezed(String text) {
    return Readme.masked(text).replaceAll(" +", " ");
  }

  /** Runs a script with a {@code mvn} that stays away from the network and the user's files. */
  private MavenResult sh(String script, Path place) throws IOException {
    Path mvn = directory.resolve("bin/mvn");
    if (!Files.exists(mvn)) {
      Files.createDirectories(mvn.getParent());
      Files.writeString(
          mvn, "#!/bin/sh\nexec " + Maven.own().script() + " '" + options() + "' \"$@\"\n");
      Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Map<String, String> environment = MavenRun.cleaned();
    environment.merge("PATH", "", (path, none) -> mvn.getParent() + ":" + path);
    return MavenRun.start(List.of("sh", "-c", script), place, environment, SECONDS);
  }

  private String options() {
    return String.join("' '", MavenRun.options(directory.resolve("repository")));
  }

  private void copy() throws IOException {
    Files.walkFileTree(
        CHECKOUT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes)
              throws IOException {
            if (LEFT_BEHIND.contains(from.getFileName().toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to(from));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path from, BasicFileAttributes attributes)
              throws IOException {
            if (!LEFT_BEHIND.contains(from.getFileName().toString())) {
              Files.copy(from, to(from));
            }
            return FileVisitResult.CONTINUE;
          }

          private Path to(Path from) {
            return directory.resolve(CHECKOUT.relativize(from));
          }
        });
  }
}
