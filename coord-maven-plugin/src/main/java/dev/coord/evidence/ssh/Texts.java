package dev.coord.evidence.ssh;

/** Words of strangers made fit for a message. */
final class Texts {

  private static final int LONGEST = 60;

  private Texts() {}

  /** At most 60 characters of ASCII. */
  static String printable(String text) {
    String plain = text.replaceAll("[^!-~]", "?");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "...";
  }
}
