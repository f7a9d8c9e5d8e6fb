package dev.coord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A JSON Schema that documents are held against. */
public final class JsonSchema {
  private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

  private final Schema schema;

  private JsonSchema(Schema schema) {
    this.schema = schema;
  }

  public static JsonSchema of(JsonNode schema) {
    return new JsonSchema(registry().getSchema(schema));
  }

  /** The schema of schemas. */
  public static JsonSchema ofSchemas() {
    return new JsonSchema(registry().getSchema(SchemaLocation.of(DRAFT)));
  }

  private static SchemaRegistry registry() {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  }

  public static JsonNode parse(byte[] json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A place that is wrong.
   *
   * @param pointer the JSON pointer of the value; of an unknown key, that of what it holds
   */
  public record Mistake(String pointer, String message) {}

  public List<Mistake> mistakes(JsonNode document) {
    return schema.validate(document).stream().map(JsonSchema::mistake).toList();
  }

  private static Mistake mistake(Error error) {
    String pointer = error.getInstanceLocation().toString();
    boolean unknown = error.getKeyword().equals("additionalProperties");
    return new Mistake(
        unknown ? pointer + "/" + error.getProperty() : pointer,
        error.getKeyword() + ": " + error.getMessage());
  }
}
