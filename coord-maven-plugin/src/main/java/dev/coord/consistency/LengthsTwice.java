package dev.coord.consistency;

import dev.coord.plan.FileEntry;
import dev.coord.plan.Plan;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/** Files that are said to have two lengths. Both are held against the same commit. */
final class LengthsTwice {

  private record FileOf(String subject, FileEntry file) {}

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
            .flatMap(w -> w.files().stream().map(file -> new FileOf(w.id(), file))),
        plan.handbook().reports().stream()
            .flatMap(r -> r.files().stream().map(file -> new FileOf("report " + r.id(), file))));
  }

  private static Stream<Contradiction> differ(
      Plan plan, String unit, Function<FileEntry, OptionalInt> length) {
    return Twice.of(
            files(plan)
                .filter(one -> one.file().change() != FileEntry.Change.DELETED)
                .filter(one -> length.apply(one.file()).isPresent()),
            one -> Optional.of(one.file().path()))
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
