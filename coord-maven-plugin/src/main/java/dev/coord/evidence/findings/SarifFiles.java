package dev.coord.evidence.findings;

import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.ToolFinding.NamedFile;
import dev.coord.evidence.json.JsonReader;
import dev.coord.evidence.reports.FoundReport;
import dev.coord.evidence.reports.SourcePaths;
import dev.coord.evidence.reports.TrackedFiles.Match;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of one run: what its {@code artifactLocation}s mean.
 *
 * <p>A location has a URI, which may be relative to a base that the run defines or leaves to the
 * reader, or is only the number of one of the run's {@code artifacts}.
 */
final class SarifFiles {

  private static final int MAX_ARTIFACTS = 1_000_000;
  private static final int MAX_BASES = 1_000;
  private static final int MAX_CHAIN = 8;

  /**
   * An {@code artifactLocation}.
   *
   * @param uri empty where there is none
   * @param base the name of its base; empty where there is none
   * @param index the number of an artifact; -1 for none
   */
  record Reference(String uri, String base, int index) {
    static final Reference NONE = new Reference("", "", -1);

    /** Reads one; the reader stands on it. */
    static Reference read(JsonReader json, Room room) throws IOException, InvalidReportException {
      String[] texts = {"", ""};
      int[] index = {-1};
      json.object(
          name -> {
            switch (name) {
              case "uri" -> texts[0] = Names.of(json, room);
              case "uriBaseId" -> texts[1] = Names.of(json, room);
              case "index" -> index[0] = (int) json.number(-1, Integer.MAX_VALUE);
              default -> {}
            }
          });
      return new Reference(texts[0], texts[1], index[0]);
    }
  }

  private final Map<String, Reference> bases = new HashMap<>();
  private final List<Reference> artifacts = new ArrayList<>();
  private final Map<Reference, Optional<NamedFile>> found = new HashMap<>();

  /** Reads {@code originalUriBaseIds}. */
  void bases(JsonReader json, Room room) throws IOException, InvalidReportException {
    json.object(
        name -> {
          if (bases.size() == MAX_BASES) {
            throw json.invalid("a run has more than " + MAX_BASES + " bases of names");
          }
          bases.put(name, Reference.read(json, room));
        });
  }

  /** Reads {@code artifacts}. */
  void artifacts(JsonReader json, Room room) throws IOException, InvalidReportException {
    json.array(
        () -> {
          if (artifacts.size() == MAX_ARTIFACTS) {
            throw json.invalid("a run has more than " + MAX_ARTIFACTS + " artifacts");
          }
          int place = artifacts.size();
          artifacts.add(Reference.NONE);
          json.object(
              name -> {
                if (name.equals("location")) {
                  artifacts.set(place, Reference.read(json, room));
                }
              });
        });
  }

  /** The file that a location means; empty when it names none. */
  Optional<NamedFile> file(Reference location, SourcePaths paths, FoundReport report) {
    Optional<NamedFile> known = found.get(location);
    if (known == null) {
      Reference named =
          location.uri().isEmpty() && location.index() >= 0 && location.index() < artifacts.size()
              ? artifacts.get(location.index())
              : location;
      known = named.uri().isEmpty() ? Optional.empty() : Optional.of(named(named, paths, report));
      found.put(location, known);
    }
    return known;
  }

  private NamedFile named(Reference location, SourcePaths paths, FoundReport report) {
    String name = SarifUri.name(location.uri());
    if (SarifUri.isForeign(location.uri())) {
      return new NamedFile(name, Optional.empty(), false);
    }
    String base = base(location.base(), MAX_CHAIN);
    Match match = paths.locate(report, name, base.isEmpty() ? List.of() : List.of(base));
    boolean elsewhere =
        match.isEmpty() && paths.isInWorkTree(name.startsWith("/") ? name : base + name);
    return new NamedFile(match.only().orElse(name), match.only(), elsewhere);
  }

  /** A base with a slash at its end; empty where nobody says what it is. */
  private String base(String name, int left) {
    Reference base = bases.get(name);
    if (base == null || base.uri().isEmpty() || left == 0 || SarifUri.isForeign(base.uri())) {
      return "";
    }
    String uri = SarifUri.name(base.uri());
    String above = base.base().isEmpty() ? "" : base(base.base(), left - 1);
    String joined = uri.startsWith("/") || above.isEmpty() ? uri : above + uri;
    return joined.endsWith("/") ? joined : joined + "/";
  }
}
