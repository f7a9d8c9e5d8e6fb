package dev.coord.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Serves a directory to this machine alone, as a host of static pages does. */
final class LocalServer implements AutoCloseable {

  private static final int FOUND = 200;
  private static final int MISSING = 404;

  private final Path folder;
  private final HttpServer server;
  private final Set<String> missing = new ConcurrentSkipListSet<>();

  LocalServer(Path folder) throws IOException {
    this.folder = folder;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** The address of the directory; it ends in a slash. */
  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** What was asked for and is not there. */
  Set<String> missing() {
    return missing;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      Path file = folder.resolve(path.substring(1)).normalize();
      boolean found = file.startsWith(folder) && Files.isRegularFile(file);
      if (!found) {
        missing.add(path);
      }
      Path sent = found ? file : folder.resolve("404.html");
      exchange.getResponseHeaders().set("Content-Type", type(sent.toString()));
      byte[] content = Files.readAllBytes(sent);
      exchange.sendResponseHeaders(found ? FOUND : MISSING, content.length);
      exchange.getResponseBody().write(content);
    }
  }

  private static String type(String name) {
    if (name.endsWith(".html")) {
      return "text/html; charset=utf-8";
    } else if (name.endsWith(".css")) {
      return "text/css; charset=utf-8";
    } else if (name.endsWith(".svg")) {
      return "image/svg+xml";
    }
    return name.endsWith(".js") ? "text/javascript; charset=utf-8" : "application/octet-stream";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
