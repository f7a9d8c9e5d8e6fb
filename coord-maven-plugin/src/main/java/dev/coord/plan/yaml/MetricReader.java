package dev.coord.plan.yaml;

import dev.coord.plan.Metric;
import dev.coord.plan.Metric.Category;
import dev.coord.plan.Rule;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Reads an item of {@code metrics}. */
final class MetricReader {
  static final Shape SHAPE =
      new Shape("a metric", "{id: tests, category: quality, tests: {total: \">= 50\"}}");
  private static final Map<String, Category> CATEGORIES = EnumWords.of(Category.class);

  private MetricReader() {}

  static Optional<Metric> read(ReadContext context, YamlNode node) {
    return MappingReader.read(context, node, SHAPE, MetricReader::metric);
  }

  private static Optional<Metric> metric(MappingReader in) {
    Optional<String> id = in.id(Kind.METRIC);
    Optional<String> title = in.optional("title");
    Optional<Category> category =
        in.required("category", "quality", field -> in.scalars().word(field, CATEGORIES));
    Optional<String> value = in.optional("value");
    String target = in.text("target");
    Optional<LocalDate> by = in.field("by").flatMap(in.scalars()::date);
    String baseline = in.text("baseline");
    String unit = in.text("unit");
    String notes = in.markdown("notes");
    Optional<Rule> rule = RuleReader.among(in, "value");
    if (rule.isPresent() && in.has("value")) {
      in.context()
          .error(
              in.keyPlace("value"),
              "a metric is measured by its rule \"" + rule.get().name() + "\" or has a value",
              "Keep one of the two.");
      return Optional.empty();
    }
    if (rule.isEmpty() && value.isEmpty()) {
      return Optional.empty();
    }
    return id.flatMap(
        name ->
            category.map(
                about ->
                    new Metric(
                        in.origin(),
                        name,
                        title.orElse(name),
                        about,
                        rule,
                        value,
                        target,
                        by,
                        baseline,
                        unit,
                        notes)));
  }
}
