/** Judges the plan's rules: a rule over facts gives a verdict. No I/O, no clock, no state. */
package dev.coord.rule;
