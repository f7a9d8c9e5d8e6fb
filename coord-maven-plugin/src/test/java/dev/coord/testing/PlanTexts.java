package dev.coord.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.plan.Epic;
import dev.coord.plan.Merges;
import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Origin;
import dev.coord.plan.Plan;
import dev.coord.plan.Stretch;
import dev.coord.plan.Timing;
import dev.coord.plan.yaml.PlanFile;
import dev.coord.plan.yaml.PlanReader;
import dev.coord.plan.yaml.PlanReading;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Plans that tests write as text, and parts to put into them. */
public final class PlanTexts {

  private PlanTexts() {}

  /** A plan of project Shop; its text begins on line 2 of {@code coord.yml}. */
  public static Plan shop(String text) {
    return read("coord: 1\n" + text + (text.contains("project:") ? "" : "project: {name: Shop}\n"));
  }

  /** A plan that must be good. */
  public static Plan read(String text) {
    PlanReading reading =
        new PlanReader()
            .read(
                List.of(
                    new PlanFile(
                        Places.FILE, Optional.empty(), text.getBytes(StandardCharsets.UTF_8))));
    assertThat(reading.diagnostics()).map(Diagnostic::message).isEmpty();
    return reading.plan().orElseThrow();
  }

  /** A phase that begins on a day and takes so many weeks. */
  public static Epic phase(String id, String start, int weeks) {
    return new Epic(
        Places.origin(90),
        id,
        id,
        Epic.Kind.PHASE,
        Optional.empty(),
        "",
        Optional.of(start).filter(day -> !day.isEmpty()).map(LocalDate::parse),
        OptionalInt.of(weeks),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "");
  }

  /** A wave whose time stands on a line. */
  public static Wave wave(String id, int line, Stretch when, String... workstreams) {
    return wave(id, timing(line, when), workstreams);
  }

  /** A wave without a time. */
  public static Wave wave(String id, String... workstreams) {
    return wave(id, Timing.unsaid(Places.origin(91)), workstreams);
  }

  private static Wave wave(String id, Timing when, String... workstreams) {
    return new Wave(
        when.origin(),
        id,
        id,
        when,
        "",
        List.of(workstreams),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        "",
        Map.of(),
        Optional.empty(),
        "",
        "");
  }

  /** A time in several ways of counting, the first written on a line and the next ones below. */
  public static Timing timing(int line, Stretch... ways) {
    Map<String, Location> places = new TreeMap<>();
    for (int i = 0; i < ways.length; i++) {
      places.put(ways[i].counting().keys().get(0), Places.line(line + i));
    }
    return new Timing(new Origin(Places.line(line), places), List.of(ways));
  }

  /** The same plan with other epics. */
  public static Plan with(Plan plan, Epic... epics) {
    return with(plan, List.of(epics), plan.merges());
  }

  /** The same plan with other waves. */
  public static Plan with(Plan plan, Wave... waves) {
    return with(plan, plan.epics(), new Merges(plan.merges().origin(), List.of(), List.of(waves)));
  }

  private static Plan with(Plan plan, List<Epic> epics, Merges merges) {
    return new Plan(
        plan.files(),
        plan.project(),
        plan.people(),
        plan.workstreams(),
        epics,
        plan.sprints(),
        plan.events(),
        plan.handoffs(),
        plan.boundaries(),
        merges,
        plan.gates(),
        plan.metrics(),
        plan.waivers(),
        plan.actions(),
        plan.claims(),
        plan.handbook(),
        plan.evidence());
  }
}
