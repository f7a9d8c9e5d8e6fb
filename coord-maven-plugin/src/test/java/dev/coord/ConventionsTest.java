package dev.coord;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameContaining;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static dev.coord.ShippedClasses.ROOT;
import static dev.coord.ShippedClasses.SHIPPED;
import static dev.coord.ShippedClasses.breaks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLConnection;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What no class of coord does, whatever its package. */
class ConventionsTest {

  @TestFactory
  Stream<DynamicTest> what_judges_does_no_input_or_output() {
    return Stream.of("plan", "schedule", "rule")
        .map(name -> dynamicTest(name, () -> doesNoIo(ROOT + "." + name).check(SHIPPED)));
  }

  @Test
  void input_and_output_are_found() {
    assertThat(breaks(Writes.class, doesNoIo(ROOT))).isTrue();
    assertThat(breaks(KeepsAClock.class, doesNoIo(ROOT))).isTrue();
  }

  @Test
  void the_wall_clock_is_read_by_the_engine_alone() {
    assertThat(breaks(CallsTheClock.class, readsNoClock())).isTrue();
    assertThat(breaks(RefersToTheClock.class, readsNoClock())).isTrue();

    readsNoClock().check(SHIPPED);
  }

  @Test
  void no_static_field_is_mutable() {
    assertThat(breaks(Counts.class, holdsNoState())).isTrue();
    assertThat(breaks(Collects.class, holdsNoState())).isTrue();
    assertThat(breaks(Caches.class, holdsNoState())).isTrue();

    holdsNoState().check(SHIPPED);
  }

  @Test
  void the_console_is_not_written_to_directly() {
    assertThat(breaks(Prints.class, usesTheSink())).isTrue();
    assertThat(breaks(PrintsATrace.class, usesTheSink())).isTrue();

    usesTheSink().check(SHIPPED);
  }

  @Test
  void no_writer_swallows_a_full_disk() {
    assertThat(breaks(Writes.class, reportsAFullDisk())).isTrue();

    reportsAFullDisk().check(SHIPPED);
  }

  @Test
  void one_package_alone_starts_processes() {
    assertThat(breaks(Executes.class, startsNothing())).isTrue();
    assertThat(breaks(Starts.class, startsNothing())).isTrue();

    startsNothing().check(SHIPPED);
  }

  @Test
  void no_network_is_used() {
    assertThat(breaks(Downloads.class, staysAtHome())).isTrue();
    assertThat(breaks(Listens.class, staysAtHome())).isTrue();

    staysAtHome().check(SHIPPED);
  }

  private static ArchRule doesNoIo(String packageName) {
    return noClasses()
        .that()
        .resideInAPackage(packageName)
        .should(
            depend(
                "do I/O or see a clock",
                resideInAnyPackage("java.io..", "java.nio.file..").or(equivalentTo(Clock.class))))
        .because("the same plan and the same facts give the same verdict at any time")
        .allowEmptyShould(true);
  }

