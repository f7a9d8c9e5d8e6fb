package dev.coord.engine;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.xml.Element;
import dev.coord.evidence.xml.ElementHandler;
import dev.coord.evidence.xml.XmlReader;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses drawings that could run or load something when they are opened by themselves: inside of a
 * page an image can do neither, but whoever opens its address has a document before them.
 */
final class SvgCheck implements ElementHandler {

  private static final String SVG = "http://www.w3.org/2000/svg";

  private static final Set<String> ELEMENTS =
      Set.of(
          ("svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath"
                  + " title desc metadata style linearGradient radialGradient stop pattern clipPath"
                  + " mask marker filter feBlend feColorMatrix feComponentTransfer feComposite"
                  + " feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge"
                  + " feMergeNode feMorphology feOffset")
              .split(" "));

  /** What drawing programs note for themselves. */
  private static final Set<String> NOTES =
      Set.of(
          SVG,
          "http://www.w3.org/1999/xlink",
          "http://www.inkscape.org/namespaces/inkscape",
          "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
          "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
          "http://creativecommons.org/ns#",
          "http://web.resource.org/cc/",
          "http://purl.org/dc/elements/1.1/",
          "http://www.bohemiancoding.com/sketch/ns",
          "http://www.serif.com/");

  private static final Pattern DECLARATION =
      Pattern.compile(
          "^<\\?xml version=[\"']1\\.0[\"'](?: encoding=[\"'](?i:utf-8)[\"'])?(?: standalone=[\"'](?:yes|no)[\"'])?\\s*\\?>");

  /** CSS that leads out of the drawing, or that hides what it says. */
  private static final Pattern FOREIGN =
      Pattern.compile("(?i)url\\(\\s*[\"']?\\s*[^#\"'\\s]|@import|@font-face|image-set|\\\\");

  private static final Pattern SIZE = Pattern.compile("([0-9]{1,5})(?:\\.[0-9]+)?(?:px)?");

  private static final Pattern BOX =
      Pattern.compile(
          "\\s*-?[0-9.]+[\\s,]+-?[0-9.]+[\\s,]+([0-9]{1,5})(?:\\.[0-9]+)?[\\s,]+([0-9]{1,5})(?:\\.[0-9]+)?\\s*");

  private int width;
  private int height;

  private SvgCheck() {}

  /**
   * What a drawing measures.
   *
   * @param name the file as messages name it
   * @return width and height, each at least 1
   * @throws InvalidReportException when it is no drawing, or no harmless one, with the place
   */
  static int[] size(byte[] content, String text, String name) throws InvalidReportException {
    String body = DECLARATION.matcher(text).replaceFirst("");
    if (body.contains("<?") || body.contains("<!DOCTYPE") || body.contains("<!ENTITY")) {
      throw new InvalidReportException(
          Location.ofFile(name),
          "it has a document type, an instruction or an encoding that is not UTF-8",
          "Save it as plain SVG.");
    }
    SvgCheck check = new SvgCheck();
    new XmlReader().read(new ByteArrayInputStream(content), name, check);
    return new int[] {check.width, check.height};
  }

  @Override
  public void start(Element element) throws InvalidReportException {
    String name = element.name();
    if (element.depth() == 1) {
      root(element);
    }
    if (name.indexOf(':') < 0 && !ELEMENTS.contains(name)) {
      throw refused(element, "it has an element <" + name + ">");
    }
    for (String attribute : element.attributeNames()) {
      attribute(element, attribute, element.text(attribute));
    }
    if (name.equals("style")) {
      element.captureText(SiteLogo.MAX_BYTES);
    }
  }

  @Override
  public void end(Element element, String text) throws InvalidReportException {
    if (FOREIGN.matcher(text).find()) {
      throw refused(element, "its style leads out of it");
    }
  }

  private void root(Element element) throws InvalidReportException {
    if (!element.name().equals("svg") || !element.text("xmlns").equals(SVG)) {
      throw refused(element, "it does not begin with <svg xmlns=\"" + SVG + "\">");
    }
    Matcher box = BOX.matcher(element.text("viewBox"));
    Matcher wide = SIZE.matcher(element.text("width"));
    Matcher high = SIZE.matcher(element.text("height"));
    if (box.matches()) {
      measure(box.group(1), box.group(2));
    } else if (wide.matches() && high.matches()) {
      measure(wide.group(1), high.group(1));
    }
    if (width < 1 || height < 1) {
      throw refused(element, "it has no size: neither viewBox nor width and height");
    }
  }

  private void measure(String wide, String high) {
    width = Integer.parseInt(wide);
    height = Integer.parseInt(high);
  }

  private static void attribute(Element element, String name, String value)
      throws InvalidReportException {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean namespace = lower.equals("xmlns") || lower.startsWith("xmlns:");
    boolean reference = lower.equals("href") || lower.endsWith(":href");
    Optional<String> problem = Optional.empty();
    if (namespace && !(lower.equals("xmlns") ? value.equals(SVG) : NOTES.contains(value))) {
      problem = Optional.of("it has elements of another language, " + name + "=\"" + value + "\"");
    } else if (lower.startsWith("on")) {
      problem = Optional.of("it has a script, " + name);
    } else if (reference && !value.startsWith("#")) {
      problem = Optional.of("its " + name + " leads out of it");
    } else if (!namespace && FOREIGN.matcher(value).find()) {
      problem = Optional.of("its attribute " + name + " leads out of it");
    }
    if (problem.isPresent()) {
      throw refused(element, problem.get());
    }
  }

  private static InvalidReportException refused(Element element, String problem) {
    return element.invalid(problem, "Save it as plain SVG of shapes, without scripts and links.");
  }
}
