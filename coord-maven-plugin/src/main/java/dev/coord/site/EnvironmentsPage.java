package dev.coord.site;

import dev.coord.plan.Environment;
import dev.coord.plan.Environment.Pipeline;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Beside;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.Passages;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.util.List;
import java.util.Optional;

/** Where does it run, and what builds it? Access appears only where the plan says so. */
final class EnvironmentsPage {

  private final View view;
  private final List<Environment> environments;
  private final Draft page = new Draft("environments", "Environments");

  private EnvironmentsPage(View view) {
    this.view = view;
    this.environments = view.plan().handbook().environments();
  }

  static Page of(View view) {
    return new EnvironmentsPage(view).build();
  }

  private Page build() {
    TableDraft table =
        page.table("environments-table", "Environments and their addresses")
            .columns("Environment", "Address", "Tools", "Plan line");
    for (Environment environment : environments) {
      table.row(
          Anchors.of("environment", environment.id()),
          Tone.NEUTRAL,
          Beside.title(environment.title(), environment.id()).list(),
          environment
              .url()
              .map(url -> List.of(Inline.link(url, Target.url(url))))
              .orElseGet(Line::none),
          Line.of(String.join("; ", environment.tools())).cell(),
          List.of(view.links().place(environment.origin().self())));
    }
    page.section("all", "All environments", table.table());
    environments.forEach(this::details);
    return page.page(answer(), view.links().edit(environments.get(0).origin().self()));
  }

  private Answer answer() {
    List<Pipeline> pipelines = environments.stream().flatMap(e -> e.pipelines().stream()).toList();
    long missing =
        environments.stream()
            .flatMap(e -> e.pipelines().stream().filter(p -> isContradicted(e, p)))
            .count();
    String built = pipelines.isEmpty() ? "" : ", with " + Words.count(pipelines.size(), "pipeline");
    return missing > 0
        ? Answer.of(
            Tone.WARNING,
            Words.count(environments.size(), "environment")
                + built
                + ", of which "
                + missing
                + Words.either(missing, " names", " name")
                + " a file that does not exist.")
        : Answer.of(Tone.NEUTRAL, Words.count(environments.size(), "environment") + built + ".");
  }

  private boolean isContradicted(Environment environment, Pipeline pipeline) {
    return Beside.contradicted(
        view.claims().of("environment " + environment.id(), pipeline.origin().of("file")));
  }

  private void details(Environment environment) {
    Environment.Data data = environment.data();
    Passages passages = new Passages(environment.origin());
    if (environment.publish() && !environment.access().isEmpty()) {
      passages.line("Access", Line.of(String.join("; ", environment.access())));
    }
    passages
        .line("Data stands for", new Line().rich(data.coverage(), data.origin().of("coverage")))
        .line("How much data", new Line().rich(data.volume(), data.origin().of("volume")))
        .line(
            "To be tried with it",
            new Line().rich(data.scenarios(), data.origin().of("scenarios")));
    if (!environment.pipelines().isEmpty()) {
      passages.block("Pipelines", pipelines(environment));
    }
    passages
        .text("Notes", "notes", environment.notes())
        .addTo(page, Anchors.of("about", environment.id()), environment.title());
  }

  private Block pipelines(Environment environment) {
    TableDraft table =
        page.table(Anchors.of("pipelines", environment.id()), "Pipelines of " + environment.title())
            .columns("File", "Observed", "Runs", "Gate", "Needs the secrets", "Plan line");
    String subject = "environment " + environment.id();
    for (Pipeline pipeline : environment.pipelines()) {
      table.row(
          Anchors.of("pipeline", environment.id(), pipeline.file()),
          Beside.tone(view, subject, pipeline.origin().of("file")),
          List.of(view.links().file(pipeline.file())),
          Beside.observed(view, subject, pipeline.origin().of("file")),
          runs(pipeline),
          gate(pipeline.gate()),
          new Line()
              .joined(
                  ", ",
                  pipeline.secrets().stream().map(name -> List.of(Inline.code(name))).toList())
              .cell(),
          List.of(view.links().place(pipeline.origin().self())));
    }
    return table.table();
  }

  private static List<Inline> runs(Pipeline pipeline) {
    Line line = Line.of(pipeline.trigger());
    if (!pipeline.trigger().isEmpty() && !pipeline.purpose().isEmpty()) {
      line.text(": ");
    }
    return line.rich(pipeline.purpose(), pipeline.origin().of("purpose")).cell();
  }

  private List<Inline> gate(Optional<String> id) {
    return id.map(
            gate ->
                view.assessment().gates().stream()
                    .filter(result -> result.gate().id().equals(gate))
                    .findFirst()
                    .map(result -> List.of(Inline.link(gate, view.links().row(result))))
                    .orElseGet(() -> List.of(Inline.text(gate))))
        .orElseGet(Line::none);
  }
}
