package dev.coord.publish;

import dev.coord.assess.Assessment;
import dev.coord.site.Privacy;
import dev.coord.site.draft.RowAnchors;
import dev.coord.site.model.PlainLine;
import dev.coord.site.model.Signs;
import dev.coord.site.model.Site;
import dev.coord.site.model.Target;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a site comes to, in plain text that is escaped for no notation yet, for pages of other
 * generators.
 *
 * @param answer the first sentence of the site's first page
 * @param gates one for each row of the gates, in the plan's order; empty where nothing was judged
 * @param pages the entries of the site's navigation
 */
public record SiteDigest(String answer, List<Gate> gates, List<Link> pages) {

  /**
   * A link into the site.
   *
   * @param text plain text
   * @param href relative to the site's first page, escaped for an address
   */
  public record Link(String text, String href) {
    /** Checks that both parts are there. */
    public Link {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(href, "href");
    }
  }

  /**
   * A row of the gates.
   *
   * @param row its name, and where the site tells it at length
   * @param word what it comes to, such as {@code passed}
   * @param found what was seen beside what is required; for an unknown, why and what to do
   */
  public record Gate(Link row, String word, String found) {
    /** Checks that all parts are there. */
    public Gate {
      Objects.requireNonNull(row, "row");
      Objects.requireNonNull(word, "word");
      Objects.requireNonNull(found, "found");
    }
  }

  /** Copies the collections. */
  public SiteDigest {
    Objects.requireNonNull(answer, "answer");
    gates = List.copyOf(gates);
    pages = List.copyOf(pages);
  }

  /**
   * The digest of a site.
   *
   * @param assessment what the site is of; empty where nothing was judged
   * @param addresses tells where a row of the site is, relative to its first page; empty where it
   *     has no such page
   */
  public static SiteDigest of(
      Site site,
      Optional<Assessment> assessment,
      Function<Target.ToPage, Optional<String>> addresses) {
    String answer = PlainLine.of(site.pages().get(0).verdict(), markdown -> markdown);
    return new SiteDigest(
        SafeText.line(Signs.of(answer)),
        assessment.map(known -> gates(known, addresses)).orElse(List.of()),
        site.navigation().stream()
            .map(entry -> new Link(SafeText.line(entry.label()), entry.path() + ".html"))
            .toList());
  }

  private static List<Gate> gates(
      Assessment assessment, Function<Target.ToPage, Optional<String>> addresses) {
    Privacy privacy = Privacy.of(assessment);
    RowAnchors anchors = new RowAnchors(assessment);
    return assessment.gates().stream()
        .map(
            gate ->
                new Gate(
                    new Link(
                        clean(privacy, RowText.label(assessment, gate)),
                        addresses
                            .apply(new Target.ToPage("gates", anchors.gate(gate)))
                            .orElse("gates.html")),
                    gate.outcome().word(),
                    clean(privacy, RowText.summary(gate))))
        .toList();
  }

  private static String clean(Privacy privacy, String text) {
    return SafeText.line(Signs.of(privacy.withoutAddresses(text)));
  }
}
