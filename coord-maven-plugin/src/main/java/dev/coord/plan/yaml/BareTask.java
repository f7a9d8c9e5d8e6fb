package dev.coord.plan.yaml;

import java.util.Optional;

/**
 * A task that is named without its workstream, where a workstream must stand before it.
 *
 * @param field where it stands
 * @param name what stands there
 * @param provider the workstream that is said beside it
 */
record BareTask(Field field, String name, Optional<String> provider) {}
