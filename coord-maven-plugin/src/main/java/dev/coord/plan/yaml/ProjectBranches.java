package dev.coord.plan.yaml;

import dev.coord.plan.yaml.YamlNode.Mapping;
import dev.coord.plan.yaml.YamlNode.Scalar;
import java.util.Objects;
import java.util.Optional;

/**
 * What one plan file says of the branches that others are merged into.
 *
 * @param integration {@code project.integration_branch} as written
 * @param release {@code project.release_branch} as written
 */
public record ProjectBranches(Optional<String> integration, Optional<String> release) {

  private static final ProjectBranches NONE =
      new ProjectBranches(Optional.empty(), Optional.empty());

  /** Checks that nothing is null. */
  public ProjectBranches {
    Objects.requireNonNull(integration, "integration");
    Objects.requireNonNull(release, "release");
  }

  /** Looks for them; empty when the file is not so plain that they can be told. */
  static Optional<ProjectBranches> of(YamlFile file) {
    if (!file.complete() || file.documents().size() != 1) {
      return Optional.empty();
    }
    Mapping document = file.documents().get(0);
    Optional<YamlNode> project = document.get("project");
    if (project.isEmpty()) {
      return Optional.of(NONE);
    }
    if (!(project.get() instanceof Mapping map)) {
      return Optional.empty();
    }
    Optional<YamlNode> integration = map.get("integration_branch");
    Optional<YamlNode> release = map.get("release_branch");
    boolean plain =
        integration.stream().allMatch(Scalar.class::isInstance)
            && release.stream().allMatch(Scalar.class::isInstance);
    return plain
        ? Optional.of(
            new ProjectBranches(
                integration.map(Scalar.class::cast).map(Scalar::text),
                release.map(Scalar.class::cast).map(Scalar::text)))
        : Optional.empty();
  }
}
