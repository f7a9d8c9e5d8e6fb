package dev.coord.plan;

import dev.coord.diagnostic.Location;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What was found when a team began to be judged, and does not fail its builds since.
 *
 * @param place the file that says so
 * @param written the day on which it was written first, or last took something in
 * @param commit full id of the commit that was judged then
 * @param coverage what rules on coverage compare with; empty where nothing was taken in
 * @param results since when it tells which results of tools are known; empty where it does not, so
 *     that none of them can be told to be new
 * @param entries in order, each finding once
 */
public record Baseline(
    Location place,
    LocalDate written,
    String commit,
    Optional<CoveredLines> coverage,
    Optional<LocalDate> results,
    List<Entry> entries) {

  /** The most lines of results of tools: beyond them, nobody reads what the file excuses. */
  public static final int MOST_RESULTS = 10_000;

  /** The longest finding that is written as it is; of a longer one its digest is kept. */
  public static final int LONGEST = 400;

  /** Where it lies, beside {@code coord.yml} or {@code coord/}. */
  private static final String NAME = ".coord/baseline.yml";

  private static final String FOLDER = "coord";

  /** What is found one by one, and so can be known one by one. */
  public enum Kind {
    /** A claim that is contradicted. */
    CONTRADICTION,
    /** Something that is past its day. */
    OVERDUE,
    /** A path that a branch should not have changed. */
    OWNERSHIP,
    /** A result of a tool of analysis. */
    RESULT;

    /** The word for it in files. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Which finding it is: nothing that a moved line or another commit would change.
   *
   * @param subject id of what it is about, or the name of a branch
   * @param finding what tells it from others of its kind and subject, one line
   */
  public record Key(Kind kind, String subject, String finding) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::kind).thenComparing(Key::subject).thenComparing(Key::finding);

    /** What a reader of the file would not see, or a reader of YAML refuse. */
    private static final Pattern UNSEEN =
        Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\x{FFFE}\\x{FFFF}]");

    /** Makes one line of each text, in which everything can be seen. */
    public Key {
      Objects.requireNonNull(kind, "kind");
      subject = line(subject);
      finding = line(finding);
    }

    private static String line(String text) {
      String seen =
          UNSEEN
              .matcher(text.replaceAll("\\s+", " "))
              .replaceAll(found -> "\\\\u%04x".formatted(found.group().codePointAt(0)));
      String line = seen.strip();
      if (line.codePointCount(0, line.length()) <= LONGEST) {
        return line;
      }
      String digest = digest(line);
      int kept = line.offsetByCodePoints(0, LONGEST - digest.length() - 1);
      return line.substring(0, kept).strip() + " " + digest;
    }

    /** 128 bits of SHA-256 (FIPS 180-4): two long texts that begin alike stay two. */
    private static String digest(String text) {
      try {
        byte[] bytes =
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(bytes, 0, 16);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }

    /** Orders by kind, then subject, then finding. */
    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * A finding that is known.
   *
   * @param count how many times it was found, at least 1
   * @param since the day it was taken in
   * @param place where the file says so
   */
  public record Entry(Key key, int count, LocalDate since, Location place) {
    /**
     * Checks the count.
     *
     * @throws IllegalArgumentException when it is less than 1
     */
    public Entry {
      Parts.require(key, since, place);
      if (count < 1) {
        throw new IllegalArgumentException("what is known was found");
      }
    }
  }

  /**
   * Sorts the entries.
   *
   * @throws IllegalArgumentException when a finding stands there twice
   */
  public Baseline {
    Parts.require(place, written, commit, coverage, results);
    entries = entries.stream().sorted(Comparator.comparing(Entry::key)).toList();
    if (entries.stream().map(Entry::key).distinct().count() < entries.size()) {
      throw new IllegalArgumentException("a finding stands in a baseline once");
    }
  }

  /** A baseline without coverage and results of tools. */
  public Baseline(Location place, LocalDate written, String commit, List<Entry> entries) {
    this(place, written, commit, Optional.empty(), Optional.empty(), entries);
  }

  /** The path of the baseline beside a plan: no plan file, whatever the plan includes. */
  public static String path(Plan plan) {
    String directory = parent(plan.files().get(0));
    boolean folder = directory.equals(FOLDER) || directory.endsWith("/" + FOLDER);
    String beside = folder ? parent(directory) : directory;
    return beside.isEmpty() ? NAME : beside + "/" + NAME;
  }

  /** Whether a path is where a baseline may lie, beside whatever plan. */
  public static boolean isAt(String path) {
    return path.equals(NAME) || path.endsWith("/" + NAME);
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** How many findings there are. */
  public int size() {
    return entries.stream().mapToInt(Entry::count).sum();
  }

  /** The day of the oldest entry; the day it was written where there is none. */
  public LocalDate since() {
    return entries.stream().map(Entry::since).min(Comparator.naturalOrder()).orElse(written);
  }

  /** The entries by what they are about, in their order. */
  public Map<Key, Entry> byKey() {
    Map<Key, Entry> byKey = new LinkedHashMap<>();
    entries.forEach(entry -> byKey.put(entry.key(), entry));
    return byKey;
  }
}
