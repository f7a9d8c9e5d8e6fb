package dev.coord.engine;

import java.util.Arrays;
import java.util.Optional;

/** How coord's own verdicts are written for other programs. */
public enum VerdictFormat {
  /** SARIF 2.1.0, for code scanning. */
  SARIF("sarif", "coord.sarif"),
  /** JUnit XML, for the test tab of a CI. */
  JUNIT("junit", "gates.xml"),
  /** GitLab's code quality report. */
  CODE_QUALITY("codequality", "code-quality.json");

  private final String word;
  private final String file;

  VerdictFormat(String word, String file) {
    this.word = word;
    this.file = file;
  }

  /** The word that users write. */
  public String word() {
    return word;
  }

  /** The name of the file that is written. */
  public String file() {
    return file;
  }

  /** The format that users call so. */
  public static Optional<VerdictFormat> ofWord(String word) {
    return Arrays.stream(values()).filter(format -> format.word.equals(word)).findFirst();
  }
}
