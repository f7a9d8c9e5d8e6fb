/** Where the plan contradicts itself. */
package dev.coord.consistency;
