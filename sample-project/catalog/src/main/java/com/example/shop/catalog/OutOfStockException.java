package com.example.shop.catalog;

/** More of a product was wanted than there is. */
public final class OutOfStockException extends RuntimeException {

  /** Says which product, how many were wanted, and how many there are. */
  public OutOfStockException(Sku sku, int wanted, int available) {
    super("Only " + available + " of " + sku + " left, not " + wanted);
  }
}
