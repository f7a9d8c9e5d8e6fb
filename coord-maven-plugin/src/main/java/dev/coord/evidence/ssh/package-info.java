/** Signatures by SSH keys, and whose keys they are; over the JDK's own cryptography alone. */
package dev.coord.evidence.ssh;
