package dev.coord.engine;

import dev.coord.engine.PlanSource.Entry;
import dev.coord.evidence.git.GitRepository;
import dev.coord.plan.yaml.PlanReading;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the versions of the plan that commits have, each once. */
final class PastPlans {

  private final Opened opened;
  private final Settings settings;
  private final Map<String, Optional<PlanReading>> known = new HashMap<>();

  PastPlans(Opened opened, Settings settings) {
    this.opened = opened;
    this.settings = settings;
  }

  /** The repository that has the commits. */
  GitRepository git() {
    return opened.repository().orElseThrow();
  }

  /**
   * The plan as a commit has it.
   *
   * @param commit full object id
   * @return empty when it has none
   * @throws UnreadableException when that cannot be told
   */
  Optional<PlanReading> at(String commit) {
    Optional<PlanReading> reading = known.get(commit);
    if (reading == null) {
      reading = read(commit);
      known.put(commit, reading);
    }
    return reading;
  }

  private Optional<PlanReading> read(String commit) {
    PlanSource source = new CommitSource(git(), commit);
    PlanLocator locator = new PlanLocator(source);
    Optional<String> given =
        settings
            .plan()
            .map(p -> settings.directory().resolve(p).normalize())
            .map(p -> opened.root().relativize(p).toString().replace('\\', '/'));
    // A branch's POM may name a plan that its base does not have; the base's own one judges then.
    PlanLocator.Found found =
        given
            .filter(path -> source.entry(path) != Entry.NONE)
            .map(locator::given)
            .orElseGet(() -> locator.nearest(opened.directory()));
    return PlanLocator.isMissing(found)
        ? Optional.empty()
        : Optional.of(
            new PlanLoader(source, Optional.of(new WorkTreeSource(opened.root()))).load(found));
  }
}
