package dev.coord.engine;

import dev.coord.assess.Assessment;
import dev.coord.assess.Assessor;
import dev.coord.assess.Case;
import dev.coord.assess.Judged;
import dev.coord.concurrent.Meanwhile;
import dev.coord.evidence.Evidence;
import dev.coord.plan.Plan;
import dev.coord.plan.yaml.PlanFile;
import dev.coord.plan.yaml.PlanReader;
import dev.coord.publish.StatusJson;
import dev.coord.site.SiteBuilder;
import dev.coord.site.draft.SiteFrame;
import dev.coord.site.render.SiteRenderer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that needs neither repository nor reports, done once on a small plan while those are
 * read.
 *
 * <p>In a Java virtual machine that lives for seconds, loading the classes of the plan reader, the
 * pages and the template engine costs more than their work; a second thread does it meanwhile, by
 * making a site that nobody sees.
 */
final class Rehearsal {

  static final String PLAN =
      String.join(
          "\n",
          "coord: 1",
          "project: {name: x, integration_branch: x, started: 2000-01-03}",
          "people: [{id: p, name: x}]",
          "workstreams:",
          "  - id: w",
          "    title: x",
          "    why: '*x* `x` [x](<#x>)'",
          "    owner: p",
          "    owns: [/x/**]",
          "    keeps_off: [/y/**]",
          "    tasks: ['[ ] x', {id: t, text: x, done_when: {path: {file: x, exists: true}}}]",
          "sprints: [{id: s, title: x, start: 2000-01-03, end: 2000-01-14, blocks: [{days: 1-3, workstreams: [w]}]}]",
          "boundaries: {unowned: warn, shared: [{paths: [/z], mode: coordinate}]}",
          "gates:",
          "  - {id: c, coverage: {lines: '>= 80%'}}",
          "  - {id: t, tests: {failed: '= 0'}}",
          "  - {id: o, ownership: {}}",
          "  - {id: a, all: [{merged: {workstream: w}}, {declared: {by: p, says: x}}], severity: warn}",
          "metrics: [{id: m, title: x, category: quality, target: '>= 1', tests: {total: '>= 1'}}]",
          "waivers: [{gate: c, owner: p, reason: x, until: 2000-01-04}]",
          "actions: [{id: x, title: x, who: p}]",
          "");

  private final Meanwhile<SiteRenderer> task;

  private Rehearsal(Meanwhile<SiteRenderer> task) {
    this.task = task;
  }

  static Rehearsal start() {
    return new Rehearsal(Meanwhile.begin("rehearsal", Rehearsal::perform));
  }

  private static SiteRenderer perform() {
    Assessment assessment = assess(plan());
    SiteFrame frame =
        new SiteFrame(
            "-",
            Instant.EPOCH,
            "-",
            List.of("-"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "coord");
    SiteRenderer renderer = new SiteRenderer();
    renderer.render(new SiteBuilder().build(assessment, frame));
    StatusJson.write(assessment, frame);
    return renderer;
  }

  /** The plan that is rehearsed with; there is nothing wrong with it. */
  static Plan plan() {
    PlanFile file = new PlanFile("-", Optional.empty(), PLAN.getBytes(StandardCharsets.UTF_8));
    return new PlanReader().read(List.of(file)).plan().orElseThrow();
  }

  private static Assessment assess(Plan plan) {
    Evidence nothing = Evidence.builder().build();
    Judged judged = new Judged(Judged.Kind.INTEGRATION, Optional.of("-"), Optional.empty(), "-");
    return new Assessor()
        .assess(
            new Case(
                plan,
                plan,
                plan,
                judged,
                nothing,
                Instant.EPOCH,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                false,
                Map.of()));
  }

  /** The renderer, once it is ready. */
  SiteRenderer renderer() {
    return task.get();
  }
}
