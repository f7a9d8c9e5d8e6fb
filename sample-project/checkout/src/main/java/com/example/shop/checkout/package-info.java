/** Baskets, discounts, orders and refunds. */
package com.example.shop.checkout;
