package org.sampan.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// What the server itself refuses before any controller is reached: our page, never the server's
/// own.
@Controller
class ErrorPage implements ErrorController {

  @RequestMapping("/error")
  @Open
  Screen error(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int code = status instanceof Integer number ? number : 404;
    if (code == 404) {
      return new Absent();
    }
    return new RefusedPage(code, code >= 500 ? "web.fault.what" : "web.refused.unreadable");
  }
}
