/** What is true, or why it cannot be told. */
package dev.coord.evidence;
