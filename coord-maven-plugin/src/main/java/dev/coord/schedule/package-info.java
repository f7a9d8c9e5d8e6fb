/** The calendar: what the plan tells of times, turned into dates. */
package dev.coord.schedule;
