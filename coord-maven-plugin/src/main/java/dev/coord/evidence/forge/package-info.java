/** What forges export of pull requests. */
package dev.coord.evidence.forge;
