/** Working calendar: days and weeks of a sprint turned into dates. */
package dev.coord.schedule;
