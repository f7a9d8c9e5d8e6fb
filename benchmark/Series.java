import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleSupplier;

/**
 * Numbers measured in pairs.
 *
 * @param values one of each pair, in their order
 */
record Series(List<Double> values) {

  Series {
    values = List.copyOf(values);
  }

  /**
   * Measures each side once in every pair, forwards in one pair and backwards in the next, so that
   * whatever drifts meets all sides alike.
   *
   * @param warmUp whether one more pair comes first and is not counted
   */
  static Map<String, Series> alternate(
      int pairs, boolean warmUp, Map<String, DoubleSupplier> sides) {
    List<String> names = new ArrayList<>(sides.keySet());
    Map<String, List<Double>> values = new LinkedHashMap<>();
    names.forEach(name -> values.put(name, new ArrayList<>()));
    for (int pair = warmUp ? -1 : 0; pair < pairs; pair++) {
      for (String name : names) {
        double value = sides.get(name).getAsDouble();
        if (pair >= 0) {
          values.get(name).add(value);
        }
      }
      Progress.say((pair < 0 ? "warm-up" : "pair " + (pair + 1)) + " of " + sides.keySet());
      Collections.reverse(names);
    }
    Map<String, Series> series = new LinkedHashMap<>();
    sides.keySet().forEach(name -> series.put(name, new Series(values.get(name))));
    return series;
  }

  Series minus(Series other) {
    return with(other, (one, two) -> one - two);
  }

  Series over(Series other) {
    return with(other, (one, two) -> two > 0 ? one / two : Double.NaN);
  }

  private Series with(Series other, DoubleBinaryOperator operator) {
    List<Double> result = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      result.add(operator.applyAsDouble(values.get(i), other.values.get(i)));
    }
    return new Series(result);
  }

  double least() {
    return values.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
  }

  double most() {
    return values.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
  }

  double median() {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
