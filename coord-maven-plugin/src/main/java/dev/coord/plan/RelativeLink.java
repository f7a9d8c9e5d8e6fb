package dev.coord.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link of a Markdown text to a file beside it, or to a heading: {@code [steps](run.md#start)},
 * {@code <a href="run.md">}.
 *
 * @param path percent-encoded, as written; empty for the text itself
 * @param fragment what is behind the number sign, as written; may be empty
 * @param offset where the destination begins, in characters from 0
 */
public record RelativeLink(String path, String fragment, int offset) {

  private static final String BARE = "([^\\s()<>\"&\\\\{}$]{1,500}+)";
  private static final String IN_ANGLES = "<([^<>\\n]{1,500}+)>";
  private static final String INLINE = "(?<!\\\\)\\]\\([ \\t]{0,8}";
  private static final String REFERENCE = "^ {0,3}\\[[^\\]\\[\\n^]{1,200}+\\]:[ \\t]{0,8}";

  /** Destinations with brackets or escapes are not looked for. */
  private static final Pattern LINK =
      Pattern.compile(
          INLINE
              + BARE
              + "(?=[\\s)])|"
              + INLINE
              + IN_ANGLES
              + "|"
              + REFERENCE
              + BARE
              + "(?=[ \\t]*$)|"
              + REFERENCE
              + IN_ANGLES,
          Pattern.MULTILINE);

  private static final Pattern TAG =
      Pattern.compile("<(?:a|img)\\s([^<>]{1,2000}+)>", Pattern.CASE_INSENSITIVE);

  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "([\\w:-]++)\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)')", Pattern.CASE_INSENSITIVE);

  /** What holds an escape of HTML, or a variable of a template, cannot be told. */
  private static final Pattern PLAIN = Pattern.compile("[^&\\\\{}$]{1,500}");

  private static final Pattern ELSEWHERE = Pattern.compile("//.*|[A-Za-z][A-Za-z0-9+.-]*:.*");

  private static final Pattern COMMENT = Pattern.compile("<!--.*?(?:-->|\\z)", Pattern.DOTALL);

  /** Checks that all are there. */
  public RelativeLink {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(fragment, "fragment");
  }

  /** The links of a text in their order, those of HTML too; code and comments have none. */
  public static List<RelativeLink> in(String markdown) {
    List<RelativeLink> links = new ArrayList<>();
    String prose = prose(markdown);
    Matcher link = LINK.matcher(prose);
    while (link.find()) {
      add(link, 1, links);
    }
    Matcher tag = TAG.matcher(prose);
    while (tag.find()) {
      Matcher attribute = ATTRIBUTE.matcher(prose).region(tag.start(1), tag.end(1));
      while (attribute.find()) {
        if (Set.of("href", "src").contains(attribute.group(1).toLowerCase(Locale.ROOT))) {
          add(attribute, 2, links);
        }
      }
    }
    links.sort(Comparator.comparing(RelativeLink::offset));
    return List.copyOf(links);
  }

  /** Adds what the first group from a number on holds, if it is a relative link. */
  private static void add(Matcher found, int from, List<RelativeLink> links) {
    int group = from;
    while (found.group(group) == null) {
      group++;
    }
    String written = found.group(group);
    if (!PLAIN.matcher(written).matches() || ELSEWHERE.matcher(written).matches()) {
      return;
    }
    int hash = written.indexOf('#');
    String file = hash < 0 ? written : written.substring(0, hash);
    int query = file.indexOf('?');
    links.add(
        new RelativeLink(
            query < 0 ? file : file.substring(0, query),
            hash < 0 ? "" : written.substring(hash + 1),
            found.start(group)));
  }

  /** The same text with blanks in the place of its code and its comments. */
  public static String prose(String markdown) {
    return COMMENT
        .matcher(TextLink.withoutCode(markdown))
        .replaceAll(comment -> comment.group().replaceAll("[^\n]", " "));
  }
}
