package io.github.xunbang.crash;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The whole service in a JVM of its own, so that it can be killed like a real one. */
public final class ChildApplication implements AutoCloseable {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final Process process;
  private final int port;
  private final Path log;

  private ChildApplication(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /**
   * Starts the service on {@code dataDir} with further {@code --name=value} properties and waits
   * until it answers.
   */
  public static ChildApplication start(Path dataDir, List<String> properties) throws IOException {
    int port = freePort();
    Path log = dataDir.resolveSibling(dataDir.getFileName() + "-" + port + ".log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xms192m",
                "-XX:MetaspaceSize=160m",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "io.github.xunbang.XunbangApplication",
                "--server.port=" + port,
                "--xunbang.data-dir=" + dataDir));
    command.addAll(properties);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    ChildApplication child = new ChildApplication(process, port, log);
    child.awaitReady();
    return child;
  }

  /** The port of its web server on loopback. */
  public int port() {
    return port;
  }

  /** The operating system's process number. */
  public long pid() {
    return process.pid();
  }

  /** What it printed. */
  public String log() throws IOException {
    return Files.readString(log);
  }

  /**
   * Sends one chat line through the simulator's door and returns the answer's body; any failure is
   * an IOException.
   */
  public String say(String group, String user, String messageId, String text) throws IOException {
    String body =
        "{\"group\":\"%s\",\"user\":\"%s\",\"name\":\"%s\",\"messageId\":\"%s\",\"text\":\"%s\"}"
            .formatted(group, user, user, messageId, text);
    try {
      HttpResponse<String> response =
          HTTP.send(
              HttpRequest.newBuilder(
                      URI.create("http://127.0.0.1:" + port + "/simulator/api/messages"))
                  .timeout(Duration.ofSeconds(20))
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IOException("Status " + response.statusCode() + ": " + response.body());
      }
      return response.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
  }

  /** SIGKILL: nothing of the process runs any more when this returns. */
  public void kill() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    kill();
  }

  private void awaitReady() {
    Awaitility.await("start of the child, see " + log)
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .until(this::isReady);
  }

  private boolean isReady() throws InterruptedException {
    if (!process.isAlive()) {
      throw new IllegalStateException("The child ended at start, see " + log);
    }
    try {
      return HTTP.send(
                  HttpRequest.newBuilder(
                          URI.create("http://127.0.0.1:" + port + "/actuator/health/liveness"))
                      .timeout(Duration.ofSeconds(2))
                      .build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
