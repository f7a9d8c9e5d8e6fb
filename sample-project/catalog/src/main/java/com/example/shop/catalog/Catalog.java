package com.example.shop.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All products of the shop, in the order of their codes. Immutable. */
public final class Catalog {

  private final SortedMap<Sku, Product> products;

  private Catalog(SortedMap<Sku, Product> products) {
    this.products = products;
  }

  /**
   * A catalog of these products.
   *
   * @throws IllegalArgumentException if two of them have the same code
   */
  public static Catalog of(Collection<Product> products) {
    var byCode = new TreeMap<Sku, Product>();
    for (Product product : products) {
      if (byCode.putIfAbsent(product.sku(), product) != null) {
        throw new IllegalArgumentException("Two products are called " + product.sku());
      }
    }
    return new Catalog(byCode);
  }

  /** The product of this code, if the shop sells it. */
  public Optional<Product> find(Sku sku) {
    return Optional.ofNullable(products.get(sku));
  }

  /** All products, in the order of their codes. */
  public List<Product> products() {
    return List.copyOf(products.values());
  }
}
