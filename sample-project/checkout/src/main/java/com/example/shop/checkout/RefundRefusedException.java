package com.example.shop.checkout;

/** A refund that the shop does not grant; the message says why, in words for the customer. */
public final class RefundRefusedException extends RuntimeException {

  /** Says why. */
  public RefundRefusedException(String reason) {
    super(reason);
  }
}
