/** Where an input is wrong, and what to do about it. */
package dev.coord.diagnostic;
