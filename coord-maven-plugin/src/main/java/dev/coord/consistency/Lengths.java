package dev.coord.consistency;

import dev.coord.plan.FileEntry;
import dev.coord.plan.Plan;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Lengths of a file that no file has together: each line has a character at least, each character a
 * byte.
 */
final class Lengths {

  private record FileOf(String subject, FileEntry file) {}

  private record Length(String unit, OptionalInt number) {}

  private Lengths() {}

  static Stream<Contradiction> of(Plan plan) {
    return Stream.concat(
            plan.workstreams().stream()
                .flatMap(w -> w.files().stream().map(file -> new FileOf(w.id(), file))),
            plan.handbook().reports().stream()
                .flatMap(r -> r.files().stream().map(file -> new FileOf("report " + r.id(), file))))
        .flatMap(one -> look(one).limit(1));
  }

  private static Stream<Contradiction> look(FileOf one) {
    Length lines = new Length("lines", one.file().lines());
    Length characters = new Length("characters", one.file().characters());
    Length bytes = new Length("bytes", one.file().bytes());
    return Stream.of(List.of(lines, characters), List.of(characters, bytes), List.of(lines, bytes))
        .filter(
            two -> two.get(0).number().orElse(0) > two.get(1).number().orElse(Integer.MAX_VALUE))
        .map(two -> contradiction(one, two.get(0), two.get(1)));
  }

  private static Contradiction contradiction(FileOf one, Length many, Length few) {
    return new Contradiction(
        one.subject(),
        one.file().path() + " has " + many.number().getAsInt() + " " + many.unit(),
        one.file().origin().of(many.unit()),
        "it is said to have no more than " + few.number().getAsInt() + " " + few.unit(),
        List.of(one.file().origin().of(few.unit())),
        "Look at the file, and correct one of the two.");
  }
}
