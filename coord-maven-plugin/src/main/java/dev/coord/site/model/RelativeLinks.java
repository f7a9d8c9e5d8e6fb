package dev.coord.site.model;

import java.util.Optional;

/** Where the relative links of the plan's texts lead, and those to what the plan defines. */
@FunctionalInterface
public interface RelativeLinks {

  /** There is nowhere to lead to. */
  RelativeLinks NONE = (folder, link) -> Optional.empty();

  /**
   * The web address of a file or directory of the repository, or, where the file is a page of the
   * site, {@code page:} and its id.
   *
   * @param folder directory of the text's file in the repository; empty for the root
   * @param link the link as written, percent-encoded, perhaps with a fragment
   * @return empty when there is no such file, or nobody knows its address: a dead link is worse
   *     than none
   */
  Optional<String> address(String folder, String link);

  /**
   * The heading of a document that a link in it means, as {@code page:}, its id and the fragment.
   *
   * @param link the link as written; it begins with a hash
   * @return empty when there is no such document
   */
  default Optional<String> heading(String document, String link) {
    return Optional.empty();
  }

  /**
   * What a link by an id leads to, with what it says where it has no words of its own.
   *
   * @param kind such as {@code workstream}
   * @param fragment an element of its page as written; empty for none
   * @return empty when the plan does not define it
   */
  default Optional<Inline.Link> named(String kind, String id, String fragment) {
    return Optional.empty();
  }
}
