package com.example.shop.checkout;

import com.example.shop.catalog.Money;
import com.example.shop.catalog.Sku;

/** A reason to pay less than the sum of the prices. */
public sealed interface Discount {

  /** How the customer knows it, such as {@code 10 % from 50.00 EUR}. */
  String label();

  /** What the customer saves on this basket; nothing if the discount does not apply. */
  Money on(Basket basket);

  /**
   * A share of the whole basket, once the basket is large enough.
   *
   * @param percent the share, from 0 to 100
   * @param from the smallest subtotal that earns it
   */
  record PercentOff(int percent, Money from) implements Discount {

    @Override
    public String label() {
      return percent + " % from " + from;
    }

    @Override
    public Money on(Basket basket) {
      Money subtotal = basket.subtotal();
      return subtotal.compareTo(from) >= 0 ? subtotal.percent(percent) : Money.ZERO;
    }
  }

  /**
   * One of every so many pieces of a product costs nothing.
   *
   * @param sku the product
   * @param every how many pieces earn a free one, that one included; 2 or more
   */
  record OneFree(Sku sku, int every) implements Discount {

    /**
     * Checks the discount.
     *
     * @throws IllegalArgumentException if every single piece would be free
     */
    public OneFree {
      if (every < 2) {
        throw new IllegalArgumentException("One of " + every + " cannot be free");
      }
    }

    @Override
    public String label() {
      return "1 of " + every + " " + sku + " free";
    }

    @Override
    public Money on(Basket basket) {
      return basket.lines().stream()
          .filter(line -> line.product().sku().equals(sku))
          .map(line -> line.product().price().times(line.quantity() / every))
          .reduce(Money.ZERO, Money::plus);
    }
  }
}
