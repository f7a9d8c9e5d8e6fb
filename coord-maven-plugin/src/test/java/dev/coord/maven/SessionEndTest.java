package dev.coord.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.BuildFailure;
import org.apache.maven.execution.BuildSuccess;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutionException;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecution.Source;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionEndTest {

  private static final MojoExecution SITE = Sessions.execution("site", "plan", Source.LIFECYCLE);

  private final MavenProject root = Sessions.project("root");
  private final MavenSession session = Sessions.in(Path.of(""), List.of(root));
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void mavens_own_listener() {
    session.setCurrentProject(root);
    session
        .getRequest()
        .setExecutionListener(
            new AbstractExecutionListener() {
              @Override
              public void projectSucceeded(ExecutionEvent event) {
                told.add("module");
              }

              @Override
              public void sessionEnded(ExecutionEvent event) {
                told.add(session.getResult().hasExceptions() ? "BUILD FAILURE" : "BUILD SUCCESS");
              }
            });
  }

  @Test
  void the_work_is_done_before_maven_sums_the_build_up() throws Exception {
    then("site", () -> null);

    Sessions.end(session);

    assertThat(told).containsExactly("site", "BUILD SUCCESS");
  }

  @Test
  void nothing_else_that_maven_tells_begins_the_work() throws Exception {
    then("site", () -> null);

    session.getRequest().getExecutionListener().projectSucceeded(null);

    assertThat(told).containsExactly("module");
  }

  @Test
  void work_that_fails_fails_the_build_in_the_module_it_is_of() throws Exception {
    session.getResult().addBuildSummary(new BuildSuccess(root, 42));
    MojoFailureException failure = new MojoFailureException("1 of 3 gates not met.");
    then(
        "site",
        () -> {
          throw failure;
        });
    session.setCurrentProject(null);

    Sessions.end(session);

    assertThat(told).containsExactly("site", "BUILD FAILURE");
    assertThat(session.getResult().getExceptions())
        .singleElement()
        .isInstanceOfSatisfying(
            LifecycleExecutionException.class,
            e -> {
              assertThat(e.getProject()).isEqualTo(root);
              assertThat(e).hasCause(failure);
              assertThat(e.getMessage())
                  .contains("coord-maven-plugin")
                  .endsWith("on project root: 1 of 3 gates not met.");
            });
    assertThat(session.getResult().getBuildSummary(root)).isInstanceOf(BuildFailure.class);
    assertThat(session.getResult().getBuildSummary(root).getTime()).isEqualTo(42);
  }

  @Test
  void an_error_of_ours_fails_the_build_as_well() throws Exception {
    then(
        "site",
        () -> {
          throw new StackOverflowError();
        });

    Sessions.end(session);

    assertThat(told).containsExactly("site", "BUILD FAILURE");
  }

  @Test
  void the_failure_of_the_module_itself_stays_what_it_was() throws Exception {
    BuildFailure own = new BuildFailure(root, 7, new IllegalStateException("compiler"));
    session.getResult().addBuildSummary(own);
    then(
        "site",
        () -> {
          throw new MojoFailureException("no");
        });

    Sessions.end(session);

    assertThat(session.getResult().getBuildSummary(root)).isSameAs(own);
    assertThat(session.getResult().getExceptions()).hasSize(1);
  }

  @Test
  void all_work_is_done_before_any_of_it_fails_the_build() throws Exception {
    then(
        "check",
        () -> {
          throw new MojoFailureException("no");
        });
    then(
        "site",
        () -> {
          told.add("failed before: " + session.getResult().hasExceptions());
          return null;
        });

    Sessions.end(session);

    assertThat(told).containsExactly("check", "site", "failed before: false", "BUILD FAILURE");
  }

  @Test
  void the_same_work_is_done_once() throws Exception {
    then("site", () -> null);
    then("site", () -> null);

    Sessions.end(session);
    Sessions.end(session);

    assertThat(told).containsExactly("site", "BUILD SUCCESS", "BUILD SUCCESS");
  }

  @Test
  void the_plugins_classes_can_be_found_meanwhile() throws Exception {
    ClassLoader outer = Thread.currentThread().getContextClassLoader();
    List<ClassLoader> seen = new ArrayList<>();
    then(
        "site",
        () -> {
          seen.add(Thread.currentThread().getContextClassLoader());
          return null;
        });
    Thread.currentThread().setContextClassLoader(null);
    try {
      Sessions.end(session);
      assertThat(Thread.currentThread().getContextClassLoader()).isNull();
    } finally {
      Thread.currentThread().setContextClassLoader(outer);
    }

    assertThat(seen).containsExactly(SessionEnd.class.getClassLoader());
  }

  @Test
  void a_build_that_nobody_listens_to_has_an_end_as_well() throws Exception {
    session.getRequest().setExecutionListener(null);
    then("site", () -> null);

    Sessions.end(session);

    assertThat(told).containsExactly("site");
  }

  @Test
  void a_maven_that_lets_nobody_listen_is_refused() {
    MavenExecutionRequest deaf =
        new DefaultMavenExecutionRequest() {
          @Override
          public MavenExecutionRequest setExecutionListener(ExecutionListener listener) {
            return this;
          }
        };
    @SuppressWarnings("deprecation")
    MavenSession other =
        new MavenSession(null, deaf, new DefaultMavenExecutionResult(), List.of(root));

    assertThatThrownBy(() -> SessionEnd.of(other).then("site", SITE, () -> null))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "coord is bound in some of the modules only, and this Maven does not let it work after"
                + " the last one. Let all modules inherit the binding (no"
                + " <inherited>false</inherited>), or run mvn verify coord:site.");
  }

  private void then(String name, Callable<Void> work) throws Exception {
    SessionEnd.of(session)
        .then(
            name,
            SITE,
            () -> {
              told.add(name);
              return work.call();
            });
  }
}
