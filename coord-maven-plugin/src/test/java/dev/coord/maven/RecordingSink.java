package dev.coord.maven;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.doxia.sink.Sink;

/** Keeps what is written into a page of {@code mvn site}, one line for each call. */
final class RecordingSink {

  private final List<String> calls = new ArrayList<>();
  private final Sink sink =
      (Sink)
          Proxy.newProxyInstance(
              Sink.class.getClassLoader(),
              new Class<?>[] {Sink.class},
              (proxy, method, arguments) -> {
                calls.add(method.getName() + (arguments == null ? "" : " " + arguments[0]));
                return null;
              });

  Sink sink() {
    return sink;
  }

  /** All calls in their order. */
  List<String> calls() {
    return calls;
  }

  /** The texts in their order. */
  List<String> texts() {
    return after("text ");
  }

  /** Where links lead, in their order. */
  List<String> links() {
    return after("link ");
  }

  private List<String> after(String call) {
    return calls.stream()
        .filter(line -> line.startsWith(call))
        .map(line -> line.substring(call.length()))
        .toList();
  }
}
