package dev.coord.site;

import dev.coord.assess.OwnershipMap.PatternUse;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Block;
import dev.coord.site.model.Mark;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import dev.coord.site.model.Tree;
import dev.coord.site.model.Tree.Branch;
import dev.coord.site.model.Tree.Branch.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whose the directories are, as a tree of the patterns: what lies deep is folded, and of many the
 * ones with most files are drawn.
 */
final class OwnershipPicture {

  /** Branches that can be taken in. */
  private static final int MOST = 40;

  /** Deeper directories are one name: nobody draws them, and a plan could have thousands. */
  private static final int LEVELS = 16;

  private static final String OWNS = "owns";
  private static final String KEEPS_OFF = "keeps off";
  private static final String ROOT = "the root";
  private static final String ANYWHERE = "anywhere";

  /** What is no name of a directory stands before those that are. */
  private static final Comparator<String> ORDER =
      Comparator.comparing((String name) -> !name.equals(ROOT))
          .thenComparing(name -> !name.equals(ANYWHERE))
          .thenComparing(Comparator.naturalOrder());

  /** What the plan says of a path, with the tracked files that its pattern matches. */
  private record Use(String workstream, String role, Optional<Integer> files) {}

  /** A part of paths. */
  private static final class Folder {
    private final SortedMap<String, Folder> inside = new TreeMap<>(ORDER);
    private final List<Use> uses = new ArrayList<>();

    private Folder in(String name) {
      return inside.computeIfAbsent(name, any -> new Folder());
    }

    private long files() {
      long files = uses.stream().mapToInt(use -> use.files().orElse(0)).sum();
      return inside.values().stream().mapToLong(Folder::files).sum() + files;
    }
  }

  /** A folder that may be drawn, with all folders that it alone lies in. */
  private record Place(String name, Folder folder, long files, List<Place> inside) {

    static Place of(String given, Folder start) {
      String name = given;
      Folder folder = start;
      while (folder.uses.isEmpty() && folder.inside.size() == 1) {
        name += "/" + folder.inside.firstKey();
        folder = folder.inside.get(folder.inside.firstKey());
      }
      return new Place(name, folder, folder.files(), places(folder));
    }

    static List<Place> places(Folder folder) {
      List<Place> places = new ArrayList<>();
      folder.inside.forEach((name, one) -> places.add(of(name, one)));
      return places;
    }

    int all() {
      return 1 + inside.stream().mapToInt(Place::all).sum();
    }
  }

  private final Set<Place> drawn = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Branch> branches = new ArrayList<>();

  private OwnershipPicture() {}

  /**
   * The picture; empty where the plan says nothing of any path.
   *
   * @param files how many tracked files each pattern matches, where that is known
   * @param unowned files that are nobody's, by directory, {@code .} for the root
   * @param table where the same stands as a table
   */
  static Optional<Block> of(
      List<PatternUse> patterns,
      Map<String, Integer> files,
      SortedMap<String, Integer> unowned,
      Target table) {
    Folder root = new Folder();
    for (PatternUse use : patterns) {
      if (!use.role().equals(KEEPS_OFF)) {
        at(root, use.pattern())
            .uses
            .add(
                new Use(
                    use.workstream(), use.role(), Optional.ofNullable(files.get(use.pattern()))));
      }
    }
    if (root.inside.isEmpty()) {
      return Optional.empty();
    }
    unowned.forEach(
        (folder, number) ->
            root.in(folder.equals(".") ? ROOT : folder)
                .uses
                .add(new Use("", "nobody's", Optional.of(number))));
    return Optional.of(new OwnershipPicture().figure(Place.places(root), unowned, table));
  }

  /** The folder of a pattern; one without a slash but at its end is of any. */
  private static Folder at(Folder root, String pattern) {
    String path = pattern.replaceAll("(/\\*\\*)?/?$", "");
    Folder folder = path.indexOf('/') < 0 && !pattern.endsWith("**") ? root.in(ANYWHERE) : root;
    for (String name : path.split("/", LEVELS)) {
      folder = name.isEmpty() ? folder : folder.in(name);
    }
    return folder;
  }

  private Block figure(List<Place> roots, SortedMap<String, Integer> unowned, Target table) {
    choose(roots);
    roots.forEach(place -> add(place, 0));
    int nobodys = unowned.values().stream().mapToInt(Integer::intValue).sum();
    return new Block.Figure(
        "Whose the paths are",
        "Directories and patterns of the plan, each inside the one above it"
            + (nobodys == 0
                ? "."
                : "; "
                    + Words.count(nobodys, "tracked file")
                    + Words.either(nobodys, " is", " are")
                    + " nobody's."),
        new Tree(branches),
        roots.stream().mapToInt(Place::all).sum() - branches.size(),
        table);
  }

  /** From the top down, as long as there is room; where it ends, those with most files. */
  private void choose(List<Place> roots) {
    List<Place> level = roots;
    while (!level.isEmpty() && drawn.size() < MOST) {
      level.stream()
          .sorted(Comparator.comparingLong((Place place) -> -place.files()))
          .limit(MOST - drawn.size())
          .forEach(drawn::add);
      level = level.stream().filter(drawn::contains).flatMap(p -> p.inside().stream()).toList();
    }
  }

  private void add(Place place, int depth) {
    if (drawn.contains(place)) {
      branches.add(branch(place, depth));
      place.inside().forEach(inside -> add(inside, depth + 1));
    }
  }

  private Branch branch(Place place, int depth) {
    Map<String, String> words = new LinkedHashMap<>();
    for (Use use : place.folder().uses) {
      String who = use.role().equals(OWNS) ? use.workstream() : use.role();
      words.put(who, use.files().map(n -> ", " + Words.count(n, "file")).orElse(""));
    }
    List<String> owners =
        place.folder().uses.stream()
            .filter(use -> use.role().equals(OWNS))
            .map(Use::workstream)
            .distinct()
            .toList();
    int folded =
        place.inside().stream().filter(one -> !drawn.contains(one)).mapToInt(Place::all).sum();
    List<String> said = new ArrayList<>();
    words.forEach((who, files) -> said.add(who + files));
    String note =
        Words.commas(Words.list(said, 2), folded == 0 ? "" : folded + " inside, not drawn");
    Tone tone = owners.size() > 1 ? Tone.WARNING : owners.isEmpty() ? Tone.NEUTRAL : Tone.INFO;
    Kind kind = words.isEmpty() ? Kind.FOLDER : owners.isEmpty() ? Kind.OPEN : Kind.OWNED;
    Optional<Target> target =
        owners.size() == 1
            ? Optional.of(Target.page("workstreams/" + owners.get(0)))
            : Optional.empty();
    return new Branch(depth, new Mark(place.name(), tone, note, target), kind);
  }
}
