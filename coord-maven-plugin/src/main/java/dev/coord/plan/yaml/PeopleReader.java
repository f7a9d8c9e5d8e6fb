package dev.coord.plan.yaml;

import dev.coord.plan.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads an item of {@code people}. */
final class PeopleReader {
  static final Shape SHAPE = new Shape("a person", "{id: ana, name: Ana Ruiz}");
  private static final Shape SHARE = new Shape("an allocation", "{to: checkout, share: 50%}");
  private static final Map<String, Person.Kind> KINDS = EnumWords.of(Person.Kind.class);
  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>]{1,64}@[^\\s@<>]{1,255}");

  private PeopleReader() {}

  static Optional<Person> read(ReadContext context, YamlNode node) {
    return MappingReader.read(context, node, SHAPE, PeopleReader::person);
  }

  private static Optional<Person> person(MappingReader in) {
    Optional<String> id = in.id(Kind.PERSON);
    Optional<String> name = in.optional("name");
    Person.Kind kind = in.word("kind", KINDS).orElse(Person.Kind.HUMAN);
    String role = in.text("role");
    List<String> emails = in.oneOrMore("email", "emails", field -> email(in, field));
    List<String> skills = in.texts("skills");
    List<String> access = in.texts("access");
    List<Person.Share> allocation = allocation(in);
    boolean publish = in.flag("publish");
    String notes = in.markdown("notes");
    return id.map(
        who ->
            new Person(
                in.origin(),
                who,
                name.orElse(who),
                kind,
                role,
                emails,
                skills,
                access,
                allocation,
                publish,
                notes));
  }

  private static Optional<String> email(MappingReader in, Field field) {
    Optional<String> text = in.scalars().text(field);
    if (text.isPresent() && !EMAIL.matcher(text.get()).matches()) {
      in.context()
          .error(
              field.place(),
              field.label() + " must be an e-mail address, but is " + Words.quote(text.get()),
              "Write the address alone, such as " + field.example("ana@example.org") + ".");
      return Optional.empty();
    }
    text.ifPresent(address -> in.context().email(address, field.place()));
    return text;
  }

  /** Reads {@code allocation}: how somebody's time is shared out. */
  static List<Person.Share> allocation(MappingReader in) {
    return in.records("allocation", SHARE, PeopleReader::share);
  }

  private static Optional<Person.Share> share(ReadContext context, YamlNode node) {
    return MappingReader.read(
        context,
        node,
        SHARE,
        in -> {
          Optional<String> to = in.required("to", "checkout", in.scalars()::text);
          Optional<Integer> share =
              in.required("share", "50%", field -> Percents.read(context, field));
          return to.flatMap(what -> share.map(s -> new Person.Share(in.origin(), what, s)));
        });
  }
}
