/** Repository paths and path patterns with the meaning that gitignore gives them. */
package dev.coord.path;
