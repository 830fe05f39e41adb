package org.sampan.web;

import gg.jte.TemplateEngine;
import gg.jte.TemplateNotFoundException;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Answers with a screen: its template stands under its own name beside it.
@Component
class ScreenWriter implements HandlerMethodReturnValueHandler {

  private final TemplateEngine templates;
  private final Frames frames;

  ScreenWriter(TemplateEngine templates, Frames frames) {
    this.templates = templates;
    this.frames = frames;
  }

  @Override
  public boolean supportsReturnType(MethodParameter returned) {
    return Screen.class.isAssignableFrom(returned.getParameterType());
  }

  @Override
  public void handleReturnValue(
      @org.jspecify.annotations.Nullable Object returned,
      MethodParameter type,
      ModelAndViewContainer container,
      NativeWebRequest web)
      throws IOException {
    container.setRequestHandled(true);
    HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
    HttpServletResponse response = web.getNativeResponse(HttpServletResponse.class);
    if (request == null || response == null || !(returned instanceof Screen screen)) {
      throw new IllegalStateException("a screen needs a request and a response");
    }
    write(screen, request, response);
  }

  void write(Screen screen, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (screen instanceof Go(String path)) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", path);
      return;
    }
    Screen drawn = screen instanceof Absent ? new AbsentPage() : screen;
    Utf8ByteOutput page = new Utf8ByteOutput();
    templates.render(template(drawn), Map.of("page", drawn, "frame", frames.around(request)), page);
    response.setStatus(drawn.status());
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(page.getContentLength());
    page.writeTo(response.getOutputStream());
  }

  private static String template(Screen screen) {
    String name = screen.getClass().getName();
    if (!name.startsWith("org.sampan.")) {
      throw new TemplateNotFoundException("a screen stands in a capability of this house: " + name);
    }
    return name.substring("org.sampan.".length()).replace('.', '/') + ".jte";
  }
}
