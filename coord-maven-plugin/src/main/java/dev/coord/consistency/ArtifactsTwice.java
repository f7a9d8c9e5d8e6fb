package dev.coord.consistency;

import dev.coord.path.PathPattern;
import dev.coord.plan.Handoff;
import dev.coord.plan.Handoff.Kind;
import dev.coord.plan.Handoff.Status;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Paths that two handoffs promise in two ways. Files are one thing, whatever it is called: two
 * workstreams cannot both hand them over, and they are not there and yet to come.
 */
final class ArtifactsTwice {

  /** A path that is handed over. */
  private record One(Handoff handoff, String path) {

    /** A stub stands for what is handed over later on the same path: it is another thing. */
    List<String> thing() {
      return List.of(handoff.kind().word(), path);
    }
  }

  private ArtifactsTwice() {}

  /**
   * Looks for them.
   *
   * @param needed without handoffs that nobody needs
   */
  static Stream<Contradiction> of(List<Handoff> needed) {
    Set<List<String>> told = new HashSet<>();
    return Twice.of(needed.stream().flatMap(ArtifactsTwice::paths), one -> Optional.of(one.thing()))
        .filter(two -> two.first().handoff() != two.again().handoff())
        .filter(two -> differs(two) && told.add(pair(two)))
        .map(two -> ofTwo(two) ? provider(two) : status(two));
  }

  private static Stream<One> paths(Handoff handoff) {
    boolean files = handoff.kind() == Kind.ARTIFACT || handoff.kind() == Kind.STUB;
    return handoff.paths().patterns().stream()
        .filter(pattern -> files)
        .map(PathPattern::text)
        .distinct()
        .sorted()
        .map(path -> new One(handoff, path));
  }

  private static List<String> pair(Twice<One> two) {
    return List.of(two.first().handoff().id(), two.again().handoff().id());
  }

  private static boolean differs(Twice<One> two) {
    return ofTwo(two) || inTwoStates(two);
  }

  private static boolean ofTwo(Twice<One> two) {
    return two.differs(one -> one.handoff().provider().orElse(""));
  }

  /** Another version is yet to come; and what a rule asks for is more than that a file is there. */
  private static boolean inTwoStates(Twice<One> two) {
    Handoff first = two.first().handoff();
    Handoff again = two.again().handoff();
    return first.status() != again.status()
        && Twice.plain(first.version()).equals(Twice.plain(again.version()))
        && first.readyWhen().isPresent() == again.readyWhen().isPresent()
        && first.readyWhen().filter(rule -> !rule.saysTheSameAs(again.readyWhen().get())).isEmpty();
  }

  private static Contradiction provider(Twice<One> two) {
    Handoff before = two.first().handoff();
    Handoff now = two.again().handoff();
    return Twice.told(
        "handoff " + before.id(),
        before.provider().orElseThrow() + " hands over " + two.first().path() + said(before),
        before.origin().of("provider"),
        "by handoff " + now.id() + ", " + now.provider().orElseThrow() + " does" + said(now),
        now.origin().of("provider"),
        "Let one of them hand it over.");
  }

  private static String said(Handoff handoff) {
    return " (" + handoff.status().word() + ")";
  }

  private static Contradiction status(Twice<One> two) {
    return stated(
        two.first().handoff(),
        two.again().handoff(),
        two.first().handoff().kind().word() + " " + two.first().path());
  }

  /**
   * That one thing is ready and not ready.
   *
   * @param thing what it is, such as {@code secret DATABASE_URL}
   */
  static Contradiction stated(Handoff before, Handoff now, String thing) {
    Status status = before.status();
    return Twice.told(
        "handoff " + before.id(),
        thing + " is " + status.word(),
        before.origin().of("status"),
        "handoff " + now.id() + " says that it is " + now.status().word(),
        now.origin().of("status"),
        "Write the same status in both, or promise it once.");
  }
}
