package dev.coord.site.draft;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a site says of itself, and where its sources can be looked at.
 *
 * @param generator name and version of what makes it: {@code coord 1.0}
 * @param stampTime the time that pages print as their data's time
 * @param planVersion the plan's files and commit, as shown in the footer
 * @param sources freshness of each source, one line each, for the footer
 * @param siteUrl address the site is published at
 * @param repositoryUrl web address of the repository; commits and plan lines are links where its
 *     host is a GitHub, GitLab, Gitea or Bitbucket by its name, and plain text elsewhere
 * @param commit full id of the checked-out commit, that places of the working tree are linked at
 * @param goals what stands before the colon and the name of a goal, to call it: the prefix where
 *     that is known to be resolved, else the plugin's full coordinates
 */
public record SiteFrame(
    String generator,
    Instant stampTime,
    String planVersion,
    List<String> sources,
    Optional<String> siteUrl,
    Optional<String> repositoryUrl,
    Optional<String> commit,
    String goals) {

  /** Copies the collection. */
  public SiteFrame {
    Objects.requireNonNull(generator, "generator");
    Objects.requireNonNull(stampTime, "stampTime");
    Objects.requireNonNull(planVersion, "planVersion");
    Objects.requireNonNull(repositoryUrl, "repositoryUrl");
    Objects.requireNonNull(commit, "commit");
    Objects.requireNonNull(goals, "goals");
    sources = List.copyOf(sources);
    siteUrl = siteUrl.map(url -> url.endsWith("/") ? url : url + "/");
  }
}
