package org.sampan.transfers;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sampan.accounts.SignedIn;
import org.sampan.casework.CaseFile;
import org.sampan.casework.Cases;
import org.sampan.casework.RiverSource;
import org.sampan.consents.Consent;
import org.sampan.exchange.MessageId;

/// What people of one node do with transfers and closings, for tests on two nodes.
public record Hands(Beans beans) {

  /// The beans of a node.
  public interface Beans {
    <T> T bean(Class<T> type);
  }

  /// Writes a transfer of the case to the first office it can go to; an empty text when it may.
  public String offer(UUID id, UUID file, SignedIn reader) {
    CaseFile of = file(file);
    List<Offering.Choice> choices = beans.bean(Offering.class).choices(of);
    if (choices.isEmpty()) {
      return "nowhere";
    }
    OfferPage.Agreed agreed =
        new OfferPage.Agreed(Transfer.Why.MIGRATION_OR_CHANGE_OF_LOCATION, Consent.Giver.PERSON);
    return said(
        beans
            .bean(Offering.class)
            .offer(new Transfer.Id(id), of, choices.getFirst(), agreed, reader));
  }

  public String approve(UUID id, SignedIn reader) {
    return said(beans.bean(Offering.class).approve(new Transfer.Id(id), version(id), reader));
  }

  public String takeBack(UUID id, SignedIn reader) {
    return said(
        beans
            .bean(Undoing.class)
            .takeBack(new Transfer.Id(id), version(id), MessageId.next(), reader));
  }

  /// Takes the case over, or not for this reason.
  public String decide(UUID id, String reason, SignedIn reader) {
    Optional<Transfer.Refusal> why =
        reason.isEmpty() ? Optional.empty() : Optional.of(Transfer.Refusal.valueOf(reason));
    return said(
        beans
            .bean(Deciding.class)
            .decide(new Transfer.Id(id), version(id), MessageId.next(), why, reader));
  }

  public String close(UUID file, String outcome, SignedIn reader) {
    return said(
        beans
            .bean(Deciding.class)
            .close(
                file(file),
                new Closing.Id(MessageId.next().value()),
                Closing.Outcome.valueOf(outcome),
                reader));
  }

  /// Where a transfer stands, and why; `absent` when nothing is known of it.
  public String state(UUID id) {
    return beans
        .bean(Transfers.class)
        .find(new Transfer.Id(id))
        .map(one -> (one.state() + " " + one.reason()).strip())
        .orElse("absent");
  }

  public boolean holds(UUID id) {
    return beans.bean(Transfers.class).find(new Transfer.Id(id)).orElseThrow().isHeldHere();
  }

  /// The outcomes of the closings of a case, as they are known here; `untold` where none is.
  public List<String> closings(UUID file) {
    return beans.bean(Closings.class).of(new CaseFile.Id(file)).stream()
        .map(one -> one.outcome() == null ? "untold" : one.outcome() + " " + one.told())
        .toList();
  }

  /// What the case shows of it: the keys of crossings and acts of both banks.
  public List<String> river(UUID file) {
    River river = beans.bean(River.class);
    CaseFile.Id id = new CaseFile.Id(file);
    return java.util.stream.Stream.of(
            river.crossingsOf(id).stream().map(RiverSource.Crossing::words),
            river.nearActsOf(id).stream().map(RiverSource.NearAct::words),
            river.farActsOf(id).stream().map(RiverSource.FarAct::words))
        .flatMap(one -> one)
        .toList();
  }

  public String status(UUID file) {
    return file(file).state().status().code();
  }

  private CaseFile file(UUID id) {
    return beans.bean(Cases.class).find(new CaseFile.Id(id)).orElseThrow();
  }

  private int version(UUID id) {
    return beans.bean(Transfers.class).find(new Transfer.Id(id)).map(Transfer::version).orElse(0);
  }

  private static String said(Offering.Outcome outcome) {
    return switch (outcome) {
      case Offering.Outcome.Done done -> "";
      case Offering.Outcome.Stale stale -> "stale";
      case Offering.Outcome.OwnWork own -> "own work";
      case Offering.Outcome.NotSent(String words) -> words;
    };
  }
}
