package dev.coord.plan.yaml;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The names that git accepts for branches, tags and commits. */
final class GitNames {
  private static final int LONGEST = 200;
  private static final String FORBIDDEN = " ~^:?*[\\";
  private static final Pattern ANCESTOR = Pattern.compile("(?:[~^][0-9]{0,6}){1,20}$");

  private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{7,40}");

  private GitNames() {}

  /**
   * Says why git would refuse a name of a branch or tag; the rules are those of {@code git
   * check-ref-format --branch}.
   *
   * @return empty for a good name, otherwise a clause such as {@code "a name must not end in a
   *     dot"}
   */
  static Optional<String> problem(String name) {
    if (name.length() > LONGEST) {
      return Optional.of("a name has at most " + LONGEST + " characters");
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isISOControl(c) || FORBIDDEN.indexOf(c) >= 0 || Character.isWhitespace(c)) {
        return Optional.of("a name must not contain " + Words.quote(String.valueOf(c)));
      }
    }
    if (name.startsWith("refs/")) {
      return Optional.of("a name is written without \"refs/heads/\"");
    }
    if (name.startsWith("-") || name.equals("@") || name.equals("HEAD")) {
      return Optional.of("git gives this name another meaning");
    }
    if (name.contains("..") || name.contains("@{") || name.endsWith(".")) {
      return Optional.of("a name must not contain \"..\" or \"@{\" or end in a dot");
    }
    for (String part : name.split("/", -1)) {
      if (part.isEmpty()) {
        return Optional.of("a name must not begin or end with \"/\" or contain \"//\"");
      }
      if (part.startsWith(".") || part.endsWith(".lock")) {
        return Optional.of("no part of a name may begin with a dot or end in \".lock\"");
      }
    }
    return Optional.empty();
  }

  /** Reads the name of a branch. */
  static Optional<String> branch(MappingReader in, String key) {
    return in.field(key).flatMap(field -> branch(in.context(), field));
  }

  /** Reads the name of a branch. */
  static Optional<String> branch(ReadContext context, Field field) {
    return checked(
        context,
        field,
        field.key().equals("branch") ? "feature/checkout" : "main",
        GitNames::problem);
  }

  /** Reads the name of a tag. */
  static Optional<String> tag(MappingReader in, String key) {
    return in.field(key).flatMap(field -> tag(in.context(), field));
  }

  /** Reads the name of a tag. */
  static Optional<String> tag(ReadContext context, Field field) {
    return checked(context, field, "v1.0.0", GitNames::problem);
  }

  /** Reads a pattern of branch names, in which {@code *} stands for any characters. */
  static Optional<String> pattern(MappingReader in, String key) {
    return in.field(key)
        .flatMap(
            field ->
                checked(
                    in.context(), field, "\"feature/*\"", name -> problem(name.replace('*', 'x'))));
  }

  /**
   * Reads what names a commit: a branch, a tag or an id, and how many generations before it. {@code
   * HEAD} is refused, because it is another commit in each worktree.
   */
  static Optional<String> commit(MappingReader in, String key) {
    return in.field(key)
        .flatMap(
            field ->
                checked(
                    in.context(),
                    field,
                    "v1.0.0",
                    name -> problem(ANCESTOR.matcher(name).replaceFirst(""))));
  }

  /** Reads the id of a commit, which may be abbreviated; in lower case. */
  static Optional<String> id(MappingReader in, String key) {
    return in.field(key)
        .flatMap(
            field ->
                checked(
                    in.context(),
                    field,
                    "3f9a0c1",
                    name ->
                        ID.matcher(name).matches()
                            ? Optional.empty()
                            : Optional.of("the id of a commit is 7 to 40 of 0-9 and a-f")))
        .map(id -> id.toLowerCase(Locale.ROOT));
  }

  private static Optional<String> checked(
      ReadContext context,
      Field field,
      String example,
      Function<String, Optional<String>> problemOf) {
    Optional<String> name = new Scalars(context).text(field, "a name that git knows", example);
    Optional<String> problem = name.flatMap(problemOf);
    problem.ifPresent(
        reason ->
            context.error(
                field.place(),
                field.label() + " is " + Words.quote(name.get()) + ", but " + reason,
                "Write for example " + field.example(example) + "."));
    return problem.isPresent() ? Optional.empty() : name;
  }
}
