package dev.coord.browser;

import dev.coord.HostileAssessment;
import dev.coord.SampleAssessments;
import dev.coord.SampleEverything;
import dev.coord.assess.Assessment;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.site.ErrorSite;
import dev.coord.site.SiteBuilder;
import dev.coord.site.draft.SiteFrame;
import dev.coord.site.model.Site;
import dev.coord.site.render.SampleSites;
import dev.coord.site.render.SampleStyle;
import dev.coord.site.render.SiteRenderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every kind of page, in every state, as files. */
final class BrowserSites {

  private BrowserSites() {}

  /**
   * Writes the sites below a folder, each into one of its own. None knows where it is published, as
   * none is: its page for missing pages would look for its style there.
   *
   * @return the names of the pages, from the folder on
   */
  static List<String> write(Path folder) {
    SiteRenderer renderer = new SiteRenderer();
    Map<String, byte[]> files = new TreeMap<>();
    sites()
        .forEach(
            (name, site) ->
                renderer
                    .render(site)
                    .forEach((file, content) -> files.put(name + "/" + file, content)));
    return write(folder, files);
  }

  /**
   * Writes a site of all kinds of pages that is published at an address.
   *
   * @return the names of its pages
   */
  static List<String> publish(Path folder, String siteUrl) {
    Site site = new SiteBuilder().build(SampleAssessments.failing(), frame(Optional.of(siteUrl)));
    return write(folder, new SiteRenderer().render(site));
  }

  private static List<String> write(Path folder, Map<String, byte[]> files) {
    files.forEach((file, content) -> write(folder.resolve(file), content));
    return files.keySet().stream().filter(file -> file.endsWith(".html")).sorted().toList();
  }

  private static Map<String, Site> sites() {
    Map<String, Site> sites = new TreeMap<>();
    sites.put("failing", site(SampleAssessments.failing()));
    sites.put("passing", site(SampleAssessments.passing()));
    sites.put("unknown", site(SampleAssessments.unknown()));
    sites.put("empty", site(SampleAssessments.empty()));
    sites.put("everything", site(SampleEverything.assessment()));
    sites.put("hostile", site(HostileAssessment.assessment()));
    sites.put("blocks", SampleSites.failing());
    sites.put("pictures", SampleSites.pictures());
    sites.put("style", SampleStyle.site());
    sites.put("many-rows", SampleSites.large(230));
    sites.put(
        "bad-plan",
        new ErrorSite()
            .build(
                List.of(
                    Diagnostic.error(
                        Location.of("coord/checkout.yml", 9, 5),
                        "unknown key 'gate'",
                        "Did you mean 'gates'?"),
                    Diagnostic.warning(Location.ofFile("coord.yml"), "an old name", "Rename it.")),
                "The plan cannot be read",
                frame(Optional.empty())));
    return sites;
  }

  private static Site site(Assessment assessment) {
    return new SiteBuilder().build(assessment, frame(Optional.empty()));
  }

  private static SiteFrame frame(Optional<String> siteUrl) {
    SiteFrame sample = SampleAssessments.siteFrame();
    return new SiteFrame(
        sample.generator(),
        sample.stampTime(),
        sample.planVersion(),
        sample.sources(),
        siteUrl,
        sample.repositoryUrl(),
        sample.commit(),
        sample.goals());
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
