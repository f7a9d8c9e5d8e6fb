package dev.coord.evidence.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import dev.coord.evidence.InvalidReportException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads XML files as streams of elements, within limits that no file can move.
 *
 * <p>A DOCTYPE is skipped, never read: no entity is declared, nothing is fetched. Namespaces mean
 * nothing. Any well-formed text is read over, however long, and only asked-for beginnings are kept.
 * The parser is Woodstox, created directly, so that no other parser on the class path can take its
 * place.
 */
public final class XmlReader {

  /** How deep elements may be nested. */
  public static final int MAX_DEPTH = 64;

  /** How many attributes an element may have. */
  public static final int MAX_ATTRIBUTES = 64;

  /** The longest attribute value, in characters. */
  public static final int MAX_ATTRIBUTE = 1 << 20;

  /** The longest tag, comment, instruction or DOCTYPE, in bytes. */
  public static final int MAX_MARKUP = 4 << 20;

  /** How much of a comment is told, in characters. */
  public static final int MAX_COMMENT = 100;

  /** How many different names of elements and attributes a file may use. */
  public static final int MAX_NAMES = 1000;

  /** The longest name of an element or attribute, in characters. */
  public static final int MAX_NAME = 1000;

  private final WstxInputFactory factory = hardened();

  /** A reader for any number of files, one after the other or at the same time. */
  public XmlReader() {}

  private static WstxInputFactory hardened() {
    WstxInputFactory factory = new WstxInputFactory();
    XMLResolver refuse =
        (publicId, systemId, base, name) -> {
          throw new XMLStreamException("entities are not read");
        };
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLInputFactory.RESOLVER, refuse);
    factory.setProperty(WstxInputProperties.P_DTD_RESOLVER, refuse);
    factory.setProperty(WstxInputProperties.P_UNDECLARED_ENTITY_RESOLVER, null);
    // Without lazy parsing the parser would keep all of a CDATA section or comment, and the output
    // of tests is one CDATA section of any length. What a lazy parser throws is caught below.
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, true);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_ATTRIBUTE);
    factory.setProperty(WstxInputProperties.P_MAX_CHARACTERS, GuardedFile.MAX_FILE);
    return factory;
  }

  /**
   * Reads one file from its beginning to its end.
   *
   * @param file the file; a symbolic link is refused
   * @param name the file as messages name it
   * @param handler takes the elements
   * @throws InvalidReportException when the file cannot be read, is not well-formed XML or is
   *     beyond the limits, with its place; and whatever the handler throws
   */
  public void read(Path file, String name, ElementHandler handler) throws InvalidReportException {
    GuardedFile.read(file, name, bytes -> read(bytes, name, handler));
  }

  /**
   * The same with what was read already.
   *
   * @param bytes read to their end
   */
  public void read(InputStream bytes, String name, ElementHandler handler)
      throws InvalidReportException {
    GuardedInput input = new GuardedInput(bytes, GuardedFile.MAX_FILE, MAX_MARKUP);
    XmlCursor cursor = new XmlCursor(name, input);
    try {
      cursor.open((XMLStreamReader2) factory.createXMLStreamReader(input));
      cursor.run(handler);
    } catch (XMLStreamException e) {
      throw cursor.malformed(e);
    } catch (RuntimeException | StackOverflowError e) {
      throw cursor.unparsable(e);
    }
  }
}
