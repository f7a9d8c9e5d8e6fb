package dev.coord.diagnostic;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Finds text that was written in UTF-8, read in another character set and written again: {@code
 * â€™} for an apostrophe.
 *
 * <p>Characters count when the bytes that they are in the other set are those of one character in
 * UTF-8 (<a href="https://www.rfc-editor.org/rfc/rfc3629#section-4">RFC 3629</a>). Few words of any
 * language look like that; those of two characters that quotation marks or formulas can make by
 * chance do not count.
 */
public final class Mojibake {

  /** Closing marks and dashes, which may follow a capital letter that begins a pair. */
  private static final String MAY_FOLLOW = "‘’“”–—…‹›«»";

  /**
   * Of Mac OS Roman, the lead bytes that are no letters of western languages, and that of emoji.
   */
  private static final String MAC_LEADS = "\u00c2\u00c3\u00e2\u00ef\u00f0";

  private static final Set<Byte> HIDDEN =
      Set.of(
          Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR);

  private final String name;

  /** The bytes of the characters beyond ASCII. */
  private final Map<Character, Byte> bytes = new HashMap<>();

  /** Whether its lead bytes are signs of mathematics, which no letter stands beside. */
  private final boolean besideLetters;

  private Mojibake(Charset set, String name, boolean besideLetters) {
    this.name = name;
    this.besideLetters = besideLetters;
    for (int b = 0x80; b <= 0xFF; b++) {
      String character = new String(new byte[] {(byte) b}, set);
      if (character.length() == 1 && character.charAt(0) != '\uFFFD') {
        bytes.put(character.charAt(0), (byte) b);
      }
    }
  }

  /**
   * What of a text looks so: a warning at its first place for each set that it was read in.
   *
   * @param text one file
   * @param place of an offset in it, counted in UTF-16 units from 0
   */
  public static List<Diagnostic> of(String text, IntFunction<Location> place) {
    if (text.chars().allMatch(c -> c < 0x80)) {
      return List.of();
    }
    // What looks wrong by two sets is told by the first one alone.
    BitSet told = new BitSet();
    return Sets.ALL.stream().flatMap(set -> set.look(text, place, told).stream()).toList();
  }

  /** Made when they are asked for: nearly all files are ASCII alone. */
  private static final class Sets {
    static final List<Mojibake> ALL = all();

    private Sets() {}
  }

  private static List<Mojibake> all() {
    List<Mojibake> sets = new ArrayList<>();
    sets.add(new Mojibake(Charset.forName("windows-1252"), "Windows-1252", false));
    sets.add(new Mojibake(StandardCharsets.ISO_8859_1, "ISO 8859-1", false));
    if (Charset.isSupported("x-MacRoman")) {
      sets.add(new Mojibake(Charset.forName("x-MacRoman"), "Mac OS Roman", true));
    }
    return List.copyOf(sets);
  }

  private Optional<Diagnostic> look(String all, IntFunction<Location> place, BitSet told) {
    int first = -1;
    int found = 0;
    for (int i = 0; i < all.length(); i++) {
      int length = all.charAt(i) < 0x80 || told.get(i) ? 0 : length(all, i);
      if (length > 0) {
        told.set(i, i + length);
        first = found == 0 ? i : first;
        found++;
        i += length - 1;
      }
    }
    return found == 0
        ? Optional.empty()
        : Optional.of(warning(all, place.apply(first), first, found - 1));
  }

  private Diagnostic warning(String text, Location place, int at, int more) {
    String written = text.substring(at, at + length(text, at));
    String others =
        more == 0 ? "" : ", here and at " + more + " more place" + (more == 1 ? "" : "s");
    return Diagnostic.warning(
        place,
        quoted(written)
            + " looks like "
            + quoted(meant(written).orElseThrow())
            + " that was written in UTF-8 and read as "
            + name
            + others,
        "Write what is meant, or take the text from where it comes once more, as UTF-8.");
  }

  /** Quoted, with characters that cannot be seen as their numbers. */
  private static String quoted(String text) {
    return text.codePoints()
        .mapToObj(
            c ->
                HIDDEN.contains((byte) Character.getType(c))
                    ? String.format(Locale.ROOT, "\\u%04X", c)
                    : Character.toString(c))
        .collect(Collectors.joining("", "\"", "\""));
  }

  /** How many characters at an offset stand for one; 0 when they stand for themselves. */
  private int length(String text, int at) {
    int lead = Byte.toUnsignedInt(bytes.getOrDefault(text.charAt(at), (byte) 0));
    int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    boolean possible = length > 0 && at + length <= text.length();
    if (!possible || besideLetters && MAC_LEADS.indexOf(lead) < 0) {
      return 0;
    }
    if (length == 2 && !isPair(text, at)) {
      return 0;
    }
    return meant(text.substring(at, at + length)).isPresent() ? length : 0;
  }

  private boolean isPair(String text, int at) {
    boolean word =
        at > 0 && Character.isLetter(text.charAt(at - 1))
            || at + 2 < text.length() && isAsciiLetter(text.charAt(at + 2));
    return MAY_FOLLOW.indexOf(text.charAt(at + 1)) < 0 && (word || !besideLetters);
  }

  private static boolean isAsciiLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** The one character that others stand for. */
  private Optional<String> meant(String written) {
    byte[] encoded = new byte[written.length()];
    for (int i = 0; i < encoded.length; i++) {
      Byte b = bytes.get(written.charAt(i));
      if (b == null) {
        return Optional.empty();
      }
      encoded[i] = b;
    }
    try {
      CharBuffer meant = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(encoded));
      return Optional.of(meant.toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
