/**
 * Markdown from plans to safe HTML and to plain text; the only user of flexmark and of the
 * sanitizer jsoup.
 */
package dev.coord.markdown;
