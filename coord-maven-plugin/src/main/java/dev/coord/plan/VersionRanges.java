package dev.coord.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The versions that a build file's notation admits, as spans on one line.
 *
 * <p>Read are PEP 440's specifiers, carets, tildes, x-ranges, hyphen ranges, blanks and {@code ||}
 * as node-semver and Poetry have them, Maven's ranges, and Gradle's {@code 1.+}. What two notations
 * read differently is read as the build file's own tool does.
 *
 * @param spans disjoint, in order
 * @param qualifiers what stands behind the numbers, such as {@code -rc1}, by version
 */
public record VersionRanges(List<Span> spans, Map<Cut, String> qualifiers) {

  /** Whose notation it is, where tools differ. */
  public enum Notation {
    /** npm: a version with fewer than three numbers is all that begin with them. */
    NPM,
    /** Cargo: a version alone is a caret range. */
    CARGO,
    /** All others: a version alone is that version. */
    PLAIN;

    /** The notation of a build file, by its name. */
    public static Notation of(String file) {
      String name = file.substring(file.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
      return switch (name) {
        case "package.json" -> NPM;
        case "cargo.toml" -> CARGO;
        default -> PLAIN;
      };
    }
  }

  /** A place between two versions: right before one, or right behind it. */
  public record Cut(List<Long> numbers, boolean behind) implements Comparable<Cut> {

    private static final Comparator<Cut> ORDER =
        Comparator.<Cut, List<Long>>comparing(Cut::numbers, Cut::compare)
            .thenComparing(Cut::behind);

    /** Zeros at the end make no other version. */
    public Cut {
      List<Long> kept = new ArrayList<>(numbers);
      while (!kept.isEmpty() && kept.get(kept.size() - 1) == 0) {
        kept.remove(kept.size() - 1);
      }
      numbers = List.copyOf(kept);
    }

    @Override
    public int compareTo(Cut other) {
      return ORDER.compare(this, other);
    }

    private static int compare(List<Long> a, List<Long> b) {
      for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
        int order = Long.compare(i < a.size() ? a.get(i) : 0, i < b.size() ? b.get(i) : 0);
        if (order != 0) {
          return order;
        }
      }
      return 0;
    }
  }

  /** All versions between two places. */
  public record Span(Cut from, Cut to) {
    /** Whether it lies in another. */
    public boolean isIn(Span other) {
      return from.compareTo(other.from) >= 0 && to.compareTo(other.to) <= 0;
    }

    /** What both have. */
    public Stream<Span> and(Span other) {
      Cut begin = from.compareTo(other.from) >= 0 ? from : other.from;
      Cut end = to.compareTo(other.to) <= 0 ? to : other.to;
      return begin.compareTo(end) < 0 ? Stream.of(new Span(begin, end)) : Stream.empty();
    }
  }

  private static final Cut FIRST = new Cut(List.of(), false);
  private static final Cut LAST = new Cut(List.of(Long.MAX_VALUE), true);
  private static final List<Span> ALL = List.of(new Span(FIRST, LAST));

  private static final String NUMBERS = "[0-9]{1,18}(?:\\.[0-9]{1,18}){0,9}";
  private static final Pattern CLAUSE =
      Pattern.compile(
          "(===|==|=|~=|!=|>=|<=|>|<|\\^|~)?[vV]?(?:("
              + NUMBERS
              + ")((?:\\.[xX*]){1,9}|\\.\\+)?((?:[.+-]?[A-Za-z]|[+-])[\\w.+-]*)?(?:!!)?|([xX*+]))");

  private static final Pattern BLANK_BEHIND_OPERATOR = Pattern.compile("([<>=~^!])\\s+");
  private static final Pattern HYPHEN = Pattern.compile("\\s*(\\S+)\\s+-\\s+(\\S+)\\s*");
  private static final Pattern AND = Pattern.compile("[\\s,]+");
  private static final Pattern MAVEN =
      Pattern.compile("([\\[(])([^\\[\\](),]*)(,?)([^\\[\\](),]*)([\\])])");
  private static final Pattern NO_QUALIFIER =
      Pattern.compile("[.-]?(?:final|release|ga)", Pattern.CASE_INSENSITIVE);

