package dev.coord.markdown;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A destination that names something by its kind and id: {@code workstream:checkout}. Where that
 * leads, only those know who write the page.
 *
 * @param kind one of {@code workstream}, {@code gate}, {@code person}, {@code sprint} and {@code
 *     page}
 * @param id letters, digits, dots, underscores and dashes; at most 64
 * @param fragment an element of the page that it leads to; empty for none
 */
public record Reference(String kind, String id, String fragment) {

  static final String KINDS = "(?:workstream|gate|person|sprint|page)";
  static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  private static final Pattern WRITTEN =
      Pattern.compile("(" + KINDS + "):(" + ID + ")(?:#([A-Za-z0-9%._~-]{1,200}))?");

  /** Checks that all parts are there. */
  public Reference {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(fragment, "fragment");
  }

  /** What a destination names; empty when it is none of these. */
  public static Optional<Reference> of(String destination) {
    Matcher written = WRITTEN.matcher(destination);
    return written.matches()
        ? Optional.of(
            new Reference(
                written.group(1),
                written.group(2),
                Objects.requireNonNullElse(written.group(3), "")))
        : Optional.empty();
  }

  /** As it is written: {@code page:guide#usage}. */
  @Override
  public String toString() {
    return kind + ":" + id + (fragment.isEmpty() ? "" : "#" + fragment);
  }
}
