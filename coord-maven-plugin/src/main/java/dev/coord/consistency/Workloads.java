package dev.coord.consistency;

import dev.coord.plan.Origin;
import dev.coord.plan.Person;
import dev.coord.plan.Plan;
import dev.coord.plan.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shares of somebody's time that are not the whole of it. */
final class Workloads {

  private static final int WHOLE = 100;

  private Workloads() {}

  static Stream<Contradiction> of(Plan plan) {
    return Stream.concat(
        plan.people().stream()
            .flatMap(p -> of("person " + p.id(), "allocation: ", p.origin(), p.allocation())),
        plan.handbook().scenarios().stream().flatMap(Workloads::members));
  }

  private static Stream<Contradiction> members(Scenario scenario) {
    return scenario.members().stream()
        .flatMap(
            member ->
                of(
                    "scenario " + scenario.id(),
                    member.name() + ": ",
                    member.origin(),
                    member.allocation()));
  }

  private static Stream<Contradiction> of(
      String subject, String name, Origin origin, List<Person.Share> shares) {
    return Stream.concat(
        whole(subject, name, origin, shares).stream(), twice(subject, name, shares));
  }

  /** One thing with two shares: their sum may well be the whole. */
  private static Stream<Contradiction> twice(
      String subject, String name, List<Person.Share> shares) {
    return Twice.of(shares.stream(), share -> Optional.of(Twice.plain(share.to())))
        .map(
            two ->
                Twice.told(
                    subject,
                    name + said(two.first()),
                    two.first().origin().self(),
                    "it is listed again: " + said(two.again()),
                    two.again().origin().self(),
                    "List it once."));
  }

  private static String said(Person.Share share) {
    return share.to() + " " + share.percent() + "%";
  }

  private static Optional<Contradiction> whole(
      String subject, String name, Origin origin, List<Person.Share> shares) {
    int sum = shares.stream().mapToInt(Person.Share::percent).sum();
    if (shares.isEmpty() || sum == WHOLE) {
      return Optional.empty();
    }
    String said = shares.stream().map(Workloads::said).collect(Collectors.joining(", "));
    return Optional.of(
        new Contradiction(
            subject,
            name + said,
            origin.of("allocation"),
            "that is " + sum + "% in all",
            List.of(),
            "Share out 100%."));
  }
}
