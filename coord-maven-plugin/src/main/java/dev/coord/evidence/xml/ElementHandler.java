package dev.coord.evidence.xml;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.InvalidReportException;

/** Takes the elements of one XML file, in the order in which they are written. */
public interface ElementHandler {

  /**
   * An element begins.
   *
   * @param element the element; valid only during this call
   * @throws InvalidReportException when the file cannot be used
   */
  void start(Element element) throws InvalidReportException;

  /**
   * An element ends.
   *
   * @param element the element, without its attributes; valid only during this call
   * @param text its text where {@link Element#captureText(int)} asked for it, else empty
   * @throws InvalidReportException when the file cannot be used
   */
  default void end(Element element, String text) throws InvalidReportException {}

  /**
   * A comment, in which some tools say what they have no element for.
   *
   * @param text the beginning of it, at most {@link XmlReader#MAX_COMMENT} characters
   * @param place where it begins
   */
  default void comment(String text, Location place) {}
}
