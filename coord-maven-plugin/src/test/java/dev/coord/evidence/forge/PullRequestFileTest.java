package dev.coord.evidence.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.PullRequest;
import dev.coord.evidence.PullRequest.State;
import dev.coord.evidence.json.JsonReader;
import dev.coord.evidence.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PullRequestFileTest {

  private static final String ONE =
      "{\"number\": 1, \"state\": \"OPEN\", \"createdAt\": \"2026-01-05T10:00:00Z\","
          + " \"baseRefName\": \"main\", \"isDraft\": false, \"reviews\": []}";

  /** What is later is yet to come. */
  private static final Instant YEAR_END = Instant.parse("2026-12-31T23:59:59Z");

  private static PullRequestFile read(InputStream bytes)
      throws IOException, InvalidReportException {
    List<JsonValue> value = new ArrayList<>();
    JsonReader.read(bytes, "list.json", json -> value.add(json.value()));
    return PullRequestFile.of("list.json", value.get(0), YEAR_END::isBefore);
  }

  private static PullRequestFile read(String json) throws IOException, InvalidReportException {
    return read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static PullRequestFile resource(String name) throws Exception {
    try (InputStream in = PullRequestFileTest.class.getResourceAsStream("/pull-requests/" + name)) {
      return read(in);
    }
  }

  @Test
  void what_gh_exports_tells_of_the_first_review_by_somebody_else() throws Exception {
    PullRequestFile file = resource("pull-requests.json");

    assertThat(file.reviews()).isTrue();
    assertThat(file.all())
        .extracting(
            PullRequest::number, PullRequest::state, PullRequest::draft, PullRequest::reviewed)
        .containsExactly(
            tuple(4L, State.OPEN, true, Optional.empty()),
            tuple(3L, State.OPEN, false, Optional.of(Instant.parse("2026-01-18T08:00:00Z"))),
            tuple(2L, State.CLOSED, false, Optional.empty()),
            tuple(1L, State.MERGED, false, Optional.of(Instant.parse("2026-01-12T14:30:00Z"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2027-11-01T10:00:00Z | 2027-11-01T11:00:00Z | was opened at a time that is yet to come
          2026-11-01T10:00:00Z | 2027-11-01T10:00:00Z | was reviewed at a time that is yet to come
          2026-11-01T10:00:00Z | 2026-11-01T09:59:59Z | was reviewed before it was opened
          """)
  void a_request_with_times_that_cannot_be_proves_nothing(
      String opened, String reviewed, String expected) {
    String list =
        "[{\"number\": 7, \"state\": \"OPEN\", \"author\": {\"login\": \"ana\"},\n"
            + "\"createdAt\": \"%s\", \"baseRefName\": \"main\", \"reviews\": [{\"author\":"
            + " {\"login\": \"ben\"}, \"state\": \"APPROVED\", \"submittedAt\": \"%s\"}]}]";

    assertThatThrownBy(() -> read(list.formatted(opened, reviewed)))
        .isInstanceOf(InvalidReportException.class)
        .hasMessageStartingWith(
            "list.json:2:1: pull request 7 " + expected + ". Export them again");
  }

  @Test
  void what_glab_exports_tells_of_no_reviews() throws Exception {
    PullRequestFile file = resource("merge-requests.json");

    assertThat(file.reviews()).isFalse();
    assertThat(file.all())
        .extracting(
            PullRequest::number, PullRequest::state, PullRequest::target, PullRequest::opened)
        .containsExactly(
            tuple(8L, State.OPEN, "main", Instant.parse("2026-01-15T07:00:00Z")),
            tuple(7L, State.MERGED, "develop", Instant.parse("2026-01-10T08:00:00Z")));
  }

  @Test
  void a_review_that_is_pending_or_by_nobody_is_none() throws Exception {
    String reviews =
        "[{\"state\": \"PENDING\", \"author\": {\"login\": \"ana\"}, \"submittedAt\": null},"
            + " {\"state\": \"APPROVED\", \"author\": null, \"submittedAt\":"
            + " \"2026-01-05T11:00:00Z\"}]";

    String known = ONE.replace("[]", reviews + ", \"author\": {\"login\": \"ben\"}");
    PullRequestFile file = read("[" + known + "]");

    assertThat(file.reviews()).isTrue();
    assertThat(file.all().get(0).reviewed()).isEmpty();
  }

  @Test
  void without_the_author_nobody_can_tell_that_somebody_else_reviewed() throws Exception {
    String own =
        "[{\"state\": \"APPROVED\", \"author\": {\"login\": \"ana\"}, \"submittedAt\":"
            + " \"2026-01-05T11:00:00Z\"}]";
    PullRequestFile file = read("[" + ONE.replace("[]", own) + "]");

    assertThat(file.reviews()).isFalse();
    assertThat(file.all().get(0).reviewed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"number\": 1|\"number\": 0|\"number\" is no number",
        "\"number\": 1|\"number\": 1e3|\"number\" is no number",
        "\"number\": 1|\"x\": 1|has no \"number\"",
        "\"OPEN\"|\"open\"|\"state\" is none that is known",
        "2026-01-05T|yesterday T|\"createdAt\" is no time",
        "\"isDraft\": false|\"isDraft\": \"no\"|is not true or false",
        "\"main\"|\"\"|has no \"baseRefName\"",
      })
  void what_cannot_be_read_is_refused_with_its_place(String good, String bad, String problem) {
    assertThatThrownBy(() -> read("[" + ONE.replace(good, bad) + "]"))
        .isInstanceOf(InvalidReportException.class)
        .hasMessageContaining("list.json:1")
        .hasMessageContaining(problem)
        .hasMessageContaining("Export them again (gh pr list --state all --limit 1000");
  }

  @Test
  void what_cannot_be_read_of_many_is_told_by_the_number_of_the_request() {
    String closed = ONE.replace("\"OPEN\"", "\"LOCKED\"").replace("\"number\": 1", "\"number\": 7");
    String baseless = ONE.replace("\"main\"", "\"\"").replace("\"number\": 1", "\"number\": 8");

    assertThatThrownBy(() -> read("[" + ONE + ",\n" + closed + "]"))
        .hasMessageStartingWith("list.json:2:1: pull request 7: \"state\" is none that is known");
    assertThatThrownBy(() -> read("[" + ONE + ",\n" + baseless + "]"))
        .hasMessageStartingWith("list.json:2:1: pull request 8 has no \"baseRefName\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 100, 1000})
  void a_list_that_may_be_cut_off_is_refused(int limit) {
    String all = (ONE + ",").repeat(limit - 1) + ONE;

    assertThatThrownBy(() -> read("[" + all + "]"))
        .hasMessageContaining(
            "it holds "
                + limit
                + " pull requests, as many as are listed at most: it may be cut off")
        .hasMessageContaining("all of them: with a limit above their number.");
  }

  @Test
  void a_list_of_another_length_is_read_and_what_is_no_list_refused() throws Exception {
    assertThat(read("[" + (ONE + ",").repeat(100) + ONE + "]").all()).hasSize(101);
    assertThatThrownBy(() -> read("{}")).hasMessageContaining("this is no list of pull requests");
  }
}
