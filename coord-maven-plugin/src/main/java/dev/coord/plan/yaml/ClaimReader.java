package dev.coord.plan.yaml;

import dev.coord.plan.Claim;
import dev.coord.plan.Ids;
import dev.coord.plan.Origin;
import dev.coord.plan.Rule;
import dev.coord.plan.yaml.YamlNode.Scalar;
import java.time.LocalDate;
import java.util.Optional;

/** Reads an item of {@code claims}: a sentence, or a map of keys. */
final class ClaimReader {
  static final Shape SHAPE = new Shape("a claim", "{says: All tracks are independent.}");

  private ClaimReader() {}

  static Optional<Claim> read(ReadContext context, YamlNode node) {
    return node instanceof Scalar
        ? new Scalars(context)
            .markdown(Field.item("claims", node))
            .flatMap(says -> sentence(context, node, says))
        : MappingReader.read(context, node, SHAPE, ClaimReader::claim);
  }

  private static Optional<Claim> sentence(ReadContext context, YamlNode node, String says) {
    Origin origin = Origin.at(node.location());
    return slug(context, origin, says)
        .map(
            id ->
                new Claim(
                    origin, id, says, "", Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private static Optional<Claim> claim(MappingReader in) {
    Optional<String> says =
        in.required("says", "All tracks are independent.", in.scalars()::markdown);
    Optional<String> id =
        in.has("id")
            ? in.id(Kind.CLAIM)
            : says.filter(text -> in.lacks("id"))
                .flatMap(text -> slug(in.context(), in.origin(), text));
    String where = in.text("where");
    Optional<String> by = in.reference("by", Kind.PERSON);
    Optional<LocalDate> on = in.date("on");
    Optional<Rule> holdsWhen = in.record("holds_when", RuleReader::one);
    return id.flatMap(
        name -> says.map(text -> new Claim(in.origin(), name, text, where, by, on, holdsWhen)));
  }

  private static Optional<String> slug(ReadContext context, Origin origin, String says) {
    String slug = Ids.slug(says);
    if (slug.isEmpty() || Ids.problem(slug).isPresent()) {
      context.error(
          origin.of("says"),
          "no id can be made of the claim's sentence",
          "Give it one, such as '{id: tracks, says: ...}'.");
      return Optional.empty();
    }
    context
        .names()
        .declare(Kind.CLAIM, slug, origin.of("says"))
        .filter(before -> !context.isAside())
        .ifPresent(
            before ->
                Refusals.taken(
                    context,
                    Kind.CLAIM,
                    slug,
                    origin.of("says"),
                    before,
                    "Give one of them an id, such as 'id: tracks-2'."));
    return Optional.of(slug);
  }
}
