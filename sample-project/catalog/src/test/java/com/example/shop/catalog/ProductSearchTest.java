package com.example.shop.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProductSearchTest {

  private static final Product GREEN = new Product(new Sku("TEA-01"), "Green tea", new Money(450));
  private static final Product BLACK = new Product(new Sku("TEA-02"), "Black tea", new Money(390));
  private static final Product CUP = new Product(new Sku("CUP-01"), "Green cup", new Money(900));

  private final ProductSearch search = new ProductSearch(Catalog.of(List.of(GREEN, BLACK, CUP)));

  @Test
  void a_word_finds_every_product_that_has_it() {
    assertEquals(List.of(GREEN, BLACK), search.find("tea"));
  }

  @Test
  void every_word_must_be_there() {
    assertEquals(List.of(GREEN), search.find("tea green"));
  }

  @Test
  void case_does_not_matter_and_a_beginning_is_enough() {
    assertEquals(List.of(BLACK), search.find("BLA"));
  }

  @Test
  void no_words_find_nothing() {
    assertEquals(List.of(), search.find("  "));
  }
}
