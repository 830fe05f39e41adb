package org.sampan.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Duty;
import org.sampan.accounts.GuardedDoor;
import org.sampan.accounts.Needs;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.TrustLists;
import org.sampan.sealing.TrustedNode;
import org.sampan.web.Problems;
import org.sampan.web.Screen;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The administrator's view of trust: she sees all of it, hands in what signers made, asks for new
/// keys, and can silence her own node. Whom to believe is never decided here.
@Controller
class TrustDesk {

  private final Trust trust;
  private final Keyring keys;
  private final Joining joining;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  TrustDesk(
      Trust trust,
      Keyring keys,
      Joining joining,
      Audit audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.trust = trust;
    this.keys = keys;
    this.joining = joining;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Bean
  static GuardedDoor trustDoor() {
    return GuardedDoor.to("/trust", "trust.door", 83, Duty.ADMINISTER);
  }

  @GetMapping("/trust")
  @Needs(Duty.ADMINISTER)
  Screen trust() {
    return page(null, new Problems());
  }

  @GetMapping("/trust/request")
  @Needs(Duty.ADMINISTER)
  ResponseEntity<byte[]> request() {
    String name = "request-" + trust.self() + ".json";
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .body(joining.request().text().getBytes(StandardCharsets.UTF_8));
  }

  @PostMapping("/trust/offer")
  @Needs(Duty.ADMINISTER)
  Screen offer(@RequestParam(name = "text", defaultValue = "") String text, SignedIn reader) {
    Trust.Offered offered = trust.offer(text.strip());
    String outcome =
        switch (offered) {
          case Trust.Offered.Taken taken -> "taken";
          case Trust.Offered.Known known -> "known";
          case Trust.Offered.Refused refused -> "refused";
        };
    write(Act.of("trust.list.handed-in").with("outcome", outcome), reader);
    if (offered instanceof Trust.Offered.Refused) {
      Problems problems = new Problems();
      problems.add("text", "trust.offered.refused");
      return page(null, problems);
    }
    return page("trust.offered." + outcome, new Problems());
  }

  @PostMapping("/trust/keys")
  @Needs(Duty.ADMINISTER)
  Screen renew(SignedIn reader) throws IOException {
    if (!joining.waits()) {
      keys.renew();
      joining.write();
    }
    return page("trust.keys.renewed", new Problems());
  }

  @PostMapping("/trust/suspend")
  @Needs(Duty.ADMINISTER)
  Screen suspend(@RequestParam(name = "node", defaultValue = "") String node, SignedIn reader) {
    if (!node.strip().equals(trust.self().value())) {
      Problems problems = new Problems();
      problems.add("node", "trust.suspend.wrong");
      return page(null, problems);
    }
    joining.suspend();
    return page("trust.suspend.done", new Problems());
  }

  private void write(Act act, SignedIn reader) {
    Act hers = act.by(reader.id().value(), reader.office().id().value());
    transaction.executeWithoutResult(done -> audit.write(hers));
  }

  private TrustPage page(@Nullable String said, Problems problems) {
    Instant now = clock.instant();
    Optional<TrustLists.Trusted> current = trust.current();
    List<TrustPage.Listed> nodes =
        current.stream().flatMap(in -> in.list().nodes().stream()).map(TrustDesk::listed).toList();
    TrustPage.Signing signing =
        trust
            .anchor()
            .map(anchor ->
                new TrustPage.Signing(
                    anchor.needed(),
                    anchor.signers().stream().map(part -> shortly(part.kid())).toList()))
            .orElse(new TrustPage.Signing(0, List.of()));
    return new TrustPage(
        current.map(in -> inForce(in, now)).orElse(null),
        joining.waits() ? joining.request().fingerprint() : null,
        keys.all().reversed().stream().map(key -> key(key, now)).toList(),
        nodes,
        signing,
        trust.self().value(),
        said,
        problems);
  }

  private static TrustPage.InForce inForce(TrustLists.Trusted in, Instant now) {
    Duration left = Duration.between(now, in.list().expires());
    return new TrustPage.InForce(
        in.mark().version(),
        in.list().expires(),
        left.isNegative() ? -1 : left.toDays(),
        Fingerprint.of(in.mark().sha256()));
  }

  private TrustPage.Key key(OwnKey key, Instant now) {
    Optional<TrustedNode.Key> on = keys.listed(key);
    String state = state(key, on.orElse(null), now);
    String tone =
        switch (state) {
          case "current" -> "settled";
          case "revoked" -> "danger";
          case "waiting" -> "attention";
          default -> "";
        };
    return new TrustPage.Key(
        shortly(key.publicPart().kid()),
        "trust.use." + key.use().name().toLowerCase(Locale.ROOT),
        "trust.state." + state,
        tone,
        on.map(TrustedNode.Key::until).orElse(key.until()));
  }

  private String state(OwnKey key, TrustedNode.@Nullable Key on, Instant now) {
    if (on == null) {
      return key.until() == null ? "waiting" : "old";
    }
    if (on.revoked() != null) {
      return "revoked";
    }
    if (!now.isBefore(on.until())) {
      return "old";
    }
    return keys.now(key.use()).id().equals(key.id()) ? "current" : "next";
  }

  private static TrustPage.Listed listed(TrustedNode node) {
    String tone =
        switch (node.status()) {
          case ACTIVE -> "settled";
          case PROBATION -> "attention";
          case SUSPENDED -> "danger";
        };
    Instant until =
        node.keys().stream()
            .filter(key -> key.part().use() == PublicPart.Use.SIGN && key.revoked() == null)
            .map(TrustedNode.Key::until)
            .max(Comparator.naturalOrder())
            .orElse(null);
    return new TrustPage.Listed(
        node.id().value(),
        node.names().byLanguage(),
        "trust.standing." + node.status().name().toLowerCase(Locale.ROOT),
        tone,
        until,
        node.endpoint() != null);
  }

  /// The beginning of a key's name: enough for two people to know which one is meant.
  private static String shortly(String kid) {
    return kid.substring(0, 8);
  }
}
