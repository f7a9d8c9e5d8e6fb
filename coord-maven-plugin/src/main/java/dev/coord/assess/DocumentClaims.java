package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.Observation;
import dev.coord.plan.Document;
import dev.coord.plan.Plan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the pages of the plan against what could be read of their files. */
final class DocumentClaims {

  private DocumentClaims() {}

  /**
   * The claims, with that of each page whose file could not be read contradicted: git may have a
   * file that nobody can show.
   */
  static List<ClaimCheck> of(
      Plan plan, Map<String, Observation<String>> documents, List<ClaimCheck> claims) {
    Map<Location, Observation.Unknown<String>> unreadable = new HashMap<>();
    for (Document page : plan.handbook().pages()) {
      if (documents.get(page.id()) instanceof Observation.Unknown<String> unknown) {
        unreadable.put(page.origin().of("file"), unknown);
      }
    }
    return claims.stream()
        .map(
            claim ->
                Optional.ofNullable(unreadable.get(claim.place()))
                    .map(unknown -> contradicted(claim, unknown))
                    .orElse(claim))
        .toList();
  }

  private static ClaimCheck contradicted(ClaimCheck claim, Observation.Unknown<String> unknown) {
    return new ClaimCheck(
        claim.subject(),
        claim.claim(),
        claim.place(),
        unknown.reason(),
        Agreement.CONTRADICTS,
        List.of(),
        unknown.remedy());
  }
}
