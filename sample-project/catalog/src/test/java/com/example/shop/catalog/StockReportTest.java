package com.example.shop.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class StockReportTest {

  @Test
  void the_scarcest_product_comes_first() throws IOException {
    var report = report("CUP-01; Cup; 9.00; 2\nPOT-01; Pot; 29.00; 0\nTEA-01; Tea; 4.50; 20");
    assertEquals(
        List.of(new Sku("POT-01"), new Sku("CUP-01")),
        report.low(2).stream().map(Product::sku).toList());
  }

  @Test
  void a_full_warehouse_reports_nothing() throws IOException {
    assertEquals(List.of(), report("TEA-01; Tea; 4.50; 20").low(5));
  }

  @Test
  void the_value_counts_every_piece() throws IOException {
    assertEquals(Money.parse("27"), report("CUP-01; Cup; 9.00; 2\nTEA-01; Tea; 4.50; 2").value());
  }

  private static StockReport report(String text) throws IOException {
    var file = CatalogFile.read(new StringReader(text));
    return new StockReport(file.catalog(), file.stock());
  }
}
