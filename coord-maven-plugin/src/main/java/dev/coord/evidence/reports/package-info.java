/** Which report files there are, whether they are of this build, and which sources they mean. */
package dev.coord.evidence.reports;
