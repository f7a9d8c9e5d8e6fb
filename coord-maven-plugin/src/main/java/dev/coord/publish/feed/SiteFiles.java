package dev.coord.publish.feed;

import dev.coord.assess.Appointment;
import dev.coord.assess.Appointments;
import dev.coord.assess.Assessment;
import dev.coord.assess.ProjectHistory;
import dev.coord.site.OtherFiles;
import dev.coord.site.Site;
import dev.coord.site.SiteFrame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files beside the pages that other programs read, by their paths in the site.
 *
 * <p>The same history and frame give the same bytes.
 */
public final class SiteFiles {

  private final Map<String, byte[]> files = new TreeMap<>();

  private SiteFiles() {}

  /** The files that follow from an assessment alone. */
  public static Map<String, byte[]> of(ProjectHistory past, SiteFrame frame) {
    SiteFiles all = new SiteFiles();
    all.files.putAll(new Briefs(past.assessment(), frame).files());
    PlainTexts texts = new PlainTexts(past.assessment());
    all.calendar(past.assessment(), frame, texts);
    return all.files;
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
      files.put(OtherFiles.CALENDAR, bytes(ICalendar.of(appointments, frame, project, texts)));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
