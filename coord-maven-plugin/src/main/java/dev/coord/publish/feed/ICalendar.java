package dev.coord.publish.feed;

import dev.coord.assess.Appointment;
import dev.coord.plan.Ids;
import dev.coord.schedule.WorkDays.Span;
import dev.coord.site.draft.SiteFrame;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Appointments as iCalendar (RFC 5545), each of whole days.
 *
 * <p>Identities are those of the plan, so that a calendar that reads the file again moves what
 * moved. What is dated is no working time: nobody is busy by it.
 */
final class ICalendar {

  private static final int LONGEST_LINE = 75;
  private static final int LONG = 300;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final PlainTexts texts;
  private final SiteFrame frame;
  private final String domain;
  private final StringBuilder text = new StringBuilder();

  private ICalendar(SiteFrame frame, String project, PlainTexts texts) {
    this.texts = texts;
    this.frame = frame;
    String slug = Ids.slug(project);
    this.domain = (slug.isEmpty() ? "project" : slug) + ".coord";
  }

  /**
   * The calendar.
   *
   * @param appointments at least one: a calendar without any is none
   */
  static String of(
      List<Appointment> appointments, SiteFrame frame, String project, PlainTexts texts) {
    ICalendar calendar = new ICalendar(frame, project, texts);
    calendar.begin();
    calendar.line("X-WR-CALNAME", escaped(texts.of(project, LONG)));
    appointments.forEach(appointment -> calendar.event(appointment, ""));
    calendar.line("END", "VCALENDAR");
    return calendar.text.toString();
  }

  /**
   * That of a run that could judge nothing. One without an entry is none (RFC 5545, section 3.6),
   * and would read as one in which nothing is due: its only entry says why nothing else is there.
   * It has no name, so that whoever subscribed keeps the one there was.
   *
   * @param day the day of the run
   */
  static String withoutVerdict(SiteFrame frame, LocalDate day) {
    ICalendar calendar = new ICalendar(frame, "", new PlainTexts());
    calendar.begin();
    calendar.event(
        new Appointment(
            "nothing-judged",
            "error",
            "No dates are known: coord could judge nothing",
            "",
            new Span(day, day),
            "index"),
        "No day of the plan is known until what is wrong is mended; the site says what that is.");
    calendar.line("END", "VCALENDAR");
    return calendar.text.toString();
  }

  private void begin() {
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//coord//" + escaped(texts.of(frame.generator(), LONG)) + "//EN");
    line("METHOD", "PUBLISH");
  }

  /**
   * An entry.
   *
   * @param comment more of it in plain words, may be empty
   */
  private void event(Appointment appointment, String comment) {
    String title = texts.ofMarkdown(appointment.title(), LONG);
    String time = appointment.time().isEmpty() ? "" : ", " + texts.of(appointment.time(), LONG);
    line("BEGIN", "VEVENT");
    line("UID", appointment.key() + "@" + domain);
    line("DTSTAMP", TIME.format(frame.stampTime()));
    line("DTSTART;VALUE=DATE", day(appointment.span().first()));
    line("DTEND;VALUE=DATE", day(appointment.span().last().plusDays(1)));
    line("SUMMARY", escaped(title + " (" + appointment.kind() + time + ")"));
    if (!comment.isEmpty()) {
      line("COMMENT", escaped(comment));
    }
    line("CATEGORIES", escaped(appointment.kind()));
    frame.siteUrl().ifPresent(url -> line("URL", url + appointment.page() + ".html"));
    line("TRANSP", "TRANSPARENT");
    line("END", "VEVENT");
  }

  private static String day(LocalDate day) {
    return DAY.format(day);
  }

  private static String escaped(String words) {
    return words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,");
  }

  /** A line of at most 75 bytes, folded between characters; what is hidden was made visible. */
  private void line(String name, String value) {
    int room = LONGEST_LINE;
    String line = name + ":" + value;
    for (int i = 0; i < line.length(); ) {
      int character = line.codePointAt(i);
      String next = Character.toString(character);
      int bytes = next.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > room) {
        text.append("\r\n ");
        room = LONGEST_LINE - 1;
      }
      text.append(next);
      room -= bytes;
      i += next.length();
    }
    text.append("\r\n");
  }
}
