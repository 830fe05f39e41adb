package org.sampan.attachments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;

/// A parcel read or written from end to end, with one piece of it in memory.
final class Pieces {

  /// How long our own pieces are, and the ranges we send: what a cut costs at most.
  static final int LENGTH = 1024 * 1024;

  private Pieces() {}

  /// Cuts what is written into pieces; the last is kept when it is closed.
  static final class Writer extends OutputStream {
    private final Parcels parcels;
    private final UUID parcel;
    private final ByteArrayOutputStream next = new ByteArrayOutputStream(LENGTH);
    private long at;

    Writer(Parcels parcels, UUID parcel) {
      this.parcels = parcels;
      this.parcel = parcel;
    }

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] from, int start, int length) {
      int written = 0;
      while (written < length) {
        int some = Math.min(length - written, LENGTH - next.size());
        next.write(from, start + written, some);
        written += some;
        if (next.size() == LENGTH) {
          keep();
        }
      }
    }

    @Override
    public void close() {
      if (next.size() > 0) {
        keep();
      }
    }

    private void keep() {
      parcels.put(parcel, at, next.toByteArray());
      at += next.size();
      next.reset();
    }
  }

  /// Reads piece after piece.
  static final class Reader extends InputStream {
    private final Parcels parcels;
    private final UUID parcel;
    private byte[] piece = new byte[0];
    private int read;
    private long at;

    Reader(Parcels parcels, UUID parcel) {
      this.parcels = parcels;
      this.parcel = parcel;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int start, int length) {
      if (read == piece.length) {
        Optional<Parcels.Piece> next = parcels.piece(parcel, at);
        if (next.isEmpty()) {
          return -1;
        }
        piece = next.get().bytes();
        read = (int) (at - next.get().at());
      }
      int some = Math.min(length, piece.length - read);
      System.arraycopy(piece, read, to, start, some);
      read += some;
      at += some;
      return some;
    }
  }
}
