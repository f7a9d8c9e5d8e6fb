package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What build files ask for, by their formats. */
class BuildFileDependenciesTest {

  private static byte[] asked(String path, String text) {
    byte[] content = text.replace("~", "\n").getBytes(StandardCharsets.UTF_8);
    return BuildFileDependencies.in(path, content);
  }

  private static boolean names(String path, String text) {
    return LibraryName.in("joda").test(asked(path, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "pom.xml| <project><groupId>a</groupId><artifactId>joda</artifactId></project>",
        "a/pom.xml| <?xml version=\"1.0\"?><project><name>joda</name></project>",
        "pom.xml| <project><modules><module>joda</module></modules></project>",
        "pom.xml| <d><exclusions><exclusion><artifactId>joda</artifactId></exclusion></exclusions></d>",
        "pom.xml| <c><excludes><exclude>joda</exclude></excludes></c>",
        "a.pom| <c><excludeArtifactIds>joda</excludeArtifactIds></c>",
        "pom.xml| <c><excludes>joda",
        "build.gradle| exclude module: 'joda'",
        "build.gradle| exclude group: 'x',~ module: 'joda'",
        "build.gradle| a('b:c:1') { exclude module: 'joda' }",
        "build.gradle.kts| a(\"b:c:1\") { exclude(group = \"x\", module = \"joda\") }",
        "build.gradle| configurations.all.exclude(~ module: 'joda'~)",
        "build.gradle| repositories { excludeModule('x', 'joda') }",
        "build.gradle| resolutionStrategy {~ force 'joda'~ }",
        "settings.gradle| rootProject.name = 'joda'",
        "go.mod| module joda",
        "go.mod| exclude joda v1.0.0",
        "go.mod| exclude (~ joda v1.0.0~ joda v1.1.0~)",
        "go.mod| retract joda",
        "go.mod| replace joda => ../other",
        "package.json| {\"name\": \"joda\"}",
        "package.json| {\"description\": \"like \\\"joda\\\"\", \"keywords\": [\"a\", \"joda\"]}",
        "package.json| {\"overrides\": {\"joda\": \"1\"}, \"resolutions\": {\"joda\": \"1\"}}",
        "package.json| {\"scripts\": {\"joda\": \"joda run\"}}",
        "package.json| {\"pnpm\": {\"dependencies\": {\"joda\": \"1\"}}}",
        "package.json| {\"peerDependenciesMeta\": {\"joda\": {\"optional\": true}}}",
        "package.json| {\"dependencies\": {\"joda\": \"1\"",
        "pyproject.toml| [project]~name = \"joda\"",
        "pyproject.toml| [tool.poetry]~name = \"joda\"",
        "pyproject.toml| [project]~keywords = [~ \"joda\",~]",
        "pyproject.toml| [project]~description = ~\"\"\"~[project]~dependencies = [~joda~\"\"\"",
        "pyproject.toml| [tool.joda]~joda = 1",
        "pyproject.toml| [[tool.mypy.overrides]]~module = [\"joda.*\", \"joda\"]",
        "pyproject.toml| [tool.uv]~constraint-dependencies = [\"joda\"]",
        "Cargo.toml| [package]~name = \"joda\"",
        "Cargo.toml| [patch.crates-io]~joda = { path = \"../joda\" }"
      })
  void what_is_excluded_or_replaced_and_the_projects_own_name_are_not_asked_for(
      String path, String text) {
    assertThat(names(path, text)).isFalse();
    assertThat(names("build.unknown", text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "pom.xml| <project><artifactId>a</artifactId><d><artifactId>joda</artifactId></d></project>",
        "pom.xml| <project><parent><artifactId>joda</artifactId></parent></project>",
        "pom.xml| <project><name/><d><exclusions/><artifactId>joda</artifactId></d></project>",
        "pom.xml| <d><exclusions><e>a</e></exclusions></d><d><artifactId>joda</artifactId></d>",
        "pom.xml| <a><![CDATA[<excludes>]]></a><artifactId>joda</artifactId>",
        "build.gradle| implementation 'a:joda:1'",
        "build.gradle| a('a:joda:1') { exclude module: 'b' }",
        "build.gradle| a('b') { exclude module: 'b' }~ a 'a:joda:1'",
        "build.gradle| a('b') { exclude module: 'b' } ; a 'a:joda:1'",
        "build.gradle| exclude(module: '}'); a 'a:joda:1'",
        "build.gradle| a 'exclude'~ a 'a:joda:1'",
        "build.gradle| a 'exclude'; a 'a:joda:1'",
        "build.gradle| notexclude 'joda'",
        "go.mod| require joda v1.0.0",
        "go.mod| module a~require (~ joda v1.0.0~)",
        "go.mod| exclude (~ b v1~)~require joda v1.0.0",
        "go.mod| replace a => joda v1.0.0",
        "package.json| {\"name\": \"a\", \"dependencies\": {\"joda\": \"1\"}}",
        "package.json| {\"scripts\": {\"a\": \"{[\\\"\"}, \"devDependencies\": {\"joda\": \"1\"}}",
        "package.json| {\"bundleDependencies\": [\"joda\"]}",
        "package.json| {\"engines\": {\"joda\": \">=18\"}}",
        "pyproject.toml| [project]~name = \"a\"~dependencies = [~ \"b[c]\",~ \"joda>=1\",~]",
        "pyproject.toml| [project.optional-dependencies]~dev = [\"joda\"]",
        "pyproject.toml| [dependency-groups]~dev = [\"joda\"]",
        "pyproject.toml| [build-system]~requires = [\"joda\"]",
        "pyproject.toml| [tool.poetry.group.dev.dependencies]~joda = \"^1\"",
        "pyproject.toml| [project]~description = \"it's ]\"~dependencies = [\"joda\"]",
        "pyproject.toml| project.dependencies = [\"joda\"]",
        "Cargo.toml| [target.'cfg(unix)'.dependencies]~joda = \"1\"",
        "Cargo.toml| [dependencies.joda]~version = \"1\""
      })
  void what_is_asked_for_is_named(String path, String text) {
    assertThat(names(path, text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Cargo.toml| [dependencies.joda]~features = [\"a\"]~version = \"1.2\"~[dependencies.b]~version = \"2\"| 1.2",
        "pyproject.toml| [tool.poetry.dependencies]~joda = {version = \"1.2\"}| 1.2",
        "package.json| {\"resolutions\": {\"joda\": \"2\"}, \"dependencies\": {\"joda\": \"1.2\"}}| 1.2",
        "go.mod| exclude joda v1.3.0~require joda v1.2.0| v1.2.0",
        "pyproject.toml| [project]~dependencies = [\"b @ https://c.example/#d\", \"joda>=1.2\"]| >=1.2",
        "package.json| {\"dependencies\": {\"b\": \"github:c/d#1\", \"joda\": \"1.2\"}}| 1.2",
        "pom.xml| <project><artifactId>joda</artifactId><version>2</version><properties><j>1.2</j></properties><d><artifactId>joda</artifactId><version>${j}</version></d></project>| 1.2"
      })
  void its_version_is_the_one_that_is_asked_for(String path, String text, String version) {
    SortedSet<String> versions = LibraryVersion.of("joda").apply(path, asked(path, text));
    assertThat(versions).containsExactly(version);
  }
}
