/** What the team promised, its rules included as data: immutable records. */
package dev.coord.plan;
