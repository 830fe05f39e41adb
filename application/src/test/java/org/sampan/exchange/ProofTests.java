package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.accounts.Office;
import org.sampan.accounts.Role;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Audit;
import org.sampan.audit.Entry;
import org.sampan.casework.CaseFile;
import org.sampan.consents.Consent;
import org.sampan.sealing.Digest;
import org.sampan.sealing.court.CourtBundle;
import org.sampan.vault.Vault;
import org.sampan.witnesses.CourtBundles;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// What a court is handed, by whom it is let go, and that strangers can check the very bytes.
class ProofTests extends OnTwoNodes {

  @TempDir Path folder;

  private ProofDesk desk;
  private SignedIn manager;
  private SignedIn supervisor;
  private CaseFile file;
  private String path;

  @BeforeEach
  void aCaseWithALetter() throws Exception {
    desk = new ProofDesk(th);
    Office office = desk.office();
    manager = desk.somebody(office, Role.CASE_MANAGER);
    supervisor = desk.somebody(office, Role.SUPERVISOR);
    file = desk.opened(manager);
    path = "/cases/" + file.id().value() + "/proof";
    desk.send(file);
  }

  @Test
  void a_court_file_goes_through_two_people_and_a_stranger_verifies_its_bytes() throws Exception {
    desk.send(file);
    UUID asking = asked(manager);
    assertThat(desk.page(get("/proof"), supervisor, 200)).contains(path, "For you to decide");
    assertThat(desk.page(get(path), supervisor, 200))
        .contains("2 letters sent", "Order 17 of 2026");
    goes(post(path + "/" + asking + "/approve"), supervisor);
    assertThat(desk.page(get("/proof"), manager, 200)).contains(path, "Asked for by you");

    byte[] bytes =
        desk.answer(post(path + "/" + asking + "/file"), manager, 200).getContentAsByteArray();

    String text = new String(bytes, StandardCharsets.US_ASCII);
    assertThat(desk.verified(folder, text)).isZero();
    CourtBundle bundle = CourtBundle.read(text);
    CourtBundle.Exhibit one = bundle.letters().get(0);
    CourtBundle.Exhibit two = bundle.letters().get(1);
    assertThat(desk.verified(folder, text.replaceFirst("receipt e", "receipt f"))).isOne();
    assertThat(desk.verified(folder, with(bundle, List.of(two)))).as("a letter left out").isOne();
    assertThat(desk.verified(folder, with(bundle, List.of(with(one, two), with(two, one)))))
        .as("receipts exchanged")
        .isOne();
    assertThat(desk.page(get(path), manager, 200)).contains("Downloaded once");
    assertThat(acts())
        .containsSubsequence(
            "proof.bundle.asked", "proof.bundle.approved", "proof.bundle.downloaded");
    assertThat(desk.entries(file, "proof.bundle.downloaded").getFirst().detail())
        .containsEntry("file", Digest.of(bytes).hex());
  }

  @Test
  void whoever_asked_never_approves_and_an_approval_counts_once() throws Exception {
    UUID asking = asked(supervisor);

    desk.page(post(path + "/" + asking + "/approve"), supervisor, 422);
    desk.page(post(path + "/" + asking + "/refuse").param("answer", "no"), supervisor, 422);
    desk.page(post(path + "/" + asking + "/file"), supervisor, 422);
    assertThat(desk.entries(file, "proof.approval.refused")).hasSize(2);

    SignedIn other = desk.somebody(supervisor.office(), Role.SUPERVISOR);
    desk.page(post(path + "/" + asking + "/refuse"), other, 422);
    goes(post(path + "/" + asking + "/refuse").param("answer", "Wrong court"), other);
    desk.page(post(path + "/" + asking + "/approve"), other, 422);
    desk.page(post(path + "/" + asking + "/approve"), other, 422);
    desk.page(post(path + "/" + asking + "/file"), supervisor, 422);
    assertThat(desk.page(get(path), supervisor, 200)).contains("Wrong court", "Refused");
    assertThat(desk.entries(file, "proof.bundle.downloaded")).isEmpty();
  }

  @Test
  void an_approval_is_for_these_letters_for_its_author_and_for_a_day() throws Exception {
    UUID asking = asked(manager);
    goes(post(path + "/" + asking + "/approve"), supervisor);
    desk.send(file);

    byte[] bytes =
        desk.answer(post(path + "/" + asking + "/file"), manager, 200).getContentAsByteArray();
    CourtBundle bundle = CourtBundle.read(new String(bytes, StandardCharsets.US_ASCII));
    // The one letter, and Cambodia's word that it reached the office.
    assertThat(bundle.letters()).hasSize(2);
    assertThat(th.bean(CourtBundles.class).letters(file.id().value()).sent()).isEqualTo(2);
    desk.page(post(path + "/" + asking + "/file"), supervisor, 404);
    desk.page(post(path + "/" + asking + "/withdraw"), manager, 422);
    th.sql()
        .sql("update proof.asking set until = :now where id = :id")
        .param("now", th.clock.instant().atOffset(java.time.ZoneOffset.UTC))
        .param("id", asking)
        .update();
    desk.page(post(path + "/" + asking + "/file"), manager, 422);
    assertThat(desk.page(get(path), manager, 200)).contains("Time is over");
  }

