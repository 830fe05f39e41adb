package org.sampan.jobs.tables;

import io.airlift.compress.Compressor;
import io.airlift.compress.Decompressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyCompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.sampan.OperatorRefusal;

/// How pages of a Parquet file are packed and unpacked, in Java: Parquet's own ways need native
/// libraries of 10 MB. Reads plain, Snappy, GZIP, Zstandard and raw LZ4; writes Snappy.
final class ParquetPacking implements CompressionCodecFactory {

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName name) {
    if (name != CompressionCodecName.SNAPPY) {
      throw new IllegalArgumentException("we write Snappy only");
    }
    return new Packer();
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
    return new Unpacker(
        switch (name) {
          case UNCOMPRESSED -> (from, into) -> System.arraycopy(from, 0, into, 0, into.length);
          case SNAPPY -> by(new SnappyDecompressor());
          case ZSTD -> by(new ZstdDecompressor());
          case LZ4_RAW -> by(new Lz4Decompressor());
          case GZIP -> ParquetPacking::gunzip;
          case LZO, BROTLI, LZ4 ->
              throw new OperatorRefusal(
                  "A Parquet file packed by "
                      + name
                      + " is not read here; Snappy, GZIP, ZSTD are.");
        });
  }

  @Override
  public void release() {}

  private static Unpacking by(Decompressor decompressor) {
    return (from, into) -> decompressor.decompress(from, 0, from.length, into, 0, into.length);
  }

  private static void gunzip(byte[] from, byte[] into) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(from))) {
      in.readNBytes(into, 0, into.length);
    }
  }

  /// Fills the second array with what the first holds.
  private interface Unpacking {
    void unpack(byte[] from, byte[] into) throws IOException;
  }

  private record Unpacker(Unpacking unpacking) implements BytesInputDecompressor {

    @Override
    public BytesInput decompress(BytesInput bytes, int size) throws IOException {
      byte[] into = new byte[size];
      unpacking.unpack(bytes.toByteArray(), into);
      return BytesInput.from(into);
    }

    @Override
    public void decompress(ByteBuffer input, int packed, ByteBuffer output, int size)
        throws IOException {
      byte[] from = new byte[packed];
      input.get(from);
      byte[] into = new byte[size];
      unpacking.unpack(from, into);
      output.put(into);
    }

    @Override
    public void release() {}
  }

  private static final class Packer implements BytesInputCompressor {

    private final Compressor snappy = new SnappyCompressor();

    @Override
    public BytesInput compress(BytesInput bytes) throws IOException {
      byte[] from = bytes.toByteArray();
      byte[] into = new byte[snappy.maxCompressedLength(from.length)];
      int size = snappy.compress(from, 0, from.length, into, 0, into.length);
      return BytesInput.from(into, 0, size);
    }

    @Override
    public CompressionCodecName getCodecName() {
      return CompressionCodecName.SNAPPY;
    }

    @Override
    public void release() {}
  }
}
