/** Hardened streaming JSON. */
package dev.coord.evidence.json;
