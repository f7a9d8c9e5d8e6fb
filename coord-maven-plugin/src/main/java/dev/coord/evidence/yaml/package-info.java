/** Hardened YAML of files that are no plan. */
package dev.coord.evidence.yaml;
