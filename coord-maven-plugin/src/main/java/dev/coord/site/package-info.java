/** The pages as data, without HTML. */
package dev.coord.site;
