import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Pages of 1.3 kB of Markdown each, no two alike, as Hugo wants them. */
final class GeneratedPages {

  private static final List<String> WORDS =
      List.of(
          "the", "basket", "of", "a", "customer", "holds", "prices", "that", "are", "fixed", "when",
          "an", "order", "begins", "and", "ledger", "keeps", "each", "payment", "until", "goods",
          "leave", "store", "refunds", "wait", "for", "approval", "by", "both", "teams");

  private GeneratedPages() {}

  /** Writes a site for Hugo with as many pages, and tells how many bytes of Markdown they have. */
  static long site(Path directory, int pages) {
    Trees.write(directory.resolve("config.toml"), CONFIG);
    Trees.write(directory.resolve("layouts/_default/single.html"), LAYOUT);
    Trees.write(directory.resolve("layouts/_default/list.html"), LAYOUT);
    long bytes = 0;
    for (int number = 0; number < pages; number++) {
      String text = text(number);
      bytes += text.length();
      String title = "---\ntitle: Page " + number + "\n---\n";
      String name = String.format(Locale.ROOT, "page-%05d.md", number);
      Trees.write(directory.resolve("content").resolve(name), title + text);
    }
    return bytes;
  }

  private static String text(int number) {
    String word = WORDS.get(number % WORDS.size());
    return "## What the "
        + word
        + " does\n\n"
        + sentence(number, 48)
        + " It is **"
        + word
        + "**, see [the order](https://shop.example/order/"
        + number
        + ") and `Basket"
        + number
        + ".java`.\n\n"
        + sentence(number + 7, 55)
        + "\n\n- "
        + sentence(number + 11, 12)
        + "\n- "
        + sentence(number + 13, 12)
        + "\n- *"
        + sentence(number + 17, 9)
        + "*\n\n| part | lines | owner |\n|---|---:|---|\n| basket | "
        + number
        + " | ana |\n| ledger | "
        + 3 * number
        + " | ben |\n\n```java\nint total = "
        + number
        + "; // of all baskets\nreturn total + tax(total);\n```\n\n"
        + sentence(number + 19, 49)
        + "\n";
  }

  private static String sentence(int seed, int words) {
    StringBuilder sentence = new StringBuilder();
    long state = 31L * seed + 17;
    for (int i = 0; i < words; i++) {
      state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
      sentence.append(i == 0 ? "" : " ").append(WORDS.get((int) ((state >>> 33) % WORDS.size())));
    }
    return sentence.append('.').toString();
  }

  private static final String CONFIG =
      """
      baseURL = "https://shop.example/"
      title = "Shop"
      disableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]
      """;

  private static final String LAYOUT =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head><meta charset="utf-8"><title>{{ .Title }}</title></head>
      <body>
      <nav><a href="/">Shop</a></nav>
      <main><h1>{{ .Title }}</h1>
      {{ .Content }}
      </main>
      </body>
      </html>
      """;
}
