/** Reads numbers that other tools have measured, one reader for each way of writing them. */
package dev.coord.evidence.metrics;
