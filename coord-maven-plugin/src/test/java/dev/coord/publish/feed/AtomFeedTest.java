package dev.coord.publish.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.Golden;
import dev.coord.HostileAssessment;
import dev.coord.SampleAssessments;
import dev.coord.evidence.Observation;
import dev.coord.evidence.RecordedRun;
import dev.coord.evidence.RecordedRun.Value;
import dev.coord.evidence.RecordedRuns;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class AtomFeedTest {

  private static final Value GOOD = new Value("passed", "82%");
  private static final Value BAD = new Value("failed", "71%");

  private static RecordedRun run(
      int number, String result, Value gate, Value metric, String status) {
    return run(
        number,
        LocalDate.of(2026, 1, number),
        result,
        Map.of("speed.p95", metric),
        Map.of("coverage.lines", gate),
        Map.of("checkout", status));
  }

  private static RecordedRun run(
      int number,
      LocalDate day,
      String result,
      Map<String, Value> metrics,
      Map<String, Value> gates,
      Map<String, String> workstreams) {
    return new RecordedRun(
        Integer.toString(number).repeat(40),
        day,
        day.atStartOfDay(ZoneOffset.UTC).toInstant(),
        result,
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        metrics,
        gates,
        workstreams);
  }

  private static final RecordedRun FIRST = run(1, "pass", GOOD, BAD, "active");
  private static final RecordedRun SAME = run(2, "pass", GOOD, BAD, "active");
  private static final RecordedRun BROKE = run(3, "fail", BAD, BAD, "ready");
  private static final RecordedRun MENDED = run(4, "pass", GOOD, GOOD, "merged_out_of_order");

  private static String feed(RecordedRun... runs) {
    return feed(
        Observation.known(new RecordedRuns(RecordedRuns.Source.NOTES, List.of(runs), 0)), "Shop");
  }

  private static String feed(Observation<RecordedRuns> recorded, String project) {
    return AtomFeed.of(
        recorded,
        Optional.empty(),
        SampleAssessments.siteFrame(),
        project,
        new PlainTexts(HostileAssessment.assessment()));
  }

  @Test
  void runs_that_differ_have_this_feed() {
    Golden.assertGolden("feed.xml", feed(FIRST, SAME, BROKE, MENDED));
  }

  @Test
  void a_run_that_differs_is_an_entry_and_the_newest_comes_first() {
    Document feed = Documents.parsed(feed(FIRST, SAME, BROKE, MENDED));

    assertThat(Documents.all(feed, "entry").stream().map(e -> Documents.texts(e, "title").get(0)))
        .containsExactly("Now pass, was fail (4444444)", "Now fail, was pass (3333333)");
    assertThat(Documents.texts(feed, "content"))
        .containsExactly(
            "<ul><li>verdict: pass, was fail</li>"
                + "<li>gate coverage.lines mended: passed, 82%, was failed, 71%</li>"
                + "<li>workstream checkout: merged out of order, was ready</li>"
                + "<li>metric speed.p95 meets its target: 82%</li></ul>",
            "<ul><li>verdict: fail, was pass</li>"
                + "<li>gate coverage.lines broke: failed, 71%, was passed, 82%</li>"
                + "<li>workstream checkout: ready, was active</li></ul>");
  }

  @Test
  void this_run_is_held_against_the_last_recorded_one_and_is_the_same_entry_once_recorded() {
    String now =
        AtomFeed.of(
            Observation.known(new RecordedRuns(RecordedRuns.Source.NOTES, List.of(FIRST), 0)),
            Optional.of(BROKE),
            SampleAssessments.siteFrame(),
            "Shop",
            new PlainTexts());

    assertThat(now.replace("#recorded-now", "#recorded-3333333")).isEqualTo(feed(FIRST, BROKE));
    assertThat(now).contains("metrics.html#recorded-now");
  }

  private static final Value UNTOLD = new Value("unknown", "");

  @Test
  void what_cannot_be_told_any_more_did_not_break_and_what_can_be_told_again_was_not_mended() {
    RecordedRun untold = run(2, "pass", UNTOLD, BAD, "active");
    RecordedRun fails = run(3, "pass", BAD, BAD, "active");
    RecordedRun holds = run(3, "pass", GOOD, BAD, "active");

    assertThat(feed(FIRST, untold))
        .contains("<title>1 gate cannot be told (2222222)")
        .contains("gate coverage.lines cannot be told, was passed, 82%");
    assertThat(feed(untold, fails))
        .contains("<title>1 gate fails (3333333)")
        .contains("gate coverage.lines fails: failed, 71%, was unknown");
    assertThat(feed(untold, holds))
        .contains("<title>1 gate holds (3333333)")
        .contains("gate coverage.lines holds: passed, 82%, was unknown");
  }

  @Test
  void a_gate_that_left_the_plan_is_told_of() {
    RecordedRun without =
        run(2, LocalDate.of(2026, 1, 2), "pass", FIRST.metrics(), Map.of(), FIRST.workstreams());

    assertThat(Documents.texts(Documents.parsed(feed(FIRST, without)), "content"))
        .containsExactly(
            "<ul><li>gate coverage.lines is judged no more, was passed, 82%</li></ul>");
  }

  @Test
  void a_workstream_that_came_or_left_is_told_of() {
    RecordedRun other =
        run(
            2,
            LocalDate.of(2026, 1, 2),
            "pass",
            FIRST.metrics(),
            FIRST.gates(),
            Map.of("refunds", "not_started"));

    assertThat(Documents.texts(Documents.parsed(feed(FIRST, other)), "content"))
        .containsExactly(
            "<ul><li>workstream refunds: not started, is new in the plan</li>"
                + "<li>workstream checkout left the plan, was active</li></ul>");
  }

  @Test
  void contradicted_claims_that_came_or_went_are_told_of() {
    assertThat(feed(contradicted(1, 10), contradicted(2, 11), contradicted(3, 1)))
        .contains("<title>11 contradicted claims, were 10 (2222222)")
        .contains("<title>1 contradicted claim, were 11 (3333333)");
    assertThat(feed(FIRST, contradicted(2, 11))).doesNotContain("contradicted");
  }

  private static RecordedRun contradicted(int number, int claims) {
    LocalDate day = LocalDate.of(2026, 1, number);
    return new RecordedRun(
        Integer.toString(number).repeat(40),
        day,
        day.atStartOfDay(ZoneOffset.UTC).toInstant(),
        "pass",
        OptionalInt.of(claims),
        OptionalInt.empty(),
        Optional.empty(),
        FIRST.metrics(),
        FIRST.gates(),
        FIRST.workstreams());
  }

  @Test
  void entries_are_dated_by_their_commits_and_follow_the_history_whatever_clocks_say() {
    List<String> runs = List.of("10:00:00Z", "12:30:00Z", "11:00:00Z", "12:30:01Z");
    List<RecordedRun> dated = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      dated.add(
          new RecordedRun(
              Integer.toString(i).repeat(40),
              LocalDate.of(2026, 1, 2),
              Instant.parse("2026-01-02T" + runs.get(i)),
              i % 2 == 0 ? "pass" : "fail",
              OptionalInt.empty(),
              OptionalInt.empty(),
              Optional.empty(),
              Map.of(),
              Map.of(),
              Map.of()));
    }

    assertThat(
            Documents.texts(Documents.parsed(feed(dated.toArray(RecordedRun[]::new))), "updated"))
        .containsExactly(
            "2026-01-02T12:30:02Z",
            "2026-01-02T12:30:02Z",
            "2026-01-02T12:30:01Z",
            "2026-01-02T12:30:00Z");
  }

  @Test
  void an_entry_keeps_its_identity_when_more_runs_are_recorded() {
    List<String> ids = Documents.texts(Documents.parsed(feed(FIRST, BROKE)), "id");
    List<String> later = Documents.texts(Documents.parsed(feed(FIRST, BROKE, MENDED)), "id");

    assertThat(ids).hasSize(2).doesNotHaveDuplicates().allMatch(id -> id.startsWith("urn:uuid:"));
    assertThat(later).hasSize(3).doesNotHaveDuplicates().containsAll(ids);
  }

  @Test
  void it_has_all_that_the_standard_requires() {
    Document feed = Documents.parsed(feed(FIRST, BROKE, MENDED));

    List<Element> dated = new ArrayList<>(Documents.all(feed, "entry"));
    dated.add(feed.getDocumentElement());
    assertThat(feed.getDocumentElement().getNamespaceURI())
        .isEqualTo("http://www.w3.org/2005/Atom");
    assertThat(Documents.texts(feed, "name")).containsExactly("coord 1.0");
    assertThat(dated)
        .hasSize(3)
        .allSatisfy(
            element -> {
              assertThat(Documents.texts(element, "title").get(0)).isNotBlank();
              assertThat(Documents.texts(element, "updated").get(0))
                  .matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
            });
    assertThat(Documents.all(feed, "link").stream().map(link -> link.getAttribute("href")))
        .containsExactly(
            "https://shop.example/coord/feed.xml",
            "https://shop.example/coord/index.html",
            "https://shop.example/coord/metrics.html#recorded-4444444",
            "https://shop.example/coord/metrics.html#recorded-3333333");
  }

  @Test
  void without_records_it_is_empty_and_says_how_to_record() {
    for (String xml : List.of(feed(), feed(FIRST))) {
      Document feed = Documents.parsed(xml);

      assertThat(Documents.all(feed, "entry")).isEmpty();
      assertThat(Documents.texts(feed, "subtitle").get(0))
          .contains("mvn coord:site -Dcoord.record");
      assertThat(Documents.texts(feed, "updated")).hasSize(1);
    }
  }

  @Test
  void records_that_cannot_be_read_are_no_silence() {
    assertThat(feed(Observation.unknown("the clone is shallow", "Fetch all."), "Shop"))
        .contains("<subtitle>Former runs cannot be read: the clone is shallow. Fetch all.");
  }

  @Test
  void a_run_that_could_judge_nothing_says_so() {
    Document feed = Documents.parsed(AtomFeed.withoutVerdict(SampleAssessments.siteFrame()));

    assertThat(Documents.texts(feed, "subtitle").get(0)).contains("could judge nothing");
  }

  @Test
  void a_text_adds_no_element_and_no_markup() {
    Map<String, Value> gates = new TreeMap<>();
    Map<String, Value> broken = new TreeMap<>();
    for (int i = 0; i < 60; i++) {
      gates.put(HostileAssessment.EVIL + i, GOOD);
      broken.put(HostileAssessment.EVIL + i, new Value("failed", "]]>\ufffe<b>"));
    }
    RecordedRun before = run(1, LocalDate.EPOCH, "pass", Map.of(), gates, Map.of());
    RecordedRun after = run(2, LocalDate.EPOCH, "pass", Map.of(), broken, Map.of());

    Document feed =
        Documents.parsed(
            feed(
                Observation.known(
                    new RecordedRuns(RecordedRuns.Source.NOTES, List.of(before, after), 0)),
                HostileAssessment.EVIL));

    String content = Documents.texts(feed, "content").get(0);
    assertThat(content.split("<li>")).hasSize(RunChanges.MOST + 1);
    assertThat(content.replaceAll("</?(ul|li)>", ""))
        .contains("&lt;script&gt;")
        .doesNotContain("<");
    assertThat(content).endsWith("<li>and 11 more</li></ul>");
    assertThat(Documents.all(feed, "*").stream().map(Element::getLocalName).distinct())
        .containsExactlyInAnyOrder(
            "feed",
            "id",
            "title",
            "subtitle",
            "updated",
            "author",
            "name",
            "link",
            "entry",
            "content");
  }
}
