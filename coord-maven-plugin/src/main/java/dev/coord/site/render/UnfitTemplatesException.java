package dev.coord.site.render;

import dev.coord.diagnostic.Diagnostic;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown where templates of a team's own cannot be used. */
public final class UnfitTemplatesException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<Diagnostic> problems;

  UnfitTemplatesException(List<Diagnostic> problems) {
    super(problems.stream().map(Diagnostic::message).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong with them, each with its place; at least one. */
  public List<Diagnostic> problems() {
    return problems;
  }
}
