package dev.coord.evidence.forge;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.PullRequest;
import dev.coord.evidence.PullRequest.State;
import dev.coord.evidence.json.JsonValue;
import dev.coord.evidence.json.JsonValue.Items;
import dev.coord.evidence.json.JsonValue.Text;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One exported list: of {@code gh pr list --json}, or of {@code glab mr list --output json}.
 *
 * @param reviews whether it tells of reviews
 */
record PullRequestFile(String path, String format, List<PullRequest> all, boolean reviews) {

  private static final String NUMBER = "[1-9][0-9]{0,14}";
  private static final String GH =
      "gh pr list --state all --limit 1000 --json"
          + " number,author,createdAt,baseRefName,reviews,state,isDraft";
  private static final String AGAIN =
      "Export them again ("
          + GH
          + ", or glab mr list --all --output json), all of them: with a limit above their number.";

  /**
   * A list that is as long as one of these may be cut off: what {@code gh} and {@code glab} list
   * unless they are told to list more, a page of GitLab, and the limit of the command above.
   */
  private static final Set<Integer> LIMITS = Set.of(30, 100, 1000);

  /** Only what a reviewer submitted is a review; what is pending nobody has seen. */
  private static final List<String> SUBMITTED =
      List.of("APPROVED", "CHANGES_REQUESTED", "COMMENTED", "DISMISSED");

  /** The names that a forge gives to what is read. */
  private record Names(
      String format, String number, String opened, String target, Map<String, State> states) {}

  private static final Names GITHUB =
      new Names(
          "gh",
          "number",
          "createdAt",
          "baseRefName",
          Map.of("OPEN", State.OPEN, "MERGED", State.MERGED, "CLOSED", State.CLOSED));
  private static final Names GITLAB =
      new Names(
          "glab",
          "iid",
          "created_at",
          "target_branch",
          Map.of(
              "opened", State.OPEN,
              "locked", State.OPEN,
              "merged", State.MERGED,
              "closed", State.CLOSED));

  PullRequestFile {
    all = List.copyOf(all);
  }

  /**
   * Reads a list.
   *
   * @param yetToCome whether a time has not come, by any clock
   * @throws InvalidReportException when it is none, may be cut off, or tells what cannot be
   */
  static PullRequestFile of(String path, JsonValue file, Predicate<Instant> yetToCome)
      throws InvalidReportException {
    if (!(file instanceof Items items)) {
      throw invalid(path, 1, "this is no list of pull requests");
    }
    if (LIMITS.contains(items.items().size())) {
      throw invalid(
          path,
          1,
          "it holds "
              + items.items().size()
              + " pull requests, as many as are listed at most: it may be cut off");
    }
    boolean gitlab = items.items().stream().anyMatch(item -> item.member("iid").isPresent());
    Names names = gitlab ? GITLAB : GITHUB;
    List<PullRequest> all = new ArrayList<>();
    for (JsonValue item : items.items()) {
      PullRequest request = request(path, names, item);
      Optional<String> impossible = impossible(request, yetToCome);
      if (impossible.isPresent()) {
        int line = text(path, item, item, names.opened()).line();
        throw invalid(path, line, "pull request " + request.number() + impossible.get());
      }
      all.add(request);
    }
    boolean reviews =
        items.items().stream()
            .allMatch(
                item ->
                    item.member("reviews").filter(Items.class::isInstance).isPresent()
                        && item.member("author").isPresent());
    return new PullRequestFile(path, names.format(), all, reviews);
  }

  private static PullRequest request(String path, Names names, JsonValue item)
      throws InvalidReportException {
    Text number = text(path, item, item, names.number());
    if (!number.text().matches(NUMBER)) {
      throw invalid(path, number.line(), "\"" + names.number() + "\" is no number");
    }
    Text state = text(path, item, item, "state");
    if (!names.states().containsKey(state.text())) {
      throw invalid(path, state.line(), named(item) + ": \"state\" is none that is known");
    }
    return new PullRequest(
        Long.parseLong(number.text()),
        names.states().get(state.text()),
        isDraft(path, number.line(), item),
        time(path, item, text(path, item, item, names.opened()), names.opened()),
        text(path, item, item, names.target()).text(),
        reviewed(path, item));
  }

  /** What is wrong with its times: a time that has not come would be a short one. */
  private static Optional<String> impossible(PullRequest request, Predicate<Instant> yetToCome) {
    if (yetToCome.test(request.opened())) {
      return Optional.of(" was opened at a time that is yet to come");
    }
    if (request.reviewed().filter(yetToCome).isPresent()) {
      return Optional.of(" was reviewed at a time that is yet to come");
    }
    return request.reviewed().filter(time -> time.isBefore(request.opened())).isPresent()
        ? Optional.of(" was reviewed before it was opened")
        : Optional.empty();
  }

  private static boolean isDraft(String path, int line, JsonValue item)
      throws InvalidReportException {
    Optional<JsonValue> draft = item.member("isDraft").or(() -> item.member("draft"));
    if (draft.isPresent() && !(draft.get() instanceof JsonValue.Word)) {
      throw invalid(path, line, named(item) + ": whether it is a draft is not true or false");
    }
    return draft.filter(d -> ((JsonValue.Word) d).isTrue()).isPresent();
  }

  /** When somebody else than the author first submitted a review. */
  private static Optional<Instant> reviewed(String path, JsonValue item)
      throws InvalidReportException {
    if (!(item.member("reviews").orElse(item) instanceof Items reviews)) {
      return Optional.empty();
    }
    String author = login(item);
    Optional<Instant> first = Optional.empty();
    for (JsonValue review : reviews.items()) {
      // Of an author that nobody knows, nobody else can be told.
      boolean counts =
          !author.isEmpty()
              && review.text("state").filter(s -> SUBMITTED.contains(s.text())).isPresent()
              && !login(review).isEmpty()
              && !login(review).equals(author);
      if (counts) {
        Instant time = time(path, item, text(path, item, review, "submittedAt"), "submittedAt");
        first = first.filter(before -> before.isBefore(time)).or(() -> Optional.of(time));
      }
    }
    return first;
  }

  private static String login(JsonValue of) {
    return of.member("author").flatMap(a -> a.text("login")).map(Text::text).orElse("");
  }

  /** What is said of a request, or of a review of it. */
  private static Text text(String path, JsonValue request, JsonValue of, String name)
      throws InvalidReportException {
    Optional<Text> text = of.text(name).filter(t -> !t.text().isBlank());
    if (text.isEmpty()) {
      String what = of == request ? "" : ": a review of it";
      int line = number(request).map(Text::line).orElse(1);
      throw invalid(path, line, named(request) + what + " has no \"" + name + "\"");
    }
    return text.get();
  }

  /** The request by its number, as far as it has one. */
  private static String named(JsonValue request) {
    return number(request).map(number -> "pull request " + number.text()).orElse("a pull request");
  }

  private static Optional<Text> number(JsonValue request) {
    return request
        .text(GITHUB.number())
        .or(() -> request.text(GITLAB.number()))
        .filter(number -> number.text().matches(NUMBER));
  }

  private static Instant time(String path, JsonValue request, Text text, String name)
      throws InvalidReportException {
    try {
      return OffsetDateTime.parse(text.text()).toInstant();
    } catch (DateTimeException e) {
      throw invalid(path, text.line(), named(request) + ": \"" + name + "\" is no time");
    }
  }

  InvalidReportException invalid(String problem) {
    return invalid(path, 1, problem);
  }

  private static InvalidReportException invalid(String path, int line, String problem) {
    return new InvalidReportException(Location.of(path, line, 1), problem, AGAIN);
  }
}
