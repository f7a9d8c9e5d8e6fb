package dev.coord.site;

/** The files beside the pages by their paths, which pages link and others write. */
public final class OtherFiles {

  private OtherFiles() {}

  /** The brief of a workstream. */
  public static String brief(String workstream) {
    return "workstreams/" + workstream + ".md";
  }
}
