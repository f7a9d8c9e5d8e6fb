package dev.coord.site;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.Observation;
import dev.coord.plan.Document;
import java.util.ArrayList;
import java.util.List;

/** The Markdown files that the plan publishes: a list of them, and a page for each. */
final class DocumentPages {

  private static final String LIST = "pages";

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
    Draft page = new Draft(LIST, "Pages");
    TableDraft table =
        page.table("pages-table", "Files of the repository that are pages of this site")
            .columns("Page", "File", "Observed", "Plan line");
    for (Document document : documents) {
      String subject = "page " + document.id();
      Location place = document.origin().of("file");
      table.row(
          Anchors.of("page", document.id()),
          Beside.tone(view, subject, place),
          List.of(Inline.link(document.title(), Target.page(LIST + "/" + document.id()))),
          List.of(view.file(document.file())),
          Beside.observed(view, subject, place),
          List.of(view.place(document.origin().self())));
    }
    page.section("all", "All pages", table.table());
    return page.page(answer(), view.edit(documents.get(0).origin().self()));
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
    Draft page = new Draft(LIST + "/" + document.id(), document.title(), LIST);
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
                          .add(view.place(document.origin().of("file")))
                          .text(".")
                          .list()))));
      verdict.text("Nothing can be shown of ").add(view.file(document.file())).text(".");
    } else {
      verdict.text("The text of ").add(view.file(document.file())).text(".");
      Location file = Location.ofFile(document.file());
      List<Block> parts =
          MarkdownParts.of(text.optional().orElse("")).stream()
              .map(part -> Line.prose(part, file))
              .toList();
      if (!parts.isEmpty()) {
        // The headings of a text are those below a section's.
        page.section("text", "Text", parts);
      }
    }
    return page.page(
        new Answer(text.isKnown() ? Tone.NEUTRAL : Tone.WARNING, verdict.list()),
        view.edit(Location.ofFile(document.file())));
  }
}
