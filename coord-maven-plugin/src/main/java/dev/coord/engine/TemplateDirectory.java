package dev.coord.engine;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.site.render.OwnTemplates;
import dev.coord.site.render.SiteRenderer;
import dev.coord.site.render.UnfitTemplatesException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the user's directory of templates comes to.
 *
 * @param renderer writes with them; empty where there are none that can be used
 * @param problems why they cannot be used
 */
record TemplateDirectory(Optional<SiteRenderer> renderer, List<Diagnostic> problems) {

  static final TemplateDirectory NONE = new TemplateDirectory(Optional.empty(), List.of());

  /** Most bytes of a file. */
  static final int MAX_BYTES = 256 * 1024;

  /** Of a directory that is something else, not every file is told. */
  private static final int MOST_PROBLEMS = 20;

  private static final String PARAMETER = "coord.templateDirectory";

  private static final String BYTE_ORDER_MARK = "\ufeff";

  TemplateDirectory {
    Objects.requireNonNull(renderer, "renderer");
    problems = List.copyOf(problems);
  }

  /**
   * Reads the directory that the user names; links are not followed where it is the repository's.
   */
  static TemplateDirectory read(Settings settings, Opened opened) {
    return settings
        .templateDirectory()
        .map(given -> settings.directory().resolve(given).normalize())
        .map(path -> new Reading(path, opened).read())
        .orElse(NONE);
  }

  private static TemplateDirectory broken(String problem, String remedy) {
    return new TemplateDirectory(
        Optional.empty(), List.of(Problems.parameter(PARAMETER, problem, remedy)));
  }

  /** Reads one directory. */
  private static final class Reading {
    private final Path path;
    private final Opened opened;
    private final String shown;
    private final PlanSource source;
    private final List<Diagnostic> problems = new ArrayList<>();

    Reading(Path path, Opened opened) {
      this.path = path;
      this.opened = opened;
      this.shown = opened.shown(path);
      this.source = new WorkTreeSource(path);
    }

    TemplateDirectory read() {
      String name = shown.isEmpty() ? "." : shown;
      boolean linked =
          path.startsWith(opened.root())
              && !shown.isEmpty()
              && new WorkTreeSource(opened.root()).entry(shown) == PlanSource.Entry.LINK;
      if (linked) {
        return broken(
            name + " is a symbolic link, or lies below one", "Put the directory in its place.");
      }
      if (!Files.isDirectory(path)) {
        return broken(
            name + (Files.exists(path) ? " is no directory" : " does not exist"),
            "Name a directory that holds "
                + String.join(", ", OwnTemplates.names())
                + ", or some of them.");
      }
      try {
        return read(names());
      } catch (IOException | UncheckedIOException e) {
        return broken(name + " cannot be read", "Make it readable, with its files.");
      }
    }

    /** What is in it; files that systems and editors hide are left alone. */
    private List<String> names() throws IOException {
      List<String> names = new ArrayList<>();
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
        entries.forEach(entry -> names.add(entry.getFileName().toString()));
      }
      names.removeIf(name -> name.startsWith("."));
      Collections.sort(names);
      return names;
    }

    private TemplateDirectory read(List<String> names) {
      Map<String, String> texts = new TreeMap<>();
      for (String name : names) {
        if (problems.size() < MOST_PROBLEMS) {
          text(name).ifPresent(text -> texts.put(name, text));
        }
      }
      String style = Optional.ofNullable(texts.remove(OwnTemplates.STYLE)).orElse("");
      Optional<SiteRenderer> renderer = Optional.empty();
      try {
        renderer = Optional.of(new SiteRenderer(new OwnTemplates(shown, texts, style)));
      } catch (UnfitTemplatesException e) {
        problems.addAll(e.problems());
      }
      return new TemplateDirectory(renderer.filter(any -> problems.isEmpty()), problems);
    }

    private Optional<String> text(String name) {
      if (!OwnTemplates.names().contains(name)) {
        return refused(
            name,
            "coord has no template of this name",
            "Rename or remove it; there are " + String.join(", ", OwnTemplates.names()) + ".");
      }
      return switch (source.entry(name)) {
        case FILE -> content(name);
        case LINK -> refused(name, "it is a symbolic link", "Put the file itself in its place.");
        case DIRECTORY, FOREIGN, SPECIAL, NONE ->
            refused(name, "it is no file", "Put a file in its place.");
      };
    }

    private Optional<String> content(String name) {
      byte[] bytes = source.read(name, MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        return refused(name, "it has more than " + MAX_BYTES / 1024 + " KiB", "Make it smaller.");
      }
      try {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
      } catch (CharacterCodingException e) {
        return refused(name, "it is not in UTF-8", "Save it in UTF-8.");
      }
    }

    private Optional<String> refused(String name, String problem, String remedy) {
      problems.add(
          Diagnostic.error(new OwnTemplates(shown, Map.of(), "").file(name), problem, remedy));
      return Optional.empty();
    }
  }
}
