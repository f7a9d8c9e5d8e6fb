package dev.coord.publish.feed;

import dev.coord.assess.Appointment;
import dev.coord.assess.Appointments;
import dev.coord.assess.Assessment;
import dev.coord.assess.ProjectHistory;
import dev.coord.evidence.RecordedRun;
import dev.coord.site.OtherFiles;
import dev.coord.site.Site;
import dev.coord.site.SiteFrame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files beside the pages that other programs read, by their paths in the site.
 *
 * <p>The same history and frame give the same bytes.
 */
public final class SiteFiles {

  private final Map<String, byte[]> files = new TreeMap<>();

  private SiteFiles() {}

  /**
   * The files that follow from an assessment.
   *
   * @param now this run as it would be recorded, to be held against the last one that was; empty
   *     where it cannot be
   */
  public static Map<String, byte[]> of(
      ProjectHistory past, SiteFrame frame, Optional<RecordedRun> now) {
    SiteFiles all = new SiteFiles();
    all.files.putAll(new Briefs(past.assessment(), frame).files());
    PlainTexts texts = new PlainTexts(past.assessment());
    all.calendar(past.assessment(), frame, texts);
    Badges.of(past.assessment(), texts).forEach(all::put);
    String project = past.assessment().plan().project().name();
    all.put(
        OtherFiles.FEED,
        AtomFeed.of(past.assessment().evidence().recorded(), now, frame, project, texts));
    return all.files;
  }

  /**
   * The files of a site that says why nothing could be judged: what others embed or subscribe to
   * must not stay as it was.
   */
  public static Map<String, byte[]> withoutVerdict(SiteFrame frame) {
    SiteFiles all = new SiteFiles();
    Badges.withoutVerdict().forEach(all::put);
    all.put(OtherFiles.FEED, AtomFeed.withoutVerdict(frame));
    return all.files;
  }

  /**
   * The addresses of a site's pages; none where its own is not known.
   *
   * @param pages the files that pages are rendered to
   */
  public static Map<String, byte[]> sitemap(SiteFrame frame, Set<String> pages) {
    return frame
        .siteUrl()
        .map(url -> Map.of(OtherFiles.SITEMAP, bytes(Sitemap.of(url, frame.stampTime(), pages))))
        .orElse(Map.of());
  }

  /**
   * The list of a site's texts for agents.
   *
   * @param files the files of {@link #of}
   */
  public static byte[] index(
      Assessment assessment, Site site, SiteFrame frame, Map<String, byte[]> files) {
    List<String> others = OtherFiles.LISTED.stream().filter(files::containsKey).toList();
    return bytes(
        LlmsTxt.of(site, frame, assessment.workstreams(), new PlainTexts(assessment), others));
  }

  /** A calendar without any appointment would be none. */
  private void calendar(Assessment assessment, SiteFrame frame, PlainTexts texts) {
    List<Appointment> appointments = Appointments.of(assessment);
    if (!appointments.isEmpty()) {
      String project = assessment.plan().project().name();
      put(OtherFiles.CALENDAR, ICalendar.of(appointments, frame, project, texts));
    }
  }

  private void put(String path, String text) {
    files.put(path, bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
