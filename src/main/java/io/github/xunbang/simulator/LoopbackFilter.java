package io.github.xunbang.simulator;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only this machine use the simulator (design section 15). The address alone is not enough: a
 * web page from elsewhere runs in a browser on this machine. Its requests are known by a foreign
 * {@code Host} (DNS rebinding), a foreign {@code Origin}, or a body that a plain form can send.
 */
class LoopbackFilter extends OncePerRequestFilter {

  private static final Set<String> LOOPBACK_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH", "DELETE");

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getServletPath();
    return !path.isEmpty()
        && !path.equals("/")
        && !path.equals("/simulator")
        && !path.startsWith("/simulator/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String refusal = refusal(request);
    if (refusal == null) {
      chain.doFilter(request, response);
      return;
    }
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentType("application/json;charset=UTF-8");
    response
        .getOutputStream()
        .write(("{\"error\":\"" + refusal + "\"}").getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable String refusal(HttpServletRequest request) {
    String host = request.getHeader("Host");
    if (!isLoopback(request.getRemoteAddr()) || host == null || !isLoopbackHost(host)) {
      return "模拟器只能在本机打开：http://localhost:端口/";
    }
    if (!WITH_BODY.contains(request.getMethod())) {
      return null;
    }
    String origin = request.getHeader("Origin");
    if (origin != null && !origin.equalsIgnoreCase(request.getScheme() + "://" + host)) {
      return "别的网页不能操作模拟器";
    }
    return hasOnlyJson(request) ? null : "请求体要用JSON，并带上 Content-Type: application/json";
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static boolean isLoopbackHost(String host) {
    int port = host.lastIndexOf(':');
    boolean hasPort = port > host.lastIndexOf(']');
    String name = hasPort ? host.substring(0, port) : host;
    return LOOPBACK_HOSTS.contains(name.toLowerCase(Locale.ROOT));
  }

  private static boolean hasOnlyJson(HttpServletRequest request) {
    String type = request.getContentType();
    if (type == null || type.isBlank()) {
      return request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null;
    }
    try {
      return MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(type));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }
}
