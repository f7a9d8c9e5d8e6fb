package dev.coord.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecution.Source;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class LastOfSessionTest {

  private static final MojoExecution BOUND = Sessions.execution("site", "plan", Source.LIFECYCLE);

  @Test
  void from_the_command_line_it_is_always_its_turn() {
    MavenSession session = session(Sessions.project("a"), Sessions.project("b"));
    MojoExecution execution = Sessions.execution("site", "default-cli", Source.CLI);

    assertThat(LastOfSession.isTurnOf(session, execution)).isTrue();
    assertThat(LastOfSession.isTurnOf(session, execution)).isTrue();
  }

  @Test
  void bound_in_all_modules_the_last_call_does_the_work() {
    MavenSession session = session(bound("root"), bound("a"), bound("b"));

    assertThat(turns(session, 3)).containsExactly(false, false, true);
  }

  @Test
  void modules_that_do_not_inherit_the_binding_are_not_waited_for() {
    MavenSession session = session(bound("root"), Sessions.project("a"), Sessions.project("b"));

    assertThat(turns(session, 1)).containsExactly(true);
  }

  @Test
  void a_module_without_the_binding_that_is_built_later_is_named() {
    MavenSession session = session(bound("root"), bound("a"), Sessions.project("b"));
    session.setCurrentProject(session.getProjects().get(1));

    assertThat(LastOfSession.builtLater(session, BOUND)).contains("b");
  }

  @Test
  void nothing_is_built_later_than_the_last_module_or_than_the_command_line() {
    MavenSession session = session(Sessions.project("a"), bound("b"));
    session.setCurrentProject(session.getProjects().get(1));
    MavenSession early = session(bound("root"), Sessions.project("a"));
    early.setCurrentProject(early.getProjects().get(0));

    assertThat(LastOfSession.builtLater(session, BOUND)).isEmpty();
    assertThat(
            LastOfSession.builtLater(early, Sessions.execution("site", "default-cli", Source.CLI)))
        .isEmpty();
  }

  @Test
  void other_executions_and_goals_are_counted_apart() {
    MavenSession session =
        session(
            bound("root"),
            Sessions.bound("a", "other", "site"),
            Sessions.bound("b", "plan", "check"));

    assertThat(turns(session, 1)).containsExactly(true);
    assertThat(
            LastOfSession.isTurnOf(session, Sessions.execution("check", "plan", Source.LIFECYCLE)))
        .isTrue();
  }

  @Test
  void builds_in_one_process_do_not_know_of_each_other() {
    MavenSession first = session(bound("root"), bound("a"));
    MavenSession second = session(bound("root"), bound("a"));

    assertThat(turns(first, 1)).containsExactly(false);
    assertThat(turns(second, 2)).containsExactly(false, true);
    assertThat(turns(first, 1)).containsExactly(true);
  }

  @Test
  void modules_at_the_same_time_give_exactly_one_turn() throws Exception {
    int modules = 50;
    List<MavenProject> projects = new ArrayList<>();
    for (int i = 0; i < modules; i++) {
      projects.add(bound("m" + i));
    }
    MavenSession session = Sessions.in(Path.of(""), projects);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Boolean> call = () -> LastOfSession.isTurnOf(session, BOUND);
      int turns = 0;
      for (Future<Boolean> turn : threads.invokeAll(java.util.Collections.nCopies(modules, call))) {
        turns += turn.get() ? 1 : 0;
      }
      assertThat(turns).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  private static MavenProject bound(String name) {
    return Sessions.bound(name, "plan", "site");
  }

  private static MavenSession session(MavenProject... projects) {
    return Sessions.in(Path.of(""), List.of(projects));
  }

  private static List<Boolean> turns(MavenSession session, int calls) {
    List<Boolean> turns = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      turns.add(LastOfSession.isTurnOf(session, BOUND));
    }
    return turns;
  }
}
