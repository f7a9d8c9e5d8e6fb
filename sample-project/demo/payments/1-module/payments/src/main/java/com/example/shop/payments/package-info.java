/** Cards, and what becomes of a payment. */
package com.example.shop.payments;
