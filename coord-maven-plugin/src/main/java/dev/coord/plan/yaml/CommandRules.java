package dev.coord.plan.yaml;

import dev.coord.plan.Command;
import dev.coord.plan.CommandRule;
import dev.coord.plan.Rule;
import dev.coord.plan.yaml.YamlNode.Scalar;
import dev.coord.plan.yaml.YamlNode.Sequence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the rule that runs a command. */
final class CommandRules {

  private static final String EXAMPLE = "[npm, audit]";
  private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,4}) ?(s|min|h)");

  /** What a shell would not hand on as it is. */
  private static final Pattern FOR_A_SHELL = Pattern.compile("[^\\w\\s@%+=:,./-]");

  private CommandRules() {}

  static Optional<Rule> command(MappingReader in) {
    Optional<List<String>> run = in.required("run", EXAMPLE, field -> run(in, field));
    Optional<Duration> timeout = in.field("timeout").flatMap(field -> timeout(in, field));
    if (run.isEmpty() || in.has("timeout") && timeout.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new CommandRule(in.origin(), new Command(run.get(), timeout.orElse(Command.USUAL))));
  }

  private static Optional<List<String>> run(MappingReader in, Field field) {
    if (field.node() instanceof Scalar scalar && !Scalars.isNothing(scalar)) {
      in.context()
          .error(
              field.place(),
              field.label() + " must be a list, the program and its arguments, but is a text",
              "No shell reads it. Write " + field.example(asList(scalar.text().strip())) + ".");
      return Optional.empty();
    }
    in.refuseEmptyList("run", EXAMPLE);
    List<String> words = in.list("run", item -> word(in, item));
    boolean whole =
        field.node() instanceof Sequence list
            && list.complete()
            && list.items().size() == words.size();
    if (!whole || words.isEmpty()) {
      return Optional.empty();
    }
    if (words.get(0).isBlank()) {
      in.context()
          .error(
              in.place("run[0]"),
              "the program of \"run\" is empty",
              "Write its name, such as " + field.example(EXAMPLE) + ".");
      return Optional.empty();
    }
    return Optional.of(words);
  }

  /** An argument: in quotes it is as it stands there, and may be empty. */
  private static Optional<String> word(MappingReader in, Field item) {
    return item.node() instanceof Scalar scalar && !scalar.plain()
        ? Optional.of(scalar.text())
        : in.scalars().text(item);
  }

  /** The list that a text stands for, in which a shell has to be asked for by its name. */
  private static String asList(String text) {
    if (FOR_A_SHELL.matcher(text).find()) {
      return "[sh, -c, '" + text.replace("'", "''") + "']";
    }
    return Stream.of(text.split("\\s+"))
        .map(word -> word.matches("[A-Za-z./][\\w@+=./-]*|-[\\w@+=./-]*") ? word : quoted(word))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String word) {
    return "'" + word + "'";
  }

  private static Optional<Duration> timeout(MappingReader in, Field field) {
    String example = field.example("5 min");
    Optional<String> text = in.scalars().text(field, "a time", "5 min");
    Optional<Duration> time =
        text.map(TIME::matcher)
            .filter(Matcher::matches)
            .map(CommandRules::duration)
            .filter(one -> one.compareTo(Command.LONGEST) <= 0);
    if (text.isPresent() && time.isEmpty()) {
      in.context()
          .error(
              field.place(),
              field.label()
                  + " must be a time from 1 s to "
                  + Command.written(Command.LONGEST)
                  + ", but is "
                  + Words.quote(text.get()),
              "Write a whole number of s, min or h, such as " + example + ".");
    }
    return time;
  }

  private static Duration duration(Matcher time) {
    long number = Long.parseLong(time.group(1));
    return switch (time.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "min" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }
}
