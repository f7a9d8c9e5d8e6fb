package dev.coord.plan.yaml;

import dev.coord.plan.Environment;
import dev.coord.plan.Environment.Data;
import dev.coord.plan.Environment.Pipeline;
import dev.coord.plan.Origin;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads an item of {@code environments}. */
final class EnvironmentReader {
  static final Shape SHAPE =
      new Shape("an environment", "{id: staging, url: \"https://staging.shop.example\"}");
  private static final Shape DATA = new Shape("\"data\"", "data: {volume: 100 orders}");
  private static final Shape PIPELINE =
      new Shape("a pipeline", "{file: .github/workflows/ci.yml, trigger: each push}");
  private static final Pattern SECRET = Pattern.compile("[A-Za-z_][A-Za-z0-9_./-]{0,127}");
  private static final int LONGEST_URL = 2_000;

  private EnvironmentReader() {}

  static Optional<Environment> read(ReadContext context, YamlNode node) {
    return MappingReader.read(context, node, SHAPE, EnvironmentReader::environment);
  }

  private static Optional<Environment> environment(MappingReader in) {
    Optional<String> id = in.id(Kind.ENVIRONMENT);
    Optional<String> title = in.optional("title");
    Optional<String> url = in.field("url").flatMap(field -> url(in, field));
    List<String> access = in.texts("access");
    Optional<Data> data = in.record("data", EnvironmentReader::data);
    List<String> tools = in.texts("tools");
    List<Pipeline> pipelines = in.records("pipelines", PIPELINE, EnvironmentReader::pipeline);
    boolean publish = in.flag("publish");
    String notes = in.markdown("notes");
    return id.map(
        name ->
            new Environment(
                in.origin(),
                name,
                title.orElse(name),
                url,
                access,
                data.orElseGet(() -> new Data(Origin.at(in.place()), "", "", "")),
                tools,
                pipelines,
                publish,
                notes));
  }

  private static Optional<String> url(MappingReader in, Field field) {
    Optional<String> text = in.scalars().text(field);
    if (text.filter(EnvironmentReader::hasUser).isPresent()) {
      in.context()
          .error(
              field.place(),
              field.label() + " holds a user or a password",
              "Write the address alone: the site shows it.");
      return Optional.empty();
    }
    Optional<String> strange = text.flatMap(EnvironmentReader::strange);
    if (strange.isPresent()) {
      in.context()
          .error(
              field.place(),
              field.label()
                  + " holds "
                  + Words.quote(strange.get())
                  + ", which no web address can hold",
              "Write the address as the browser shows it, with the character encoded or left out.");
      return Optional.empty();
    }
    if (text.isPresent() && !isWeb(text.get())) {
      in.context()
          .error(
              field.place(),
              field.label() + " must be a web address, but is " + Words.quote(text.get()),
              "Write one that begins with https:// or http://, such as "
                  + field.example("https://staging.shop.example")
                  + ".");
      return Optional.empty();
    }
    return text;
  }

  private static boolean hasUser(String url) {
    return url.matches("[^/?#]*//[^/?#]*@.*");
  }

  /** The first character of a web address that cannot stand in one. */
  private static Optional<String> strange(String url) {
    try {
      new URI(url);
      return Optional.empty();
    } catch (URISyntaxException invalid) {
      int at = invalid.getIndex();
      boolean character =
          url.startsWith("http")
              && invalid.getReason().startsWith("Illegal character")
              && at >= 0
              && at < url.length();
      return character
          ? Optional.of(new String(Character.toChars(url.codePointAt(at))))
          : Optional.empty();
    }
  }

  private static boolean isWeb(String url) {
    try {
      URI uri = new URI(url);
      return url.length() <= LONGEST_URL
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
          && uri.getHost() != null;
    } catch (URISyntaxException invalid) {
      return false;
    }
  }

  private static Optional<Data> data(ReadContext context, YamlNode node) {
    return MappingReader.read(
        context,
        node,
        DATA,
        in -> {
          String coverage = in.markdown("coverage");
          String volume = in.markdown("volume");
          String scenarios = in.markdown("scenarios");
          return Optional.of(new Data(in.origin(), coverage, volume, scenarios));
        });
  }

  private static Optional<Pipeline> pipeline(ReadContext context, YamlNode node) {
    return MappingReader.read(
        context,
        node,
        PIPELINE,
        in -> {
          Optional<String> file =
              in.required("file", ".github/workflows/ci.yml", f -> RepoFiles.path(in, f));
          String trigger = in.text("trigger");
          String purpose = in.markdown("purpose");
          Optional<String> gate = in.reference("gate", Kind.GATE);
          List<String> secrets = in.list("secrets", field -> secret(in, field));
          return file.map(f -> new Pipeline(in.origin(), f, trigger, purpose, gate, secrets));
        });
  }

  private static Optional<String> secret(MappingReader in, Field field) {
    Optional<String> name = in.scalars().text(field);
    if (name.isPresent() && !SECRET.matcher(name.get()).matches()) {
      in.context()
          .error(
              field.place(),
              field.label() + " is no name of a secret",
              "Write its name, such as " + field.example("REGISTRY_TOKEN") + ", never its value.");
      return Optional.empty();
    }
    return name;
  }
}
