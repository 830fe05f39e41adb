package org.sampan.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.sealing.parcel.Damaged;
import org.sampan.sealing.parcel.ParcelKey;
import org.sampan.sealing.parcel.Unpacking;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps what lands, and looks at it once it is whole: digest, key, every chunk, size, digest of
/// the file, kind and contents. All that without the file ever lying anywhere in the clear.
@Component
class Arriving implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(Arriving.class);

  /// All bytes of a parcel are here.
  record Whole(UUID parcel) {}

  private final Parcels parcels;
  private final Papers papers;
  private final ParcelKeys keys;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<UUID> looking = ConcurrentHashMap.newKeySet();

  Arriving(
      Parcels parcels,
      Papers papers,
      ParcelKeys keys,
      Audit audit,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.parcels = parcels;
    this.papers = papers;
    this.keys = keys;
    this.audit = audit;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  /// Whether a letter of this node announced that parcel.
  boolean awaits(String sender, String digest) {
    return parcels.from(sender, digest).isPresent();
  }

  /// Takes a range in its turn; one out of turn changes nothing. How much is here afterwards;
  /// nothing when nobody announced it.
  OptionalLong take(String sender, String digest, long at, byte[] bytes) {
    Long held =
        transaction.execute(status ->
            parcels.lock(sender, digest).map(parcel -> take(parcel, at, bytes)).orElse(null));
    return held == null ? OptionalLong.empty() : OptionalLong.of(held);
  }

  private long take(Parcels.Parcel parcel, long at, byte[] bytes) {
    if (parcel.state() != Parcels.State.COMING) {
      return parcel.size();
    }
    boolean next = at == parcel.held() && bytes.length > 0;
    if (!next || at + bytes.length > parcel.size()) {
      return parcel.held();
    }
    parcels.put(parcel.id(), at, bytes);
    if (at + bytes.length == parcel.size()) {
      events.publishEvent(new Whole(parcel.id()));
    }
    return at + bytes.length;
  }

  @TransactionalEventListener
  void whole(Whole arrived) {
    parcels.find(arrived.parcel()).ifPresent(this::look);
  }

  /// Looks at what nobody could look at before, and gives up what never came.
  @Scheduled(fixedDelay = 5_000, initialDelay = 5_000)
  void sweep() {
    parcels.unchecked().forEach(this::look);
    parcels.late(clock.instant()).forEach(late -> settle(late, Optional.of("ATTACHMENT_MISSING")));
  }

  private void look(Parcels.Parcel parcel) {
    if (looking.add(parcel.id())) {
      workers.execute(() -> {
        try {
          settle(parcel, fault(parcel));
        } catch (RuntimeException fault) {
          LOG.error("parcel {} unchecked {}", parcel.id(), fault.getClass().getName());
        } finally {
          looking.remove(parcel.id());
        }
      });
    }
  }

  private void settle(Parcels.Parcel parcel, Optional<String> fault) {
    List<Papers.Kept> its = papers.ofParcel(parcel.id());
    transaction.executeWithoutResult(status -> {
      if (fault.isPresent()) {
        parcels.refused(parcel.id(), fault.get());
        LOG.warn("parcel {} refused {}", parcel.id(), fault.get());
      } else {
        parcels.checked(parcel.id());
      }
      for (Papers.Kept kept : its) {
        Act act = Act.of("attachments.paper.arrived").on(kept.paper().record());
        audit.write(act.with("from", parcel.origin()).with("outcome", fault.orElse("CHECKED")));
        events.publishEvent(new AttachmentsStand(parcel.origin(), kept.paper().record()));
      }
    });
  }

  /// The code of the first thing wrong with it, for any of the letters that announced it.
  private Optional<String> fault(Parcels.Parcel parcel) {
    return papers.ofParcel(parcel.id()).stream()
        .flatMap(kept -> fault(parcel, kept).stream())
        .findFirst();
  }

  private Optional<String> fault(Parcels.Parcel parcel, Papers.Kept kept) {
    Optional<ParcelKey> key = keys.of(kept);
    if (key.isEmpty()) {
      return Optional.empty();
    }
    Contents contents = new Contents();
    MessageDigest digest = sha256();
    try (InputStream sealed =
        new DigestInputStream(new Pieces.Reader(parcels, parcel.id()), digest)) {
      String file = Unpacking.unpack(sealed, parcel.size(), key.get(), contents);
      sealed.transferTo(OutputStream.nullOutputStream());
      boolean same =
          HexFormat.of().formatHex(digest.digest()).equals(parcel.digest())
              && file.equals(kept.paper().sha256())
              && contents.size() == kept.paper().size();
      if (!same) {
        return Optional.of("ATTACHMENT_DAMAGED");
      }
    } catch (Damaged damaged) {
      return Optional.of("ATTACHMENT_DAMAGED");
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
    if (contents.harmful()) {
      return Optional.of("ATTACHMENT_HARMFUL");
    }
    boolean asSaid = contents.mediaType().filter(kept.paper().mediaType()::equals).isPresent();
    return asSaid ? Optional.empty() : Optional.of("ATTACHMENT_TYPE");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException every) {
      throw new IllegalStateException("Every Java platform has SHA-256.", every);
    }
  }

  @Override
  public void destroy() {
    workers.shutdown();
  }
}
