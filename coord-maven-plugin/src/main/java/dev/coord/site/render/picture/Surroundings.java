package dev.coord.site.render.picture;

import dev.coord.site.model.Target;
import java.util.Optional;

/** The file that a picture is drawn for. */
public interface Surroundings {

  /** A text that came from outside, made safe for one line of XML. */
  String text(String text);

  /** The address of a target as seen from the file, safe in an attribute; empty without one. */
  Optional<String> href(Target target);
}
