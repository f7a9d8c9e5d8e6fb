package dev.coord.site.render;

import dev.coord.diagnostic.Diagnostic;
import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.ConditionalTemplateConfigurationFactory;
import freemarker.cache.FileNameGlobMatcher;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.StringTemplateLoader;
import freemarker.cache.StrongCacheStorage;
import freemarker.cache.TemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateConfiguration;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedSet;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The templates of the class path, set up so that a page's data can neither run nor read anything.
 */
final class Templates {

  static final String FOLDER = "dev/coord/templates";

  /** All that can be overridden: each layout in both notations. */
  static final SortedSet<String> NAMES =
      Collections.unmodifiableSortedSet(
          Stream.of("blocks", "cell", "inlines", "line", "navigation", "page")
              .flatMap(layout -> Stream.of(layout + ".ftlh", layout + ".md.ftl"))
              .collect(Collectors.toCollection(TreeSet::new)));

  private static final Version VERSION = Configuration.VERSION_2_3_35;

  private final Configuration configuration = new Configuration(VERSION);

  /** Those that nobody writes to; one for each thread comes to be. */
  private final Queue<Utf8Writer> writers = new ConcurrentLinkedQueue<>();

  private final OwnTemplates own;

  Templates() {
    this(OwnTemplates.NONE);
  }

  /**
   * Templates of which some are a team's own. These are held in memory: no template can name a file
   * that is not among them.
   *
   * @throws UnfitTemplatesException when a template cannot be read, with all such mistakes
   */
  Templates(OwnTemplates own) {
    this.own = own;
    configuration.setTemplateLoader(loader(own));
    configuration.setTabSize(1); // so that columns are those of editors
    configuration.setCacheStorage(new StrongCacheStorage());
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    configuration.setLocalizedLookup(false);
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setLocale(Locale.ROOT);
    configuration.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
    configuration.setNumberFormat("computer");
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setFallbackOnNullLoopVariable(false);
    configuration.setObjectWrapper(new RecordWrapper());
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setRegisteredCustomOutputFormats(List.of(MarkdownOutputFormat.INSTANCE));
    TemplateConfiguration mirror = new TemplateConfiguration();
    mirror.setOutputFormat(MarkdownOutputFormat.INSTANCE);
    configuration.setTemplateConfigurations(
        new ConditionalTemplateConfigurationFactory(new FileNameGlobMatcher("*.md.ftl"), mirror));
    configuration.setSharedVariable("quote", new QuoteDirective());
    check();
  }

  private static TemplateLoader loader(OwnTemplates own) {
    TemplateLoader ours = new ClassTemplateLoader(Templates.class.getClassLoader(), FOLDER);
    if (own.templates().isEmpty()) {
      return ours;
    }
    StringTemplateLoader theirs = new StringTemplateLoader();
    own.templates().forEach(theirs::putTemplate);
    return new MultiTemplateLoader(new TemplateLoader[] {theirs, ours});
  }

  /**
   * Looks at a page that was made with templates of a team's own.
   *
   * @throws UnfitTemplatesException when it lacks what every page must have
   */
  void checkEssentials(byte[] written, PageView.Document page, Format format) {
    if (own.templates().isEmpty()) {
      return;
    }
    String text = new String(written, StandardCharsets.UTF_8);
    Essentials.of(text, page, format, own.templates()::containsKey)
        .ifPresent(
            lack -> {
              throw unfit(lack.template(), lack.problem(), lack.remedy());
            });
  }

  private void check() {
    TemplateMistakes mistakes = new TemplateMistakes(own);
    List<Diagnostic> problems = new ArrayList<>(mistakes.refused());
    for (String name : own.templates().keySet()) {
      try {
        configuration.getTemplate(name);
      } catch (ParseException e) {
        problems.add(mistakes.unreadable(name, e));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    if (!problems.isEmpty()) {
      throw new UnfitTemplatesException(problems);
    }
  }

  /** A filled template as UTF-8; all of it or nothing. */
  byte[] render(String name, Map<String, Object> model) {
    Utf8Writer page = Optional.ofNullable(writers.poll()).orElseGet(this::writer);
    process(name, model, page);
    byte[] bytes = page.take();
    writers.add(page);
    return bytes;
  }

  /** A filled template; all of it or nothing. */
  String write(String name, Map<String, Object> model) {
    return new String(render(name, model), StandardCharsets.UTF_8);
  }

  /** A page of coord's own templates is as long as there is much to tell. */
  private Utf8Writer writer() {
    return own.templates().isEmpty() ? new Utf8Writer() : new Utf8Writer(TooLongException.MOST);
  }

  private void process(String name, Map<String, Object> model, Writer to) {
    try {
      Template template = configuration.getTemplate(name);
      template.process(model, to);
    } catch (TooLongException e) {
      throw tooLong(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      if (e.getCause() instanceof TooLongException) {
        throw tooLong(name);
      }
      if (own.templates().isEmpty()) {
        throw new IllegalStateException("template " + name + ": " + e.getMessage(), e);
      }
      throw unfit(new TemplateMistakes(own).unfit(name, e));
    } catch (StackOverflowError e) {
      if (own.templates().isEmpty()) {
        throw e;
      }
      throw unfit(new TemplateMistakes(own).endless(name));
    }
  }

  private RuntimeException tooLong(String name) {
    return unfit(
        name,
        "it writes more than " + (TooLongException.MOST >> 20) + " MiB into one page",
        "Let each list of it, or of what it calls, come to an end.");
  }

  /**
   * What to throw when a template, filled in, is not what it has to be.
   *
   * @param problem what is wrong, one sentence without its full stop
   * @param remedy what to do, with its full stop
   */
  RuntimeException unfit(String name, String problem, String remedy) {
    return own.templates().isEmpty()
        ? new IllegalStateException("template " + name + ": " + problem)
        : unfit(new TemplateMistakes(own).unfit(name, problem, remedy));
  }

  private static UnfitTemplatesException unfit(Diagnostic problem) {
    return new UnfitTemplatesException(List.of(problem));
  }

  /** A file of the templates' module that is published as it is. */
  static byte[] asset(String name) {
    try (var in = Templates.class.getClassLoader().getResourceAsStream(FOLDER + "/" + name)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
