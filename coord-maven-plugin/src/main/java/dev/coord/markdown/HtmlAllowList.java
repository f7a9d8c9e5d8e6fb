package dev.coord.markdown;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;

/**
 * The only elements, attributes and values that leave this package.
 *
 * <p>Class names are fixed words, so that no text can look like a part of the page around it; there
 * are no ids to collide with the page's own, and no styles.
 */
final class HtmlAllowList extends Safelist {
  static final String TASK = "md-task";
  static final String TASK_MARK = "md-task-mark";
  static final String TABLE = "md-table";
  static final String PLAIN = "md-plain";
  static final String NOTE = "md-note";
  static final String REL = "nofollow noopener";

  private static final Set<String> ALIGNED = Set.of("md-left", "md-center", "md-right");
  private static final Set<String> TASK_STATES = Set.of("done", "not done");
  private static final Pattern LANGUAGE = Pattern.compile("language-[A-Za-z0-9+#_.-]{1,32}");
  private static final Pattern LIST_START = Pattern.compile("[0-9]{1,9}");

  HtmlAllowList() {
    addTags(
        "p",
        "br",
        "hr",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "blockquote",
        "pre",
        "code",
        "em",
        "strong",
        "del");
    addTags("table", "thead", "tbody", "tr", "th", "td", "a", "img", "span", "div", "small");
  }

  @Override
  public boolean isSafeAttribute(String tag, Element element, Attribute attribute) {
    String value = attribute.getValue();
    return switch (tag + " " + attribute.getKey()) {
      case "a href" ->
          SafeUrl.of(value).equals(Optional.of(value)) || Reference.of(value).isPresent();
      case "img src" -> SafeUrl.of(value).equals(Optional.of(value)) && SafeUrl.isRelative(value);
      case "a title", "img title", "img alt" -> true;
      case "a rel" -> value.equals(REL);
      case "ol start" -> LIST_START.matcher(value).matches();
      case "code class" -> LANGUAGE.matcher(value).matches();
      case "th class", "td class" -> ALIGNED.contains(value);
      case "li class" -> value.equals(TASK);
      case "span class" -> value.equals(TASK_MARK) || CodeToken.Kind.isClass(value);
      case "span role" -> value.equals("img");
      case "span aria-label" -> TASK_STATES.contains(value);
      case "div class" -> value.equals(TABLE) || value.equals(PLAIN);
      case "small class" -> value.equals(NOTE);
      case "div tabindex", "pre tabindex" -> value.equals("0");
      default -> false;
    };
  }
}
