/** Reads what tools of analysis found. */
package dev.coord.evidence.findings;
