/** Tells on pages, as data and without HTML, what was found. */
package dev.coord.site;
