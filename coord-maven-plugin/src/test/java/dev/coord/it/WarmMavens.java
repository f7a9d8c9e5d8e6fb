package dev.coord.it;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The processes that {@link WarmMaven} runs in, as many as are asked at once. */
final class WarmMavens {

  private final Maven maven;
  private final Map<String, String> environment;
  private final BlockingDeque<Served> idle = new LinkedBlockingDeque<>();

  /**
   * None yet.
   *
   * @param environment all that each run sees
   */
  WarmMavens(Maven maven, Map<String, String> environment) {
    this.maven = maven;
    this.environment = Map.copyOf(environment);
  }

  /**
   * How a run ended, in the process that ran last, whose classes are the warmest.
   *
   * @throws IllegalStateException when it does not end in time, or ends the process
   */
  MavenResult run(Path directory, List<String> arguments, long seconds) {
    Served served = idle.pollFirst();
    try {
      if (served == null) {
        served = start();
      }
      MavenResult result = served.run(directory, arguments, seconds);
      idle.addFirst(served);
      return result;
    } catch (IOException e) {
      throw new IllegalStateException(
          arguments + " in " + directory + ": " + (served == null ? e : served.lost()), e);
    }
  }

  private Served start() throws IOException {
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of(environment.get("MAVEN_OPTS").split(" ")));
      command.addAll(List.of("-cp", classPath(), WarmMaven.class.getName()));
      command.addAll(List.of(maven.home().toString(), String.valueOf(door.getLocalPort())));
      Path log = Files.createTempFile("warm-maven", ".txt");
      log.toFile().deleteOnExit();
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      process.onExit().thenRun(() -> close(door));
      try {
        return new Served(process, door.accept(), log);
      } catch (IOException e) {
        throw new IOException(Files.readString(log), e);
      }
    }
  }

  private static void close(ServerSocket door) {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What {@link WarmMaven} needs, and no more: the rest comes from Maven's own home. */
  private String classPath() throws IOException {
    try (Stream<Path> boot = Files.list(maven.home().resolve("boot"))) {
      return Stream.concat(
              Stream.of(WarmMaven.class.getProtectionDomain().getCodeSource().getLocation())
                  .map(location -> Path.of(URI.create(location.toString()))),
              boot.filter(path -> path.toString().endsWith(".jar")))
          .map(Path::toString)
          .collect(Collectors.joining(File.pathSeparator));
    }
  }

  private record Served(Process process, Socket socket, Path log) {

    MavenResult run(Path directory, List<String> arguments, long seconds) throws IOException {
      socket.setSoTimeout(Math.toIntExact(seconds * 1_000));
      DataOutputStream questions = new DataOutputStream(socket.getOutputStream());
      questions.writeUTF(directory.toString());
      questions.writeInt(arguments.size());
      for (String argument : arguments) {
        questions.writeUTF(argument);
      }
      questions.flush();
      DataInputStream answers = new DataInputStream(socket.getInputStream());
      int exit = answers.readInt();
      byte[] output = answers.readNBytes(answers.readInt());
      return new MavenResult(directory, exit, new String(output, StandardCharsets.UTF_8));
    }

    /** Ends the process, and gives what it said by itself. */
    String lost() {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      try {
        return "no answer: " + Files.readString(log);
      } catch (IOException e) {
        return "no answer, and no log: " + e;
      }
    }
  }
}
