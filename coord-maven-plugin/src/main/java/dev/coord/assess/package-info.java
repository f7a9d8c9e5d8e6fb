/** Joins plan and evidence: gates, claims and contradictions, states of workstreams and sprints. */
package dev.coord.assess;
