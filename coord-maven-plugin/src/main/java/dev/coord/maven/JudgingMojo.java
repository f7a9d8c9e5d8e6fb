package dev.coord.maven;

import dev.coord.engine.Settings;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals have in common that judge the gates. */
abstract class JudgingMojo extends AbstractCoordMojo {

  /**
   * What becomes of a gate whose data is missing: {@code fail} or {@code warn}. CI always fails.
   */
  @Parameter(property = "coord.missingData", defaultValue = "fail")
  private String missingData;

  /**
   * Whether the commands of gates are run. Only the command line can allow it, not a POM; of a pull
   * request, only commands are run that its base has, too.
   */
  @Parameter(property = "coord.allowCommands", defaultValue = "false")
  private String allowCommands;

  @Override
  final boolean allowsCommands() {
    return parameters().flag("coord.allowCommands", allowCommands, false);
  }

  @Override
  Settings.Builder settings() {
    return super.settings().lenient(parameters().lenient(missingData));
  }
}
