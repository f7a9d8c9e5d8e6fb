package dev.coord.plan.yaml;

import dev.coord.plan.Origin;
import dev.coord.plan.Project;
import dev.coord.plan.SiteLook;
import dev.coord.plan.WorkCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code project}. */
final class ProjectReader {
  private static final Shape SHAPE = new Shape("\"project\"", "project: {name: Shop}");
  private static final Shape CHANNEL =
      new Shape("a channel", "{purpose: Daily questions, tool: Chat}");
  private static final Shape VOCABULARY =
      new Shape("\"vocabulary\"", "vocabulary: {ready: \"Finished on its branch.\"}");
  private static final int LONGEST_WORD = 64;

  private ProjectReader() {}

  static Optional<Project> read(ReadContext context, YamlNode node) {
    return MappingReader.read(context, node, SHAPE, ProjectReader::project);
  }

  private static Optional<Project> project(MappingReader in) {
    Optional<String> name = in.required("name", "Shop", in.scalars()::text);
    String purpose = in.markdown("purpose");
    String background = in.markdown("context");
    String status = in.text("status");
    Optional<LocalDate> started = in.date("started");
    Optional<LocalDate> expectedEnd = in.date("expected_end");
    Optional<LocalDate> nextReview = in.date("next_review");
    Optional<LocalDate> updated = in.date("updated");
    String contact = in.markdown("contact");
    Optional<String> repository =
        in.field("repository").flatMap(field -> RepositoryAddress.read(in, field));
    Optional<String> integrationBranch = GitNames.branch(in, "integration_branch");
    if (integrationBranch.isEmpty() && !in.lacks("integration_branch")) {
      in.context().doubts().value(Doubts.Value.INTEGRATION_BRANCH);
    }
    Optional<String> releaseBranch = GitNames.branch(in, "release_branch");
    Optional<String> tag = GitNames.tag(in, "tag");
    WorkCalendar calendar = calendar(in);
    SiteLook site =
        in.record("site", SiteLookReader::read)
            .orElseGet(() -> SiteLook.usual(Origin.at(in.place())));
    Map<String, String> vocabulary = vocabulary(in);
    List<Project.Channel> channels = in.records("channels", CHANNEL, ProjectReader::channel);
    String notes = in.markdown("notes");
    return name.map(
        text ->
            new Project(
                in.origin(),
                text,
                purpose,
                background,
                status,
                started,
                expectedEnd,
                nextReview,
                updated,
                contact,
                repository,
                integrationBranch.orElse(Project.DEFAULT_INTEGRATION_BRANCH),
                releaseBranch,
                tag,
                calendar,
                site,
                vocabulary,
                channels,
                notes));
  }

  private static WorkCalendar calendar(MappingReader in) {
    return in.record("calendar", CalendarReader::read)
        .orElseGet(() -> CalendarReader.usual(Origin.at(in.place())));
  }

  private static Map<String, String> vocabulary(MappingReader in) {
    return in.map(
        "vocabulary",
        VOCABULARY,
        (word, field) -> {
          if (word.isBlank() || word.length() > LONGEST_WORD || word.indexOf('\n') >= 0) {
            in.context()
                .error(
                    field.place(),
                    Words.quote(word) + " is no status word",
                    "Write one line of at most " + LONGEST_WORD + " characters.");
          }
          return in.scalars().markdown(field);
        });
  }

  private static Optional<Project.Channel> channel(ReadContext context, YamlNode node) {
    return MappingReader.read(
        context,
        node,
        CHANNEL,
        in -> {
          Optional<String> purpose =
              in.required("purpose", "Daily questions", in.scalars()::markdown);
          Optional<String> tool = in.required("tool", "Chat", in.scalars()::markdown);
          return purpose.flatMap(
              what -> tool.map(with -> new Project.Channel(in.origin(), what, with)));
        });
  }
}
