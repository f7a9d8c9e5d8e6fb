/** Runs the line from plan to pages, end to end; the one entry point. */
package dev.coord.engine;
