package dev.coord.maven;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * Lets a goal that is bound to a phase work once in a build, after all modules.
 *
 * <p>Maven calls it in each module that has the binding, the root first. The call after which
 * nothing is left to build does the work, under {@code -T} too: so it comes before what that module
 * does later, such as {@code deploy}. Where no call is the last, because a module does not inherit
 * the binding or fails before its call, the work is done when the session ends.
 *
 * <p>What is known lives in the build's request: nothing outlives it. It is kept in classes of the
 * JDK, because the plugin's own may be loaded twice in a build.
 */
final class LastOfSession {

  private static final String ONE_AFTER_THE_OTHER = "singlethreaded";

  private final MavenSession session;
  private final MojoExecution execution;

  LastOfSession(MavenSession session, MojoExecution execution) {
    this.session = session;
    this.execution = execution;
  }

  /** Whether this is the first call in this build that is to do its work. */
  boolean isFirst() {
    return isFirst("called");
  }

  /**
   * Takes in a call that has nothing to do.
   *
   * @return whether it is the first such call in this build
   */
  boolean skip() {
    Set<String> arrived = arrived();
    synchronized (arrived) {
      arrived.add(here());
    }
    return isFirst("skipped");
  }

  private boolean isFirst(String name) {
    return !data(name, AtomicBoolean::new).getAndSet(true);
  }

  /**
   * Takes in a call: does the work if nothing is left to build, else leaves it to a later call or
   * to the end of the session.
   *
   * @param work what this call would do; that of the last call is done
   * @throws Exception what the work throws
   */
  void arrive(Callable<Void> work) throws Exception {
    AtomicReference<Callable<Void>> waiting = data("work", AtomicReference::new);
    waiting.set(work);
    if (isEverythingBuilt()) {
      done(waiting);
    } else {
      SessionEnd.of(session).then(key("end"), execution, () -> done(waiting));
    }
  }

  private static Void done(AtomicReference<Callable<Void>> waiting) throws Exception {
    Callable<Void> work = waiting.getAndSet(null);
    return work == null ? null : work.call();
  }

  /** Whether each module has come as far as here, or fails to because it never will. */
  private boolean isEverythingBuilt() {
    List<MavenProject> projects = session.getProjects();
    Set<String> arrived = arrived();
    synchronized (arrived) {
      arrived.add(here());
      boolean all = projects.stream().map(LastOfSession::id).allMatch(arrived::contains);
      boolean last =
          ONE_AFTER_THE_OTHER.equals(session.getRequest().getBuilderId())
              && here().equals(id(projects.get(projects.size() - 1)));
      if (all || last) {
        // The build may come here again: mvn verify install.
        arrived.clear();
      }
      return all || last;
    }
  }

  private String here() {
    return id(session.getCurrentProject());
  }

  private static String id(MavenProject project) {
    return project.getId();
  }

  /** The modules that called since the work was last done; a lock of its own. */
  private Set<String> arrived() {
    return data("arrived", HashSet::new);
  }

  @SuppressWarnings("unchecked")
  private <T> T data(String name, Supplier<T> initial) {
    Map<String, Object> data = session.getRequest().getData();
    synchronized (data) {
      return (T) data.computeIfAbsent(key(name), k -> initial.get());
    }
  }

  private String key(String name) {
    return String.join(
        ":", LastOfSession.class.getName(), execution.getGoal(), execution.getExecutionId(), name);
  }
}
