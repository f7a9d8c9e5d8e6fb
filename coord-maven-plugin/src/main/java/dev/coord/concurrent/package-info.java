/** Work that several threads do for one that waits for what comes of it. */
package dev.coord.concurrent;
