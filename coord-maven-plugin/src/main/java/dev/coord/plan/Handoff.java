package dev.coord.plan;

import dev.coord.path.PathPattern;
import dev.coord.path.PathPatterns;
import dev.coord.plan.PathRule.Expectation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that one workstream provides and others wait for.
 *
 * @param id the id the plan uses
 * @param title the name shown; the id when none was written
 * @param kind what is handed over
 * @param provider id of the workstream that provides it
 * @param consumers ids of the workstreams that need it; empty means all of them
 * @param status the claim
 * @param task the task that brings it, as {@code workstream/task}
 * @param paths the files it consists of
 * @param detail Markdown, may be empty
 * @param signature the agreed code of a contract or stub, may be empty
 * @param language of the signature, such as {@code python}, may be empty
 * @param name of the library or secret, may be empty
 * @param version of the library or contract, may be empty
 * @param file the build file that a library is to be written in
 * @param where where a secret is kept, may be empty
 * @param before what it is needed before, may be empty
 * @param flags feature flags that hide changes of a contract
 * @param reason why it is, or is not, needed, Markdown, may be empty
 * @param readyWhen the rule that proves the claim
 */
public record Handoff(
    Origin origin,
    String id,
    String title,
    Kind kind,
    Optional<String> provider,
    List<String> consumers,
    Status status,
    Optional<String> task,
    PathPatterns paths,
    String detail,
    String signature,
    String language,
    String name,
    String version,
    Optional<String> file,
    String where,
    String before,
    List<String> flags,
    String reason,
    Optional<Rule> readyWhen,
    String notes) {

  /** What is handed over. */
  public enum Kind {
    /** Files. */
    ARTIFACT,
    /** An agreed interface. */
    CONTRACT,
    /** A library that the build needs. */
    LIBRARY,
    /** A secret or a setting of an environment; only its name is written. */
    SECRET,
    /** An interface that stands for what another workstream will provide. */
    STUB;

    /** The word that plans use. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is claimed of a handoff. */
  public enum Status {
    /** It is not there yet. */
    PLANNED,
    /** It is there. */
    READY,
    /** It turned out that nobody needs it. */
    NOT_NEEDED;

    /** The word that plans use. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Checks the id and copies the collections. */
  public Handoff {
    Parts.require(origin, title, kind, provider, status, task, paths, detail, signature);
    Parts.require(language, name, version, file, where, before, reason, readyWhen, notes);
    Ids.require(id);
    consumers = List.copyOf(consumers);
    flags = List.copyOf(flags);
  }

  /**
   * Whether a workstream is to get it: one that is listed, and any where none is. Nobody gets what
   * he provides himself, or what nobody needs.
   */
  public boolean isFor(String workstream) {
    return status != Status.NOT_NEEDED
        && !provider.equals(Optional.of(workstream))
        && (consumers.isEmpty() || consumers.contains(workstream));
  }

  /**
   * The rule that shows whether it is there: the one that the plan gives, else that its files are
   * tracked, or that a library stands in its build file, once it is claimed to be there with the
   * claimed version.
   *
   * @return empty when nothing can show it, as of a secret
   */
  public Optional<Rule> proof() {
    if (readyWhen.isPresent()) {
      return readyWhen;
    }
    if (kind == Kind.LIBRARY) {
      return file.map(build -> there(build, Expectation.NAMES, name));
    }
    return tracked();
  }

  /** That its files are tracked; empty where it names none. */
  private Optional<Rule> tracked() {
    List<Rule> files =
        paths.patterns().stream()
            .map(pattern -> there(file(pattern), Expectation.EXISTS, ""))
            .toList();
    return files.size() > 1 ? Optional.of(new Rule.All(origin, files)) : files.stream().findFirst();
  }

  private Rule there(String path, Expectation wanted, String text) {
    // What is not to be there must not be there with any version.
    boolean versioned = wanted == Expectation.NAMES && status == Status.READY;
    return new PathRule(origin, path, wanted, text, versioned ? version : "", Optional.empty());
  }

  /** A path rule takes a plain name for that of a file in the root, a pattern for one anywhere. */
  private static String file(PathPattern pattern) {
    String text = pattern.text();
    int slash = text.indexOf('/');
    boolean anywhere = slash < 0 || slash == text.length() - 1;
    return anywhere && text.chars().noneMatch(c -> "*?[".indexOf(c) >= 0) ? "**/" + text : text;
  }

  /**
   * What is claimed of it. Of what nobody needs, only a library must not be there.
   *
   * @param branches where it may be instead of on the checked-out commit
   */
  Optional<Assertion> assertion(List<String> branches) {
    if (status == Status.NOT_NEEDED && kind != Kind.LIBRARY) {
      return Optional.empty();
    }
    return proof()
        .map(
            rule ->
                new Assertion(
                    "handoff " + id,
                    "status: " + status.word(),
                    origin.of("status"),
                    status == Status.READY,
                    rule,
                    branches));
  }

  /**
   * That its files hold the code that was agreed: of a contract that is said to be there.
   *
   * @param branches where they may lie instead of on the checked-out commit
   */
  Optional<Assertion> agreed(List<String> branches) {
    if (kind != Kind.CONTRACT || status != Status.READY || signature.isBlank()) {
      return Optional.empty();
    }
    return tracked()
        .map(
            files ->
                new Assertion(
                    "handoff " + id,
                    "signature: " + signature.strip().lines().findFirst().orElseThrow(),
                    origin.of("signature"),
                    true,
                    files,
                    branches));
  }
}
