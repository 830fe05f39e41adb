package org.sampan.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.web.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The accounts of this node.
@Repository
public class Accounts {

  private final JdbcClient sql;
  private final Audit audit;
  private final Clock clock;

  Accounts(JdbcClient sql, Audit audit, Clock clock) {
    this.sql = sql;
    this.audit = audit;
    this.clock = clock;
  }

  static final String ADD =
      """
      insert into accounts.account (id, sign_in_name, name, office, language, active, made)
      values (:id, :signInName, :name, :office, :language, :active, :made)
      on conflict do nothing
      """;
  static final String ADD_ROLE =
      "insert into accounts.account_role (account, role) values (:account, :role) on conflict do nothing";

  /// Adds an account that cannot sign in yet; it is opened by an invitation.
  ///
  /// @param by the act in the name of whoever adds it
  /// @return false when the sign-in name or the identifier is taken
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean add(Account account, Act by) {
    int added =
        sql.sql(ADD)
            .param("id", account.id().value())
            .param("signInName", account.signInName())
            .param("name", account.name())
            .param("office", account.office().value())
            .param("language", account.language().tag())
            .param("active", account.active())
            .param("made", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    if (added == 0) {
      return false;
    }
    for (Role role : account.roles()) {
      sql.sql(ADD_ROLE).param("account", account.id().value()).param("role", role.name()).update();
    }
    audit.write(
        by.on(account.id().value()).with("roles", String.join(",", names(account.roles()))));
    return true;
  }

  private static final String COLUMNS =
      """
      select a.id, a.sign_in_name, a.name, a.office, a.language, a.active,
             array(select r.role from accounts.account_role r where r.account = a.id order by r.role) as roles
        from accounts.account a
      """;
  static final String FIND = COLUMNS + " where a.id = :id";

  /// The account with this identifier.
  @Transactional(readOnly = true)
  public Optional<Account> find(Account.Id id) {
    return sql.sql(FIND).param("id", id.value()).query((row, n) -> row(row)).optional();
  }

  static final String NAMED = COLUMNS + " where a.sign_in_name = :name";

  /// The account with this sign-in name.
  @Transactional(readOnly = true)
  public Optional<Account> named(String signInName) {
    return sql.sql(NAMED).param("name", signInName).query((row, n) -> row(row)).optional();
  }

  static final String OF_OFFICE =
      COLUMNS + " where a.office = :office and a.active order by a.name, a.id";

  /// The people of one office who may sign in.
  @Transactional(readOnly = true)
  public List<Account> of(Office.Id office) {
    return sql.sql(OF_OFFICE).param("office", office.value()).query((row, n) -> row(row)).list();
  }

  /// An account as the list of people shows it.
  ///
  /// @param enrolled whether she has set her password and second factor
  public record Listed(Account account, boolean enrolled) {}

  static final String LISTED =
      """
      select a.id, a.sign_in_name, a.name, a.office, a.language, a.active, a.password is not null as enrolled,
             array(select r.role from accounts.account_role r where r.account = a.id order by r.role) as roles
        from accounts.account a
       where position(lower(:part) in lower(a.name)) > 0 or position(lower(:part) in a.sign_in_name) > 0
       order by a.sign_in_name limit :most offset :from
      """;

  /// Accounts whose name or sign-in name holds this part, by sign-in name; all for an empty part.
  @Transactional(readOnly = true)
  public List<Listed> listed(String part, int from, int most) {
    return sql.sql(LISTED)
        .param("part", part)
        .param("from", from)
        .param("most", most)
        .query((row, n) -> new Listed(row(row), row.getBoolean("enrolled")))
        .list();
  }

  static final String COUNT = "select count(*) from accounts.account";

  /// How many accounts there are.
  @Transactional(readOnly = true)
  public int count() {
    return sql.sql(COUNT).query(Integer.class).single();
  }

  static final String ENROLLED =
      "select exists (select from accounts.account where password is not null and (id = cast(:id as uuid) or cast(:id as uuid) is null))";

  /// Whether she has set her password and second factor.
  @Transactional(readOnly = true)
  public boolean enrolled(Account.Id id) {
    return sql.sql(ENROLLED).param("id", id.value()).query(Boolean.class).single();
  }

  /// Whether nobody at all has: the node still waits for its first administrator.
  @Transactional(readOnly = true)
  public boolean noneEnrolled() {
    return !sql.sql(ENROLLED).param("id", null).query(Boolean.class).single();
  }

  static final String ALL = COLUMNS + " order by a.sign_in_name limit 2000";

  /// All accounts, by sign-in name.
  @Transactional(readOnly = true)
  public List<Account> all() {
    return sql.sql(ALL).query((row, n) -> row(row)).list();
  }

  static final String NONE_YET = "select not exists (select from accounts.account) as none";

  /// Whether nobody can sign in yet: the node's first start.
  @Transactional(readOnly = true)
  public boolean noneYet() {
    return sql.sql(NONE_YET).query((row, n) -> row.getBoolean("none")).single();
  }

  static final String SPEAK = "update accounts.account set language = :language where id = :id";

  /// Keeps the language she chose.
  @Transactional
  public void speak(Account.Id id, Language language) {
    sql.sql(SPEAK).param("language", language.tag()).param("id", id.value()).update();
  }

  static final String SET_ACTIVE = "update accounts.account set active = :active where id = :id";

  /// Lets a person in again, or keeps her out from her next page on.
  @Transactional(propagation = Propagation.MANDATORY)
  public void setActive(Account.Id id, boolean active, Act by) {
    sql.sql(SET_ACTIVE).param("active", active).param("id", id.value()).update();
    audit.write(by.on(id.value()).with("active", active));
  }

  private static List<String> names(Set<Role> roles) {
    return roles.stream().map(Role::name).sorted().toList();
  }

  private static Account row(ResultSet row) throws SQLException {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Arrays.stream((String[]) row.getArray("roles").getArray())
        .map(Role::valueOf)
        .forEach(roles::add);
    return new Account(
        new Account.Id(row.getObject("id", UUID.class)),
        row.getString("sign_in_name"),
        row.getString("name"),
        new Office.Id(row.getObject("office", UUID.class)),
        roles,
        Language.of(row.getString("language")).orElse(Language.ENGLISH),
        row.getBoolean("active"));
  }
}
