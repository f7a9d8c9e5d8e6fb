package com.example.shop.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogFileTest {

  @Test
  void a_line_is_a_product_and_its_stock() throws IOException {
    var file = read("TEA-01; Green tea; 4.50; 20");
    var tea = new Sku("TEA-01");
    assertEquals(List.of(new Product(tea, "Green tea", new Money(450))), file.catalog().products());
    assertEquals(20, file.stock().available(tea));
  }

  @Test
  void comments_and_empty_lines_are_skipped() throws IOException {
    assertEquals(List.of(), read("# code; name; price; quantity\n\n").catalog().products());
  }

  @Test
  void a_missing_field_is_reported_with_its_line() {
    var e =
        assertThrows(IllegalArgumentException.class, () -> read("# tea\nTEA-01; Green tea; 4.50"));
    assertEquals(
        "Line 2: Expected code; name; price; quantity, but found 3 fields", e.getMessage());
  }

  @Test
  void a_wrong_price_is_reported_with_its_line() {
    var e =
        assertThrows(IllegalArgumentException.class, () -> read("TEA-01; Green tea; cheap; 20"));
    assertEquals("Line 1: Not an amount: 'cheap'. Write it as 12.50", e.getMessage());
  }

  private static CatalogFile read(String text) throws IOException {
    return CatalogFile.read(new StringReader(text));
  }
}
