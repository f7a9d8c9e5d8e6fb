/** The files of a site that are read by programs: briefs, calendar, feed, badges and lists. */
package dev.coord.publish.feed;
