/** Reads what git knows, without git: the only user of JGit. */
package dev.coord.evidence.git;
