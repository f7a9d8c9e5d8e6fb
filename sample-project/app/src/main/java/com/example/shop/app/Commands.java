package com.example.shop.app;

import com.example.shop.catalog.CatalogFile;
import com.example.shop.catalog.OutOfStockException;
import com.example.shop.catalog.Product;
import com.example.shop.catalog.Sku;
import com.example.shop.checkout.Basket;
import com.example.shop.checkout.Checkout;
import com.example.shop.checkout.Discount;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The commands of the shop. */
final class Commands {

  private static final String HELP =
      """
      list                 what the shop sells
      show CODE            one product
      buy CODE=QUANTITY..  buys, and prints the receipt
      help                 this text""";

  private final CatalogFile file;
  private final Checkout checkout;
  private final PrintStream out;

  Commands(CatalogFile file, List<Discount> discounts, PrintStream out) {
    this.file = file;
    this.checkout = new Checkout(file.stock(), discounts);
    this.out = out;
  }

  /** Runs one command: 0 if it worked, 1 if it did not, 2 if it could not be understood. */
  int run(LocalDate today, String... arguments) {
    String command = arguments.length == 0 ? "help" : arguments[0];
    List<String> rest =
        Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
    try {
      switch (command) {
        case "list" -> list();
        case "show" -> show(rest);
        case "buy" -> buy(rest, today);
        case "help" -> out.println(HELP);
        default -> throw new IllegalArgumentException("No such command: " + command);
      }
      return 0;
    } catch (OutOfStockException e) {
      out.println("Sorry: " + e.getMessage());
      return 1;
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage() + ". Try help");
      return 2;
    }
  }

  private void list() {
    file.catalog().products().forEach(this::print);
  }

  private void show(List<String> codes) {
    if (codes.size() != 1) {
      throw new IllegalArgumentException("Show which product?");
    }
    print(product(codes.get(0)));
  }

  private void buy(List<String> wishes, LocalDate today) {
    var basket = new Basket();
    for (String wish : wishes) {
      int equals = wish.indexOf('=');
      if (equals < 0) {
        basket.add(product(wish), 1);
      } else {
        basket.add(product(wish.substring(0, equals)), quantity(wish.substring(equals + 1)));
      }
    }
    out.print(Receipt.of(checkout.place(basket, today)));
  }

  private Product product(String code) {
    return file.catalog()
        .find(new Sku(code))
        .orElseThrow(() -> new IllegalArgumentException("The shop does not sell " + code));
  }

  private static int quantity(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("Not a quantity: '" + text + "'", e);
    }
  }

  private void print(Product product) {
    int available = file.stock().available(product.sku());
    String left = available == 0 ? "sold out" : available + " left";
    out.printf("%-8s %-20s %12s  %s%n", product.sku(), product.name(), product.price(), left);
  }
}
