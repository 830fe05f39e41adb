package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.exchange.TwoNodes.within;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sampan.accounts.Account;
import org.sampan.accounts.Accounts;
import org.sampan.accounts.Agency;
import org.sampan.accounts.Office;
import org.sampan.accounts.Offices;
import org.sampan.accounts.Role;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.audit.Entry;
import org.sampan.casework.CaseFile;
import org.sampan.casework.Intake;
import org.sampan.casework.PersonName;
import org.sampan.sealing.court.Verify;
import org.sampan.web.Language;
import org.springframework.core.env.Environment;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.WebApplicationContextUtils;

/// What tests of proof need of a node: its people, its pages, and a stranger who verifies.
final class ProofDesk {

  private final NodeInTest node;
  private final MockMvc web;

  /// What the verifier said last.
  String said = "";

  ProofDesk(NodeInTest node) {
    this.node = node;
    this.web =
        MockMvcBuilders.webAppContextSetup(
                WebApplicationContextUtils.getRequiredWebApplicationContext(
                    node.bean(ServletContext.class)))
            .apply(SecurityMockMvcConfigurers.springSecurity())
            .build();
  }

  Office office() {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    Agency agency = new Agency(new Agency.Id(id), "กรม", "Department");
    Office office =
        new Office(
            new Office.Id(id),
            agency.id(),
            "th-office-" + id.toString().substring(24),
            "สำนักงาน",
            "Office",
            ZoneId.of("Asia/Bangkok"));
    return node.inTransaction(() -> {
      node.bean(Offices.class).add(agency);
      node.bean(Offices.class).add(office);
      return office;
    });
  }

  SignedIn somebody(Office office, Role role) {
    Account.Id id = new Account.Id(UuidCreator.getTimeOrderedEpoch());
    String signInName = "somebody-" + id.value().toString().substring(24);
    Account account =
        new Account(id, signInName, "Invented", office.id(), Set.of(role), Language.ENGLISH, true);
    node.inTransaction(
        () -> node.bean(Accounts.class).add(account, Act.of("accounts.account.added")));
    return new SignedIn(id, "Invented", office, Set.of(role));
  }

  CaseFile opened(SignedIn manager) {
    CaseFile.Id id = new CaseFile.Id(UuidCreator.getTimeOrderedEpoch());
    PersonName name = new PersonName("Srey Invented", PersonName.Kind.OFFICIAL, "");
    return node.bean(Intake.class)
        .open(new Intake.Opening(id, null, Map.of(), List.of(name)), manager);
  }

  /// A letter to Cambodia about the case, received there.
  void send(CaseFile file) throws Exception {
    node.consent(file.person(), "kh");
    Draft draft = node.request(file.person(), file.id().value(), "kh");
    node.send(draft);
    within(() -> node.state(draft.id()) == DeliveryState.DELIVERED);
  }

  String page(MockHttpServletRequestBuilder request, SignedIn who, int status) throws Exception {
    return answer(request, who, status).getContentAsString(StandardCharsets.UTF_8);
  }

  MockHttpServletResponse answer(MockHttpServletRequestBuilder request, SignedIn who, int status)
      throws Exception {
    MockHttpServletResponse answer =
        web.perform(request.with(user(who.id().value().toString())).with(csrf()))
            .andReturn()
            .getResponse();
    assertThat(answer.getStatus()).isEqualTo(status);
    return answer;
  }

  List<Entry> entries(CaseFile file, String act) {
    return node.bean(Audit.class).read(Audit.Query.ALL.inCase(file.id().value()).doing(act), 50);
  }

  int log(Path of, String... more) {
    List<String> arguments = new ArrayList<>(List.of("log", of.toString(), "--signers", signers()));
    arguments.addAll(Arrays.asList(more));
    return run(arguments);
  }

  /// What the verifier answers to this text: 0 is VALID, 1 is not.
  int verified(Path folder, String text) throws IOException {
    Path at = Files.writeString(folder.resolve("case.txt"), text);
    return run(List.of(at.toString(), "--signers", signers()));
  }

  int run(List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
    int answer = Verify.run(arguments, to, to);
    said = out.toString(StandardCharsets.UTF_8);
    return answer;
  }

  String signers() {
    return String.valueOf(node.bean(Environment.class).getProperty("sampan.trust-signers"));
  }
}
