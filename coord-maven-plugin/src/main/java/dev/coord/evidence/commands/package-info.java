/** Runs commands; the only place that starts a process. */
package dev.coord.evidence.commands;
