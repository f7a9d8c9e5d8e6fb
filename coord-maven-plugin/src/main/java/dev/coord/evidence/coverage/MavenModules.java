package dev.coord.evidence.coverage;

import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.reports.TrackedFiles;
import dev.coord.evidence.xml.Element;
import dev.coord.evidence.xml.ElementHandler;
import dev.coord.evidence.xml.XmlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The directories of Maven modules by their names: JaCoCo calls the groups of an aggregate by the
 * artifactId of each, which need not be that of its directory. The committed {@code pom.xml} in a
 * directory says it.
 */
final class MavenModules {

  private static final int MAX_NAME = 1000;

  private final TrackedFiles tracked;
  private final Path workTree;
  private Optional<Map<String, List<String>>> directories = Optional.empty();

  MavenModules(TrackedFiles tracked, Path workTree) {
    this.tracked = tracked;
    this.workTree = workTree;
  }

  /** Where the module of this artifactId is; empty when no POM has it, or more than one has. */
  Optional<String> directory(String artifactId) {
    if (directories.isEmpty()) {
      directories = Optional.of(read());
    }
    List<String> found = directories.get().getOrDefault(artifactId, List.of());
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private Map<String, List<String>> read() {
    Map<String, List<String>> read = new HashMap<>();
    XmlReader xml = new XmlReader();
    for (String pom : tracked.named("pom.xml")) {
      ArtifactId project = new ArtifactId();
      try {
        if (WorkTreeFiles.isOne(workTree, pom)) {
          xml.read(workTree.resolve(pom), pom, project);
        }
      } catch (InvalidReportException e) {
        // Whatever it is, Maven builds no module of it; what was read before the mistake is none.
        continue;
      }
      String directory = pom.substring(0, Math.max(pom.lastIndexOf('/'), 0));
      project.text.ifPresent(
          id -> read.computeIfAbsent(id, any -> new ArrayList<>()).add(directory));
    }
    return read;
  }

  /** Takes what stands directly in the project; its parent and its dependencies have their own. */
  private static final class ArtifactId implements ElementHandler {
    private Optional<String> text = Optional.empty();

    @Override
    public void start(Element element) throws InvalidReportException {
      if (isMeant(element)) {
        element.captureText(MAX_NAME);
      }
    }

    @Override
    public void end(Element element, String captured) {
      if (isMeant(element)) {
        text = Optional.of(captured.strip());
      }
    }

    private static boolean isMeant(Element element) {
      return element.depth() == 2
          && element.ancestor(1).equals("project")
          && element.name().equals("artifactId");
    }
  }
}
