package org.sampan.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.vault.Spot;
import org.sampan.vault.Vault;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Checks a name, a password and a one-time code; lets nobody guess which of them was wrong.
@Component
public class SignIns {

  static final int FAILURES_ALLOWED = 5;
  static final Duration LOCKED_FOR = Duration.ofMinutes(15);
  static final Duration INVITATION_LASTS = Duration.ofDays(3);

  /// A password has at least so many characters.
  public static final int PASSWORD_LEAST = 12;

  /// And at most so many.
  public static final int PASSWORD_MOST = 64;

  private final Credentials credentials;
  private final PasswordEncoder passwords;
  private final Vault vault;
  private final Audit audit;
  private final Clock clock;
  private final String nobodysHash;

  SignIns(
      Credentials credentials, PasswordEncoder passwords, Vault vault, Audit audit, Clock clock) {
    this.credentials = credentials;
    this.passwords = passwords;
    this.vault = vault;
    this.audit = audit;
    this.clock = clock;
    this.nobodysHash = passwords.encode(token());
  }

  /// The account, when all three are right and it is neither locked nor closed.
  @Transactional
  public Optional<Account.Id> check(String typedName, String password, String code) {
    Instant now = clock.instant();
    String name = typedName.strip().toLowerCase(Locale.ROOT);
    Optional<Credentials.Credential> found =
        name.length() > 40 ? Optional.empty() : credentials.named(name);
    String hash = found.map(Credentials.Credential::password).orElse(nobodysHash);
    // The slow comparison runs whether or not the account exists, is open or is locked.
    boolean passwordRight =
        password.length() <= PASSWORD_MOST * 4 && passwords.matches(stretched(password), hash);
    if (found.isEmpty()) {
      audit.write(Act.of("accounts.sign-in.refused"));
      return Optional.empty();
    }
    Credentials.Credential credential = found.get();
    boolean locked = credential.lockedUntil() != null && credential.lockedUntil().isAfter(now);
    OptionalLong step = step(credential, code, now);
    if (passwordRight && step.isPresent() && credential.active() && !locked) {
      credentials.succeeded(credential.account(), step.getAsLong());
      audit.write(signIn("accounts.sign-in.done", credential));
      return Optional.of(credential.account());
    }
    if (!locked) {
      countFailure(credential, now);
    }
    audit.write(signIn("accounts.sign-in.refused", credential).with("locked", locked));
    return Optional.empty();
  }

  private void countFailure(Credentials.Credential credential, Instant now) {
    int failures = credential.failures() + 1;
    boolean lock = failures >= FAILURES_ALLOWED;
    credentials.failed(
        credential.account(), lock ? 0 : failures, lock ? now.plus(LOCKED_FOR) : null);
    if (lock) {
      audit.write(signIn("accounts.sign-in.locked", credential));
    }
  }

  private static Act signIn(String act, Credentials.Credential credential) {
    return Act.of(act).on(credential.account().value());
  }

  private OptionalLong step(Credentials.Credential credential, String code, Instant now) {
    if (credential.secondFactor() == null) {
      return OptionalLong.empty();
    }
    byte[] secret = vault.openForNode(spot(credential.account()), credential.secondFactor());
    return TimeCode.step(secret, code, now, credential.lastStep());
  }

  /// A one-time link's token by which the person sets her own password and second factor; earlier
  /// links of hers no longer open.
  @Transactional(propagation = Propagation.MANDATORY)
  public String invite(Account.Id account, Act by) {
    String token = token();
    credentials.takeBack(account, clock.instant());
    credentials.invite(digest(token), account, clock.instant().plus(INVITATION_LASTS));
    audit.write(by.on(account.value()));
    return token;
  }

  /// Whose unused, unexpired invitation this is.
  @Transactional(readOnly = true)
  public Optional<Account.Id> invited(String token) {
    return token.length() > 100
        ? Optional.empty()
        : credentials.invited(digest(token), clock.instant());
  }

  /// The secret this invitation offers for her authenticator: the same each time its page is drawn.
  public byte[] offered(String token) {
    return Arrays.copyOf(vault.blindIndex("accounts.second-factor", token), 20);
  }

  /// Uses the invitation up: from now on she signs in with this password and the offered secret.
  ///
  /// @param code shows that her authenticator has the secret
  /// @return false when the invitation is used or too old, or the code is not the secret's
  @Transactional
  public boolean accept(String token, String password, String code) {
    Instant now = clock.instant();
    Optional<Account.Id> account = invited(token);
    OptionalLong step = TimeCode.step(offered(token), code, now, 0);
    if (account.isEmpty() || step.isEmpty() || !credentials.use(digest(token), now)) {
      return false;
    }
    enrol(account.get(), password, offered(token));
    credentials.succeeded(account.get(), step.getAsLong());
    return true;
  }

  /// Gives an account its password and second factor.
  @Transactional(propagation = Propagation.MANDATORY)
  public void enrol(Account.Id account, String password, byte[] secret) {
    credentials.set(
        account, passwords.encode(stretched(password)), vault.sealForNode(spot(account), secret));
    audit.write(Act.of("accounts.account.enrolled").on(account.value()));
  }

  /// bcrypt reads 72 bytes at most, and 64 Khmer letters are 192: so it is given a digest, made
  /// under the node's key. Letters that look the same are the same (NFKC, as NIST SP 800-63B
  /// advises).
  private String stretched(String password) {
    String normal = Normalizer.normalize(password, Normalizer.Form.NFKC);
    return Base64.getEncoder().encodeToString(vault.blindIndex("accounts.password", normal));
  }

  private static Spot spot(Account.Id account) {
    return new Spot("accounts.account", "second_factor", account.value());
  }

  private static String token() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
