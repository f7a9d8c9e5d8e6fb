package dev.coord.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecution.Source;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class LastOfSessionTest {

  private static final MojoExecution SITE = Sessions.execution("site", "plan", Source.LIFECYCLE);
  private static final MojoExecution CHECK = Sessions.execution("check", "plan", Source.LIFECYCLE);

  private final List<String> done = Collections.synchronizedList(new ArrayList<>());
  private final MavenSession session = session("root", "a", "b");

  @Test
  void where_all_modules_call_the_last_call_does_the_work() throws Exception {
    call(SITE, "root");
    call(SITE, "a");
    assertThat(done).isEmpty();

    call(SITE, "b");
    assertThat(done).containsExactly("b");

    Sessions.end(session);
    assertThat(done).containsExactly("b");
    assertThat(session.getResult().hasExceptions()).isFalse();
  }

  @Test
  void with_parallel_modules_it_is_the_last_to_come_whichever_that_is() throws Exception {
    session.getRequest().setBuilderId("multithreaded");

    call(SITE, "b");
    call(SITE, "root");
    assertThat(done).isEmpty();

    call(SITE, "a");
    assertThat(done).containsExactly("a");
  }

  @Test
  void where_only_the_root_calls_the_work_is_done_at_the_end() throws Exception {
    call(SITE, "root");
    assertThat(done).isEmpty();

    Sessions.end(session);
    assertThat(done).containsExactly("root");
  }

  @Test
  void where_only_the_last_module_calls_the_work_is_done_before_it_goes_on() throws Exception {
    call(SITE, "b");

    assertThat(done).containsExactly("b");
  }

  @Test
  void with_parallel_modules_the_last_in_order_does_not_come_last() throws Exception {
    session.getRequest().setBuilderId("multithreaded");

    call(SITE, "b");
    assertThat(done).isEmpty();

    Sessions.end(session);
    assertThat(done).containsExactly("b");
  }

  @Test
  void where_a_module_fails_before_its_call_the_work_is_done_at_the_end() throws Exception {
    call(SITE, "root");
    call(SITE, "a");

    Sessions.end(session);
    assertThat(done).containsExactly("a");
  }

  @Test
  void modules_that_skip_are_not_waited_for_and_do_not_skip_for_the_others() throws Exception {
    skip(SITE, "root");
    call(SITE, "a");
    skip(SITE, "b");
    assertThat(done).isEmpty();

    Sessions.end(session);
    assertThat(done).containsExactly("a");
  }

  @Test
  void skipped_everywhere_nothing_is_done() {
    skip(SITE, "root");
    skip(SITE, "a");
    skip(SITE, "b");

    Sessions.end(session);
    assertThat(done).isEmpty();
  }

  @Test
  void a_phase_that_is_gone_through_twice_is_judged_after_the_second_time() throws Exception {
    call(SITE, "root");
    call(SITE, "root");
    call(SITE, "a");
    call(SITE, "a");
    call(SITE, "b");
    call(SITE, "b");

    Sessions.end(session);
    assertThat(done).endsWith("b").hasSize(2);

    done.clear();
    call(SITE, "root");
    assertThat(done).isEmpty();
  }

  @Test
  void other_goals_are_counted_apart() throws Exception {
    call(SITE, "root");
    call(CHECK, "root");
    call(CHECK, "a");
    call(CHECK, "b");
    assertThat(done).containsExactly("b");

    Sessions.end(session);
    assertThat(done).containsExactly("b", "root");
  }

  @Test
  void builds_in_one_process_do_not_know_of_each_other() throws Exception {
    MavenSession other = session("root", "a", "b");
    call(SITE, "root");
    call(SITE, "a");
    other.setCurrentProject(other.getProjects().get(0));
    new LastOfSession(other, SITE).arrive(work("other"));

    Sessions.end(session);
    assertThat(done).containsExactly("a");
  }

  @Test
  void the_first_call_is_told_once() {
    assertThat(new LastOfSession(session, SITE).isFirst()).isTrue();
    assertThat(new LastOfSession(session, SITE).isFirst()).isFalse();
    assertThat(new LastOfSession(session, CHECK).isFirst()).isTrue();
  }

  @Test
  void what_fails_in_its_turn_fails_the_module() {
    Callable<Void> work =
        () -> {
          throw new MojoFailureException("no");
        };
    at("b");

    assertThatThrownBy(() -> new LastOfSession(session, SITE).arrive(work))
        .isInstanceOf(MojoFailureException.class);
  }

  @Test
  void modules_at_the_same_time_do_the_work_exactly_once() throws Exception {
    int modules = 50;
    List<MavenProject> projects = new ArrayList<>();
    for (int i = 0; i < modules; i++) {
      projects.add(Sessions.project("m" + i));
    }
    MavenSession shared = Sessions.in(Path.of(""), projects);
    shared.getRequest().setBuilderId("multithreaded");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Void>> calls = new ArrayList<>();
      for (MavenProject project : projects) {
        MavenSession own = shared.clone();
        own.setCurrentProject(project);
        LastOfSession call = new LastOfSession(own, SITE);
        calls.add(
            threads.submit(
                () -> {
                  call.arrive(work(project.getArtifactId()));
                  return null;
                }));
      }
      for (Future<Void> call : calls) {
        call.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(done).hasSize(1);
    Sessions.end(shared);
    assertThat(done).hasSize(1);
  }

  private void call(MojoExecution execution, String module) throws Exception {
    at(module);
    new LastOfSession(session, execution).arrive(work(module));
  }

  private void skip(MojoExecution execution, String module) {
    at(module);
    new LastOfSession(session, execution).skip();
  }

  private void at(String module) {
    session.setCurrentProject(
        session.getProjects().stream()
            .filter(project -> project.getArtifactId().equals(module))
            .findFirst()
            .orElseThrow());
  }

  private Callable<Void> work(String name) {
    return () -> {
      done.add(name);
      return null;
    };
  }

  private static MavenSession session(String... modules) {
    List<MavenProject> projects = new ArrayList<>();
    for (String module : modules) {
      projects.add(Sessions.project(module));
    }
    return Sessions.in(Path.of(""), projects);
  }
}
