package dev.coord.plan;

import java.util.List;
import java.util.Optional;

/**
 * Where the software runs, or is built.
 *
 * @param id the id the plan uses
 * @param title the name shown; the id when none was written
 * @param url web address, https or http only
 * @param access how to get in; published only if {@code publish}
 * @param data what its data is like
 * @param tools what it is used with, plain text, one each
 * @param pipelines what runs for it in CI
 * @param publish whether {@code access} may appear on the site
 */
public record Environment(
    Origin origin,
    String id,
    String title,
    Optional<String> url,
    List<String> access,
    Data data,
    List<String> tools,
    List<Pipeline> pipelines,
    boolean publish,
    String notes) {

  /**
   * What an environment's data is like.
   *
   * @param coverage what it stands for, Markdown, may be empty
   * @param volume how much there is, Markdown, may be empty
   * @param scenarios what it allows to try, Markdown, may be empty
   */
  public record Data(Origin origin, String coverage, String volume, String scenarios) {
    /** Checks that all parts are there. */
    public Data {
      Parts.require(origin, coverage, volume, scenarios);
    }
  }

  /**
   * Something that runs in CI.
   *
   * @param file the workflow's file, from the root of the repository; never empty
   * @param trigger what starts it, plain text, may be empty
   * @param purpose Markdown, may be empty
   * @param gate id of the gate it stands for
   * @param secrets names of the secrets it needs
   */
  public record Pipeline(
      Origin origin,
      String file,
      String trigger,
      String purpose,
      Optional<String> gate,
      List<String> secrets) {
    /**
     * Copies the collection.
     *
     * @throws IllegalArgumentException when no file is named
     */
    public Pipeline {
      Parts.require(origin, trigger, purpose, gate);
      secrets = List.copyOf(secrets);
      if (file.isEmpty()) {
        throw new IllegalArgumentException("a pipeline has a file");
      }
    }
  }

  /** Checks the id and copies the collections. */
  public Environment {
    Parts.require(origin, title, url, data, notes);
    Ids.require(id);
    access = List.copyOf(access);
    tools = List.copyOf(tools);
    pipelines = List.copyOf(pipelines);
  }
}