  /** Copies the collections. */
  public VersionRanges {
    spans = List.copyOf(spans);
    qualifiers = Map.copyOf(qualifiers);
  }

  /** What a text admits; empty when it is in no notation that is understood. */
  public static Optional<VersionRanges> of(String text, Notation notation) {
    String told = text.strip();
    return new Reader(notation).read(told);
  }

  /** Whether all that this admits is admitted by another, too. */
  public boolean isIn(VersionRanges other) {
    return spans.stream().allMatch(span -> other.spans.stream().anyMatch(span::isIn));
  }

  /** Whether both admit one version. */
  public boolean meets(VersionRanges other) {
    return spans.stream().anyMatch(a -> other.spans.stream().anyMatch(b -> a.and(b).count() > 0));
  }

  /** Where the least version is. */
  public Optional<Cut> least() {
    return spans.stream().map(Span::from).findFirst();
  }

  /**
   * Whether one has what the other has not behind the same numbers: tools differ in which of two
   * such versions is the later.
   */
  public boolean isConfusedWith(VersionRanges other) {
    return qualifiers.entrySet().stream()
        .anyMatch(
            q -> !other.qualifiers.getOrDefault(q.getKey(), q.getValue()).equals(q.getValue()));
  }

  private static List<Span> and(List<Span> a, List<Span> b) {
    return a.stream().flatMap(x -> b.stream().flatMap(x::and)).toList();
  }

  /** In order, and as few as possible. */
  private static List<Span> united(Collection<Span> spans) {
    List<Span> united = new ArrayList<>();
    for (Span span : spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
      int last = united.size() - 1;
      if (last >= 0 && united.get(last).to().compareTo(span.from()) >= 0) {
        Span before = united.get(last);
        Cut end = before.to().compareTo(span.to()) >= 0 ? before.to() : span.to();
        united.set(last, new Span(before.from(), end));
      } else {
        united.add(span);
      }
    }
    return united;
  }

  /** Reads one text. */
  private static final class Reader {

    private final Notation notation;
    private final Map<Cut, String> qualifiers = new HashMap<>();

    Reader(Notation notation) {
      this.notation = notation;
    }

    Optional<VersionRanges> read(String text) {
      List<Span> all = new ArrayList<>();
      for (String part : text.split("\\|\\|", -1)) {
        Optional<List<Span>> spans =
            part.strip().matches("[\\[(].*") ? maven(part.strip()) : together(part);
        if (spans.isEmpty()) {
          return Optional.empty();
        }
        all.addAll(spans.get());
      }
      return Optional.of(united(all))
          .filter(spans -> !spans.isEmpty())
          .map(spans -> new VersionRanges(spans, qualifiers));
    }

    /** Clauses that all hold. */
    private Optional<List<Span>> together(String text) {
      Matcher hyphen = HYPHEN.matcher(text);
      String told =
          hyphen.matches() ? ">=" + hyphen.group(1) + " <=" + hyphen.group(2) : text.strip();
      List<Span> left = ALL;
      boolean any = false;
      for (String clause : AND.split(BLANK_BEHIND_OPERATOR.matcher(told).replaceAll("$1"))) {
        Optional<List<Span>> spans = clause.isEmpty() ? Optional.of(ALL) : clause(clause);
        if (spans.isEmpty()) {
          return Optional.empty();
        }
        any |= !clause.isEmpty();
        left = and(left, spans.get());
      }
      return any ? Optional.of(left) : Optional.empty();
    }

    private Optional<List<Span>> clause(String text) {
      Matcher clause = CLAUSE.matcher(text);
      if (!clause.matches()) {
        return Optional.empty();
      }
      String operator = Optional.ofNullable(clause.group(1)).orElse("");
      if (clause.group(5) != null) {
        return operator.matches("|=|==|>=|\\^|~") ? Optional.of(ALL) : Optional.empty();
      }
      List<Long> numbers = numbers(clause.group(2));
      boolean series = clause.group(3) != null || notation == Notation.NPM && numbers.size() < 3;
      if (!qualify(numbers, clause.group(4)) || series && clause.group(4) != null) {
        return Optional.empty();
      }
      return spans(operator, numbers, series);
    }

