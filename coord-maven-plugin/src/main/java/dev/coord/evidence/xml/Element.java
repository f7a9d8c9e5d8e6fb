package dev.coord.evidence.xml;

import dev.coord.evidence.InvalidReportException;
import java.util.Optional;

/** One element of an XML file, while its handler looks at it. */
public interface Element {

  /** Its name, with its prefix if it has one. */
  String name();

  /** How many elements it is in, itself included: 1 for the root. */
  int depth();

  /**
   * The name of an element around it.
   *
   * @param levels 1 for the parent, 2 for the parent's parent
   * @return the name, or empty above the root
   */
  String ancestor(int levels);

  /** The value of an attribute; all values are hostile. */
  Optional<String> attribute(String name);

  /** The value of an attribute, or empty text where it is missing. */
  default String text(String attribute) {
    return attribute(attribute).orElse("");
  }

  /**
   * A whole number that must be there.
   *
   * @param attribute its attribute
   * @param min the least allowed value, at least 0
   * @param max the greatest allowed value
   * @throws InvalidReportException when it is missing, holds anything but ASCII digits, or is out
   *     of range
   */
  default long number(String attribute, long min, long max) throws InvalidReportException {
    Optional<String> text = attribute(attribute);
    if (text.isEmpty()) {
      throw invalid("<" + name() + "> has no attribute " + attribute);
    }
    Optional<Long> value = Numbers.parse(text.get(), min, max);
    if (value.isEmpty()) {
      throw invalid(
          attribute
              + "=\""
              + Texts.shortened(text.get())
              + "\" is not a whole number from "
              + min
              + " to "
              + max);
    }
    return value.get();
  }

  /**
   * A whole number, or a fallback where the attribute is missing.
   *
   * @throws InvalidReportException when it is there and {@link #number} would throw
   */
  default long numberOr(String attribute, long max, long fallback) throws InvalidReportException {
    return attribute(attribute).isPresent() ? number(attribute, 0, max) : fallback;
  }

  /**
   * Asks for the text directly inside this element, which {@link ElementHandler#end} then gets.
   *
   * @param max how many characters to keep; the rest is read and dropped
   */
  void captureText(int max);

  /** A mistake at the place of this element that running the tool again may mend. */
  default InvalidReportException invalid(String problem) {
    return invalid(problem, "Run the tool that writes this report again.");
  }

  /** A mistake at the place of this element. */
  InvalidReportException invalid(String problem, String remedy);
}
