package dev.coord.evidence.git;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the version that a build file asks for right behind the name of a library, as written.
 *
 * <p>Read are requirements of pip (PEP 508), tables of TOML (Poetry, Cargo, Pipfile, Gradle's
 * catalogs), {@code package.json}, Maven's POM, Gradle's coordinates and {@code go.mod}.
 */
final class LibraryVersion {

  private static final String OPERATOR = "(?:===|==|~=|!=|>=|<=|>|<)";
  private static final String CLAUSE = OPERATOR + "[ \\t]*[\\w.*+!-]+";
  private static final String NOT_QUOTED = "[^\"'\\r\\n]+";

  /** What may stand behind a name; the first group is the version. */
  private static final List<Pattern> FORMS =
      List.of(
          // joblib[extra] (>=1.3, <2) ; marker
          behind(
              "(?:[ \\t]*\\[[^\\]\\r\\n]*\\])?[ \\t]*\\(?[ \\t]*("
                  + CLAUSE
                  + "(?:[ \\t]*,[ \\t]*"
                  + CLAUSE
                  + "){0,20})[ \\t]*\\)?[ \\t]*(?=[\"';#\\]\\\\\\r\\n]|--|$)"),
          // "joblib": "^1.3", joblib = "^1.3"
          behind("[\"']?[ \\t]*[:=][ \\t]*[\"'](" + NOT_QUOTED + ")[\"']"),
          // joblib = {extras = [...], version = "^1.3"}
          behind(
              "[\"']?[ \\t]*[:=][ \\t]*\\{[^{}]*?(?<![\\w.-])[\"']?version[\"']?[ \\t]*[:=][ \\t]*[\"']("
                  + NOT_QUOTED
                  + ")[\"']"),
          // 'org.acme:joblib:1.3', also with a classifier
          behind(":([\\w.+\\-\\[\\](),!]+)(?=[\"':@])"),
          // name: 'joblib', version: '1.3'; module = "org.acme:joblib", version = "1.3"
          behind("[\"'][ \\t]*,[ \\t]*version[ \\t]*[:=][ \\t]*[\"'](" + NOT_QUOTED + ")[\"']"),
          // <artifactId>joblib</artifactId> ... <version>1.3</version>
          behind(
              "\\s*</artifactId>(?:\\s*<(\\w+)>[^<]*</\\1>){0,20}?\\s*<version>\\s*([^<]*?)\\s*</version>"),
          // github.com/acme/joblib v1.3.0
          behind("[ \\t]+(v[0-9][\\w.+-]*)"));

  /** A file that names a library more often is none that people write by hand. */
  private static final int PLACES = 100;

  private static final Pattern PROPERTY = Pattern.compile("\\$\\{([\\w.-]+)\\}");

  /** What a version begins with, operators left out; other values are scripts, paths or sources. */
  private static final Pattern VERSION =
      Pattern.compile("[\\s\\^~<>=!(\\[]*[vV]?(?:[0-9]|[xX*](?![\\w])).*");

  private LibraryVersion() {}

  private static Pattern behind(String form) {
    return Pattern.compile(form);
  }

  /**
   * The different versions that stand behind a library's name; none when none can be read.
   *
   * @return of a path, and of what {@link BuildFileDependencies} leaves of its content
   */
  static BiFunction<String, byte[], SortedSet<String>> of(String name) {
    Pattern pattern = LibraryName.pattern(name);
    return (path, content) -> {
      byte[] inForce = BuildFileComments.guessed(path, content);
      String text = new String(inForce, StandardCharsets.UTF_8);
      SortedSet<String> versions = new TreeSet<>();
      Matcher found = pattern.matcher(text);
      for (int place = 0; found.find(); place++) {
        if (place == PLACES) {
          return new TreeSet<>();
        }
        behind(text, found.end()).ifPresent(versions::add);
      }
      return versions;
    };
  }

  private static Optional<String> behind(String text, int place) {
    for (Pattern form : FORMS) {
      Matcher version = form.matcher(text).region(place, text.length()).useTransparentBounds(true);
      if (version.lookingAt()) {
        return Optional.of(version.group(version.groupCount()).strip())
            .flatMap(written -> property(written, text))
            .filter(written -> VERSION.matcher(written).matches());
      }
    }
    return Optional.empty();
  }

  /** A property of a POM stands for what the same file says of it, once. */
  private static Optional<String> property(String written, String text) {
    Matcher property = PROPERTY.matcher(written);
    if (!property.matches()) {
      return Optional.of(written);
    }
    String key = Pattern.quote(property.group(1));
    Matcher value = Pattern.compile("<" + key + ">\\s*([^<]*?)\\s*</" + key + ">").matcher(text);
    SortedSet<String> values = new TreeSet<>();
    while (value.find()) {
      values.add(value.group(1));
    }
    return values.size() == 1 ? Optional.of(values.first()) : Optional.empty();
  }
}
