package dev.coord.site;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.Observation;
import dev.coord.markdown.MarkdownDocument;
import dev.coord.plan.Document;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Beside;
import dev.coord.site.draft.Documents;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.List;

/** The Markdown files that the plan publishes: a list of them, and a page for each. */
final class DocumentPages {

  private final View view;
  private final List<Document> documents;

  private DocumentPages(View view) {
    this.view = view;
    this.documents = view.plan().handbook().pages();
  }

  static List<Page> of(View view) {
    DocumentPages pages = new DocumentPages(view);
    List<Page> all = new ArrayList<>();
    all.add(pages.list());
    pages.documents.forEach(document -> all.add(pages.page(document)));
    return List.copyOf(all);
  }

  private Page list() {
    Draft page = new Draft(Documents.LIST, "Pages");
    TableDraft table =
        page.table("pages-table", "Files of the repository that are pages of this site")
            .columns("Page", "File", "Observed", "Plan line");
    for (Document document : documents) {
      String subject = "page " + document.id();
      Location place = document.origin().of("file");
      table.row(
          Anchors.of("page", document.id()),
          Beside.tone(view, subject, place),
          List.of(
              Inline.link(
                  view.documents().title(document), Target.page(Documents.page(document.id())))),
          List.of(view.links().file(document.file())),
          Beside.observed(view, subject, place),
          List.of(view.links().place(document.origin().self())));
    }
    page.section("all", "All pages", table.table());
    return page.page(answer(), view.links().edit(documents.get(0).origin().self()));
  }

  private Answer answer() {
    long unreadable = documents.stream().filter(d -> !text(d).isKnown()).count();
    String files =
        Words.count(documents.size(), "file")
            + " of the repository "
            + Words.either(documents.size(), "is", "are")
            + " published here";
    return unreadable == 0
        ? Answer.of(Tone.NEUTRAL, files + ".")
        : Answer.of(Tone.WARNING, files + "; " + unreadable + " cannot be read.");
  }

  private Observation<String> text(Document document) {
    return view.assessment()
        .documents()
        .getOrDefault(
            document.id(),
            Observation.unknown(document.file() + " was not read", "Run the build again."));
  }

  private Page page(Document document) {
    Draft page =
        new Draft(Documents.page(document.id()), view.documents().title(document), Documents.LIST);
    Observation<String> text = text(document);
    Line verdict = new Line();
    if (text instanceof Observation.Unknown<String> unknown) {
      page.add(
          new Block.Callout(
              Tone.WARNING,
              "The file cannot be shown",
              List.of(
                  new Block.Paragraph(Line.of(unknown.reason() + ". " + unknown.remedy()).list()),
                  new Block.Paragraph(
                      Line.of("The plan names it in ")
                          .add(view.links().place(document.origin().of("file")))
                          .text(".")
                          .list()))));
      verdict.text("Nothing can be shown of ").add(view.links().file(document.file())).text(".");
    } else {
      verdict.text("The text of ").add(view.links().file(document.file()));
      view.documents().text(document.id()).ifPresent(read -> write(page, document, read, verdict));
      verdict.text(".");
    }
    return page.page(
        new Answer(text.isKnown() ? Tone.NEUTRAL : Tone.WARNING, verdict.list()),
        view.links().edit(Location.ofFile(document.file())));
  }

  /** Writes a file as a page: its headings are those of the page. */
  private void write(Draft page, Document document, MarkdownDocument text, Line verdict) {
    text.title()
        .filter(title -> !title.equalsIgnoreCase(view.documents().title(document)))
        .ifPresent(title -> verdict.text(", “" + title + "”"));
    page.addAll(prose(document, text.opening()));
    text.chapters().forEach(chapter -> page.add(section(document, chapter)));
    if (!text.footnotes().isEmpty()) {
      TableDraft notes = page.table(Documents.FOOTNOTES + "-table", "Footnotes of the text");
      notes.columns("Number", "Footnote");
      for (MarkdownDocument.Footnote note : text.footnotes()) {
        notes.row(
            Documents.footnote(note.number()),
            Tone.NEUTRAL,
            Line.of(Integer.toString(note.number())).list(),
            new Line().rich(note.text(), Location.ofFile(document.file())).list());
      }
      page.section(Documents.FOOTNOTES, "Footnotes", notes.table());
    }
  }

  private Block section(Document document, MarkdownDocument.Chapter chapter) {
    List<Block> blocks = new ArrayList<>(prose(document, chapter.body()));
    chapter.chapters().forEach(inner -> blocks.add(section(document, inner)));
    return new Block.Section(
        view.documents().anchor(document.id(), chapter), chapter.heading(), blocks);
  }

  private static List<Block> prose(Document document, String markdown) {
    String folder = Line.folder(Location.ofFile(document.file()));
    return MarkdownParts.of(markdown).stream()
        .<Block>map(part -> new Block.Prose(part, folder, document.id()))
        .toList();
  }
}
