package dev.coord;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Refuses a factory that makes no test: it would pass whatever the code does. Applied to all tests,
 * by {@code junit-platform.properties}.
 */
public final class NoEmptyTestFactory implements InvocationInterceptor {

  @Override
  @SuppressWarnings("unchecked")
  public <T> T interceptTestFactoryMethod(
      Invocation<T> invocation,
      ReflectiveInvocationContext<Method> context,
      ExtensionContext extension)
      throws Throwable {
    return (T) some(context.getExecutable().getName(), invocation.proceed());
  }

  /** What a factory made, if it is something. */
  static Object some(String factory, Object made) {
    if (made instanceof Stream<?> stream) {
      List<?> nodes = stream.toList();
      refuse(factory, nodes.isEmpty());
      return nodes.stream();
    }
    if (made instanceof Iterator<?> iterator) {
      List<Object> nodes = new ArrayList<>();
      iterator.forEachRemaining(nodes::add);
      refuse(factory, nodes.isEmpty());
      return nodes.iterator();
    }
    refuse(factory, made instanceof Collection<?> nodes && nodes.isEmpty());
    return made;
  }

  private static void refuse(String factory, boolean empty) {
    if (empty) {
      throw new AssertionError(factory + " makes no test");
    }
  }
}
