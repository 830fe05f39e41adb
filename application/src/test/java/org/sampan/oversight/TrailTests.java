package org.sampan.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.OnANode;
import org.sampan.People;
import org.sampan.accounts.Accounts;
import org.sampan.accounts.Role;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Audit;
import org.sampan.audit.Entry;
import org.sampan.database.NodeDatabase;
import org.sampan.web.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// The auditor sees who did and looked at what, and why, and whether anything was altered.
@OnANode
class TrailTests {

  @Autowired MockMvc node;
  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired Audit audit;
  @Autowired NodeDatabase database;

  private final UUID caseFile = UUID.randomUUID();
  private SignedIn auditor;
  private SignedIn worker;

  @BeforeEach
  void anAuditorAndAWorker() {
    auditor = people.with(Role.AUDITOR);
    worker = people.with(Role.CASE_MANAGER);
  }

  @Test
  void an_entry_is_read_in_words_with_its_person_case_and_reason() throws Exception {
    audit.seen(
        worker
            .act("casework.case.opened-for-purpose")
            .on(caseFile)
            .inCase(caseFile)
            .purpose("odd"));

    String page = get("/audit?caseFile=" + caseFile).getContentAsString();

    assertThat(page)
        .contains("Looked at a case of others, for a stated reason")
        .contains("Somchai Invented", "Provincial Office")
        .contains("/audit?caseFile=" + caseFile, "/audit?who=" + worker.id().value())
        .contains("odd");
  }

  @Test
  void the_words_of_acts_come_in_the_language_of_the_auditor() throws Exception {
    accounts.speak(auditor.id(), Language.KHMER);
    audit.seen(worker.act("casework.case.seen").on(caseFile).inCase(caseFile));

    assertThat(get("/audit?caseFile=" + caseFile).getContentAsString())
        .contains("បានមើលករណី")
        .doesNotContain("Looked at a case");
  }

  @Test
  void the_trail_is_asked_by_case_colleague_and_act() throws Exception {
    String name = accounts.find(worker.id()).orElseThrow().signInName();
    audit.seen(worker.act("casework.case.seen").inCase(caseFile));
    audit.seen(worker.act("casework.case.opened").inCase(caseFile));

    String address =
        post(
                "/audit/find",
                "caseFile",
                caseFile.toString(),
                "colleague",
                name,
                "act",
                "casework.case.seen")
            .getHeader("Location");
    String page = get(String.valueOf(address)).getContentAsString();

    assertThat(address)
        .isEqualTo(
            "/audit?caseFile="
                + caseFile
                + "&who="
                + worker.id().value()
                + "&act=casework.case.seen")
        .doesNotContain(name);
    assertThat(rows(page)).isEqualTo(1);
    assertThat(rows(get("/audit?caseFile=" + UUID.randomUUID()).getContentAsString())).isZero();
  }

  @Test
  void what_cannot_be_asked_is_said_beside_its_field() throws Exception {
    MockHttpServletResponse answer =
        post("/audit/find", "caseFile", "TH-12", "colleague", "nobody-of-this-name", "act", "");

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains("whole number of the case", "Nobody has this sign-in name", "value=\"th-12\"");
  }

  @Test
  void pages_lead_backwards_to_the_first_entry() throws Exception {
    for (int i = 0; i < Asked.ON_A_PAGE + 3; i++) {
      audit.seen(worker.act("casework.list.seen").with("cases", i));
    }
    String first = get("/audit?who=" + worker.id().value()).getContentAsString();
    String older =
        first.replaceAll("(?s).*<a href=\"([^\"]*)\" rel=\"next\">.*", "$1").replace("&amp;", "&");

    String second = get(older).getContentAsString();

    assertThat(rows(first)).isEqualTo(Asked.ON_A_PAGE);
    assertThat(rows(second)).isEqualTo(3);
    assertThat(second).doesNotContain("rel=\"next\"");
    assertThat(rows(get("/audit?most=all&who=" + worker.id().value()).getContentAsString()))
        .isEqualTo(Asked.ON_A_PAGE + 3);
  }

  @Test
  void reading_the_audit_is_written_into_it() throws Exception {
    get("/audit?caseFile=" + caseFile);

    assertThat(audit.read(Audit.Query.ALL.inCase(caseFile), 10))
        .extracting(Entry::act, Entry::who)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("oversight.trail.seen", auditor.id().value()));
  }

  @Test
  void a_check_says_that_nothing_was_altered_and_when_something_was() throws Exception {
    Entry entry = audit.seen(worker.act("casework.case.seen").inCase(caseFile));
    assertThat(check()).contains("Nothing was altered");

    asOwner("update audit.entry set act = 'casework.case.closed' where id = '" + entry.id() + "'");
    String broken = check();
    asOwner("update audit.entry set act = 'casework.case.seen' where id = '" + entry.id() + "'");

    assertThat(broken).contains("The chain breaks at entry").doesNotContain("Nothing was altered");
    assertThat(check()).contains("Nothing was altered");
    assertThat(audit.read(Audit.Query.ALL.of(auditor.id().value()), 50))
        .extracting(Entry::act)
        .contains("oversight.chain.checked");
  }

  @Test
  void an_act_without_words_yet_is_shown_by_its_own_name() throws Exception {
    audit.seen(worker.act("returns.handover.done").inCase(caseFile));

    assertThat(get("/audit?caseFile=" + caseFile).getContentAsString())
        .contains("returns.handover.done");
  }

  private String check() throws Exception {
    post("/audit/check");
    return get("/audit").getContentAsString();
  }

  private static int rows(String page) {
    return page.split("<th scope=\"row\">", -1).length - 1;
  }

  private void asOwner(String statement) throws Exception {
    try (Connection owner = database.asOwner();
        Statement sql = owner.createStatement()) {
      sql.execute(statement);
    }
  }

  private MockHttpServletResponse get(String path) throws Exception {
    return node.perform(
            MockMvcRequestBuilders.get(java.net.URI.create(path)).with(People.as(auditor)))
        .andReturn()
        .getResponse();
  }

  private MockHttpServletResponse post(String path, String... fields) throws Exception {
    MockHttpServletRequestBuilder form =
        MockMvcRequestBuilders.post(path)
            .with(SecurityMockMvcRequestPostProcessors.csrf())
            .with(People.as(auditor));
    for (int i = 0; i < fields.length; i += 2) {
      form.param(fields[i], fields[i + 1]);
    }
    return node.perform(form).andReturn().getResponse();
  }
}
