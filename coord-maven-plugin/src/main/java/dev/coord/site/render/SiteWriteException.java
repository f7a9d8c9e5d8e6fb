package dev.coord.site.render;

import java.io.IOException;

/** The site was not written; the message says why and what to do, for the user as it is. */
public final class SiteWriteException extends IOException {

  SiteWriteException(String message) {
    super(message);
  }

  SiteWriteException(String message, IOException cause) {
    super(message, cause);
  }
}
