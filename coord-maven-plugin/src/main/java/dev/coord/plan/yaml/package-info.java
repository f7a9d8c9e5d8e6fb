/** Reads plan files; the only user of Jackson for YAML. */
package dev.coord.plan.yaml;
