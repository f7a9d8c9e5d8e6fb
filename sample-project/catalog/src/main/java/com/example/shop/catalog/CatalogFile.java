package com.example.shop.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.regex.Pattern;

/**
 * A catalog and its stock, as read from a file of lines such as {@code TEA-01; Green tea; 4.50; 20}
 * (code, name, price, quantity). Empty lines and lines that start with {@code #} are skipped.
 *
 * @param catalog the products
 * @param stock how many of each there are
 */
public record CatalogFile(Catalog catalog, Stock stock) {

  private static final Pattern SEPARATOR = Pattern.compile("\\s*;\\s*");
  private static final int FIELDS = 4;

  /**
   * Reads a catalog.
   *
   * @throws IllegalArgumentException if a line cannot be understood; the message names the line
   * @throws IOException if reading fails
   */
  public static CatalogFile read(Reader reader) throws IOException {
    var products = new ArrayList<Product>();
    var stock = new Stock();
    var lines = new BufferedReader(reader);
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      try {
        products.add(readLine(line.strip(), stock));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("Line " + number + ": " + e.getMessage(), e);
      }
    }
    return new CatalogFile(Catalog.of(products), stock);
  }

  private static Product readLine(String line, Stock stock) {
    String[] fields = SEPARATOR.split(line);
    if (fields.length != FIELDS) {
      throw new IllegalArgumentException(
          "Expected code; name; price; quantity, but found " + fields.length + " fields");
    }
    var product = new Product(new Sku(fields[0]), fields[1], Money.parse(fields[2]));
    stock.put(product.sku(), quantity(fields[3]));
    return product;
  }

  private static int quantity(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("Not a quantity: '" + text + "'", e);
    }
  }
}
