package com.example.shop.checkout;

import com.example.shop.catalog.Money;
import com.example.shop.catalog.Product;
import com.example.shop.catalog.Sku;

/** The products that the tests buy. */
final class Goods {

  static final Product TEA = new Product(new Sku("TEA-01"), "Green tea", new Money(450));
  static final Product POT = new Product(new Sku("POT-01"), "Teapot", new Money(2900));

  private Goods() {}

  /** A basket with so much tea and so many pots. */
  static Basket basket(int teas, int pots) {
    var basket = new Basket();
    if (teas > 0) {
      basket.add(TEA, teas);
    }
    if (pots > 0) {
      basket.add(POT, pots);
    }
    return basket;
  }
}