  @Test
  void what_is_absent_guessed_or_others_looks_the_same() throws Exception {
    UUID asking = asked(manager);
    SignedIn stranger = desk.somebody(desk.office(), Role.FOCAL_POINT);
    SignedIn auditor = desk.somebody(manager.office(), Role.AUDITOR);
    SignedIn prosecutor = desk.somebody(manager.office(), Role.PROSECUTOR);
    String mine = path;
    CaseFile other = desk.opened(manager);
    String nowhere = "/cases/" + UUID.randomUUID() + "/proof";

    for (SignedIn who : List.of(stranger, auditor, prosecutor)) {
      desk.page(get(mine), who, 404);
      desk.page(form(post(mine)), who, 404);
      for (String act : List.of("approve", "refuse", "withdraw", "file")) {
        desk.page(post(mine + "/" + asking + "/" + act).param("answer", "x"), who, 404);
      }
    }
    for (String act : List.of("approve", "refuse", "file")) {
      SignedIn who = act.equals("file") ? manager : supervisor;
      desk.page(post(mine + "/" + UUID.randomUUID() + "/" + act).param("answer", "x"), who, 404);
      desk.page(post(nowhere + "/" + asking + "/" + act).param("answer", "x"), who, 404);
      String elsewhere = "/cases/" + other.id().value() + "/proof/" + asking + "/";
      desk.page(post(elsewhere + act).param("answer", "x"), who, 404);
    }
    // Need to know: her duty alone, not her agency's case by a stated purpose.
    desk.page(post(mine + "/" + asking + "/approve"), manager, 404);
    assertThat(acts()).doesNotContain("proof.bundle.approved", "proof.bundle.downloaded");
    goes(post(mine + "/" + asking + "/withdraw"), manager);
    desk.page(post(mine + "/" + asking + "/approve"), supervisor, 422);
    assertThat(desk.page(get("/cases/" + other.id().value() + "/proof"), manager, 200))
        .contains("No letters yet")
        .doesNotContain("name=\"why\"");
  }

  @Test
  void nothing_typed_stands_readable_in_the_database_and_the_form_asks_once() throws Exception {
    UUID asking = asked(manager);
    goes(form(post(path)).param("id", asking.toString()), manager);
    String problems =
        desk.page(post(path).param("id", UuidCreator.getTimeOrderedEpoch() + ""), manager, 422);

    assertThat(problems).contains("href=\"#ground\"", "href=\"#why\"");
    String row =
        th.sql()
            .sql("select string_agg(a::text, '') from proof.asking a where case_file = :file")
            .param("file", file.id().value())
            .query(String.class)
            .single();
    assertThat(row).contains(asking.toString()).doesNotContain("Order 17");
    assertThat(desk.entries(file, "proof.bundle.asked")).hasSize(1);
  }

  @Test
  void a_letter_taken_back_and_a_person_erased_leave_a_bundle_that_verifies() throws Exception {
    nodes.toKh.road = Faults.Road.CUT;
    Consent.Id consent = th.consent(file.person(), "kh");
    Draft lost = th.request(file.person(), file.id().value(), "kh");
    th.send(lost);
    th.withdraw(consent, file.person(), "kh");
    assertThat(th.state(lost.id())).isEqualTo(DeliveryState.CANCELLED);
    nodes.toKh.road = Faults.Road.OPEN;
    desk.send(file);

    assertThat(desk.verified(folder, bundle())).as(desk.said).isZero();
    assertThat(desk.said).contains("Taken back, with a signed tombstone in its place: [2].");

    th.inTransaction(() -> th.bean(Vault.class).erase(file.person().value()));
    assertThat(desk.verified(folder, bundle())).as(desk.said).isZero();
    assertThat(desk.said).contains("says that its content was erased", "Erased: [1");
  }

  private static String with(CourtBundle of, List<CourtBundle.Exhibit> letters) {
    return new CourtBundle(of.node(), of.lists(), of.checkpoint(), letters, of.heads()).write();
  }

  private static CourtBundle.Exhibit with(CourtBundle.Exhibit one, CourtBundle.Exhibit receipts) {
    return new CourtBundle.Exhibit(one.inner(), one.sealed(), receipts.receipts(), one.entries());
  }

  private static MockHttpServletRequestBuilder form(MockHttpServletRequestBuilder form) {
    return form.param("ground", "COURT_ORDERS").param("why", "Order 17 of 2026");
  }

  private UUID asked(SignedIn who) throws Exception {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    goes(form(post(path)).param("id", id.toString()), who);
    return id;
  }

  private void goes(MockHttpServletRequestBuilder request, SignedIn who) throws Exception {
    assertThat(desk.answer(request, who, 303).getHeader("Location")).isEqualTo(path);
  }

  private List<String> acts() {
    return th
        .bean(Audit.class)
        .read(Audit.Query.ALL.inCase(file.id().value()), 500)
        .reversed()
        .stream()
        .map(Entry::act)
        .toList();
  }

  private String bundle() {
    return th.bean(CourtBundles.class).of(file.id().value()).orElseThrow().write();
  }
}
