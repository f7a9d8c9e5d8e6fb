package dev.coord.site.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputDirectoryTest {

  private static final Map<String, byte[]> FILES = SiteWriterTest.files("index.html", "x");
  private static final String OTHER = " Set -Dcoord.outputDirectory to a directory of its own.";

  @TempDir Path given;
  private Path temp;

  @BeforeEach
  void resolveLinks() throws IOException {
    temp = given.toRealPath();
  }

  @Test
  void a_directory_with_files_of_others_is_refused() throws IOException {
    Path src = Files.createDirectory(temp.resolve("src"));
    Files.writeString(src.resolve("Main.java"), "class Main {}");
    Files.writeString(src.resolve("a.txt"), "a");

    refused(
        src,
        src
            + " is not coord's: it holds Main.java and 1 more and no coord-manifest.txt of coord."
            + " Empty it, or set -Dcoord.outputDirectory to another directory.");
    assertThat(SiteWriterTest.content(src)).containsOnlyKeys("Main.java", "a.txt");
    assertThat(SiteWriterTest.names(temp)).containsExactly("src");
  }

  @Test
  void a_file_of_the_manifests_name_is_not_enough() throws IOException {
    Path out = Files.createDirectory(temp.resolve("out"));
    Files.writeString(out.resolve(Manifest.NAME), "my own list");

    refused(
        out,
        out
            + " is not coord's: it holds coord-manifest.txt and no coord-manifest.txt of coord."
            + " Empty it, or set -Dcoord.outputDirectory to another directory.");
  }

  @Test
  void a_site_with_a_file_of_others_is_refused() throws IOException {
    Path out = temp.resolve("out");
    new SiteWriter().write(out, FILES);
    Files.createDirectory(out.resolve("mine"));
    Files.writeString(out.resolve("mine/notes.txt"), "x");

    assertThatThrownBy(() -> new SiteWriter().write(out, SiteWriterTest.NEW))
        .isInstanceOf(SiteWriteException.class)
        .hasMessage(
            out
                + " holds what coord did not write: mine/notes.txt. Move it away: coord replaces"
                + " the whole directory.");
    assertThat(out.resolve("mine/notes.txt")).hasContent("x");
    assertThat(SiteWriterTest.names(temp)).containsExactly("out");
  }

  @Test
  void an_empty_directory_is_taken() throws IOException {
    Path out = Files.createDirectory(temp.resolve("out"));
    assertThat(new SiteWriter().write(out, FILES).written()).isTrue();
  }

  @Test
  void a_directory_that_is_a_link_is_refused() throws IOException {
    Path real = Files.createDirectory(temp.resolve("real"));
    Path link = Files.createSymbolicLink(temp.resolve("link"), real);

    refused(link, link + " is a symbolic link, which coord does not follow." + OTHER);
    assertThat(SiteWriterTest.names(real)).isEmpty();
  }

  @Test
  void a_link_above_the_directory_does_not_fool_the_guard() throws IOException {
    Path work = Files.createDirectories(temp.resolve("work"));
    Path link = Files.createSymbolicLink(temp.resolve("link"), temp);
    Path out = link.resolve("work");

    assertThatThrownBy(() -> new SiteWriter(List.of(work)).write(out, FILES))
        .isInstanceOf(SiteWriteException.class)
        .hasMessage(out + " holds " + work + "." + OTHER);
  }

  @Test
  void a_link_inside_a_site_is_not_followed() throws IOException {
    Path secret = Files.writeString(temp.resolve("secret.txt"), "x");
    Path out = temp.resolve("out");
    new SiteWriter().write(out, FILES);
    Files.delete(out.resolve("index.html"));
    Files.createSymbolicLink(out.resolve("index.html"), secret);

    assertThat(new SiteWriter().write(out, FILES).written()).isTrue();
    assertThat(Files.isSymbolicLink(out.resolve("index.html"))).isFalse();
    assertThat(secret).hasContent("x");
  }

  @Test
  void the_work_tree_and_what_holds_it_are_refused() throws IOException {
    Path work = Files.createDirectories(temp.resolve("projects/work"));
    SiteWriter writer = new SiteWriter(List.of(work));

    for (Path out : List.of(work, temp.resolve("projects"))) {
      assertThatThrownBy(() -> writer.write(out, FILES))
          .isInstanceOf(SiteWriteException.class)
          .hasMessage(out + " holds " + work + "." + OTHER);
    }
    assertThat(writer.write(work.resolve("target/coord"), FILES).written()).isTrue();
  }

  @Test
  void a_checked_out_branch_of_pages_is_refused_even_if_it_holds_a_site() throws IOException {
    Path out = temp.resolve("pages");
    new SiteWriter().write(out, FILES);
    Files.writeString(out.resolve(".git"), "gitdir: elsewhere");

    refused(out, out + " is a git work tree." + OTHER);
  }

  @Test
  void a_repositorys_own_directory_is_refused() throws IOException {
    Path git = Files.createDirectories(temp.resolve(".git/hooks"));
    refused(git, git + " lies in a git repository's own directory." + OTHER);
  }

  @Test
  void a_file_and_the_root_are_refused() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "x");
    refused(file, file + " is a file." + OTHER);
    Path root = temp.getRoot();
    refused(root, root + " is the root of the file system." + OTHER);
  }

  private static void refused(Path out, String message) {
    assertThatThrownBy(() -> new SiteWriter().write(out, FILES))
        .isInstanceOf(SiteWriteException.class)
        .hasMessage(message);
  }
}
