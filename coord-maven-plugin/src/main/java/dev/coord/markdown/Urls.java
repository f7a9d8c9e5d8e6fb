package dev.coord.markdown;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Web addresses as they are written into pages. */
public final class Urls {

  /** Reserved and unreserved characters of RFC 3986, and the percent sign. */
  private static final String SAFE = "-._~:/?#@!$&'*+,;=%()";

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Urls() {}

  /**
   * An address with every character that RFC 3986 does not allow percent-encoded as UTF-8; what is
   * encoded already stays.
   */
  public static String encode(String url) {
    if (isEncoded(url)) {
      return url;
    }
    StringBuilder encoded = new StringBuilder(url.length() + 16);
    for (byte b : url.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (isAllowed(c)) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HEX.toHexDigits(b));
      }
    }
    return encoded.toString();
  }

  private static boolean isEncoded(String url) {
    for (int i = 0; i < url.length(); i++) {
      if (!isAllowed(url.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAllowed(char c) {
    boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    return letter || SAFE.indexOf(c) >= 0;
  }
}
