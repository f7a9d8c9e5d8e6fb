package dev.coord.evidence.xml;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.InvalidReportException;
import java.util.List;
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

  /** The names of its attributes, with their prefixes, as written. */
  List<String> attributeNames();

  /** The value of an attribute; all values are hostile. */
  Optional<String> attribute(String name);

  /** The value of an attribute, or empty text where it is missing. */
  String text(String attribute);

  /**
   * The value of an attribute without white space around it; the quick way where there are many.
   *
   * @param likely what it probably is: then this very text is returned, and no other is made
   * @throws InvalidReportException when the file is not well-formed
   */
  Optional<String> attribute(String name, String likely) throws InvalidReportException;

  /**
   * Whether an attribute is there and has this value, but for white space around it; the quick way
   * to pass over the many that have not.
   *
   * @throws InvalidReportException when the file is not well-formed
   */
  boolean is(String attribute, String value) throws InvalidReportException;

  /**
   * A whole number that must be there. White space around it is not part of it.
   *
   * @param attribute its attribute
   * @param min the least allowed value, at least 0
   * @param max the greatest allowed value
   * @throws InvalidReportException when it is missing, holds anything but ASCII digits, or is out
   *     of range
   */
  long number(String attribute, long min, long max) throws InvalidReportException;

  /**
   * A whole number, or a fallback where the attribute is missing.
   *
   * @throws InvalidReportException when it is there and {@link #number} would throw
   */
  long numberOr(String attribute, long max, long fallback) throws InvalidReportException;

  /**
   * Asks for the text directly inside this element, which {@link ElementHandler#end} then gets.
   *
   * @param max how many characters to keep; the rest is read and dropped
   */
  void captureText(int max);

  /** Where it is. */
  Location place();

  /** A mistake at the place of this element that running the tool again may mend. */
  default InvalidReportException invalid(String problem) {
    return invalid(problem, "Run the tool that writes this report again.");
  }

  /** A mistake at the place of this element. */
  default InvalidReportException invalid(String problem, String remedy) {
    return new InvalidReportException(place(), problem, remedy);
  }
}
