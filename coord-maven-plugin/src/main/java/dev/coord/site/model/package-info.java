/** What pages are made of: blocks, lines, links and pictures as data. */
package dev.coord.site.model;
