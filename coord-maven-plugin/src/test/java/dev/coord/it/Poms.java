package dev.coord.it;

import java.util.List;

/** POMs of projects. */
final class Poms {

  /** The modules that a parent has here. */
  static final List<String> MODULES = List.of("plus", "minus");

  private Poms() {}

  /**
   * A project without code of its own.
   *
   * @param rest what else it says, as XML
   */
  static String project(String artifact, String rest) {
    return """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>it</groupId>
          <artifactId>%s</artifactId>
          <version>1</version>
          <packaging>pom</packaging>
        %s</project>
        """
        .formatted(artifact, rest);
  }

  /** The same as the parent of the modules. */
  static String parent(String artifact, String rest) {
    StringBuilder modules = new StringBuilder("  <modules>\n");
    MODULES.forEach(name -> modules.append("    <module>").append(name).append("</module>\n"));
    return project(artifact, modules.append("  </modules>\n").append(rest).toString());
  }

  /** A module of a parent; what else it says as XML. */
  static String module(String parent, String artifact, String rest) {
    return """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <parent>
            <groupId>it</groupId>
            <artifactId>%s</artifactId>
            <version>1</version>
          </parent>
          <artifactId>%s</artifactId>
        %s</project>
        """
        .formatted(parent, artifact, rest);
  }
}
