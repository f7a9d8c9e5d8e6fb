package dev.coord.site;

import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Block;
import dev.coord.site.model.Page;
import dev.coord.site.model.Tone;
import java.util.Optional;

/** Where is it? For those who know a word of it. */
final class SearchPage {

  private SearchPage() {}

  /** The page; what it searches is listed when all pages are known. */
  static Page of(View view) {
    Draft page = new Draft(Page.SEARCH, "Search");
    SearchedNames names = SearchedNames.of(view);
    page.add(new Block.Search(names.found()));
    int unlisted = names.unlisted();
    return page.page(
        Answer.of(
            Tone.NEUTRAL,
            "Pages, workstreams, tasks, gates, files, commits and whatever else has a row of its own"
                + (unlisted == 0
                    ? "."
                    : "; "
                        + Words.count(unlisted, "tracked file")
                        + Words.either(unlisted, " is", " are")
                        + " not listed.")),
        Optional.empty());
  }
}