    private Optional<List<Span>> spans(String operator, List<Long> numbers, boolean series) {
      Cut before = new Cut(numbers, false);
      Cut behind = series ? next(numbers, numbers.size() - 1) : new Cut(numbers, true);
      return switch (operator) {
        case "" ->
            notation == Notation.CARGO && !series
                ? spans("^", numbers, false)
                : Optional.of(List.of(new Span(before, behind)));
        case "=", "==", "===" -> Optional.of(List.of(new Span(before, behind)));
        case "!=" ->
            Optional.of(
                Stream.of(new Span(FIRST, before), new Span(behind, LAST))
                    .filter(span -> span.from().compareTo(span.to()) < 0)
                    .toList());
        case ">=" -> Optional.of(List.of(new Span(before, LAST)));
        case ">" -> Optional.of(List.of(new Span(behind, LAST)));
        case "<" -> upTo(before);
        case "<=" -> upTo(behind);
        case "~" ->
            Optional.of(List.of(new Span(before, next(numbers, numbers.size() > 1 ? 1 : 0))));
        case "~=" ->
            numbers.size() < 2
                ? Optional.empty()
                : Optional.of(List.of(new Span(before, next(numbers, numbers.size() - 2))));
        default -> Optional.of(List.of(new Span(before, next(numbers, leading(numbers)))));
      };
    }

    private static Optional<List<Span>> upTo(Cut end) {
      return end.compareTo(FIRST) > 0
          ? Optional.of(List.of(new Span(FIRST, end)))
          : Optional.empty();
    }

    /** The first number that is not zero, which a caret keeps; else the last. */
    private static int leading(List<Long> numbers) {
      for (int i = 0; i < numbers.size(); i++) {
        if (numbers.get(i) != 0) {
          return i;
        }
      }
      return numbers.size() - 1;
    }

    /** Before the first version in which a number is higher by one. */
    private static Cut next(List<Long> numbers, int place) {
      List<Long> next = new ArrayList<>(numbers.subList(0, place + 1));
      next.set(place, next.get(place) + 1);
      return new Cut(next, false);
    }

    private static List<Long> numbers(String text) {
      return Stream.of(text.split("\\.")).map(Long::valueOf).toList();
    }

    /** Keeps what stands behind the numbers; one text does not say it in two ways. */
    private boolean qualify(List<Long> numbers, String qualifier) {
      String kept =
          qualifier == null || NO_QUALIFIER.matcher(qualifier).matches()
              ? ""
              : qualifier.toLowerCase(Locale.ROOT);
      String other = qualifiers.putIfAbsent(new Cut(numbers, false), kept);
      return other == null || other.equals(kept);
    }

    /** One or more of Maven's ranges, of which any will do. */
    private Optional<List<Span>> maven(String text) {
      List<Span> all = new ArrayList<>();
      Matcher range = MAVEN.matcher(text);
      int at = 0;
      while (range.find() && text.substring(at, range.start()).matches("\\s*,?\\s*")) {
        at = range.end();
        boolean exact = range.group(3).isEmpty();
        String low = range.group(2).strip();
        String high = range.group(4).strip();
        String least = exact ? "==" : range.group(1).equals("[") ? ">=" : ">";
        String most = range.group(5).equals("]") ? "<=" : "<";
        Optional<List<Span>> from =
            low.isEmpty() && !exact ? Optional.of(ALL) : clause(least + low);
        Optional<List<Span>> to = high.isEmpty() ? Optional.of(ALL) : clause(most + high);
        if (from.isEmpty() || to.isEmpty()) {
          return Optional.empty();
        }
        all.addAll(and(from.get(), to.get()));
      }
      return at == text.length() ? Optional.of(all) : Optional.empty();
    }
  }
}
