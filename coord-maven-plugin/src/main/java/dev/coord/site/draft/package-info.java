/** What pages are written with: facts named and linked in one way, lines, tables and words. */
package dev.coord.site.draft;
