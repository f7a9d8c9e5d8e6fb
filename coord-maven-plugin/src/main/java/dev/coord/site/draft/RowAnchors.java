package dev.coord.site.draft;

import dev.coord.assess.Assessment;
import dev.coord.assess.ClaimCheck;
import dev.coord.assess.GateResult;
import dev.coord.site.model.Anchors;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The anchors of rows that other pages link to. */
public final class RowAnchors {

  private final Map<GateResult, String> gates = new LinkedHashMap<>();
  private final Map<ClaimCheck, String> claims = new LinkedHashMap<>();

  /** The anchors of an assessment. */
  public RowAnchors(Assessment assessment) {
    Set<String> taken = new HashSet<>();
    for (GateResult gate : assessment.gates()) {
      gates.computeIfAbsent(gate, g -> free(taken, of(g)));
    }
    for (ClaimCheck claim : assessment.claims()) {
      claims.computeIfAbsent(claim, c -> free(taken, Anchors.of("claim", c.subject())));
    }
  }

  /** The row of a gate on the gates page. */
  public String gate(GateResult gate) {
    return gates.getOrDefault(gate, of(gate));
  }

  /** The row of a claim on the claims page. */
  String claim(ClaimCheck claim) {
    return claims.getOrDefault(claim, Anchors.of("claim", claim.subject()));
  }

  private static String of(GateResult gate) {
    return gate.subject()
        .map(subject -> Anchors.of("gate", gate.row(), subject))
        .orElseGet(() -> Anchors.of("gate", gate.row()));
  }

  private static String free(Set<String> taken, String wanted) {
    String anchor = wanted;
    for (int i = 2; !taken.add(anchor); i++) {
      anchor = wanted + "-" + i;
    }
    return anchor;
  }
}
