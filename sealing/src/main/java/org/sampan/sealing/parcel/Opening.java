package org.sampan.sealing.parcel;

import java.io.IOException;
import java.io.InputStream;

/// The file in a parcel, read from end to end: a chunk is handed out once it is proved, and the end
/// only when nothing is left over.
final class Opening extends InputStream {
  private final InputStream sealed;
  private final Unpacking parcel;
  private byte[] chunk = new byte[0];
  private int read;
  private long next;

  Opening(InputStream sealed, Unpacking parcel) {
    this.sealed = sealed;
    this.parcel = parcel;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int at, int length) throws IOException {
    while (read == chunk.length) {
      if (next == parcel.count()) {
        if (sealed.read() >= 0) {
          throw new Damaged();
        }
        return -1;
      }
      chunk = parcel.open(next, sealed.readNBytes(parcel.sealedLength(next)));
      next++;
      read = 0;
    }
    int some = Math.min(length, chunk.length - read);
    System.arraycopy(chunk, read, to, at, some);
    read += some;
    return some;
  }

  @Override
  public void close() throws IOException {
    sealed.close();
  }
}
