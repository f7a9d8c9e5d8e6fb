package dev.coord.consistency;

import dev.coord.plan.FileEntry;
import dev.coord.plan.Plan;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/** Files that are said to have two lengths at one time. */
final class LengthsTwice {

  /**
   * A file and who tells of it.
   *
   * @param day when it was that long; empty means today
   */
  private record FileOf(String subject, FileEntry file, Optional<LocalDate> day) {
    List<Object> thing() {
      return List.of(file.path(), day);
    }
  }

  private LengthsTwice() {}

  static Stream<Contradiction> of(Plan plan) {
    return Stream.of(
            differ(plan, "lines", FileEntry::lines),
            differ(plan, "bytes", FileEntry::bytes),
            differ(plan, "characters", FileEntry::characters))
        .flatMap(found -> found);
  }

  private static Stream<FileOf> files(Plan plan) {
    return Stream.concat(
        plan.workstreams().stream()
            .flatMap(
                w -> w.files().stream().map(file -> new FileOf(w.id(), file, Optional.empty()))),
        plan.handbook().reports().stream()
            .flatMap(
                r ->
                    r.files().stream().map(file -> new FileOf("report " + r.id(), file, r.day()))));
  }

  private static Stream<Contradiction> differ(
      Plan plan, String unit, Function<FileEntry, OptionalInt> length) {
    return Twice.of(
            files(plan)
                .filter(one -> !one.file().isDeleted())
                .filter(one -> length.apply(one.file()).isPresent()),
            one -> Optional.of(one.thing()))
        .filter(two -> !length.apply(two.first().file()).equals(length.apply(two.again().file())))
        .map(
            two ->
                Twice.told(
                    two.first().subject(),
                    two.first().file().path() + " has " + said(two.first(), unit, length),
                    two.first().file().origin().of(unit),
                    two.again().subject() + " says that it has " + said(two.again(), unit, length),
                    two.again().file().origin().of(unit),
                    "Look at the file, and write the same length in both."));
  }

  private static String said(FileOf one, String unit, Function<FileEntry, OptionalInt> length) {
    int number = length.apply(one.file()).getAsInt();
    return number + " " + (number == 1 ? unit.substring(0, unit.length() - 1) : unit);
  }
}
