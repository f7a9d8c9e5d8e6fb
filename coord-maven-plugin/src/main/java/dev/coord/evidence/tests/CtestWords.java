package dev.coord.evidence.tests;

import dev.coord.evidence.xml.Element;

/**
 * What CTest says of tests that were not run: it writes all of them as skipped, and fails for those
 * that it could not run, as without their program, a file or what sets them up.
 */
final class CtestWords {

  private CtestWords() {}

  /** Whether a test case is one of CTest's that was not run: its class is its name. */
  static boolean fits(Element test) {
    return test.text("status").equals("notrun")
        && test.attribute("result").isEmpty()
        && test.text("name").equals(test.text("classname"));
  }

  /** Whether the test itself asked to be skipped. */
  static boolean skips(String message) {
    return message.startsWith("SKIP_RETURN_CODE=")
        || message.equals("SKIP_REGULAR_EXPRESSION_MATCHED")
        || message.equals("Disabled");
  }
}
