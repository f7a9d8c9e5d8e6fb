/** Writes pages: from data to HTML and Markdown, and from there to disk. */
package dev.coord.site.render;
