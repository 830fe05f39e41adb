package org.sampan.referrals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.casework.RiverSource;
import org.sampan.consents.Recipient;
import org.sampan.exchange.Deliveries;
import org.sampan.web.Screen;

/// A list: what we asked, what is asked of us, my follow-ups. No person's name stands in it.
///
/// @param words the beginning of the keys of its title, its lead and its empty state
/// @param path its own path
/// @param filters what can be shown; the first is what is shown at first
/// @param rows at most [#ROWS] and one more
record ListPage(
    String words,
    String path,
    List<Filter> filters,
    String filter,
    List<Row> rows,
    int page,
    Shown shown,
    Instant now)
    implements Screen {

  static final int ROWS = 20;

  /// One choice of what is shown.
  record Filter(String code, String words, long count) {}

  /// One row.
  ///
  /// @param what the key of what it is
  /// @param other the office on the other side, if there is one
  /// @param river how far it came; none draws no river
  /// @param toFar whether it goes from us to them
  /// @param state the key of its state
  /// @param act the key of who must act
  /// @param actor who that is, when it is a named colleague
  /// @param since since when it stands there
  /// @param urgency the key of how soon, while somebody must act
  record Row(
      String path,
      UUID number,
      String what,
      @Nullable Recipient other,
      RiverSource.@Nullable State river,
      boolean toFar,
      String state,
      String act,
      Account.@Nullable Id actor,
      Instant since,
      @Nullable String urgency) {

    static Row of(Referral one, Optional<Deliveries.Delivery> delivery) {
      String act =
          switch (one.state()) {
            case DRAFT, SENT_BACK -> "author";
            case WAITING -> "approver";
            case SENT, ACCEPTED -> "other";
            case REFUSED, FED_BACK, CANCELLED, TAKEN_BACK, WITHDRAWN -> "nobody";
          };
      return new Row(
          one.path(),
          one.caseFile().value(),
          one.terms().need().words(),
          one.terms().to(),
          one.river(delivery.map(Deliveries.Delivery::state)),
          true,
          one.state().words(),
          "referrals.acts." + act,
          act.equals("author") ? one.author().account() : null,
          one.changed(),
          act.equals("nobody") ? null : one.terms().urgency().words());
    }

    static Row of(Received one, List<Task> tasks) {
      Optional<Task> given =
          tasks.stream().filter(task -> task.state() == Task.State.GIVEN).findFirst();
      boolean done = tasks.stream().anyMatch(task -> task.state() == Task.State.DONE);
      String act =
          switch (one.state()) {
            case NEW -> "office-decides";
            case ACCEPTED ->
                given.isPresent() ? "colleague" : done ? "office-tells" : "office-gives";
            case REFUSED, FED_BACK, LOCKED, TAKEN_BACK -> "nobody";
          };
      return new Row(
          one.path(),
          one.caseFile().value(),
          one.asked().need().words(),
          new Recipient(one.from().country(), one.from().node(), one.from().office()),
          one.state().river(),
          false,
          one.state().words(),
          "referrals.acts." + act,
          act.equals("colleague")
              ? given.map(task -> task.assignee().account()).orElse(null)
              : null,
          one.changed(),
          act.equals("nobody") ? null : one.asked().urgency().words());
    }

    static Row of(Task one) {
      boolean open = one.state() == Task.State.GIVEN;
      return new Row(
          one.path(),
          one.caseFile().value(),
          "referrals.need.follow-up",
          null,
          null,
          false,
          one.state().words(),
          open ? "referrals.acts.you" : "referrals.acts.nobody",
          null,
          one.changed(),
          null);
    }
  }

  List<Row> here() {
    return rows.size() > ROWS ? rows.subList(0, ROWS) : rows;
  }

  boolean more() {
    return rows.size() > ROWS;
  }

  static int page(String typed) {
    return typed.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(typed) : 1;
  }
}
