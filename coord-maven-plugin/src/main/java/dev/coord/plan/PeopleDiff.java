package dev.coord.plan;

import dev.coord.plan.PlanDiff.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what a branch's plan changes about who is who. An address that is given to a person of the
 * base makes whoever commits by it that person: a steward, an owner, one who approves. So does an
 * address that goes from one person to another; only new people with new addresses do not. A new
 * bot is told as one, since what a bot commits counts for less.
 *
 * <p>Sentences hold no address, as it may not be published.
 */
final class PeopleDiff {

  private final Map<String, Person> known;
  private final Map<String, Person> holders = new HashMap<>();
  private final Changes changes;

  private PeopleDiff(Plan base, Changes changes) {
    this.known = PlanDiff.byId(base.people(), Person::id);
    this.changes = changes;
    base.people().forEach(person -> person.emails().forEach(each -> holders.put(each, person)));
  }

  static void between(Plan base, Plan branch, Changes changes) {
    PeopleDiff diff = new PeopleDiff(base, changes);
    branch.people().forEach(diff::given);
    Map<String, Person> kept = PlanDiff.byId(branch.people(), Person::id);
    for (Person before : base.people()) {
      Person now = kept.get(before.id());
      if (now == null) {
        changes.removed(
            Kind.PEOPLE_CHANGED,
            before.id(),
            name(before) + " is removed.",
            before.origin().self());
      } else {
        diff.changed(before, now);
      }
    }
    for (Person now : branch.people()) {
      if (!diff.known.containsKey(now.id())) {
        boolean bot = now.kind() == Person.Kind.BOT;
        changes.added(
            bot ? Kind.BOT_ADDED : Kind.PEOPLE_CHANGED,
            now.id(),
            (bot ? "The bot \"" + now.id() + "\"" : name(now)) + " is added.",
            now.origin().self());
      }
    }
  }

  /** Each address that makes somebody a person of the base, or takes one's place. */
  private void given(Person now) {
    List<String> emails = now.emails();
    for (int i = 0; i < emails.size(); i++) {
      Person holder = holders.get(emails.get(i));
      Person before = known.get(now.id());
      if (holder == null ? before != null : !holder.id().equals(now.id())) {
        Person was = holder == null ? before : holder;
        changes.add(
            Kind.IDENTITY_GIVEN,
            now.id(),
            emails.get(i),
            name(now)
                + " is recognised by "
                + (holder == null
                    ? "another e-mail address."
                    : "an e-mail address that was of \"" + holder.id() + "\"."),
            was.origin().of("emails"),
            now.origin().of("emails", i));
      }
    }
  }

  private void changed(Person before, Person now) {
    Set<String> lost = new HashSet<>(before.emails());
    now.emails().forEach(lost::remove);
    if (!lost.isEmpty()) {
      changes.add(
          Kind.PEOPLE_CHANGED,
          before.id(),
          "emails",
          name(before) + " is no longer recognised by each e-mail address.",
          before.origin().of("emails"),
          now.origin().of("emails"));
    }
    if (before.kind() != now.kind()) {
      changes.add(
          now.kind() == Person.Kind.BOT ? Kind.IDENTITY_GIVEN : Kind.PEOPLE_CHANGED,
          before.id(),
          "kind",
          name(before) + " was " + before.kind().word() + " and is " + now.kind().word() + ".",
          before.origin().of("kind"),
          now.origin().of("kind"));
    }
  }

  private static String name(Person person) {
    return "The person \"" + person.id() + "\"";
  }
}
