package dev.coord.publish;

import dev.coord.plan.Claim;
import dev.coord.plan.Plan;
import dev.coord.plan.Rule;
import dev.coord.site.RuleNotation;

/** The sentences that the plan claims, in {@code status.json}. */
final class StatusStatements {

  private final Json json;

  StatusStatements(Json json) {
    this.json = json;
  }

  void write(Plan plan) {
    json.list("statements", plan.claims(), this::statement);
  }

  private void statement(Claim claim) {
    json.text("id", claim.id());
    json.text("says", claim.says());
    json.text("where", claim.where());
    json.text("by", claim.by());
    json.text("on", claim.on());
    json.text("rule", claim.holdsWhen().map(Rule::name));
    json.text("holds_when", claim.holdsWhen().map(RuleNotation::of));
    json.place("place", claim.origin().self());
  }
}
