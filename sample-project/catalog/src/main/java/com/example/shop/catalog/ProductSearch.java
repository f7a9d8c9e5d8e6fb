package com.example.shop.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Finds products by the words of their names.
 *
 * @param catalog where to look
 */
public record ProductSearch(Catalog catalog) {

  /**
   * The products whose names contain every one of these words, in any order and case.
   *
   * @param words words, or beginnings of words, separated by blanks; none of them finds nothing
   */
  public List<Product> find(String words) {
    if (words.isBlank()) {
      return List.of();
    }
    String[] wanted = words.strip().toLowerCase(Locale.ROOT).split("\\s+");
    return catalog.products().stream()
        .filter(product -> Arrays.stream(wanted).allMatch(word -> contains(product, word)))
        .toList();
  }

  private static boolean contains(Product product, String wanted) {
    return Arrays.stream(product.name().toLowerCase(Locale.ROOT).split("\\s+"))
        .anyMatch(word -> word.startsWith(wanted));
  }
}
