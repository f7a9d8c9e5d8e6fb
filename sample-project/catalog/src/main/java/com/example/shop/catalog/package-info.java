/** What the shop sells, for how much, and how many are left. */
package com.example.shop.catalog;
