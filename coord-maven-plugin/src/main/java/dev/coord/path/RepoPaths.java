package dev.coord.path;

import java.util.Locale;
import java.util.regex.Pattern;

/** Says which paths of a repository are safe to show, to match and to join to a directory. */
public final class RepoPaths {
  /** The longest safe path, in characters: what common file systems can hold. */
  public static final int MAX_LENGTH = 4096;

  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:");

  /**
   * Code points that the file system of macOS ignores in names: to it {@code .g<U+200C>it} is
   * {@code .git}.
   */
  private static final Pattern IGNORED_BY_HFS =
      Pattern.compile("[\\x{200c}-\\x{200f}\\x{202a}-\\x{202e}\\x{206a}-\\x{206f}\\x{feff}]");

  private static final String GIT = ".git";
  private static final String SHORT_GIT = "git~1";

  /** What Windows takes for {@code .git}: its short name, trailing dots and spaces, and streams. */
  private static final Pattern GIT_DIRECTORY = Pattern.compile("(?:\\.git|git~1)[. ]*(?::.*)?");

  private RepoPaths() {}

  /**
   * Whether a path that came from a plan, a report or a tree object is a plain relative one.
   *
   * <p>A tree object can hold any bytes as a name, and plans and reports can say anything. A path
   * is safe if none of the following could happen to it, on any operating system:
   *
   * <ul>
   *   <li>it leaves the directory it is joined to: absolute ones, a drive such as {@code C:},
   *       empty, {@code .} or {@code ..} segments, backslashes (a separator on Windows);
   *   <li>it names git's own data: a segment that is {@code .git} in any case, or that Windows or
   *       macOS takes for it ({@code git~1}, {@code .git.}, {@code .git::$INDEX_ALLOCATION},
   *       characters of no width inside);
   *   <li>it forges a line of output or cannot be a file name: control characters, halves of
   *       surrogate pairs, more than {@value #MAX_LENGTH} characters.
   * </ul>
   *
   * <p>The rules for names are those of {@code git fsck} (verify_path) and of JGit's ObjectChecker.
   * That a path is safe says nothing about symbolic links on the way to it.
   */
  public static boolean isSafe(String path) {
    if (path.length() > MAX_LENGTH || hasForbidden(path)) {
      return false;
    }
    String[] segments = path.split("/", -1);
    if (DRIVE.matcher(segments[0]).lookingAt()) {
      return false;
    }
    for (String segment : segments) {
      if (segment.isEmpty()
          || segment.equals(".")
          || segment.equals("..")
          || isGitDirectory(segment)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasForbidden(String path) {
    int codePoint;
    for (int i = 0; i < path.length(); i += Character.charCount(codePoint)) {
      codePoint = path.codePointAt(i);
      if (Character.isISOControl(codePoint)
          || codePoint == '\\'
          || Character.getType(codePoint) == Character.SURROGATE) {
        return true;
      }
    }
    return false;
  }

  private static boolean isGitDirectory(String segment) {
    // Nearly all names need no closer look, and there are as many as a repository has files.
    if (!segment.regionMatches(true, 0, GIT, 0, GIT.length())
        && !segment.regionMatches(true, 0, SHORT_GIT, 0, SHORT_GIT.length())
        && isAscii(segment)) {
      return false;
    }
    String visible = IGNORED_BY_HFS.matcher(segment).replaceAll("");
    return GIT_DIRECTORY.matcher(visible.toLowerCase(Locale.ROOT)).matches();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
