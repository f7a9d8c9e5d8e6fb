package dev.coord.publish.feed;

import dev.coord.assess.Appointment;
import dev.coord.assess.Appointments;
import dev.coord.assess.Assessment;
import dev.coord.assess.WorkstreamState;
import dev.coord.evidence.RecordedRun;
import dev.coord.site.draft.SiteFrame;
import dev.coord.site.model.OtherFiles;
import dev.coord.site.model.Site;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files beside the pages that other programs read, by their paths in the site.
 *
 * <p>The same assessment and frame give the same bytes.
 */
public final class SiteFiles {

  private final Assessment assessment;
  private final SiteFrame frame;
  private final PlainTexts texts;
  private final Map<String, byte[]> files = new TreeMap<>();

  /**
   * The files of a site that shows an assessment.
   *
   * @param now this run as it would be recorded, to be held against the last one that was; empty
   *     where it cannot be
   */
  public SiteFiles(Assessment assessment, SiteFrame frame, Optional<RecordedRun> now) {
    this.assessment = Objects.requireNonNull(assessment, "assessment");
    this.frame = Objects.requireNonNull(frame, "frame");
    this.texts = new PlainTexts(assessment);
    String project = assessment.plan().project().name();
    put(files, new Briefs(assessment, frame, texts).texts());
    put(files, Badges.of(assessment, texts));
    calendar(project);
    files.put(
        OtherFiles.FEED,
        bytes(AtomFeed.of(assessment.evidence().recorded(), now, frame, project, texts)));
  }

  /** All that follow from the assessment alone. */
  public Map<String, byte[]> files() {
    return new TreeMap<>(files);
  }

  /** The list of the site's texts for agents. */
  public byte[] index(Site site) {
    return index(site, frame, assessment.workstreams(), texts, files);
  }

  /**
   * The files of a site that says why nothing could be judged: what others embed or subscribe to
   * must neither stay as it was nor be gone.
   *
   * @param day the day of the run
   * @param workstreams ids of those that are known to have a badge
   */
  public static Map<String, byte[]> withoutVerdict(
      Site site, SiteFrame frame, LocalDate day, Collection<String> workstreams) {
    Map<String, byte[]> files = new TreeMap<>();
    put(files, Badges.withoutVerdict(workstreams));
    files.put(OtherFiles.CALENDAR, bytes(ICalendar.withoutVerdict(frame, day)));
    files.put(OtherFiles.FEED, bytes(AtomFeed.withoutVerdict(frame)));
    files.put(OtherFiles.LLMS, index(site, frame, List.of(), new PlainTexts(), files));
    return files;
  }

  private static byte[] index(
      Site site,
      SiteFrame frame,
      List<WorkstreamState> workstreams,
      PlainTexts texts,
      Map<String, byte[]> files) {
    List<String> others = OtherFiles.LISTED.stream().filter(files::containsKey).toList();
    return bytes(LlmsTxt.of(site, frame, workstreams, texts, others));
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

  /** A calendar without any appointment would be none. */
  private void calendar(String project) {
    List<Appointment> appointments = Appointments.of(assessment);
    if (!appointments.isEmpty()) {
      files.put(OtherFiles.CALENDAR, bytes(ICalendar.of(appointments, frame, project, texts)));
    }
  }

  private static void put(Map<String, byte[]> files, Map<String, String> texts) {
    texts.forEach((path, text) -> files.put(path, bytes(text)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
