package dev.coord.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatesIT {

  @TempDir Path directory;

  @Test
  void a_branch_that_keeps_to_the_plan_passes_with_one_line() {
    GitProject project = Team.checkout(directory);

    MavenResult result = MavenRun.in(project).goal("site").passes();

    assertThat(result.lines("INFO"))
        .filteredOn(line -> line.startsWith("coord "))
        .singleElement()
        .asString()
        .contains(
            "plan coord.yml@", "2 workstreams", "PASS 3 gates", "Site: target/coord/index.html");
    assertThat(result.lines("WARNING")).isEmpty();
    result.site().shows("index", "good", "3 gates");
    Json status = result.site().status("pass");
    assertThat(status.at("judged").text("workstream")).isEqualTo("checkout");
    assertThat(status.texts("gates", "outcome")).containsOnly("passed");
  }
}
