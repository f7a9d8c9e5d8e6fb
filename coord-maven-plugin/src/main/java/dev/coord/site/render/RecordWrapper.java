package dev.coord.site.render;

import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleHash;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateSequenceModel;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets templates read the parts of this package's records, and their {@code kind}: the record's
 * name in lower case. Nothing else of any object can be reached; there are no methods to call.
 */
final class RecordWrapper implements ObjectWrapper {

  private static final String KIND = "kind";

  private final Map<Class<?>, Parts> parts = new ConcurrentHashMap<>();

  @Override
  public TemplateModel wrap(Object value) throws TemplateModelException {
    if (value == null) {
      return null;
    }
    if (value instanceof TemplateModel model) {
      return model;
    }
    if (value instanceof String text) {
      return new SimpleScalar(text);
    }
    if (value instanceof Integer number) {
      return new SimpleNumber(number);
    }
    if (value instanceof Boolean flag) {
      return flag ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
    }
    if (value instanceof List<?> list) {
      return new Sequence(list);
    }
    if (value instanceof Map<?, ?> variables) {
      return new SimpleHash(variables, this);
    }
    Parts parts =
        parts(value.getClass())
            .orElseThrow(
                () -> new TemplateModelException("no view: " + value.getClass().getName()));
    return new View(value, parts);
  }

  /** What can be read of the views of one type. */
  private record Parts(TemplateModel kind, Map<String, Field> fields) {

    /** Fields and not accessors, for the JVM makes a class for each method that is called often. */
    static Parts of(Class<?> type) {
      Map<String, Field> fields = new HashMap<>();
      for (RecordComponent component : type.getRecordComponents()) {
        try {
          Field field = type.getDeclaredField(component.getName());
          field.setAccessible(true); // else each look at it looks for its caller
          fields.put(component.getName(), field);
        } catch (NoSuchFieldException e) {
          throw new IllegalStateException("a record without " + component, e);
        }
      }
      String kind = type.getSimpleName().toLowerCase(Locale.ROOT);
      return new Parts(new SimpleScalar(kind), fields);
    }
  }

  /** Nothing but this package's records is a view. */
  private Optional<Parts> parts(Class<?> type) {
    Parts known = parts.get(type);
    if (known == null && type.isRecord() && type.getPackage().equals(getClass().getPackage())) {
      known = parts.computeIfAbsent(type, Parts::of);
    }
    return Optional.ofNullable(known);
  }

  private final class View implements TemplateHashModel {
    private final Object view;
    private final Parts parts;

    View(Object view, Parts parts) {
      this.view = view;
      this.parts = parts;
    }

    @Override
    public TemplateModel get(String key) throws TemplateModelException {
      if (key.equals(KIND)) {
        return parts.kind();
      }
      Field field = parts.fields().get(key);
      if (field == null) {
        return null; // which fails the page
      }
      try {
        return wrap(field.get(view));
      } catch (ReflectiveOperationException e) {
        throw new TemplateModelException(key, e);
      }
    }

    @Override
    public boolean isEmpty() {
      return false;
    }
  }

  private final class Sequence implements TemplateSequenceModel {
    private final List<?> list;

    Sequence(List<?> list) {
      this.list = list;
    }

    @Override
    public TemplateModel get(int index) throws TemplateModelException {
      return wrap(list.get(index));
    }

    @Override
    public int size() {
      return list.size();
    }
  }
}
