/** The shop on the command line. */
package com.example.shop.app;
