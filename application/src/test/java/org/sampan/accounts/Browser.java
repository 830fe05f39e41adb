package org.sampan.accounts;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.support.WebTestUtils;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.support.WebApplicationContextUtils;

/// Visits pages as a browser does: keeps cookies, sends a form with the token it was drawn with.
public final class Browser {

  private static final Pattern TOKEN =
      Pattern.compile("<input type=\"hidden\" name=\"_csrf\" value=\"([^\"]*)\">");

  private final MockMvc node;
  private final Map<String, Cookie> cookies = new LinkedHashMap<>();
  private String token = "";

  public Browser(MockMvc node) {
    this.node = node;
    // `csrf()` of other tests leaves its own token store behind: a browser meets the node's.
    ServletContext context = node.getDispatcherServlet().getServletContext();
    WebTestUtils.setCsrfTokenRepository(
        new MockHttpServletRequest(context),
        WebApplicationContextUtils.getRequiredWebApplicationContext(context)
            .getBean(CsrfTokenRepository.class));
  }

  /// Opens a page.
  public MockHttpServletResponse open(String path) throws Exception {
    return send(MockMvcRequestBuilders.get(path));
  }

  /// Sends a form of the page opened last: name, value, name, value ...
  public MockHttpServletResponse post(String path, String... fields) throws Exception {
    MockHttpServletRequestBuilder form = MockMvcRequestBuilders.post(path).param("_csrf", token);
    for (int i = 0; i < fields.length; i += 2) {
      form.param(fields[i], fields[i + 1]);
    }
    return send(form);
  }

  /// Signs in and returns the answer to the form.
  MockHttpServletResponse signIn(String name, String password, String code) throws Exception {
    open("/sign-in");
    return post("/sign-in", "name", name, "password", password, "code", code);
  }

  /// The page with what differs from one request to the next taken out.
  public static String withoutTokens(MockHttpServletResponse page) throws Exception {
    return TOKEN.matcher(page.getContentAsString()).replaceAll("TOKEN");
  }

  public String cookie(String name) {
    Cookie cookie = cookies.get(name);
    return cookie == null ? "" : cookie.getValue();
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
    if (!cookies.isEmpty()) {
      request.cookie(cookies.values().toArray(Cookie[]::new));
    }
    MockHttpServletResponse answer = node.perform(request).andReturn().getResponse();
    for (Cookie cookie : answer.getCookies()) {
      if (cookie.getMaxAge() == 0) {
        cookies.remove(cookie.getName());
      } else {
        cookies.put(cookie.getName(), cookie);
      }
    }
    Matcher drawn = TOKEN.matcher(answer.getContentAsString());
    if (drawn.find()) {
      token = drawn.group(1);
    }
    return answer;
  }
}
