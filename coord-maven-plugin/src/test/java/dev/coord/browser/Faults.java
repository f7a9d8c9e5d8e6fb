package dev.coord.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page with everything wrong that a reader could meet: it shows that the looks can find it. */
final class Faults {

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head><meta charset="utf-8"><title>Faults</title>
      <style>a { outline: none } ol :nth-child(4) { color: #ccc }</style></head>
      <body><main>
      <p style="color: #ccc; background: #fff">Pale</p>
      <ul><li>One</li><li>Two</li><li>Three</li><li style="color: #ccc">Pale after many</li></ul>
      <ol><li>One</li><li>Two</li><li>Three</li><li>Pale by its place</li></ol>
      <p style="width: 1400px">Wide</p>
      <p style="overflow: hidden; width: 90px; white-space: nowrap">Cut where it should go on</p>
      <details><summary>Folded</summary><p style="display: none">Never to be seen</p></details>
      <a href="#first">Faint</a>
      <a href="#second" tabindex="-1">Out of reach</a>
      %s
      <script>
        console.log("said");
        addEventListener("load", () => requestAnimationFrame(() => requestAnimationFrame(() =>
          document.body.prepend(Object.assign(document.createElement("div"),
            {style: "height: 500px", textContent: "Late"})))));
      </script>
      </main></body>
      </html>
      """;

  private Faults() {}

  /** Writes it below a folder, and gives its name. */
  static String page(Path folder) throws IOException {
    StringBuilder images = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      images.append("<img alt=\"\" src=\"%s?%d\">".formatted(Copies.TRACKER, i));
    }
    Files.createDirectories(folder.resolve("faults"));
    Files.writeString(folder.resolve("faults/index.html"), PAGE.formatted(images));
    return "faults/index.html";
  }
}
