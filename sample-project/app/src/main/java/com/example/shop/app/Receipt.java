package com.example.shop.app;

import com.example.shop.catalog.Money;
import com.example.shop.checkout.BasketLine;
import com.example.shop.checkout.Order;
import java.util.Locale;

/** What the customer takes home beside the goods. */
final class Receipt {

  private Receipt() {}

  /** The receipt of an order, one line for each product. */
  static String of(Order order) {
    var text = new StringBuilder("Order " + order.number() + " of " + order.placedOn() + "\n");
    for (BasketLine line : order.lines()) {
      text.append(row(line.quantity() + " x " + line.product().name(), line.total()));
    }
    if (order.reduction().compareTo(Money.ZERO) > 0) {
      text.append(row("You save", order.reduction()));
    }
    return text.append(row("Total", order.total())).toString();
  }

  private static String row(String what, Money amount) {
    return String.format(Locale.ROOT, "  %-24s %12s\n", what, amount);
  }
}
