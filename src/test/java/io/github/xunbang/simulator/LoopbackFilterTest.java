package io.github.xunbang.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LoopbackFilterTest {

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "localhost:8080", "127.0.0.1:1", "[::1]:8080", "[::1]"})
  void letsThisMachineIn(String host) throws Exception {
    assertThat(status(request("GET", "/simulator", host))).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "localhost.evil.example", "10.0.0.1:8080", "[::2]", ""})
  void refusesAForeignHost(String host) throws Exception {
    assertThat(status(request("GET", "/", host))).isEqualTo(403);
  }

  @Test
  void refusesAForeignAddress() throws Exception {
    MockHttpServletRequest request = request("GET", "/simulator/api/clock", "localhost");
    request.setRemoteAddr("192.168.1.7");

    assertThat(status(request)).isEqualTo(403);
  }

  @Test
  void refusesABodyThatIsNotJsonAndARequestOfAnotherPage() throws Exception {
    MockHttpServletRequest text = request("POST", "/simulator/api/messages", "localhost");
    text.setContentType("text/plain");
    text.setContent(new byte[] {'{', '}'});
    MockHttpServletRequest bare = request("PUT", "/simulator/api/clock", "localhost");
    bare.setContent(new byte[] {'{', '}'});
    MockHttpServletRequest foreign = request("POST", "/simulator/api/reset", "localhost");
    foreign.addHeader("Origin", "https://evil.example");

    assertThat(status(text)).isEqualTo(403);
    assertThat(status(bare)).isEqualTo(403);
    assertThat(status(foreign)).isEqualTo(403);
  }

  @Test
  void acceptsJsonAndAnEmptyBody() throws Exception {
    MockHttpServletRequest json = request("POST", "/simulator/api/messages", "localhost:8080");
    json.setContentType("application/json; charset=utf-8");
    json.setContent(new byte[] {'{', '}'});
    json.addHeader("Origin", "http://localhost:8080");

    assertThat(status(json)).isEqualTo(200);
    assertThat(status(request("POST", "/simulator/api/reset", "localhost"))).isEqualTo(200);
  }

  @Test
  void leavesOtherPathsAlone() throws Exception {
    assertThat(status(request("GET", "/actuator/health", "bot.example"))).isEqualTo(200);
  }

  private static MockHttpServletRequest request(String method, String path, String host) {
    MockHttpServletRequest request = new MockHttpServletRequest(method, path);
    request.setServletPath(path);
    request.setRemoteAddr("127.0.0.1");
    request.addHeader("Host", host);
    return request;
  }

  private static int status(MockHttpServletRequest request) throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    new LoopbackFilter().doFilter(request, response, new MockFilterChain());
    return response.getStatus();
  }
}
