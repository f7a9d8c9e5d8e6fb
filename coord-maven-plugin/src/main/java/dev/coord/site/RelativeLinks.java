package dev.coord.site;

import java.util.Optional;

/** Where the relative links of the plan's texts lead. */
@FunctionalInterface
public interface RelativeLinks {

  /** There is nowhere to lead to. */
  RelativeLinks NONE = (folder, link) -> Optional.empty();

  /**
   * The web address of a file or directory of the repository.
   *
   * @param folder directory of the text's file in the repository; empty for the root
   * @param link the link as written, percent-encoded, perhaps with a fragment
   * @return empty when there is no such file, or nobody knows its address: a dead link is worse
   *     than none
   */
  Optional<String> address(String folder, String link);
}
