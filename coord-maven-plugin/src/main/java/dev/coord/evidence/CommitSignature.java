package dev.coord.evidence;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the signature of a commit proves.
 *
 * @param principals lower-case addresses of those whose key signed it; none when it proves nothing;
 *     never published
 * @param seen what was seen, a clause that follows the commit's name: {@code is not signed}
 */
public record CommitSignature(SortedSet<String> principals, String seen) {

  /** Copies the collection. */
  public CommitSignature {
    Objects.requireNonNull(seen, "seen");
    principals = Collections.unmodifiableSortedSet(new TreeSet<>(principals));
  }

  /** A signature, or the lack of one, that proves nothing. */
  public static CommitSignature none(String seen) {
    return new CommitSignature(Collections.emptySortedSet(), seen);
  }

  /** Whether somebody who may is proven to have signed. */
  public boolean isGood() {
    return !principals.isEmpty();
  }
}
