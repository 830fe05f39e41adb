package org.sampan.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.sealing.parcel.Packing;
import org.sampan.sealing.parcel.ParcelKey;
import org.sampan.sealing.parcel.Unpacking;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door to the files beside records, for people. What crosses goes through [Enclosures].
@Component
public class Attachments {

  /// How many a record, and so a letter, can have.
  public static final int MOST = 20;

  /// What became of a file somebody added.
  public sealed interface Added {
    record Kept(Paper paper) implements Added {}

    /// It is not taken.
    record Refused(Why why) implements Added {}
  }

  /// Why a file is not taken.
  public enum Why {
    EMPTY,
    /// Neither JPEG nor PNG nor PDF, whatever its name says.
    TYPE,
    /// It carries what does harm.
    HARMFUL,
    TOO_MANY
  }

  /// A file that can be read now.
  public record Opened(Paper paper, Content content) {}

  /// Writes the file, proved as it goes.
  public interface Content {
    void writeTo(OutputStream to) throws IOException;
  }

  private final Parcels parcels;
  private final Papers papers;
  private final ParcelKeys keys;
  private final Audit audit;
  private final Clock clock;

  Attachments(Parcels parcels, Papers papers, ParcelKeys keys, Audit audit, Clock clock) {
    this.parcels = parcels;
    this.papers = papers;
    this.keys = keys;
    this.audit = audit;
    this.clock = clock;
  }

  /// The papers of a record, in their order.
  @Transactional(readOnly = true)
  public List<Paper> of(UUID record) {
    return papers.of(record).stream().map(Papers.Kept::paper).toList();
  }

  /// Which file is to be added to which record.
  ///
  /// @param id made when the form was drawn; the same twice adds one
  /// @param person under whose key its key will lie
  /// @param what the code of what it is
  public record New(UUID record, UUID id, UUID person, String what) {}

  /// Seals a file while it is read; what it is, its content says.
  @Transactional
  public Added add(New added, InputStream file, Act act) throws IOException {
    List<Papers.Kept> there = papers.of(added.record());
    Optional<Papers.Kept> same =
        there.stream().filter(one -> one.paper().id().equals(added.id())).findFirst();
    if (same.isPresent()) {
      return new Added.Kept(same.get().paper());
    }
    if (there.size() >= MOST) {
      return new Added.Refused(Why.TOO_MANY);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    ParcelKey key = ParcelKey.generate();
    UUID parcel = parcels.add("", "unfinished " + added.id(), 1, null, now);
    Contents contents = new Contents();
    Packing.Packed packed;
    try (Pieces.Writer pieces = new Pieces.Writer(parcels, parcel)) {
      packed = Packing.pack(new Seen(file, contents), key, pieces);
    }
    Optional<Why> why = why(contents);
    if (why.isPresent()) {
      parcels.remove(parcel);
      return new Added.Refused(why.get());
    }
    parcels.named(parcel, packed.sealedSha256(), packed.sealedSize());
    String type = contents.mediaType().orElseThrow();
    Paper paper =
        new Paper(
            added.record(), added.id(), added.what(), type, packed.size(), packed.sha256(), now);
    byte[] sealed = keys.forPerson(added.id(), added.person(), key);
    papers.add(new Papers.Kept(paper, parcel, added.person(), sealed));
    audit.write(act.with("what", added.what()).with("type", type));
    return new Added.Kept(paper);
  }

  private static Optional<Why> why(Contents contents) {
    if (contents.size() == 0) {
      return Optional.of(Why.EMPTY);
    }
    if (contents.harmful()) {
      return Optional.of(Why.HARMFUL);
    }
    return contents.mediaType().isEmpty() ? Optional.of(Why.TYPE) : Optional.empty();
  }

  /// Takes a paper away again, before its record leaves.
  @Transactional
  public void remove(UUID record, UUID id, Act act) {
    papers
        .find(record, id)
        .ifPresent(kept -> {
          papers.remove(record, id);
          parcels.remove(kept.parcel());
          audit.write(act);
        });
  }

  /// Opens a paper; nothing when there is none, it is not checked yet, or its person was erased.
  @Transactional(readOnly = true)
  public Optional<Opened> open(UUID record, UUID id) {
    return papers
        .find(record, id)
        .flatMap(kept -> {
          Parcels.Parcel parcel = parcels.find(kept.parcel()).orElseThrow();
          return parcel.state() == Parcels.State.CHECKED
              ? keys.of(kept).map(key -> new Opened(kept.paper(), to -> write(parcel, key, to)))
              : Optional.empty();
        });
  }

  private void write(Parcels.Parcel parcel, ParcelKey key, OutputStream to) throws IOException {
    try (InputStream sealed = new Pieces.Reader(parcels, parcel.id())) {
      Unpacking.unpack(sealed, parcel.size(), key, to);
    }
  }

  /// A file that is looked at while it is read.
  private static final class Seen extends java.io.FilterInputStream {
    private final Contents contents;

    Seen(InputStream file, Contents contents) {
      super(file);
      this.contents = contents;
    }

    @Override
    public int read(byte[] to, int at, int length) throws IOException {
      int read = super.read(to, at, length);
      if (read > 0) {
        contents.write(to, at, read);
      }
      return read;
    }
  }
}
