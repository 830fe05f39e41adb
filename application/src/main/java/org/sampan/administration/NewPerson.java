package org.sampan.administration;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.accounts.Office;
import org.sampan.accounts.Role;
import org.sampan.web.Language;
import org.sampan.web.Problems;
import org.sampan.web.Typed;

/// What was typed to add a person.
record NewPerson(
    @Nullable String id,
    @Nullable String name,
    @Nullable String signInName,
    @Nullable String office,
    @Nullable List<String> roles,
    @Nullable String language) {

  /// What the form comes to.
  sealed interface Parsed {}

  /// An account that can be added.
  record Valid(Account account) implements Parsed {}

  /// What must be mended first.
  record Wrong(Problems problems) implements Parsed {}

  static NewPerson empty(UUID id, Office office, Language language) {
    return new NewPerson(
        id.toString(), "", "", office.id().value().toString(), List.of(), language.tag());
  }

  boolean hasRole(Role role) {
    return roles != null && roles.contains(role.name());
  }

  Parsed parsed(List<Office> offices) {
    Problems problems = new Problems();
    Optional<UUID> known = Typed.identifier(id);
    String called = Typed.required("name", name, 200, problems);
    String signsIn = Typed.text(signInName).toLowerCase(java.util.Locale.ROOT);
    if (!signsIn.matches("[a-z0-9][a-z0-9.-]{1,39}")) {
      problems.add("signInName", "administration.problem.sign-in-name");
    }
    Optional<Office> works =
        offices.stream().filter(o -> o.id().value().toString().equals(office)).findFirst();
    if (works.isEmpty()) {
      problems.add("office", "web.problem.choose");
    }
    Set<Role> chosen = chosen(problems);
    Optional<Language> speaks = Language.of(Typed.text(language));
    if (speaks.isEmpty()) {
      problems.add("language", "web.problem.choose");
    }
    if (known.isEmpty() || !problems.none()) {
      return new Wrong(problems);
    }
    return new Valid(
        new Account(
            new Account.Id(known.get()),
            signsIn,
            called,
            works.orElseThrow().id(),
            chosen,
            speaks.orElseThrow(),
            true));
  }

  private Set<Role> chosen(Problems problems) {
    Set<Role> chosen = EnumSet.noneOf(Role.class);
    for (String role : roles == null ? List.<String>of() : roles) {
      Typed.choice(Role.class, role).ifPresent(chosen::add);
    }
    if (chosen.isEmpty()) {
      problems.add("roles", "administration.problem.no-role");
    }
    long walls = chosen.stream().map(Role::compartment).filter(Objects::nonNull).distinct().count();
    if (walls > 1) {
      problems.add("roles", "administration.problem.two-compartments");
    }
    return chosen;
  }

  @Override
  public String toString() {
    return "NewPerson[" + id + "]";
  }
}
