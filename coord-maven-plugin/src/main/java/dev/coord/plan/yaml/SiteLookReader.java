package dev.coord.plan.yaml;

import dev.coord.plan.SiteLook;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code project.site}. */
final class SiteLookReader {

  private static final Shape SHAPE = new Shape("\"site\"", "site: {title: Tea shop}");
  private static final String COLOUR_EXAMPLE = "\"#0b57a4\"";
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

  private SiteLookReader() {}

  static Optional<SiteLook> read(ReadContext context, YamlNode node) {
    return MappingReader.read(context, node, SHAPE, SiteLookReader::look);
  }

  private static Optional<SiteLook> look(MappingReader in) {
    return Optional.of(
        new SiteLook(
            in.origin(),
            in.optional("title"),
            in.field("logo").flatMap(field -> logo(in, field)),
            in.field("accent").flatMap(field -> accent(in, field))));
  }

  private static Optional<String> logo(MappingReader in, Field field) {
    Optional<String> path = RepoFiles.image(in, field);
    if (path.isPresent() && !path.get().endsWith(".svg") && !path.get().endsWith(".png")) {
      in.context()
          .error(
              field.place(),
              field.label() + " must be an image, but is " + Words.quote(path.get()),
              "Name a file that ends in .svg or .png, such as "
                  + field.example("docs/logo.svg")
                  + ".");
      return Optional.empty();
    }
    return path;
  }

  private static Optional<String> accent(MappingReader in, Field field) {
    Optional<String> text = in.scalars().text(field, "a colour", COLOUR_EXAMPLE);
    if (text.isPresent() && !COLOUR.matcher(text.get()).matches()) {
      in.context()
          .error(
              field.place(),
              field.label() + " must be a colour, but is " + Words.quote(text.get()),
              "Write # and six digits, in quotes: " + field.example(COLOUR_EXAMPLE) + ".");
      return Optional.empty();
    }
    return text.map(colour -> colour.toLowerCase(Locale.ROOT));
  }
}
