package com.example.shop.app;

import com.example.shop.catalog.CatalogFile;
import com.example.shop.catalog.Money;
import com.example.shop.catalog.Sku;
import com.example.shop.checkout.Discount;
import com.example.shop.checkout.Discount.OneFree;
import com.example.shop.checkout.Discount.PercentOff;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** The program: the shop with its own catalog, today. */
public final class Shop {

  private static final List<Discount> DISCOUNTS =
      List.of(new PercentOff(10, Money.parse("50")), new OneFree(new Sku("TEA-01"), 3));

  private Shop() {}

  /** Runs one command and ends the program: 0 if it worked, 1 if it did not, 2 if unclear. */
  public static void main(String[] arguments) throws IOException {
    System.exit(new Commands(openCatalog(), DISCOUNTS, System.out).run(today(), arguments));
  }

  private static CatalogFile openCatalog() throws IOException {
    try (var file =
        new InputStreamReader(
            Shop.class.getResourceAsStream("catalog.txt"), StandardCharsets.UTF_8)) {
      return CatalogFile.read(file);
    }
  }

  private static LocalDate today() {
    return LocalDate.now();
  }
}
