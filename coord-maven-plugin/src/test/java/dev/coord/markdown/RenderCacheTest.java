package dev.coord.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.markdown.RenderCache.Form;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenderCacheTest {
  private final RenderCache cache = new RenderCache(100);

  @Test
  void a_result_is_kept_for_its_form_and_source() {
    cache.put(Form.INLINE, "a", "b");

    assertThat(cache.get(Form.INLINE, "a")).contains("b");
    assertThat(cache.get(Form.BLOCKS, "a")).isEmpty();
    assertThat(cache.get(Form.INLINE, "b")).isEmpty();
  }

  @Test
  void the_results_used_longest_ago_make_room() {
    for (int i = 0; i < 10; i++) {
      cache.put(Form.TEXT, "source" + i, "okay");
    }
    cache.get(Form.TEXT, "source1");
    cache.put(Form.TEXT, "source10", "okay");

    assertThat(cache.get(Form.TEXT, "source1")).isPresent();
    assertThat(cache.get(Form.TEXT, "source2")).isEmpty();
    assertThat(cache.get(Form.TEXT, "source10")).isPresent();
    assertThat(cache.size()).isBetween(80, 100);
  }

  @Test
  void a_result_that_would_push_out_many_others_is_not_kept() {
    cache.put(Form.TEXT, "a".repeat(10), "b".repeat(16));
    cache.put(Form.TEXT, "c".repeat(10), "d".repeat(15));

    assertThat(cache.get(Form.TEXT, "a".repeat(10))).isEmpty();
    assertThat(cache.get(Form.TEXT, "c".repeat(10))).isPresent();
  }

  @Test
  void a_result_put_twice_counts_once() {
    cache.put(Form.TEXT, "a", "b");
    cache.put(Form.TEXT, "a", "b");

    assertThat(cache.size()).isEqualTo(2);
  }

  @Test
  void the_same_text_gives_the_same_object_from_one_instance() {
    Markdown markdown = new Markdown();

    assertThat(markdown.text("_a_")).isSameAs(markdown.text("_a_"));
    assertThat(markdown.html("*a*"))
        .isEqualTo(markdown.html("*a*"))
        .hasToString("<p><em>a</em></p>");
  }

  @Test
  void many_threads_get_the_same_results_from_one_instance() {
    Markdown markdown = new Markdown();
    List<String> texts =
        IntStream.range(0, 200)
            .mapToObj(i -> "- [x] *a* `b" + i % 50 + "`\n\n[r]\n\n[r]: c")
            .toList();
    List<SafeHtml> expected = texts.stream().map(text -> new Markdown().html(text)).toList();

    assertThat(texts.parallelStream().map(markdown::html).toList()).isEqualTo(expected);
  }
}
