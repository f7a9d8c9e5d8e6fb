package dev.coord.consistency;

import dev.coord.plan.Action;
import dev.coord.plan.Decision;
import dev.coord.plan.Environment;
import dev.coord.plan.Origin;
import dev.coord.plan.Plan;
import dev.coord.plan.Risk;
import dev.coord.plan.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Risks, decisions, actions, scenarios and environments that are told under two ids with one title,
 * and not alike. What is said to be about different things, to be done by two people, or to come
 * again, are two.
 */
final class EntriesTwice {

  /**
   * A kind of entries.
   *
   * @param word before an id
   * @param isOne whether two of one title may be one thing
   * @param facts what is held against each other
   */
  private record Kind<T>(
      String word,
      Function<T, String> id,
      Function<T, String> title,
      Function<T, Origin> origin,
      BiPredicate<T, T> isOne,
      String remedy,
      List<Fact<T>> facts) {

    Stream<Contradiction> of(List<T> entries) {
      return Twice.of(entries.stream(), entry -> Optional.of(Twice.plain(title.apply(entry))))
          .filter(two -> isOne.test(two.first(), two.again()))
          .flatMap(
              two ->
                  facts.stream().filter(fact -> two.differs(fact.text())).map(f -> told(two, f)));
    }

    private Contradiction told(Twice<T> two, Fact<T> fact) {
      Origin first = origin.apply(two.first());
      Origin again = origin.apply(two.again());
      return Twice.told(
          word + " " + id.apply(two.first()),
          fact.of(two.first(), first),
          first.of(fact.key()),
          word
              + " "
              + id.apply(two.again())
              + ", called the same, says "
              + fact.of(two.again(), again),
          again.of(fact.key()),
          remedy);
    }
  }

  /**
   * What an entry says under one key.
   *
   * @param text empty where it says nothing
   */
  private record Fact<T>(String key, Function<T, String> text) {

    /** The same in words. */
    String of(T entry, Origin origin) {
      return key.equals("status")
          ? StatusSaid.of(origin, text.apply(entry))
          : key + ": " + text.apply(entry);
    }
  }

  private static final Kind<Risk> RISKS =
      new Kind<>(
          "risk",
          Risk::id,
          Risk::title,
          Risk::origin,
          EntriesTwice::isOne,
          Twice.SAY_ONCE,
          List.of(
              new Fact<>("status", risk -> risk.status().word()),
              new Fact<>("likelihood", risk -> words(risk.likelihood())),
              new Fact<>("impact", risk -> words(risk.impact())),
              new Fact<>("owner", risk -> people(risk.owners()))));

  private static final Kind<Decision> DECISIONS =
      new Kind<>(
          "decision",
          Decision::id,
          Decision::title,
          Decision::origin,
          EntriesTwice::isOne,
          "Say it once, or name under \"supersedes\" which of them takes the other's place.",
          List.of(
              new Fact<>("status", decision -> decision.status().word()),
              new Fact<>("date", decision -> day(decision.date())),
              new Fact<>("by", decision -> people(decision.by()))));

  private static final Kind<Action> ACTIONS =
      new Kind<>(
          "action",
          Action::id,
          Action::title,
          Action::origin,
          EntriesTwice::isOne,
          Twice.SAY_ONCE,
          List.of(
              new Fact<>("status", action -> action.status().word()),
              new Fact<>("when", action -> day(action.when())),
              new Fact<>("horizon", Action::horizon)));

  private static final Kind<Scenario> SCENARIOS =
      new Kind<>(
          "scenario",
          Scenario::id,
          Scenario::title,
          Scenario::origin,
          (first, again) -> true,
          Twice.SAY_ONCE,
          List.of(
              new Fact<>("size", scenario -> size(scenario.size())),
              new Fact<>("timeline", Scenario::timeline)));

  private static final Kind<Environment> ENVIRONMENTS =
      new Kind<>(
          "environment",
          Environment::id,
          Environment::title,
          Environment::origin,
          (first, again) -> true,
          Twice.SAY_ONCE,
          List.of(new Fact<>("url", environment -> environment.url().orElse(""))));

  private EntriesTwice() {}

  static Stream<Contradiction> of(Plan plan) {
    return Stream.of(
            RISKS.of(plan.handbook().risks()),
            DECISIONS.of(plan.handbook().decisions()),
            ACTIONS.of(plan.actions()),
            SCENARIOS.of(plan.handbook().scenarios()),
            ENVIRONMENTS.of(plan.handbook().environments()))
        .flatMap(found -> found);
  }

  private static boolean isOne(Risk first, Risk again) {
    return mayShare(first.workstreams(), again.workstreams())
        && (first.scope().isBlank()
            || again.scope().isBlank()
            || Twice.plain(first.scope()).equals(Twice.plain(again.scope())));
  }

  /** One that takes the other's place was made anew. */
  private static boolean isOne(Decision first, Decision again) {
    return !first.supersedes().contains(again.id()) && !again.supersedes().contains(first.id());
  }

  /** Each of two people may have it to do; what is through on its day may come again later. */
  private static boolean isOne(Action first, Action again) {
    Optional<LocalDate> day = first.when();
    Optional<LocalDate> other = again.when();
    boolean comesAgain =
        day.isPresent()
            && other.isPresent()
            && !day.equals(other)
            && !(day.get().isBefore(other.get()) ? first : again).open();
    return !comesAgain
        && mayShare(first.who().stream().toList(), again.who().stream().toList())
        && mayShare(first.blocks(), again.blocks());
  }

  /** Whether two lists of what something is about may be of one thing. */
  private static boolean mayShare(List<String> first, List<String> again) {
    return Twice.share(first, again).orElse(true);
  }

  private static String words(Optional<Risk.Degree> degree) {
    return degree.map(Risk.Degree::words).orElse("");
  }

  private static String size(OptionalInt people) {
    return people.stream().mapToObj(Integer::toString).findFirst().orElse("");
  }

  private static String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("");
  }

  private static String people(List<String> ids) {
    return ids.stream().sorted().collect(Collectors.joining(", "));
  }
}
