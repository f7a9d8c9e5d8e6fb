package dev.coord.evidence.xml;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.InvalidReportException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.typed.TypedValueDecoder;

/** Walks through one file and is the element that its handler sees. */
final class XmlCursor implements Element {

  private static final int MAX_MESSAGE = 200;
  private static final String AGAIN = "Run the tool that writes it again.";

  private final String file;
  private final GuardedInput input;
  private final Set<String> names = new HashSet<>();
  private final String[] seen = new String[256];
  private final String[] path = new String[XmlReader.MAX_DEPTH];
  private final CutText text = new CutText();
  private final CutText comment = new CutText();
  private final LikelyText likelyText = new LikelyText();
  private final SameText sameText = new SameText();
  private final Digits digits = new Digits();
  private final Writer nowhere = Writer.nullWriter();
  private XMLStreamReader2 reader;
  private int depth;
  private int capturedDepth;
  private final String[] attributeNames = new String[XmlReader.MAX_ATTRIBUTES];
  private int attributes;
  private int likelyNext;

  XmlCursor(String file, GuardedInput input) {
    this.file = file;
    this.input = input;
  }

  void open(XMLStreamReader2 opened) {
    reader = opened;
  }

  void run(ElementHandler handler) throws XMLStreamException, InvalidReportException {
    while (reader.hasNext()) {
      input.markup();
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> start(handler);
        case XMLStreamConstants.END_ELEMENT -> end(handler);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> drain();
        case XMLStreamConstants.COMMENT -> comment(handler);
        default -> {}
      }
    }
    reader.close();
  }

  private void start(ElementHandler handler) throws InvalidReportException {
    String name = reader.getLocalName();
    check(name);
    attributes = reader.getAttributeCount();
    for (int i = 0; i < attributes; i++) {
      attributeNames[i] = reader.getAttributeLocalName(i);
      check(attributeNames[i]);
    }
    path[depth++] = name;
    handler.start(this);
    attributes = 0;
    likelyNext = 0;
  }

  /** Names stay in the parser's table until the end, so that there must not be too many. */
  private void check(String name) throws InvalidReportException {
    // The parser gives one object for one name: nearly always this one was seen before.
    int slot = name.hashCode() & (seen.length - 1);
    if (seen[slot] != name) {
      seen[slot] = name;
      checkNew(name);
    }
  }

  private void checkNew(String name) throws InvalidReportException {
    if (names.add(name)) {
      if (names.size() > XmlReader.MAX_NAMES) {
        throw invalid("more than " + XmlReader.MAX_NAMES + " different names are no report");
      }
      if (name.length() > XmlReader.MAX_NAME) {
        throw invalid("a name is longer than " + XmlReader.MAX_NAME + " characters");
      }
    }
  }

  private void end(ElementHandler handler) throws InvalidReportException {
    String captured = "";
    if (capturedDepth == depth) {
      captured = text.finish();
      capturedDepth = 0;
    }
    handler.end(this, captured);
    depth--;
  }

  /** Reads a text to its end in pieces, so that the next step meets a tag and its limit. */
  private void drain() throws XMLStreamException {
    input.text();
    try {
      reader.getText(capturedDepth == depth ? text : nowhere, false);
    } catch (IOException e) {
      throw new XMLStreamException(e);
    }
  }

  private void comment(ElementHandler handler) throws XMLStreamException {
    comment.begin(XmlReader.MAX_COMMENT);
    try {
      reader.getText(comment, false);
    } catch (IOException e) {
      throw new XMLStreamException(e);
    }
    handler.comment(comment.finish(), place());
  }

  @Override
  public String name() {
    return path[depth - 1];
  }

  @Override
  public int depth() {
    return depth;
  }

  @Override
  public String ancestor(int levels) {
    return depth - 1 - levels < 0 ? "" : path[depth - 1 - levels];
  }

  @Override
  public List<String> attributeNames() {
    return List.copyOf(Arrays.asList(attributeNames).subList(0, attributes));
  }

  @Override
  public Optional<String> attribute(String name) {
    int index = indexOf(name);
    return index < 0 ? Optional.empty() : Optional.of(reader.getAttributeValue(index));
  }

  @Override
  public String text(String attribute) {
    int index = indexOf(attribute);
    return index < 0 ? "" : reader.getAttributeValue(index);
  }

  @Override
  public Optional<String> attribute(String name, String likely) throws InvalidReportException {
    int index = indexOf(name);
    if (index < 0) {
      return Optional.empty();
    }
    likelyText.expect(likely);
    decode(index, likelyText);
    return Optional.of(likelyText.text());
  }

  @Override
  public boolean is(String attribute, String value) throws InvalidReportException {
    int index = indexOf(attribute);
    if (index < 0) {
      return false;
    }
    sameText.expect(value);
    decode(index, sameText);
    return sameText.isSame();
  }

  private void decode(int index, TypedValueDecoder decoder) throws InvalidReportException {
    try {
      reader.getAttributeAs(index, decoder);
    } catch (XMLStreamException e) {
      throw malformed(e);
    }
  }

  @Override
  public long number(String attribute, long min, long max) throws InvalidReportException {
    int index = indexOf(attribute);
    if (index < 0) {
      throw invalid("<" + name() + "> has no attribute " + attribute);
    }
    return number(index, min, max);
  }

  @Override
  public long numberOr(String attribute, long max, long fallback) throws InvalidReportException {
    int index = indexOf(attribute);
    return index < 0 ? fallback : number(index, 0, max);
  }

  private long number(int index, long min, long max) throws InvalidReportException {
    decode(index, digits);
    long value = digits.value();
    if (value == Digits.NONE || value < min || value > max) {
      throw invalid(
          "%s=\"%s\" is not a whole number from %d to %d"
              .formatted(
                  attributeNames[index],
                  Texts.shortened(reader.getAttributeValue(index)),
                  min,
                  max));
    }
    return value;
  }

  /** Handlers mostly ask in the order of the file: the search goes on where the last one ended. */
  private int indexOf(String attribute) {
    for (int i = likelyNext; i < attributes; i++) {
      if (attributeNames[i].equals(attribute)) {
        likelyNext = i + 1;
        return i;
      }
    }
    for (int i = 0; i < likelyNext; i++) {
      if (attributeNames[i].equals(attribute)) {
        likelyNext = i + 1;
        return i;
      }
    }
    return -1;
  }

  @Override
  public void captureText(int max) {
    capturedDepth = depth;
    text.begin(max);
  }

  @Override
  public Location place() {
    return place(reader.getLocation());
  }

  InvalidReportException malformed(XMLStreamException e) {
    if (e.getCause() instanceof GuardedInput.LimitException limit) {
      return new InvalidReportException(place(e), limit.getMessage(), AGAIN);
    }
    if (e.getCause() instanceof IOException && !(e.getCause() instanceof CharConversionException)) {
      return new InvalidReportException(
          Location.ofFile(file), "the file cannot be read", GuardedFile.READABLE);
    }
    if (input.isEmpty()) {
      return new InvalidReportException(Location.ofFile(file), "the file is empty", AGAIN);
    }
    // The parser repeats the place in its second line.
    String message = e.getMessage() == null ? "" : Texts.firstLine(e.getMessage());
    return new InvalidReportException(
        place(e),
        "the file is not well-formed XML (" + Texts.cut(message, MAX_MESSAGE) + ")",
        AGAIN);
  }

  InvalidReportException unparsable(Throwable e) {
    if (e.getCause() instanceof XMLStreamException cause) {
      return malformed(cause);
    }
    return new InvalidReportException(
        place(reader == null ? null : reader.getLocation()),
        "the XML cannot be understood (" + e.getClass().getSimpleName() + ")",
        AGAIN);
  }

  private Location place(XMLStreamException e) {
    return place(
        e.getLocation() == null && reader != null ? reader.getLocation() : e.getLocation());
  }

  private Location place(javax.xml.stream.Location place) {
    if (place == null || place.getLineNumber() < 1) {
      return Location.ofFile(file);
    }
    return Location.of(file, place.getLineNumber(), Math.max(place.getColumnNumber(), 0));
  }
}
