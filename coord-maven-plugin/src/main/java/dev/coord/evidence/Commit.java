package dev.coord.evidence;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A commit as far as coord looks at it. All texts are hostile: anybody can write them.
 *
 * @param id full object id
 * @param author author's name, after the mailmap
 * @param email author's address in lower case, after the mailmap; never published
 * @param time committer's time; never used to decide ancestry
 * @param subject first paragraph of the message in one line
 * @param trailers the message's trailers in the order written; who is named as co-author, after the
 *     mailmap
 * @param paths what it changes against its parent; for a merge the paths that differ from all its
 *     parents, and of a branch's delta those that git by itself would have merged otherwise; empty
 *     where nobody asked
 */
public record Commit(
    String id,
    String author,
    String email,
    Instant time,
    String subject,
    List<Trailer> trailers,
    SortedSet<String> paths) {

  /** The trailer that names somebody who wrote the commit, too. */
  public static final String COAUTHOR = "Co-authored-by";

  private static final int ABBREVIATED = 7;

  /**
   * A trailer such as {@code Coordinated-with: ana}.
   *
   * @param key the token before the colon, as written
   * @param value the text after it, trimmed
   */
  public record Trailer(String key, String value) {
    /** Checks that both texts are there. */
    public Trailer {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(value, "value");
    }
  }

  /** Copies the collections. */
  public Commit {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(time, "time");
    email = email.toLowerCase(Locale.ROOT);
    trailers = List.copyOf(trailers);
    paths = Collections.unmodifiableSortedSet(new TreeSet<>(paths));
  }

  /** The same, of which other paths count. */
  public Commit changing(SortedSet<String> some) {
    return new Commit(id, author, email, time, subject, trailers, some);
  }

  /** The first seven digits of the id. */
  public String abbreviated() {
    return id.substring(0, Math.min(ABBREVIATED, id.length()));
  }

  /** Values of the trailers with a key, compared without case. */
  public List<String> trailers(String key) {
    return trailers.stream()
        .filter(t -> t.key().equalsIgnoreCase(key))
        .map(Trailer::value)
        .toList();
  }
}
