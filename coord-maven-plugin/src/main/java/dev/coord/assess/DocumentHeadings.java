package dev.coord.assess;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which headings a published document has, as far as that can be told without rendering it. */
final class DocumentHeadings {

  /** With hash signs before it, or underlined. */
  private static final Pattern HEADING =
      Pattern.compile(
          "^[ >]{0,9}#{1,6}[ \\t]+(.*)$|^(.+)\\n[ >]{0,9}(?:=+|-+)[ \\t]*$", Pattern.MULTILINE);

  /** Markup whose letters are no part of the heading's name, or that names a place itself. */
  private static final Pattern MARKUP = Pattern.compile("\\]\\(|[<&\\[]");

  private static final Pattern NAMED = Pattern.compile("\\b(?:id|name)\\s*=|\\[\\^|\\{#");

  private final Set<String> keys = new HashSet<>();
  private boolean told = true;

  private DocumentHeadings() {}

  static DocumentHeadings of(String markdown) {
    DocumentHeadings headings = new DocumentHeadings();
    headings.told = !NAMED.matcher(markdown).find();
    Matcher heading = HEADING.matcher(markdown);
    while (heading.find()) {
      String words = heading.group(1) == null ? heading.group(2) : heading.group(1);
      headings.told &= !MARKUP.matcher(words).find();
      headings.keys.add(key(words));
    }
    return headings;
  }

  /** Whether no heading can be meant by a fragment, however a forge makes it of a heading. */
  boolean lacks(String fragment) {
    String key = key(fragment);
    return told
        && !fragment.isEmpty()
        && fragment.indexOf('%') < 0
        && !keys.contains(key)
        && !keys.contains(key.replaceFirst("[0-9]+$", ""));
  }

  private static String key(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
