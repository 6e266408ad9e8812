package io.github.xunbang.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port in front of a database; shut, it looks as if the server were away. */
public final class TcpGate implements AutoCloseable {

  private final int target;
  private final InetSocketAddress address;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private ServerSocket door;

  /** An open gate in front of {@code database}. */
  public TcpGate(EmbeddedTestDatabase database) {
    target = URI.create(database.connectionString()).getPort();
    address = new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort());
    open();
  }

  /** The database's address through the gate. */
  public String connectionString() {
    return "mongodb://127.0.0.1:" + address.getPort() + "/xunbang";
  }

  /** Lets connections in. */
  public synchronized void open() {
    try {
      ServerSocket opened = new ServerSocket();
      opened.setReuseAddress(true);
      opened.bind(address);
      door = opened;
      inBackground(() -> letIn(opened));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Cuts every connection and refuses new ones. */
  public synchronized void shut() {
    close(door);
    sockets.forEach(TcpGate::close);
    sockets.clear();
  }

  @Override
  public void close() {
    shut();
  }

  private void letIn(ServerSocket opened) {
    while (!opened.isClosed()) {
      try {
        Socket client = opened.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(client);
        sockets.add(server);
        inBackground(() -> pump(client, server));
        inBackground(() -> pump(server, client));
      } catch (IOException shut) {
        // The loop ends with the gate.
      }
    }
  }

  private static void pump(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException cut) {
      // Both ends close with this.
    }
  }

  private static void inBackground(Runnable work) {
    Thread thread = new Thread(work, "tcp-gate");
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
