package dev.coord.site.render;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says what is wrong with a team's own templates in words of their writer.
 *
 * <p>FreeMarker explains itself over many lines, with names of its classes and advice that does not
 * hold here: of that, only what happened is kept.
 */
final class TemplateMistakes {

  private static final String MODEL = "MODEL.md of coord-site-templates";

  /** Whoever writes templates writes markup anyway: this guards against slips, not against them. */
  private static final Pattern UNSAFE =
      Pattern.compile(
          "\\?\\s*(?:no_?[eE]sc|interpret|eval(?:_?[jJ]son)?|new|api)\\b"
              + "|<#(?:no_?[aA]uto_?[eE]sc|output_?[fF]ormat|ftl)\\b");

  private static final Pattern CLOCK = Pattern.compile("\\.now\\b");

  /** Where FreeMarker stops to say what happened. */
  private static final Pattern ADVICE =
      Pattern.compile(
          "\\n|, but was expecting one of|\\s*\\(Note that| Check if the FreeMarker| This usually"
              + "| Help \\(latest| Think twice");

  /** A value of another kind than its place asks for. */
  private static final Pattern KINDS =
      Pattern.compile("(?si)^for .*?: Expected (.*?),? but this has evaluated to (.*)$");

  private static final Pattern CLASSES =
      Pattern.compile(" ?\\([^()]*(?:wrapper|wrapped|normalized|\\w\\$\\w|f\\.t\\.)[^()]*\\)");

  private final OwnTemplates own;

  TemplateMistakes(OwnTemplates own) {
    this.own = own;
  }

  /** What no template may do. */
  List<Diagnostic> refused() {
    List<Diagnostic> found = new ArrayList<>();
    for (Map.Entry<String, String> template : own.templates().entrySet()) {
      Matcher unsafe = UNSAFE.matcher(template.getValue());
      while (unsafe.find()) {
        found.add(
            Diagnostic.error(
                place(template, unsafe.start()),
                "\"" + unsafe.group().replaceAll("\\s", "") + "\" is not allowed in a template",
                "Print the value as it is: what is markup already is not escaped again."));
      }
      Matcher clock = CLOCK.matcher(template.getValue());
      while (clock.find()) {
        found.add(
            Diagnostic.error(
                place(template, clock.start()),
                "\".now\" makes other pages at each run",
                "Print site.stamp, the time of the data."));
      }
    }
    return found;
  }

  private Location place(Map.Entry<String, String> template, int at) {
    String before = template.getValue().substring(0, at);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return own.place(template.getKey(), line, at - before.lastIndexOf('\n'));
  }

  /** A template that is not in FreeMarker's language. */
  Diagnostic unreadable(String template, ParseException e) {
    return Diagnostic.error(
        place(template, Optional.of(e.getLineNumber()), Optional.of(e.getColumnNumber())),
        said(e.getEditorMessage()),
        "Correct it, or delete the file to have coord's own template.");
  }

  /** A template that does not fit what it is given. */
  Diagnostic unfit(String template, TemplateException e) {
    String at = Optional.ofNullable(e.getTemplateSourceName()).orElse(template);
    String blamed = Optional.ofNullable(e.getBlamedExpressionString()).orElse("");
    String problem =
        e instanceof InvalidReferenceException
            ? "there is no " + blamed
            : (blamed.isEmpty() ? "" : blamed + ": ")
                + said(Optional.ofNullable(e.getMessageWithoutStackTop()).orElse("it fails"));
    return Diagnostic.error(
        place(at, Optional.ofNullable(e.getLineNumber()), Optional.ofNullable(e.getColumnNumber())),
        problem,
        own.templates().containsKey(at)
            ? "Correct it: " + MODEL + " says what a template is given."
            : "This is coord's own template: let "
                + names()
                + " give what it asks for, or put a "
                + at
                + " of your own beside.");
  }

  /** A template that calls itself for ever. */
  Diagnostic endless(String template) {
    return unfit(
        template,
        "it calls itself, or what it calls does, without end",
        "Let a macro call itself for parts of what it was given only.");
  }

  /** Something else that is wrong with a template, or with what it is made of. */
  Diagnostic unfit(String template, String problem, String remedy) {
    return Diagnostic.error(file(template), problem, remedy);
  }

  private Location file(String template) {
    String parts = template.replaceFirst("^line\\.", "inlines.");
    boolean inParts = !own.templates().containsKey(template) && own.templates().containsKey(parts);
    return place(inParts ? parts : template, Optional.empty(), Optional.empty());
  }

  private Location place(String template, Optional<Integer> line, Optional<Integer> column) {
    int row = Math.max(0, line.orElse(0));
    int place = row == 0 ? 0 : Math.max(0, column.orElse(0));
    return own.templates().containsKey(template)
        ? own.place(template, row, place)
        : Location.of(template, row, place);
  }

  private String names() {
    return own.templates().keySet().stream().collect(Collectors.joining(" and "));
  }

  /** What FreeMarker says happened: one sentence without its full stop. */
  private static String said(String message) {
    String text = CLASSES.matcher(message).replaceAll("").replace(":\nTemplate", ": Template");
    Matcher advice = ADVICE.matcher(text);
    String first = advice.find() ? text.substring(0, advice.start()) : text;
    List<String> sentences =
        List.of(first.strip().replaceAll("[.:]+$", "").split("\\. (?=[A-Z])")).stream()
            .map(TemplateMistakes::uncapitalized)
            .toList();
    Matcher kinds = KINDS.matcher(first.strip());
    String all =
        kinds.matches()
            ? kind(kinds.group(1)) + " is expected here, and this is " + kind(kinds.group(2))
            : String.join(", ", sentences);
    return all.isEmpty() ? "it fails" : all;
  }

  /** What FreeMarker calls strings, hashes and sequences. */
  private static String kind(String said) {
    if (said.contains("hash")) {
      return "a value with fields";
    } else if (said.contains("sequence") || said.contains("collection")) {
      return "a list";
    } else if (said.contains("string")) {
      return "a text";
    }
    return said.contains("boolean") ? "true or false" : said.strip().replaceAll("[.]+$", "");
  }

  private static String uncapitalized(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }
}
