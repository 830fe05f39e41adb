package org.sampan.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.People.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sampan.accounts.SignedIn;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Opens cases and reads pages as a browser would.
record Browser(MockMvc web) {

  /// A page without what differs from request to request.
  static String plain(String page, UUID id) {
    return page.replace(id.toString(), "").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
  }

  UUID open(SignedIn reader, String name) throws Exception {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    goes(opening(id, name), reader);
    return id;
  }

  static MockHttpServletRequestBuilder opening(UUID id, String name) {
    return post("/cases")
        .param("id", id.toString())
        .param("name-0", name)
        .param("kind-0", "OFFICIAL");
  }

  String goes(MockHttpServletRequestBuilder request, SignedIn reader) throws Exception {
    MockHttpServletResponse response =
        web.perform(request.with(csrf()).with(as(reader))).andReturn().getResponse();
    assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(303);
    return String.valueOf(response.getHeader("Location"));
  }

  String read(MockHttpServletRequestBuilder request, SignedIn reader, int status) throws Exception {
    MockHttpServletResponse response =
        web.perform(request.with(csrf()).with(as(reader))).andReturn().getResponse();
    assertThat(response.getStatus()).isEqualTo(status);
    return response.getContentAsString();
  }

  static String hidden(String page, String field) {
    Matcher found = Pattern.compile("name=\"" + field + "\" value=\"([^\"]*)\"").matcher(page);
    assertThat(found.find()).as(field).isTrue();
    return found.group(1);
  }
}
