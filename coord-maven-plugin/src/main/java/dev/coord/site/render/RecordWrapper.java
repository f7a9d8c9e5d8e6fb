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
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets templates read the parts of this package's records, and their {@code kind}: the record's
 * name in lower case. Nothing else of any object can be reached; there are no methods to call.
 */
final class RecordWrapper implements ObjectWrapper {

  private static final String KIND = "kind";

  private final Map<Class<?>, Map<String, Method>> accessors = new ConcurrentHashMap<>();

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
    if (value instanceof Record view && isView(value.getClass())) {
      return new View(view);
    }
    throw new TemplateModelException("no view: " + value.getClass().getName());
  }

  private static boolean isView(Class<?> type) {
    return type.getPackage().equals(RecordWrapper.class.getPackage());
  }

  private Map<String, Method> accessors(Class<?> type) {
    return accessors.computeIfAbsent(
        type,
        t -> {
          Map<String, Method> methods = new HashMap<>();
          for (RecordComponent component : t.getRecordComponents()) {
            methods.put(component.getName(), component.getAccessor());
          }
          return methods;
        });
  }

  private final class View implements TemplateHashModel {
    private final Record view;

    View(Record view) {
      this.view = view;
    }

    @Override
    public TemplateModel get(String key) throws TemplateModelException {
      if (key.equals(KIND)) {
        return wrap(view.getClass().getSimpleName().toLowerCase(Locale.ROOT));
      }
      Method accessor = accessors(view.getClass()).get(key);
      if (accessor == null) {
        return null; // which fails the page
      }
      try {
        return wrap(accessor.invoke(view));
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
