package org.sampan.screenings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.sampan.People;
import org.sampan.accounts.Office;
import org.sampan.accounts.Role;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Audit;
import org.sampan.audit.Entry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// An officer at work on a whole node, and the forms she sends.
abstract class AtWork {

  @Autowired MockMvc web;
  @Autowired People people;
  @Autowired Screenings screenings;
  @Autowired Audit audit;
  @Autowired JdbcClient sql;

  Office office;
  SignedIn officer;
  UUID id;

  @BeforeEach
  void somebodyAtWork() {
    office = people.office();
    officer = people.with(office, Role.FIRST_RESPONDER);
    id = UuidCreator.getTimeOrderedEpoch();
  }

  MockHttpServletResponse begin(SignedIn who, String danger, String agreed) throws Exception {
    return send(who, form(danger, agreed));
  }

  MockHttpServletRequestBuilder form(String danger, String agreed) {
    return post("/screenings")
        .param("id", id.toString())
        .param("danger", danger)
        .param("agreed", agreed)
        .param("age", "ADULT")
        .param("set", "ilo-2009-adult-labour/1")
        .param("language", "en")
        .param("interpreter", "no")
        .param("place", "Pier 9, Samut Sakhon");
  }

  /// Two strong answers at the destination, enough exploitation, one act.
  void interviewed() throws Exception {
    begin(officer, "NO", "yes");
    for (String code : List.of("AL-D4-01", "AL-D4-02", "AL-D5-01", "AL-D5-02")) {
      send(officer, answered(code.substring(3, 5).toLowerCase(java.util.Locale.ROOT), code, "YES"));
    }
    send(officer, answered("acts", "ACT-TRANSPORT", "YES"));
  }

  void keepResult(UUID finding, String reading) throws Exception {
    send(
        officer,
        post("/screenings/" + id + "/result")
            .param("finding", finding.toString())
            .param("reading", reading));
  }

  MockHttpServletRequestBuilder answered(String part, String code, String reply) {
    return fields(post("/screenings/" + id + "/" + part), code, reply);
  }

  static MockHttpServletRequestBuilder fields(
      MockHttpServletRequestBuilder request, String code, String reply) {
    return request
        .param("id." + code, UuidCreator.getTimeOrderedEpoch().toString())
        .param("shown." + code, "")
        .param("reply." + code, reply);
  }

  List<Entry> acts(String name) {
    return audit.read(Audit.Query.ALL.of(officer.id().value()), 500).stream()
        .filter(entry -> entry.act().equals(name))
        .toList();
  }

  String page(SignedIn who, String path) throws Exception {
    MockHttpServletResponse answer = send(who, get(path));
    assertThat(answer.getStatus()).isEqualTo(200);
    return text(answer);
  }

  MockHttpServletResponse send(SignedIn who, MockHttpServletRequestBuilder request)
      throws Exception {
    return web.perform(request.with(People.as(who)).with(csrf())).andReturn().getResponse();
  }

  static String text(MockHttpServletResponse answer) throws Exception {
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }
}
