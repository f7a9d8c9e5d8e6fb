/** Reads hostile XML as a stream, within limits; the only user of Woodstox. */
package dev.coord.evidence.xml;
