package dev.coord.it;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.classworlds.launcher.Launcher;

/**
 * The program of a process that runs one Maven after the other: half of what a run takes goes into
 * starting a virtual machine and reading Maven's classes, and here that is done once.
 *
 * <p>Each run has a container, class loaders and system properties of its own, as {@code MavenCli}
 * gives them to those who embed it. What a run would leave behind in static state, a relative path
 * that means the directory of the process, or a thread that ends the process shows here and not in
 * a Maven that is started anew.
 */
final class WarmMaven {

  private static final String CLI = "org.apache.maven.cli.MavenCli";

  private final Launcher launcher = new Launcher();
  private final Object cli;
  private final Method run;

  private WarmMaven(Path home) throws Exception {
    System.setProperty("maven.home", home.toString());
    launcher.setSystemClassLoader(ClassLoader.getSystemClassLoader());
    try (InputStream configuration = Files.newInputStream(configuration(home))) {
      launcher.configure(configuration);
    }
    Class<?> type = launcher.getMainClass();
    cli = type.getConstructor(ClassWorld.class).newInstance(launcher.getWorld());
    run =
        type.getMethod(
            "doMain", String[].class, String.class, PrintStream.class, PrintStream.class);
  }

  /** Whether a Maven can be run more than once in a process: Maven 3 can. */
  static boolean canRun(Maven maven) {
    try {
      return Files.readString(configuration(maven.home())).contains("main is " + CLI + " ");
    } catch (IOException e) {
      return false;
    }
  }

  private static Path configuration(Path home) {
    return home.resolve("bin/m2.conf");
  }

  /**
   * Runs what it is asked to through a socket until that is closed.
   *
   * @param arguments the home of Maven, and the port of this machine to ask at
   */
  public static void main(String[] arguments) throws Exception {
    WarmMaven maven = new WarmMaven(Path.of(arguments[0]));
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1]))) {
      DataInputStream questions = new DataInputStream(socket.getInputStream());
      DataOutputStream answers = new DataOutputStream(socket.getOutputStream());
      while (true) {
        maven.answer(questions, answers);
      }
    } catch (EOFException e) {
      // Nobody asks any more. What a build left running must not keep this process.
      System.exit(0);
    }
  }

  private void answer(DataInputStream questions, DataOutputStream answers) throws Exception {
    String directory = questions.readUTF();
    String[] arguments = new String[questions.readInt()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = questions.readUTF();
    }
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    int exit = run(directory, arguments, output);
    answers.writeInt(exit);
    answers.writeInt(output.size());
    output.writeTo(answers);
    answers.flush();
  }

  private int run(String directory, String[] arguments, ByteArrayOutputStream output)
      throws Exception {
    Properties before = System.getProperties();
    System.setProperties((Properties) before.clone());
    System.setProperty("user.dir", directory);
    System.setProperty("maven.multiModuleProjectDirectory", directory);
    Thread.currentThread().setContextClassLoader(launcher.getMainRealm());
    try (PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8)) {
      return (int) run.invoke(cli, arguments, directory, stream, stream);
    } finally {
      System.setProperties(before);
    }
  }
}
