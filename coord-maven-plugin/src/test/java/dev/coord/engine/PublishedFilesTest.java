package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.Observation;
import dev.coord.plan.Plan;
import dev.coord.plan.yaml.PlanFile;
import dev.coord.plan.yaml.PlanReader;
import dev.coord.testing.Plans;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedFilesTest {

  @TempDir Path root;

  private Observation<String> read(String file) {
    String yaml = "coord: 1\nproject: {name: Shop}\npages: [{id: run, file: " + file + "}]\n";
    PlanFile coord =
        new PlanFile("coord.yml", Optional.empty(), yaml.getBytes(StandardCharsets.UTF_8));
    Plan plan = new PlanReader().read(List.of(coord)).plan().orElseThrow();
    Map<String, Observation<String>> texts = new PublishedFiles(new WorkTreeSource(root)).of(plan);
    assertThat(texts).containsOnlyKeys("run");
    return texts.get("run");
  }

  private void write(String file, byte[] content) throws IOException {
    Files.createDirectories(root.resolve(file).getParent());
    Files.write(root.resolve(file), content);
  }

  private static Observation<String> unknown(String reason, String remedy) {
    return Observation.unknown(reason, remedy);
  }

  @Test
  void a_file_is_read_in_utf_8_without_its_byte_order_mark() throws IOException {
    write("docs/run.md", "\ufeff# Über alles\n".getBytes(StandardCharsets.UTF_8));

    assertThat(read("docs/run.md")).isEqualTo(Observation.known("# Über alles\n"));
  }

  @Test
  void a_file_that_is_not_there_is_said_to_be_missing() {
    assertThat(read("docs/run.md"))
        .isEqualTo(unknown("docs/run.md does not exist", "Add it, or correct file:."));
  }

  @Test
  void a_directory_is_no_file() throws IOException {
    Files.createDirectories(root.resolve("docs/run.md"));

    assertThat(read("docs/run.md"))
        .isEqualTo(unknown("docs/run.md is a directory", "Name a file of it."));
  }

  @Test
  void a_link_is_not_followed_be_it_the_file_or_a_directory_on_the_way() throws IOException {
    Path secret = Files.writeString(root.resolve("secret.txt"), "password");
    write("real/run.md", "password".getBytes(StandardCharsets.UTF_8));
    Files.createSymbolicLink(root.resolve("run.md"), secret);
    Files.createSymbolicLink(root.resolve("docs"), root.resolve("real"));

    assertThat(read("run.md"))
        .isEqualTo(
            unknown(
                "run.md is a symbolic link, or lies below one",
                "Put the file itself in its place."));
    assertThat(read("docs/run.md").isKnown()).isFalse();
    assertThat(read("real/run.md").isKnown()).isTrue();
  }

  @Test
  void a_file_of_the_limit_is_read_and_one_byte_more_is_too_much() throws IOException {
    write("docs/run.md", "a".repeat(PublishedFiles.MAX_BYTES).getBytes(StandardCharsets.UTF_8));
    assertThat(read("docs/run.md").isKnown()).isTrue();

    write("docs/run.md", "a".repeat(PublishedFiles.MAX_BYTES + 1).getBytes(StandardCharsets.UTF_8));
    assertThat(read("docs/run.md"))
        .isEqualTo(unknown("docs/run.md has more than 256 KiB", "Split it into several pages."));
  }

  @Test
  void a_file_in_another_encoding_is_refused() throws IOException {
    write("docs/run.md", "Über".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(read("docs/run.md"))
        .isEqualTo(unknown("docs/run.md is not in UTF-8", "Save it in UTF-8."));
  }

  @Test
  void a_plan_without_pages_reads_nothing() {
    Plan plan = Plans.plan().build();

    assertThat(new PublishedFiles(new WorkTreeSource(root)).of(plan)).isEmpty();
  }
}
