/** Reads coverage from JaCoCo XML and Cobertura XML into one model, line by line. */
package dev.coord.evidence.coverage;
