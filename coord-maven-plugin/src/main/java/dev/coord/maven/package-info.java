/** Goals: translate Maven to settings and results to Maven, nothing else. */
package dev.coord.maven;
