package dev.coord.engine;

import dev.coord.site.Block;
import dev.coord.site.Page;
import dev.coord.site.RelativeLinks;
import dev.coord.site.Site;
import dev.coord.site.Tone;
import dev.coord.site.render.SiteRenderer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A renderer that gets ready while git and reports are read.
 *
 * <p>In a Java virtual machine that lives for seconds, loading the template engine costs more than
 * rendering; a second thread does it meanwhile, by rendering a page that nobody sees.
 */
final class WarmRenderer {

  private final FutureTask<SiteRenderer> task;

  private WarmRenderer(FutureTask<SiteRenderer> task) {
    this.task = task;
  }

  static WarmRenderer start() {
    FutureTask<SiteRenderer> task = new FutureTask<>(WarmRenderer::warm);
    Thread thread = new Thread(task, "coord-renderer");
    thread.setDaemon(true);
    thread.setContextClassLoader(WarmRenderer.class.getClassLoader());
    thread.start();
    return new WarmRenderer(task);
  }

  private static SiteRenderer warm() {
    SiteRenderer renderer = new SiteRenderer();
    Page page =
        new Page(
            "index",
            "-",
            "index",
            Tone.NEUTRAL,
            List.of(),
            List.of(new Block.Section("x", "-", List.of(new Block.Prose("*-*")))),
            Optional.empty());
    renderer.render(
        new Site(
            "-",
            "-",
            Instant.EPOCH,
            "-",
            List.of(),
            Optional.empty(),
            RelativeLinks.NONE,
            List.of(new Site.Entry("-", "index", Tone.NEUTRAL)),
            List.of(page)));
    return renderer;
  }

  /** The renderer, once it is ready. */
  SiteRenderer get() {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the renderer did not start", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the renderer started", e);
    }
  }
}
