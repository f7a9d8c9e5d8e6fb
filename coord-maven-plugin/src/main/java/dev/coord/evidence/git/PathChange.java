package dev.coord.evidence.git;

import java.util.Optional;

/**
 * A path that differs.
 *
 * @param path the path
 * @param before what it was; empty when it is new
 * @param after what it is; empty when it is gone
 */
record PathChange(String path, Optional<TreeEntry> before, Optional<TreeEntry> after) {}
