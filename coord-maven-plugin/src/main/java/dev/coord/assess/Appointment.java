package dev.coord.assess;

import dev.coord.schedule.WorkDays.Span;
import java.util.Objects;

/**
 * Something that the plan puts on days.
 *
 * @param key what it is, unique among all and the same as long as the plan calls it the same:
 *     {@code sprint/1}, {@code task/checkout/refunds}
 * @param kind what kind of thing it is, in words
 * @param title Markdown of the plan
 * @param time time of the day in the team's words, may be empty
 * @param span its days
 * @param page path of the page that tells of it
 */
public record Appointment(
    String key, String kind, String title, String time, Span span, String page) {
  /** Checks that all parts are there. */
  public Appointment {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(page, "page");
  }
}
