package dev.coord.markdown;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/**
 * Leads links that name something by its id to where it is.
 *
 * <p>Such a link is an {@code a} without other attributes. Text and attributes of safe HTML cannot
 * hold its opening tag, since the one escapes its angle bracket and the other its quotes.
 */
public final class References {

  private static final Pattern LINK =
      Pattern.compile("<a href=\"(" + Reference.KINDS + ":[^\"]*)\">(.*?)</a>", Pattern.DOTALL);

  private static final Function<Reference, Optional<Place>> NOWHERE = any -> Optional.empty();

  private References() {}

  /**
   * Where a link leads.
   *
   * @param address a web address, one relative to the page, or a {@link Reference} as it is written
   * @param words what a link without words says; plain text
   */
  public record Place(String address, String words) {
    /** Checks that both are there. */
    public Place {
      Objects.requireNonNull(address, "address");
      Objects.requireNonNull(words, "words");
    }
  }

  /** The same HTML with its references led to places; those without a place are left as text. */
  public static SafeHtml lead(SafeHtml html, Function<Reference, Optional<Place>> places) {
    if (html.html().indexOf("<a href=\"") < 0) {
      return html;
    }
    Matcher link = LINK.matcher(html.html());
    return link.find()
        ? SafeHtml.of(link.replaceAll(m -> Matcher.quoteReplacement(led(m, places))))
        : html;
  }

  /** The same HTML with its references as text. */
  static SafeHtml without(SafeHtml html) {
    return lead(html, NOWHERE);
  }

  private static String led(MatchResult link, Function<Reference, Optional<Place>> places) {
    Optional<Reference> reference = Reference.of(link.group(1));
    Optional<Place> place = reference.flatMap(places);
    String content = link.group(2);
    if (content.isEmpty()) {
      String id = reference.map(Reference::id).orElse("");
      content = Entities.escape(place.map(Place::words).filter(w -> !w.isBlank()).orElse(id));
    }
    String shown = content;
    return place
        .map(Place::address)
        .flatMap(References::safe)
        .map(address -> "<a href=\"" + address.replace("&", "&amp;") + "\">" + shown + "</a>")
        .orElse(shown);
  }

  private static Optional<String> safe(String address) {
    return Reference.of(address).isPresent() ? Optional.of(address) : SafeUrl.of(address);
  }
}
