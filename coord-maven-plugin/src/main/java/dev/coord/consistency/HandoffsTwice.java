package dev.coord.consistency;

import dev.coord.path.PathPattern;
import dev.coord.plan.Handoff;
import dev.coord.plan.Handoff.Kind;
import dev.coord.plan.Handoff.Status;
import dev.coord.plan.Plan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Things that two handoffs promise in two ways: an interface, a library, a secret or files. */
final class HandoffsTwice {

  /** What a signature is of: the name before a parenthesis, or behind a word for a type. */
  private static final Pattern NAME =
      Pattern.compile("(\\w++)\\s*+\\(|\\b(?:class|interface|type|struct|enum|record)\\s++(\\w++)");

  private HandoffsTwice() {}

  static Stream<Contradiction> of(Plan plan) {
    List<Handoff> needed =
        plan.handoffs().stream().filter(h -> h.status() != Status.NOT_NEEDED).toList();
    return Stream.of(
            signatures(needed),
            Twice.of(needed.stream(), HandoffsTwice::name)
                .filter(two -> two.first().status() != two.again().status())
                .map(HandoffsTwice::status),
            ArtifactsTwice.of(needed))
        .flatMap(found -> found);
  }

  /** Several interfaces may stand in one file: those of one name are compared. */
  private static Stream<Contradiction> signatures(List<Handoff> handoffs) {
    Map<List<String>, Handoff> first = new HashMap<>();
    Set<List<String>> told = new HashSet<>();
    return handoffs.stream()
        .filter(h -> h.kind() == Kind.CONTRACT && !h.signature().isBlank())
        .flatMap(
            handoff ->
                handoff.paths().patterns().stream()
                    .map(PathPattern::text)
                    .flatMap(path -> names(handoff).map(name -> List.of(path, name)))
                    .flatMap(
                        key -> {
                          Handoff before = first.putIfAbsent(key, handoff);
                          return before != null
                                  && before != handoff
                                  && new Twice<>(before, handoff).differs(HandoffsTwice::signature)
                                  && told.add(List.of(before.id(), handoff.id()))
                              ? Stream.of(signature(before, handoff, key))
                              : Stream.empty();
                        }));
  }

  private static Stream<String> names(Handoff handoff) {
    Matcher names = NAME.matcher(handoff.signature());
    Set<String> found = new HashSet<>();
    while (names.find()) {
      found.add(names.group(1) == null ? names.group(2) : names.group(1));
    }
    return found.isEmpty() ? Stream.of("") : found.stream().sorted();
  }

  private static String signature(Handoff handoff) {
    return handoff.signature().replaceAll("\\s+|;\\s*$", "");
  }

  private static Contradiction signature(Handoff before, Handoff now, List<String> key) {
    String of = key.get(1).isEmpty() ? key.get(0) : key.get(1) + " in " + key.get(0);
    return Twice.told(
        "handoff " + before.id(),
        "its signature of " + of,
        before.origin().of("signature"),
        "handoff " + now.id() + " agrees on another one",
        now.origin().of("signature"),
        "Agree on one signature, and mark the other handoff as not_needed.");
  }

  /** One thing of one name; a secret of another place, or a library of another build, is not it. */
  private static Optional<List<String>> name(Handoff handoff) {
    if (handoff.kind() == Kind.ARTIFACT || handoff.kind() == Kind.STUB) {
      return Optional.empty();
    }
    String name = handoff.name().isEmpty() ? title(handoff) : handoff.name();
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(
            List.of(
                handoff.kind().word(),
                handoff.kind() == Kind.LIBRARY ? name.toLowerCase(Locale.ROOT) : name,
                Twice.plain(handoff.where()),
                handoff.file().orElse(""),
                handoff.version(),
                handoff.kind() == Kind.CONTRACT ? paths(handoff) : ""));
  }

  private static String title(Handoff handoff) {
    return handoff.title().equals(handoff.id()) ? "" : handoff.title();
  }

  private static String paths(Handoff handoff) {
    return String.join(
        ", ", handoff.paths().patterns().stream().map(PathPattern::text).sorted().toList());
  }

  private static Contradiction status(Twice<Handoff> two) {
    Handoff before = two.first();
    return ArtifactsTwice.stated(before, two.again(), before.kind().word() + " " + before.title());
  }
}
