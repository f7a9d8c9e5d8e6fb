package dev.coord.plan;

import dev.coord.diagnostic.Location;
import java.util.*;

public final class PlanDiff {
  public record Change(
      String subject, String text, Optional<Location> base, Optional<Location> branch) {}

  public static List<Change> between(Plan a, Plan b) {
    return List.of();
  }
}
