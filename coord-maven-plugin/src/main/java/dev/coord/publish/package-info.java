/** The outputs beside the pages: JSON, console, annotations and summaries for CI. */
package dev.coord.publish;
