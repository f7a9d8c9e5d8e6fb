/** Draws pictures: from data to SVG and to Mermaid. */
package dev.coord.site.render.picture;
