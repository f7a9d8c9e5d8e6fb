package dev.coord.it;

import java.nio.file.Path;

/** A small Maven project of two modules with real tests and JaCoCo. */
final class RealProject {

  /** A binding that every module inherits. */
  static final String BOUND =
      """
      <executions>
        <execution>
          <phase>verify</phase>
          <goals>
            <goal>site</goal>
          </goals>
        </execution>
      </executions>
      """;

  /** A binding of the root alone. */
  static final String BOUND_IN_THE_ROOT = "<inherited>false</inherited>\n" + BOUND;

  private RealProject() {}

  /** Makes the one test of the module {@code minus} fail. */
  static void breakMinus(GitProject project) {
    project.edit("minus/src/test/java/sums/MinusTest.java", "assertEquals(2", "assertEquals(3");
  }

  /**
   * The project on {@code main}, with one commit.
   *
   * @param execution what binds coord to a phase, as XML of the POM; empty when it is run by hand
   */
  static GitProject in(Path directory, String execution) {
    GitProject project = GitProject.in(directory);
    project
        .file(".gitignore", "target/\n")
        .file(
            "coord.yml",
            """
            coord: 1
            project: {name: Sums, integration_branch: main}
            workstreams:
              - id: plus
                branch: feature/plus
                owns: [/plus/]
            gates:
              - coverage: {lines: ">= 70%"}
              - tests: {failed: "= 0", total: ">= 3"}
            """)
        .file("pom.xml", parent(execution))
        .file("plus/pom.xml", Poms.module("sums", "plus", ""))
        .file("minus/pom.xml", Poms.module("sums", "minus", ""));
    code(project, "plus", "Plus", "left + right", "1, 1", "2");
    code(project, "minus", "Minus", "left - right", "3, 1", "2");
    test(project, "plus", "PlusMoreTest", "Plus", "20, 1", "21");
    project.commit("Add and subtract");
    return project;
  }

  private static void code(
      GitProject project, String module, String name, String sum, String values, String result) {
    project.file(
        module + "/src/main/java/sums/" + name + ".java",
        """
        package sums;

        public final class %s {
          public int of(int left, int right) {
            return %s;
          }
        }
        """
            .formatted(name, sum));
    test(project, module, name + "Test", name, values, result);
  }

  static void test(
      GitProject project, String module, String name, String tested, String values, String result) {
    project.file(
        module + "/src/test/java/sums/" + name + ".java",
        """
        package sums;

        import static org.junit.jupiter.api.Assertions.assertEquals;

        import org.junit.jupiter.api.Test;

        class %s {
          @Test
          void works() {
            assertEquals(%s, new %s().of(%s));
          }
        }
        """
            .formatted(name, result, tested, values));
  }

  private static String parent(String execution) {
    return Poms.parent(
        "sums",
        """
          <properties>
            <maven.compiler.release>17</maven.compiler.release>
            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
            <maven.test.failure.ignore>true</maven.test.failure.ignore>
          </properties>
          <dependencies>
            <dependency>
              <groupId>org.junit.jupiter</groupId>
              <artifactId>junit-jupiter</artifactId>
              <version>5.14.1</version>
              <scope>test</scope>
            </dependency>
          </dependencies>
          <build>
            <pluginManagement>
              <plugins>
                <plugin>
                  <artifactId>maven-compiler-plugin</artifactId>
                  <version>3.16.0</version>
                </plugin>
                <plugin>
                  <artifactId>maven-jar-plugin</artifactId>
                  <version>3.5.1</version>
                </plugin>
                <plugin>
                  <artifactId>maven-resources-plugin</artifactId>
                  <version>3.5.0</version>
                </plugin>
                <plugin>
                  <artifactId>maven-surefire-plugin</artifactId>
                  <version>3.6.1</version>
                  <configuration>
                    <argLine>@{argLine} -XX:+UseSerialGC -XX:TieredStopAtLevel=1</argLine>
                  </configuration>
                </plugin>
              </plugins>
            </pluginManagement>
            <plugins>
              <plugin>
                <groupId>org.jacoco</groupId>
                <artifactId>jacoco-maven-plugin</artifactId>
                <version>0.8.15</version>
                <executions>
                  <execution>
                    <goals>
                      <goal>prepare-agent</goal>
                    </goals>
                    <configuration>
                      <includes>
                        <include>sums.*</include>
                      </includes>
                    </configuration>
                  </execution>
                  <execution>
                    <id>report</id>
                    <phase>verify</phase>
                    <goals>
                      <goal>report</goal>
                    </goals>
                  </execution>
                </executions>
              </plugin>
              <plugin>
                <groupId>dev.coord</groupId>
                <artifactId>coord-maven-plugin</artifactId>
                <version>%s</version>
                %s
              </plugin>
            </plugins>
          </build>
        """
            .formatted(MavenRun.VERSION, execution));
  }
}
