package dev.coord.plan;

/** How people are told of something that is called by a noun and an id. */
public final class Named {

  private Named() {}

  /**
   * The noun and the id, such as {@code wave 5}, or the id alone where that begins with the noun:
   * {@code wave wave-5} is {@code wave-5}.
   *
   * @param subject a noun and an id, or anything else, which stays as it is
   */
  public static String once(String subject) {
    int space = subject.indexOf(' ');
    if (space <= 0) {
      return subject;
    }
    String id = subject.substring(space + 1);
    boolean twice =
        id.regionMatches(true, 0, subject, 0, space)
            && (id.length() == space || !Character.isLetter(id.charAt(space)));
    return twice ? id : subject;
  }
}
