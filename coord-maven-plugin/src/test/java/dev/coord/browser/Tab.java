package dev.coord.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A tab of a browser of its own, over the DevTools protocol: it loads a page once and shows it in
 * any size, scheme and medium, and gets real keys.
 */
final class Tab implements AutoCloseable, WebSocket.Listener {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 120;

  private final Process process;
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final AtomicInteger calls = new AtomicInteger();
  private final StringBuilder part = new StringBuilder();
  private final List<String> console = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private CompletableFuture<Void> loaded = new CompletableFuture<>();
  private WebSocket socket;
  private String session = "";
  private int shownWidth;
  private String shownMedia = "";

  private Tab(Process process) {
    this.process = process;
  }

  /** The one tab of a browser that was started with a port for this. */
  static Tab of(Process process, Path profile) throws IOException, InterruptedException {
    Tab tab = new Tab(process);
    Path note = profile.resolve("DevToolsActivePort");
    long end = System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
    while (!Files.exists(note) || Files.readAllLines(note).size() < 2) {
      if (!process.isAlive() || System.nanoTime() > end) {
        process.destroyForcibly();
        throw new AssertionError("the browser opened no port");
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    List<String> lines = Files.readAllLines(note);
    tab.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1)), tab)
            .join();
    String target = tab.call("Target.createTarget", "url", "about:blank").get("targetId").asText();
    tab.session =
        tab.call("Target.attachToTarget", "targetId", target, "flatten", true)
            .get("sessionId")
            .asText();
    for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
      tab.call(domain + ".enable");
    }
    return tab;
  }

  /** Has every page that is opened begin with a script, which no policy of the page stops. */
  void prepare(String script) {
    call("Page.addScriptToEvaluateOnNewDocument", "source", script);
  }

  /** Shows what is open at a width, in a scheme, on a screen or on paper. */
  void show(int width, String scheme, String medium) {
    // To say again what holds already would draw the page again.
    if (width != shownWidth) {
      call(
          "Emulation.setDeviceMetricsOverride",
          "width",
          width,
          "height",
          800,
          "deviceScaleFactor",
          1,
          "mobile",
          false);
      shownWidth = width;
    }
    if (!(scheme + medium).equals(shownMedia)) {
      call(
          "Emulation.setEmulatedMedia",
          "media",
          medium,
          "features",
          List.of(Map.of("name", "prefers-color-scheme", "value", scheme)));
      shownMedia = scheme + medium;
    }
  }

  /** Whether scripts of pages that are opened from now on run. */
  void scripts(boolean run) {
    call("Emulation.setScriptExecutionDisabled", "value", !run);
  }

  /** Opens a page and waits until all of it is there. */
  void open(URI page) {
    synchronized (this) {
      console.clear();
      requests.clear();
      loaded = new CompletableFuture<>();
    }
    call("Page.navigate", "url", page.toString());
    join(loaded, "no page came: " + page);
  }

  /** What an expression comes to; a promise is waited for. */
  JsonNode evaluate(String expression) {
    JsonNode answer =
        call(
            "Runtime.evaluate",
            "expression",
            expression,
            "returnByValue",
            true,
            "awaitPromise",
            true);
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
    }
    return answer.path("result").path("value");
  }

  /** What is open, when what it had put off for a moment is done. */
  Document settled() {
    evaluate("new Promise((done) => setTimeout(done, 200))");
    return Jsoup.parse(evaluate("document.documentElement.outerHTML").asText());
  }

  /** Presses a key so many times. */
  void press(String key, int code, int times) {
    List<CompletableFuture<JsonNode>> pressed = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      for (String type : List.of("rawKeyDown", "keyUp")) {
        pressed.add(
            send(
                "Input.dispatchKeyEvent",
                "type",
                type,
                "key",
                key,
                "code",
                key,
                "windowsVirtualKeyCode",
                code));
      }
    }
    pressed.forEach(call -> join(call, "no key can be pressed"));
  }

  /** What the page that is open told the console. */
  synchronized List<String> console() {
    return List.copyOf(console);
  }

  /** What the page that is open asked for, itself included. */
  synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  private JsonNode call(String method, Object... parameters) {
    return join(send(method, parameters), method);
  }

  private CompletableFuture<JsonNode> send(String method, Object... parameters) {
    int id = calls.incrementAndGet();
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    ObjectNode values = message.putObject("params");
    for (int i = 0; i < parameters.length; i += 2) {
      values.set((String) parameters[i], JSON.valueToTree(parameters[i + 1]));
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    synchronized (calls) {
      join(socket.sendText(message.toString(), true), method);
    }
    return answer;
  }

  private static <T> T join(CompletableFuture<T> future, String what) {
    try {
      return future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    } catch (RuntimeException e) {
      if (e.getCause() instanceof TimeoutException) {
        throw new AssertionError(what + ": no answer", e);
      }
      throw e;
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      String text = part.toString();
      part.setLength(0);
      try {
        receive(JSON.readTree(text));
      } catch (IOException e) {
        throw new AssertionError(text, e);
      }
    }
    from.request(1);
    return null;
  }

  private void receive(JsonNode message) {
    if (message.has("id")) {
      CompletableFuture<JsonNode> answer = waiting.remove(message.get("id").asInt());
      if (message.has("error")) {
        answer.completeExceptionally(new AssertionError(message.get("error").toString()));
      } else {
        answer.complete(message.get("result"));
      }
      return;
    }
    JsonNode told = message.path("params");
    synchronized (this) {
      switch (message.path("method").asText()) {
        case "Page.loadEventFired" -> loaded.complete(null);
        case "Log.entryAdded" -> console.add(told.at("/entry/text").asText());
        case "Runtime.consoleAPICalled" -> console.add(told.path("args").toString());
        case "Runtime.exceptionThrown" -> console.add(told.path("exceptionDetails").toString());
        case "Network.requestWillBeSent" -> requests.add(told.at("/request/url").asText());
        default -> {
          // Of no interest.
        }
      }
    }
  }

  @Override
  public void close() {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
