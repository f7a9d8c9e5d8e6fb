package com.example.shop.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.shop.catalog.CatalogFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void list_shows_every_product_and_what_is_left() throws IOException {
    assertEquals(0, run("list"));
    assertTrue(printed().contains("Green tea"), printed());
    assertTrue(printed().contains("sold out"), printed());
  }

  @Test
  void buy_prints_the_receipt() throws IOException {
    assertEquals(0, run("buy", "TEA-01=2"));
    assertTrue(printed().endsWith("Total                        9.00 EUR\n"), printed());
  }

  @Test
  void buying_too_much_says_how_many_are_left() throws IOException {
    assertEquals(1, run("buy", "TEA-01=21"));
    assertEquals("Sorry: Only 20 of TEA-01 left, not 21", printed().strip());
  }

  @Test
  void an_unknown_product_is_not_sold() throws IOException {
    assertEquals(2, run("buy", "POT-01=1"));
    assertEquals("The shop does not sell POT-01. Try help", printed().strip());
  }

  private int run(String... arguments) throws IOException {
    var file =
        CatalogFile.read(new StringReader("CUP-01; Cup; 9.00; 0\nTEA-01; Green tea; 4.50; 20"));
    try (var out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      return new Commands(file, List.of(), out).run(TODAY, arguments);
    }
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
