package dev.coord.site.render;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Makes a team's colour readable: it is darkened in the light scheme, and lightened in the dark
 * one, by as little as is needed on each ground of the style that text stands on.
 */
final class Accent {

  /** WCAG 2.2, 1.4.3: text against its ground. */
  private static final double TEXT = 4.5;

  /** WCAG 2.2, 1.4.11: a bar against its track. */
  private static final double BAR = 3;

  private static final int STEPS = 100;
  private static final String DARK = "@media (prefers-color-scheme: dark)";
  private static final Pattern ROLE = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});");

  private final Map<String, Integer> light;
  private final Map<String, Integer> dark;

  /**
   * An accent on the grounds of a style.
   *
   * @param css the style, its roles in the light scheme first
   */
  Accent(String css) {
    int start = css.indexOf(DARK);
    this.light = roles(css.substring(0, start));
    this.dark = roles(css.substring(start, css.indexOf('}', start)));
  }

  /** The rules that let links and the edge of the page have a colour. */
  String rules(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return ":root { --link: "
        + hex(readable(rgb, 0x000000, light))
        + "; }\n"
        + DARK
        + " { :root { --link: "
        + hex(readable(rgb, 0xffffff, dark))
        + "; } }\n@media not print { header { border-top: 4px solid "
        + colour
        + "; } }\n";
  }

  private static int readable(int rgb, int towards, Map<String, Integer> roles) {
    return IntStream.rangeClosed(0, STEPS)
        .map(step -> mixed(rgb, towards, step))
        .filter(colour -> roles.entrySet().stream().allMatch(role -> isSeen(colour, role)))
        .findFirst()
        .orElse(towards);
  }

  private static boolean isSeen(int colour, Map.Entry<String, Integer> role) {
    String name = role.getKey();
    boolean ground = List.of("ground", "panel", "mark").contains(name) || name.endsWith("-tint");
    double needed = ground ? TEXT : name.equals("line") ? BAR : 0;
    return contrast(colour, role.getValue()) >= needed;
  }

  private static int mixed(int from, int to, int step) {
    int colour = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int a = from >> shift & 0xFF;
      int b = to >> shift & 0xFF;
      colour |= (a * (STEPS - step) + b * step) / STEPS << shift;
    }
    return colour;
  }

  /** How far two colours are apart, as WCAG reckons: 1 to 21. */
  static double contrast(int one, int other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(int colour) {
    return 0.2126 * channel(colour >> 16)
        + 0.7152 * channel(colour >> 8)
        + 0.0722 * channel(colour);
  }

  private static double channel(int value) {
    double c = (value & 0xFF) / 255.0;
    return c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4);
  }

  private static Map<String, Integer> roles(String css) {
    Map<String, Integer> roles = new HashMap<>();
    Matcher role = ROLE.matcher(css);
    while (role.find()) {
      roles.put(role.group(1), Integer.parseInt(role.group(2), 16));
    }
    return roles;
  }

  private static String hex(int colour) {
    return String.format(Locale.ROOT, "#%06x", colour);
  }
}
