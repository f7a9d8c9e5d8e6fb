package dev.coord.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link of a Markdown text to a file beside it, or to a heading: {@code [steps](run.md#start)}.
 *
 * @param path percent-encoded, as written; empty for the text itself
 * @param fragment what is behind the number sign, as written; may be empty
 * @param offset where the destination begins, in characters from 0
 */
public record RelativeLink(String path, String fragment, int offset) {

  /** Destinations with brackets, in angle brackets or with escapes are not looked for. */
  private static final Pattern LINK =
      Pattern.compile(
          "(?<!\\\\)\\]\\([ \\t]{0,8}([^\\s()<>\"&\\\\{}$]{1,500}+)(?=[\\s)])"
              + "|^ {0,3}\\[[^\\]\\[\\n^]{1,200}+\\]:[ \\t]{0,8}"
              + "([^\\s()<>\"&\\\\{}$]{1,500}+)(?=[ \\t]*$)",
          Pattern.MULTILINE);

  private static final Pattern ELSEWHERE = Pattern.compile("//.*|[A-Za-z][A-Za-z0-9+.-]*:.*");

  private static final Pattern COMMENT = Pattern.compile("<!--.*?(?:-->|\\z)", Pattern.DOTALL);

  /** Checks that all are there. */
  public RelativeLink {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(fragment, "fragment");
  }

  /** The links of a text in their order; code and comments have none. */
  public static List<RelativeLink> in(String markdown) {
    List<RelativeLink> links = new ArrayList<>();
    Matcher link = LINK.matcher(prose(markdown));
    while (link.find()) {
      int group = link.group(1) == null ? 2 : 1;
      String written = link.group(group);
      if (!ELSEWHERE.matcher(written).matches()) {
        int hash = written.indexOf('#');
        String file = hash < 0 ? written : written.substring(0, hash);
        int query = file.indexOf('?');
        links.add(
            new RelativeLink(
                query < 0 ? file : file.substring(0, query),
                hash < 0 ? "" : written.substring(hash + 1),
                link.start(group)));
      }
    }
    return List.copyOf(links);
  }

  /** The same text with blanks in the place of its code and its comments. */
  public static String prose(String markdown) {
    return COMMENT
        .matcher(TextLink.withoutCode(markdown))
        .replaceAll(comment -> comment.group().replaceAll("[^\n]", " "));
  }
}
