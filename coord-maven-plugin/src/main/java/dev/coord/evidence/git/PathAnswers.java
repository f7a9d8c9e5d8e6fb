package dev.coord.evidence.git;

import dev.coord.evidence.GitQuestions.PathAnswer;
import dev.coord.evidence.GitQuestions.PathQuestion;
import dev.coord.evidence.GitQuestions.PathQuestion.Sought;
import dev.coord.evidence.Observation;
import dev.coord.path.PathPattern;
import dev.coord.path.PatternIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.ObjectId;

/** Answers which tracked files there are, and which of them contain texts. */
final class PathAnswers {

  /** Larger files are not searched, in bytes. */
  private static final int FILE_LIMIT = 1 << 20;

  private static final long ALL_FILES_LIMIT = 256L << 20;
  private static final String WILDCARDS = "*?[";

  private final Internals git;

  PathAnswers(Internals git) {
    this.git = git;
  }

  Observation<PathAnswer> answer(PathQuestion question) {
    return git.tip(question.branch())
        .then(commit -> git.reading(() -> Observation.known(answer(question, commit))));
  }

  private PathAnswer answer(PathQuestion question, ObjectId commit) throws IOException {
    ObjectId tree = git.commits().raw(commit).tree();
    boolean pattern = question.file().chars().anyMatch(c -> WILDCARDS.indexOf(c) >= 0);
    Map<String, TreeEntry> found =
        pattern ? matching(tree, question.file()) : exact(tree, question.file());
    Map<String, List<String>> lacking = new TreeMap<>();
    Map<String, SortedSet<String>> versions = new TreeMap<>();
    SortedSet<String> containing = containing(found, question, lacking, versions);
    return new PathAnswer(
        new TreeSet<>(found.keySet()), containing, lacking, versions, commit.name());
  }

  private Map<String, TreeEntry> matching(ObjectId tree, String text) throws IOException {
    PathPattern pattern = pattern(text);
    PatternIndex directories = new PatternIndex(List.of(pattern));
    Map<String, TreeEntry> found = new TreeMap<>();
    Trees.Visitor visitor =
        new Trees.Visitor() {
          @Override
          public boolean enters(String directory) {
            return directories.mayMatchBelow(directory);
          }

          @Override
          public void file(String path, TreeEntry entry) {
            if (pattern.matches(path)) {
              found.put(path, entry);
            }
          }
        };
    git.trees().files(tree, "", new Budget(Budget.FILES), visitor);
    return found;
  }

  private static PathPattern pattern(String text) throws UnreadableException {
    try {
      return PathPattern.of(text);
    } catch (IllegalArgumentException e) {
      throw new UnreadableException("'" + text + "' is no path pattern", e.getMessage());
    }
  }

  /** A file, or all files below a directory. */
  private Map<String, TreeEntry> exact(ObjectId tree, String path) throws IOException {
    String plain = path.replaceAll("^/|/$", "");
    Map<String, TreeEntry> found = new TreeMap<>();
    Optional<TreeEntry> entry = git.trees().entry(tree, plain);
    if (entry.isPresent() && entry.get().isTree()) {
      git.trees().files(entry.get().id(), plain, new Budget(Budget.FILES), found::put);
    } else if (entry.isPresent() && !path.endsWith("/")) {
      found.put(plain, entry.get());
    }
    return found;
  }

  private SortedSet<String> containing(
      Map<String, TreeEntry> files,
      PathQuestion question,
      Map<String, List<String>> lacking,
      Map<String, SortedSet<String>> versions)
      throws IOException {
    if (question.texts().isEmpty()) {
      return new TreeSet<>(files.keySet());
    }
    Map<String, Predicate<byte[]>> sought = new LinkedHashMap<>();
    for (String text : question.texts()) {
      sought.put(text, predicate(question.sought(), text));
    }
    BiFunction<String, byte[], SortedSet<String>> version =
        question.sought() == Sought.LIBRARY
            ? LibraryVersion.of(question.texts().get(0))
            : (path, content) -> Collections.emptySortedSet();
    SortedSet<String> containing = new TreeSet<>();
    long left = ALL_FILES_LIMIT;
    Optional<String> unread = Optional.empty();
    for (Map.Entry<String, TreeEntry> file : files.entrySet()) {
      if (!file.getValue().isRegular()) {
        unread = unread.or(() -> Optional.of("'" + file.getKey() + "' is a link or a submodule"));
        continue;
      }
      byte[] content = text(content(file.getKey(), file.getValue()));
      left -= content.length;
      if (left < 0) {
        throw new UnreadableException(
            "the files to search have more than 256 MiB", "Name fewer of them.");
      }
      if (Contents.isBinary(content)) {
        unread = unread.or(() -> Optional.of("'" + file.getKey() + "' is binary"));
        continue;
      }
      if (LargeFilePointer.is(content)) {
        unread = unread.or(() -> Optional.of("'" + file.getKey() + "' is a pointer of Git LFS"));
        continue;
      }
      byte[] said = said(question, file.getKey(), content);
      List<String> missing =
          sought.entrySet().stream()
              .filter(text -> !text.getValue().test(said))
              .map(Map.Entry::getKey)
              .toList();
      if (!missing.isEmpty()) {
        lacking.put(file.getKey(), missing);
      } else {
        containing.add(file.getKey());
        SortedSet<String> behind = version.apply(file.getKey(), said);
        if (!behind.isEmpty()) {
          versions.put(file.getKey(), behind);
        }
      }
    }
    // One text file that lacks it decides; else one that cannot be read may lack it or hold it.
    if (unread.isPresent() && lacking.isEmpty()) {
      throw new UnreadableException(
          unread.get() + ", so what it contains cannot be told", "Name text files alone.");
    }
    return containing;
  }

  /** What of a file counts for a question. */
  private static byte[] said(PathQuestion question, String path, byte[] content) {
    return switch (question.sought()) {
      case LIBRARY -> BuildFileDependencies.in(path, content);
      case SIGNATURE ->
          question.texts().stream().anyMatch(SignatureText::hasComments)
              ? content
              : BuildFileComments.ofCode(path, content);
      case TEXT, EVENTS -> content;
    };
  }

  private byte[] content(String path, TreeEntry file) throws IOException {
    return git.contents()
        .bytes(file, FILE_LIMIT)
        .orElseThrow(
            () ->
                new UnreadableException(
                    "'" + path + "' has more than 1 MiB, and coord does not search it",
                    "Name a smaller file."));
  }

  /** As UTF-8, what begins with a byte order mark of UTF-16. */
  private static byte[] text(byte[] content) {
    int mark = content.length < 2 ? 0 : (content[0] & 0xFF) << Byte.SIZE | content[1] & 0xFF;
    return mark == 0xFFFE || mark == 0xFEFF
        ? new String(content, StandardCharsets.UTF_16).getBytes(StandardCharsets.UTF_8)
        : content;
  }

  private static Predicate<byte[]> predicate(Sought sought, String text) {
    return switch (sought) {
      case TEXT -> textIn(text);
      case LIBRARY -> LibraryName.in(text);
      case SIGNATURE -> SignatureText.in(text);
      case EVENTS -> WorkflowEvents.in(text);
    };
  }

  private static Predicate<byte[]> textIn(String text) {
    byte[] sought = text.getBytes(StandardCharsets.UTF_8);
    return content -> contains(content, sought);
  }

  private static boolean contains(byte[] content, byte[] sought) {
    for (int at = 0; at + sought.length <= content.length; at++) {
      if (Arrays.equals(content, at, at + sought.length, sought, 0, sought.length)) {
        return true;
      }
    }
    return false;
  }
}