  private static ArchRule readsNoClock() {
    Set<String> names = Set.of("now", "system", "systemUTC", "systemDefaultZone", "systemDefault");
    ArchCondition<JavaClass> readTheClock =
        access(
            "read the clock or the time zone of the machine",
            access ->
                names.contains(access.getName())
                        && access.getTargetOwner().getPackageName().startsWith("java.time")
                    || access.getName().equals("currentTimeMillis")
                        && access.getTargetOwner().isEquivalentTo(System.class));
    return noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".engine")
        .should(readTheClock)
        .because("the two times are decided once, at the start, and handed on");
  }

  private static ArchRule usesTheSink() {
    ArchCondition<JavaClass> print =
        access(
            "print to the standard streams",
            access ->
                Set.of("out", "err").contains(access.getName())
                        && access.getTargetOwner().isEquivalentTo(System.class)
                    || access.getName().equals("printStackTrace")
                        && access.getTargetOwner().isAssignableTo(Throwable.class));
    return noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + ".maven.StandardOutput")
        .should(print)
        .because("untrusted text reaches the console through one safe sink");
  }

  private static ArchRule reportsAFullDisk() {
    return noClasses()
        .should(
            depend(
                "keep quiet", equivalentTo(PrintWriter.class).or(equivalentTo(PrintStream.class))))
        .because("both keep quiet about errors, and a full disk would leave half a page");
  }

  private static ArchRule startsNothing() {
    ArchCondition<JavaClass> execute =
        access(
            "execute a command",
            access ->
                access.getName().equals("exec")
                    && access.getTargetOwner().isEquivalentTo(Runtime.class));
    ArchCondition<JavaClass> build = depend("build processes", assignableTo(ProcessBuilder.class));
    return noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".evidence.commands")
        .should(either(execute, build))
        .because("nothing runs but the commands of gates, which the user allows");
  }

  private static ArchRule staysAtHome() {
    ArchCondition<JavaClass> open =
        access(
            "open a connection",
            access ->
                access.getName().startsWith("open")
                    && access.getTargetOwner().isEquivalentTo(URL.class));
    ArchCondition<JavaClass> connect =
        depend(
            "know connections",
            resideInAnyPackage("java.net.http..", "java.rmi..")
                .or(assignableTo(URLConnection.class))
                .or(simpleNameContaining("Socket")));
    return noClasses()
        .should(either(open, connect))
        .because("a plan or a report that a stranger wrote must reach nothing else");
  }

  private static ArchRule holdsNoState() {
    return noFields()
        .that()
        .areStatic()
        .should(ArchCondition.from(describe("be mutable", ConventionsTest::isMutable)))
        .because("one class loader serves all modules of a build, with -T at the same time");
  }

  private static boolean isMutable(JavaField field) {
    if (field.getModifiers().contains(JavaModifier.SYNTHETIC)) {
      return false;
    }
    JavaClass type = field.getRawType();
    boolean collection = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
    return !field.getModifiers().contains(JavaModifier.FINAL)
        || collection && (!type.isInterface() || isFilledLater(field.getOwner()))
        || type.isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE)
        || type.getPackageName().startsWith("java.util.concurrent")
        || type.isAssignableTo(ThreadLocal.class);
  }

  /** A concurrent collection is no constant, whatever interface its field shows. */
  private static boolean isFilledLater(JavaClass owner) {
    return owner.getStaticInitializer().stream()
        .flatMap(initializer -> initializer.getConstructorCallsFromSelf().stream())
        .anyMatch(call -> call.getTargetOwner().getPackageName().equals("java.util.concurrent"));
  }

  private static ArchCondition<JavaClass> access(String does, Predicate<JavaAccess<?>> wanted) {
    return telling(
        does,
        type -> type.getAccessesFromSelf().stream().filter(wanted).map(a -> a.getDescription()));
  }

  private static ArchCondition<JavaClass> depend(String does, Predicate<JavaClass> wanted) {
    return telling(
        does,
        type ->
            type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> wanted.test(dependency.getTargetClass()))
                .map(Dependency::getDescription));
  }

  /**
   * Tells of what is found alone: ArchUnit's own conditions describe each of the many thousand
   * accesses that are none as well, which takes most of the time.
   */
  private static ArchCondition<JavaClass> telling(
      String does, Function<JavaClass, Stream<String>> found) {
    return new ArchCondition<>(does) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        found.apply(type).forEach(one -> events.add(SimpleConditionEvent.satisfied(type, one)));
      }
    };
  }

  private static ArchCondition<JavaClass> either(
      ArchCondition<JavaClass> first, ArchCondition<JavaClass> second) {
    return new ArchCondition<>(first.getDescription() + " or " + second.getDescription()) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        first.check(type, events);
        second.check(type, events);
      }
    };
  }

  private static class Writes {
    PrintWriter writer;
  }

  private static class KeepsAClock {
    Clock clock;
  }

  private static class Prints {
    void print() {
      System.err.println();
    }
  }

  private static class PrintsATrace {
    void print(IllegalStateException e) {
      e.printStackTrace();
    }
  }

  private static class CallsTheClock {
    Instant read() {
      return Instant.now();
    }
  }

  private static class RefersToTheClock {
    Supplier<Instant> read = Instant::now;
  }

  private static class Counts {
    static int count;
  }

  private static class Collects {
    static final HashMap<String, String> SEEN = new HashMap<>();
  }

  private static class Caches {
    static final Map<String, String> CACHE = new ConcurrentHashMap<>();
  }

  private static class Executes {
    void run() throws Exception {
      Runtime.getRuntime().exec(new String[] {"true"});
    }
  }

  private static class Starts {
    ProcessBuilder builder;
  }

  private static class Downloads {
    Object read(URL url) throws Exception {
      return url.openStream();
    }
  }

  private static class Listens {
    ServerSocket socket;
  }
}
