package dev.coord.plan.yaml;

import dev.coord.plan.FileEntry;
import dev.coord.plan.Origin;
import dev.coord.plan.Report;
import dev.coord.plan.Report.Achievement;
import dev.coord.plan.Report.Lessons;
import dev.coord.plan.Report.Next;
import dev.coord.plan.Task;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads an item of {@code reports}. */
final class ReportReader {
  static final Shape SHAPE = new Shape("a report", "{id: session-1, outcome: Refunds work.}");
  private static final Shape ACHIEVEMENT = new Shape("an achievement", "\"Refunds work\"");
  private static final Shape LESSONS = new Shape("\"lessons\"", "lessons: {worked: [Small tasks]}");
  private static final Shape NEXT =
      new Shape("an item of \"next\"", "{horizon: this week, tasks: [\"[ ] Refunds\"]}");
  private static final int LONGEST = 999_999;

  private ReportReader() {}

  static Optional<Report> read(ReadContext context, YamlNode node) {
    return MappingReader.read(context, node, SHAPE, ReportReader::report);
  }

  private static Optional<Report> report(MappingReader in) {
    Optional<String> id = in.id(Kind.REPORT);
    Optional<String> title = in.optional("title");
    Optional<LocalDate> from = in.date("from");
    Optional<LocalDate> to = in.date("to");
    checkOrder(in, from, to);
    String time = in.text("time");
    OptionalInt minutes = in.integer("minutes", 1, LONGEST);
    List<String> by = in.references("by", Kind.PERSON);
    String objective = in.markdown("objective");
    String outcome = in.markdown("outcome");
    String impact = in.markdown("impact");
    List<Achievement> achievements =
        in.records("achievements", ACHIEVEMENT, ReportReader::achievement);
    List<FileEntry> files = FileEntryReader.read(in);
    Optional<Lessons> lessons = in.record("lessons", ReportReader::lessons);
    List<Next> next = in.records("next", NEXT, ReportReader::next);
    String notes = in.markdown("notes");
    return id.map(
        name ->
            new Report(
                in.origin(),
                name,
                title.orElse(name),
                from,
                to,
                time,
                minutes,
                by,
                objective,
                outcome,
                impact,
                achievements,
                files,
                lessons.orElseGet(() -> noLessons(in)),
                next,
                notes));
  }

  private static Lessons noLessons(MappingReader in) {
    return new Lessons(Origin.at(in.place()), List.of(), List.of(), List.of());
  }

  private static void checkOrder(
      MappingReader in, Optional<LocalDate> from, Optional<LocalDate> to) {
    if (from.isPresent() && to.filter(day -> day.isBefore(from.get())).isPresent()) {
      in.context()
          .error(
              in.place("to"),
              "the report ends on " + to.get() + ", before it begins on " + from.get(),
              "Write the earlier day under \"from\".");
    }
  }

  private static Optional<Achievement> achievement(ReadContext context, YamlNode node) {
    return TextOrMap.read(
        context,
        node,
        "achievements",
        ACHIEVEMENT,
        (origin, text) -> new Achievement(origin, text, List.of()),
        in -> {
          Optional<String> title = in.required("title", "Refunds work", in.scalars()::markdown);
          List<String> points = in.markdowns("points");
          return title.map(text -> new Achievement(in.origin(), text, points));
        });
  }

  private static Optional<Lessons> lessons(ReadContext context, YamlNode node) {
    return MappingReader.read(
        context,
        node,
        LESSONS,
        in -> {
          List<String> worked = in.markdowns("worked");
          List<String> improve = in.markdowns("improve");
          List<String> patterns = in.markdowns("patterns");
          return Optional.of(new Lessons(in.origin(), worked, improve, patterns));
        });
  }

  private static Optional<Next> next(ReadContext context, YamlNode node) {
    return MappingReader.read(
        context,
        node,
        NEXT,
        in -> {
          Optional<String> horizon = in.required("horizon", "this week", in.scalars()::text);
          List<Task> tasks = TaskReader.read(in, in.context().tasksOfBlock());
          return horizon.map(text -> new Next(in.origin(), text, tasks));
        });
  }
}
