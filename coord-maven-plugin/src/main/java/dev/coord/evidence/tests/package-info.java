/** Reads test results from JUnit XML. */
package dev.coord.evidence.tests;
