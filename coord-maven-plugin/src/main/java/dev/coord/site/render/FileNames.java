package dev.coord.site.render;

import dev.coord.site.model.OtherFiles;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which names of files are safe on every file system and every server. */
final class FileNames {

  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

  /** Names that Windows gives to devices, with any ending. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

  private FileNames() {}

  /**
   * Checks a site's names.
   *
   * @throws SiteWriteException when a name could leave the directory, is reserved somewhere, or
   *     would fall together with another one
   */
  static void check(Set<String> names) throws SiteWriteException {
    Map<String, String> files = new HashMap<>();
    Map<String, String> folders = new HashMap<>();
    for (String name : names) {
      if (name.equals(OtherFiles.NO_JEKYLL)) {
        continue;
      }
      for (String segment : name.split("/", -1)) {
        checkSegment(name, segment);
      }
      checkCollision(files.put(folded(name), name), name);
      for (int i = name.indexOf('/'); i >= 0; i = name.indexOf('/', i + 1)) {
        String folder = name.substring(0, i);
        String other = folders.put(folded(folder), folder);
        checkCollision(folder.equals(other) ? null : other, name);
      }
    }
    Set<String> both = new HashSet<>(files.keySet());
    both.retainAll(folders.keySet());
    for (String name : both) {
      checkCollision(files.get(name), folders.get(name) + "/");
    }
  }

  private static void checkSegment(String name, String segment) throws SiteWriteException {
    boolean safe = SEGMENT.matcher(segment).matches() && !segment.endsWith(".");
    if (!safe || segment.contains("..")) {
      throw new SiteWriteException(
          "not a safe file name: "
              + PlainText.code(name)
              + ". Use ids of letters, digits, dots, dashes and underscores.");
    }
    if (DEVICE.matcher(segment).matches()) {
      throw new SiteWriteException(
          "Windows reserves the name "
              + segment
              + ". Choose another id for what "
              + name
              + " shows.");
    }
  }

  private static void checkCollision(String other, String name) throws SiteWriteException {
    if (other != null) {
      throw new SiteWriteException(
          name
              + " and "
              + other
              + " are one file where case is not told apart. Rename one of them.");
    }
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
