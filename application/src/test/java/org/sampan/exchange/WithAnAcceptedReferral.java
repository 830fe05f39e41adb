package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.exchange.TwoNodes.within;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.sampan.accounts.Role;
import org.sampan.accounts.SignedIn;
import org.sampan.casework.CaseFile;
import org.sampan.casework.Intake;
import org.sampan.consents.Consent;
import org.sampan.sealing.Receipt;
import org.sampan.transfers.Hands;

/// A case of Thailand that Cambodia was asked to help with, and said yes.
abstract class WithAnAcceptedReferral extends OnTwoNodes {

  Hands thai;
  Hands khmer;
  SignedIn worker;
  SignedIn supervisor;
  SignedIn focalPoint;
  CaseFile file;
  Consent.Id consent;
  MessageId request;
  UUID theirs;
  final UUID id = UuidCreator.getTimeOrderedEpoch();

  /// A referral that Cambodia accepted.
  @BeforeEach
  void anAcceptedReferral() throws Exception {
    thai = new Hands(th::bean);
    khmer = new Hands(kh::bean);
    kh.bean(Taker.class).aside = true;
    th.bean(Taker.class).aside = true;
    worker = signedIn(th, Role.CASE_MANAGER);
    supervisor = signedIn(th, Role.SUPERVISOR);
    focalPoint = signedIn(kh, Role.FOCAL_POINT);
    CaseFile.Id number = new CaseFile.Id(UuidCreator.getTimeOrderedEpoch());
    Intake.Opening opening = new Intake.Opening(number, null, Map.of(), List.of());
    file = th.inTransaction(() -> th.bean(Intake.class).open(opening, worker));
    consent = th.consent(file.person(), "kh");
    Draft asked = th.request(file.person(), number.value(), "kh");
    request = asked.id();
    th.send(asked);
    within(() -> th.state(request) == DeliveryState.DELIVERED);
    kh.inTransaction(
        () -> kh.bean(Receipts.class).decided(request, Receipt.Decision.ACCEPTED, "ACCEPTED"));
    within(() -> th.state(request) == DeliveryState.ACCEPTED);
    theirs =
        kh.sql()
            .sql(
                "select t.case_file from exchange.thread t join exchange.inbox i on i.thread = t.id"
                    + " where i.id = :id")
            .param("id", request.value())
            .query(UUID.class)
            .single();
  }

  private static SignedIn signedIn(NodeInTest node, Role role) {
    return new SignedIn(node.somebody(role), "Invented", node.office(), Set.of(role));
  }

  /// Written, approved and at their office.
  void offered() {
    assertThat(thai.offer(id, file.id().value(), worker)).isEmpty();
    assertThat(thai.approve(id, supervisor)).isEmpty();
    within(() -> khmer.state(id).equals("OFFERED"));
  }

  void accepted() {
    offered();
    assertThat(khmer.decide(id, "", focalPoint)).isEmpty();
    within(() -> thai.state(id).equals("ACCEPTED"));
  }
}
