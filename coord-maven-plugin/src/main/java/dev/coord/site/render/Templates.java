package dev.coord.site.render;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.ConditionalTemplateConfigurationFactory;
import freemarker.cache.FileNameGlobMatcher;
import freemarker.cache.StrongCacheStorage;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateConfiguration;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.Version;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The templates of the class path, set up so that a page's data can neither run nor read anything.
 */
final class Templates {

  static final String FOLDER = "dev/coord/templates";

  private static final Version VERSION = Configuration.VERSION_2_3_35;

  private final Configuration configuration = new Configuration(VERSION);

  /** Those that nobody writes to; one for each thread comes to be. */
  private final Queue<Utf8Writer> writers = new ConcurrentLinkedQueue<>();

  Templates() {
    configuration.setTemplateLoader(
        new ClassTemplateLoader(Templates.class.getClassLoader(), FOLDER));
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
  }

  /** A filled template as UTF-8; all of it or nothing. */
  byte[] render(String name, Map<String, Object> model) {
    Utf8Writer page = Optional.ofNullable(writers.poll()).orElseGet(Utf8Writer::new);
    process(name, model, page);
    byte[] bytes = page.take();
    writers.add(page);
    return bytes;
  }

  /** A filled template; all of it or nothing. */
  String write(String name, Map<String, Object> model) {
    StringWriter page = new StringWriter();
    process(name, model, page);
    return page.toString();
  }

  private void process(String name, Map<String, Object> model, Writer to) {
    try {
      Template template = configuration.getTemplate(name);
      template.process(model, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw new IllegalStateException("template " + name + ": " + e.getMessage(), e);
    }
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
