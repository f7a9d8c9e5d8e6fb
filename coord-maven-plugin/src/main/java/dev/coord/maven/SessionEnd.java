package dev.coord.maven;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.BuildFailure;
import org.apache.maven.execution.BuildSummary;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutionException;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/**
 * Does work when all modules of a build are done, failed ones included.
 *
 * <p>Only extensions may take part in the end of a session. A plugin that asks its users for
 * nothing can do so by standing before the listener to which Maven tells what happens: that
 * listener prints the build's summary, and what is added to the build's result before decides it.
 */
final class SessionEnd {

  private final MavenSession session;

  private SessionEnd(MavenSession session) {
    this.session = session;
  }

  static SessionEnd of(MavenSession session) {
    return new SessionEnd(session);
  }

  /**
   * Adds work.
   *
   * @param key what it is: of several with one key, the first is done
   * @param execution whose failure it is if the work fails, in the module that is being built
   * @throws MojoExecutionException when Maven would not tell of the session's end
   */
  void then(String key, MojoExecution execution, Callable<Void> work)
      throws MojoExecutionException {
    Map<String, Object> data = session.getRequest().getData();
    synchronized (data) {
      works(data).putIfAbsent(key, work(session.getCurrentProject(), execution, work));
    }
  }

  /**
   * The work of this build. In classes of the JDK: the plugin's own may be loaded twice.
   *
   * @return by key; each gives what is to become of the build
   */
  @SuppressWarnings("unchecked")
  private Map<String, Supplier<Runnable>> works(Map<String, Object> data)
      throws MojoExecutionException {
    String key = SessionEnd.class.getName();
    Object known = data.get(key);
    if (known == null) {
      known = new LinkedHashMap<String, Supplier<Runnable>>();
      listen((Map<String, Supplier<Runnable>>) known);
      data.put(key, known);
    }
    return (Map<String, Supplier<Runnable>>) known;
  }

  private void listen(Map<String, Supplier<Runnable>> works) throws MojoExecutionException {
    MavenExecutionRequest request = session.getRequest();
    ExecutionListener before = request.getExecutionListener();
    ExecutionListener listener =
        beforeTheEnd(
            before == null ? new AbstractExecutionListener() : before,
            () -> doAll(works, request.getData()));
    request.setExecutionListener(listener);
    if (request.getExecutionListener() != listener) {
      throw new MojoExecutionException(
          "coord is bound in some of the modules only, and this Maven does not let it work after"
              + " the last one. Let all modules inherit the binding (no <inherited>false</inherited>),"
              + " or run mvn verify coord:site.");
    }
  }

  /** A proxy, because later versions of Maven may tell more. */
  private static ExecutionListener beforeTheEnd(ExecutionListener listener, Runnable work) {
    return (ExecutionListener)
        Proxy.newProxyInstance(
            SessionEnd.class.getClassLoader(),
            new Class<?>[] {ExecutionListener.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("sessionEnded")) {
                work.run();
              }
              try {
                return method.invoke(listener, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** All work is done before any of it fails the build: none shall take the other's failure in. */
  private static void doAll(Map<String, Supplier<Runnable>> works, Object lock) {
    List<Supplier<Runnable>> todo;
    synchronized (lock) {
      todo = List.copyOf(works.values());
      works.clear();
    }
    todo.stream().map(Supplier::get).toList().forEach(Runnable::run);
  }

  private Supplier<Runnable> work(
      MavenProject project, MojoExecution execution, Callable<Void> work) {
    return () -> {
      Thread thread = Thread.currentThread();
      ClassLoader outer = thread.getContextClassLoader();
      // As Maven has it while a goal runs.
      thread.setContextClassLoader(SessionEnd.class.getClassLoader());
      try {
        work.call();
        return () -> {};
      } catch (Throwable e) { // Whatever it is, the build must not pass.
        return () -> fail(new LifecycleExecutionException(execution, project, e), project);
      } finally {
        thread.setContextClassLoader(outer);
      }
    };
  }

  private void fail(LifecycleExecutionException failure, MavenProject project) {
    MavenExecutionResult result = session.getResult();
    result.addException(failure);
    BuildSummary summary = result.getBuildSummary(project);
    if (!(summary instanceof BuildFailure)) {
      long time = summary == null ? 0 : summary.getTime();
      result.addBuildSummary(new BuildFailure(project, time, failure));
    }
  }
}
