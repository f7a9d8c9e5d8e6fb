package com.example.shop.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogTest {

  private static final Product TEA = new Product(new Sku("TEA-01"), "Green tea", new Money(450));
  private static final Product CUP = new Product(new Sku("CUP-01"), "Cup", new Money(900));

  @Test
  void products_are_in_the_order_of_their_codes() {
    assertEquals(List.of(CUP, TEA), Catalog.of(List.of(TEA, CUP)).products());
  }

  @Test
  void a_product_is_found_by_its_code() {
    assertEquals(Optional.of(TEA), Catalog.of(List.of(TEA)).find(new Sku("TEA-01")));
  }

  @Test
  void an_unknown_code_finds_nothing() {
    assertEquals(Optional.empty(), Catalog.of(List.of(TEA)).find(new Sku("CUP-01")));
  }

  @Test
  void a_code_names_one_product() {
    var e = assertThrows(IllegalArgumentException.class, () -> Catalog.of(List.of(TEA, TEA)));
    assertEquals("Two products are called TEA-01", e.getMessage());
  }

  @Test
  void a_code_has_letters_and_digits() {
    assertThrows(IllegalArgumentException.class, () -> new Sku("tea"));
  }
}
