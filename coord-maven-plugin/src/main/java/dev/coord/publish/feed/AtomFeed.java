package dev.coord.publish.feed;

import dev.coord.evidence.Observation;
import dev.coord.evidence.RecordedRun;
import dev.coord.evidence.RecordedRuns;
import dev.coord.plan.Ids;
import dev.coord.site.draft.SiteFrame;
import dev.coord.site.model.OtherFiles;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What changed between recorded runs as an Atom feed (RFC 4287): an entry for each run that differs
 * from the one before, the newest first.
 *
 * <p>Identities are made of the site's address and the judged commit, so that the feed and its
 * entries stay the same ones however often the site is written, also where the plan cannot be read.
 * The project's name stands for an address that is not known.
 */
final class AtomFeed {

  private static final int ABBREVIATED = 7;
  private static final int LONG = 200;

  private final SiteFrame frame;
  private final String project;
  private final PlainTexts texts;
  private final StringBuilder xml = new StringBuilder();

  private AtomFeed(SiteFrame frame, String project, PlainTexts texts) {
    this.frame = frame;
    this.project = project;
    this.texts = texts;
  }

  /**
   * The feed; without records one without entries, which says how to record.
   *
   * @param now this run, which comes behind those that were recorded
   */
  static String of(
      Observation<RecordedRuns> recorded,
      Optional<RecordedRun> now,
      SiteFrame frame,
      String project,
      PlainTexts texts) {
    AtomFeed feed = new AtomFeed(frame, project, texts);
    List<RecordedRun> runs =
        new ArrayList<>(recorded.optional().map(RecordedRuns::runs).orElse(List.of()));
    boolean compares = !runs.isEmpty() && now.isPresent();
    if (compares) {
      runs.add(now.get());
    }
    List<Instant> times = times(runs);
    feed.head(subtitle(recorded, runs), times);
    for (int i = runs.size() - 1; i > 0; i--) {
      RunChanges changes = RunChanges.between(runs.get(i - 1), runs.get(i));
      if (!changes.isEmpty()) {
        boolean present = compares && i == runs.size() - 1;
        feed.entry(runs.get(i), times.get(i), present ? "now" : runs.get(i).commit(), changes);
      }
    }
    return feed.xml.append("</feed>\n").toString();
  }

  /** That of a run that could judge nothing. */
  static String withoutVerdict(SiteFrame frame) {
    AtomFeed feed = new AtomFeed(frame, "coord", new PlainTexts());
    feed.head("The last run could judge nothing: see the site.", List.of());
    return feed.xml.append("</feed>\n").toString();
  }

  private static String subtitle(Observation<RecordedRuns> recorded, List<RecordedRun> runs) {
    if (recorded instanceof Observation.Unknown<RecordedRuns> unknown) {
      return "Former runs cannot be read: " + unknown.reason() + ". " + unknown.remedy();
    }
    return runs.size() > 1
        ? "What changed between recorded runs. Attested: whoever can push notes can write them."
        : "Nothing to compare yet: record runs with mvn coord:site -Dcoord.record.";
  }

  private void head(String subtitle, List<Instant> times) {
    Instant updated = times.isEmpty() ? frame.stampTime() : times.get(times.size() - 1);
    xml.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    xml.append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n");
    element("  ", "id", id("feed"));
    element("  ", "title", texts.of(project, LONG) + ": what changed");
    element("  ", "subtitle", texts.of(subtitle, LONG));
    element("  ", "updated", updated.toString());
    xml.append("  <author><name>")
        .append(Xml.escaped(frame.generator()))
        .append("</name></author>\n");
    frame
        .siteUrl()
        .ifPresent(
            url ->
                xml.append(
                    "  <link rel=\"self\" href=\""
                        + Xml.escaped(url + OtherFiles.FEED)
                        + "\"/>\n"));
    link("  ", "index.html");
  }

  /**
   * An entry.
   *
   * @param row the commit, or a word, that its row among the recorded runs is called by
   */
  private void entry(RecordedRun run, Instant time, String row, RunChanges changes) {
    String commit = abbreviated(run.commit());
    xml.append("  <entry>\n");
    element("    ", "id", id(run.commit()));
    element("    ", "title", texts.of(changes.title() + " (" + commit + ")", LONG));
    element("    ", "updated", time.toString());
    link("    ", "metrics.html#recorded-" + abbreviated(row));
    StringBuilder list = new StringBuilder("<ul>");
    for (String line : changes.lines()) {
      list.append("<li>").append(Xml.escaped(texts.of(line, LONG))).append("</li>");
    }
    xml.append("    <content type=\"html\">").append(Xml.escaped(list + "</ul>"));
    xml.append("</content>\n  </entry>\n");
  }

  private static String abbreviated(String id) {
    return id.substring(0, Math.min(ABBREVIATED, id.length()));
  }

  /** When each run is told to have been: readers sort by it, so it follows the history's order. */
  private static List<Instant> times(List<RecordedRun> runs) {
    List<Instant> times = new ArrayList<>();
    for (RecordedRun run : runs) {
      Instant after = times.isEmpty() ? run.time() : times.get(times.size() - 1).plusSeconds(1);
      times.add(run.time().isBefore(after) ? after : run.time());
    }
    return times;
  }

  private void link(String indent, String page) {
    String address = frame.siteUrl().orElse("") + page;
    xml.append(indent).append("<link rel=\"alternate\" type=\"text/html\" href=\"");
    xml.append(Xml.escaped(address)).append("\"/>\n");
  }

  private void element(String indent, String name, String content) {
    xml.append(indent).append('<').append(name).append('>');
    xml.append(Xml.escaped(content)).append("</").append(name).append(">\n");
  }

  private String id(String what) {
    String name = frame.siteUrl().orElseGet(() -> "coord/" + Ids.slug(project) + "/") + what;
    return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
