package dev.coord.site.draft;

import dev.coord.assess.Assessment;
import dev.coord.evidence.Observation;
import dev.coord.markdown.MarkdownDocument;
import dev.coord.markdown.MarkdownDocument.Chapter;
import dev.coord.plan.Document;
import dev.coord.site.model.Anchors;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The files that a plan publishes: what they are called, and which headings they have. */
public final class Documents {

  /** The path of the page that lists them. */
  public static final String LIST = "pages";

  /** The anchor of the section of footnotes. */
  public static final String FOOTNOTES = "footnotes";

  /** A file that could be read. */
  private record Read(
      MarkdownDocument text, Map<Chapter, String> anchors, Map<String, String> fragments) {}

  private final Map<String, Read> read = new HashMap<>();
  private final Map<String, String> ids = new HashMap<>();

  Documents(Assessment assessment) {
    for (Document document : assessment.plan().handbook().pages()) {
      ids.putIfAbsent(document.file(), document.id());
      Optional.ofNullable(assessment.documents().get(document.id()))
          .flatMap(Observation::optional)
          .ifPresent(text -> read.put(document.id(), read(MarkdownDocument.of(text))));
    }
  }

  /** The path of the page of a document. */
  public static String page(String id) {
    return LIST + "/" + id;
  }

  private static Read read(MarkdownDocument text) {
    Map<String, String> fragments = new HashMap<>();
    Set<String> taken = new HashSet<>();
    if (!text.footnotes().isEmpty()) {
      taken.add(FOOTNOTES);
    }
    text.footnotes().forEach(note -> addFootnote(footnote(note.number()), taken, fragments));
    Map<Chapter, String> anchors = new IdentityHashMap<>();
    add(text.chapters(), taken, anchors, fragments);
    return new Read(text, anchors, fragments);
  }

  private static void addFootnote(String anchor, Set<String> taken, Map<String, String> fragments) {
    taken.add(anchor);
    fragments.put(key(anchor), anchor);
  }

  private static void add(
      List<Chapter> chapters,
      Set<String> taken,
      Map<Chapter, String> anchors,
      Map<String, String> fragments) {
    for (Chapter chapter : chapters) {
      String wanted = Anchors.of(chapter.heading());
      String anchor = wanted;
      // Forges number the second heading of a name with one.
      for (int i = 1; !taken.add(anchor); i++) {
        anchor = wanted + "-" + i;
      }
      anchors.put(chapter, anchor);
      fragments.putIfAbsent(key(anchor), anchor);
      add(chapter.chapters(), taken, anchors, fragments);
    }
  }

  /** What is equal in the fragments that different forges make of a heading. */
  private static String key(String fragment) {
    return fragment.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** The row of a footnote. */
  public static String footnote(int number) {
    return "footnote-" + number;
  }

  /** What stands in a file; empty where it could not be read. */
  public Optional<MarkdownDocument> text(String id) {
    return Optional.ofNullable(read.get(id)).map(Read::text);
  }

  /** The anchor of a chapter of a file that could be read. */
  public String anchor(String id, Chapter chapter) {
    return read.get(id).anchors().get(chapter);
  }

  /** The anchor that a fragment means, as forges write it; empty where there is none such. */
  public String anchor(String id, String fragment) {
    return Optional.ofNullable(read.get(id))
        .map(one -> one.fragments().getOrDefault(key(decoded(fragment)), ""))
        .orElse("");
  }

  private static String decoded(String fragment) {
    try {
      return URLDecoder.decode(fragment, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return fragment;
    }
  }

  /** The document that a file is published as. */
  Optional<String> id(String file) {
    return Optional.ofNullable(ids.get(file));
  }

  /** What a page is called: as the plan says, else as the file does. */
  public String title(Document document) {
    return document.title().equals(document.id())
        ? text(document.id()).flatMap(MarkdownDocument::title).orElse(document.title())
        : document.title();
  }

  /** The same files with the same texts: all else follows from these. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Documents that && ids.equals(that.ids) && texts().equals(that.texts());
  }

  @Override
  public int hashCode() {
    return Objects.hash(ids, texts());
  }

  private Map<String, MarkdownDocument> texts() {
    Map<String, MarkdownDocument> texts = new HashMap<>();
    read.forEach((id, one) -> texts.put(id, one.text()));
    return texts;
  }
}
