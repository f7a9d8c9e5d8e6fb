package dev.coord.site;

import dev.coord.plan.Handbook;
import dev.coord.site.draft.View;
import dev.coord.site.model.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The pages of what a team looks things up in; each is there only where the plan holds it. */
final class HandbookPages {

  private final View view;
  private final List<Page> pages = new ArrayList<>();

  private HandbookPages(View view) {
    this.view = view;
  }

  static List<Page> of(View view) {
    HandbookPages pages = new HandbookPages(view);
    Handbook handbook = view.plan().handbook();
    pages.add(!handbook.risks().isEmpty(), RisksPage::of);
    pages.add(!handbook.testing().isUnsaid(), TestingPage::of);
    pages.add(!handbook.environments().isEmpty(), EnvironmentsPage::of);
    pages.add(!handbook.playbooks().isEmpty(), PlaybooksPage::of);
    pages.add(!handbook.decisions().isEmpty(), DecisionsPage::of);
    pages.add(!handbook.reports().isEmpty(), ReportsPage::of);
    pages.add(!handbook.scenarios().isEmpty(), ScenariosPage::of);
    if (!handbook.pages().isEmpty()) {
      pages.pages.addAll(DocumentPages.of(view));
    }
    return List.copyOf(pages.pages);
  }

  private void add(boolean there, Function<View, Page> page) {
    if (there) {
      pages.add(page.apply(view));
    }
  }
}
