package org.sampan.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sampan.audit.Log;
import org.sampan.exchange.Exhibits;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter.LogHead;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.log.EntryBundle;
import org.sampan.sealing.log.Tile;
import org.sampan.trust.Trust;
import org.sampan.witnesses.Checkpoints;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes the whole log as `./sampan verify log` reads it, piece by piece: never more of it in
/// memory than one tile or one page of rows.
@Component
class Folder {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  /// What is younger may stand in the log only after the head: it is left to the next check.
  private static final Duration SETTLED = Duration.ofMinutes(1);

  private final Log log;
  private final Checkpoints checkpoints;
  private final Exhibits exhibits;
  private final Trust trust;

  Folder(Log log, Checkpoints checkpoints, Exhibits exhibits, Trust trust) {
    this.log = log;
    this.checkpoints = checkpoints;
    this.exhibits = exhibits;
    this.trust = trust;
  }

  /// The head to show: the newest for which as many have signed as the trust list asks, or while
  /// there is none, the newest.
  Optional<Checkpoints.Kept> head() {
    int needed = trust.list().map(TrustList::witnesses).orElse(0);
    Optional<Checkpoints.Kept> cosigned =
        needed == 0 ? Optional.empty() : checkpoints.cosignedBy(needed);
    return cosigned.or(checkpoints::newest);
  }

  /// One file of the folder, as it is written.
  private interface Lines {
    void to(OutputStream out) throws IOException;
  }

  /// Writes the folder at this head.
  void write(Checkpoints.Kept head, OutputStream to) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(to)) {
      Instant before = head.at().minus(SETTLED);
      file(zip, "checkpoint", out -> out.write(head.note().getBytes(StandardCharsets.UTF_8)));
      file(
          zip,
          "lists",
          out -> {
            for (String list : trust.history()) {
              line(out, list);
            }
          });
      file(zip, "history", out -> history(head, out));
      file(zip, "heads", out -> given(before, out, true));
      file(zip, "receipts", out -> given(before, out, false));
      tiles(zip, head.size());
      for (String peer : peers()) {
        file(zip, "others/" + peer + "/heads", out -> heard(peer, before, out));
        file(zip, "others/" + peer + "/receipts", out -> got(peer, before, out));
      }
    }
  }

  private static void file(ZipOutputStream zip, String name, Lines lines) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    lines.to(zip);
    zip.closeEntry();
  }

  private static void line(OutputStream out, String text) throws IOException {
    out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private void history(Checkpoints.Kept head, OutputStream out) throws IOException {
    long size = -1;
    while (true) {
      List<Checkpoints.Kept> next = checkpoints.after(size);
      for (Checkpoints.Kept kept : next) {
        if (kept.size() <= head.size()) {
          byte[] note = kept.note().getBytes(StandardCharsets.UTF_8);
          line(out, Base64.getEncoder().encodeToString(note));
        }
        size = kept.size();
      }
      if (next.isEmpty() || size >= head.size()) {
        return;
      }
    }
  }

  /// The receipts this node gave; or the heads it told in them, by who was told.
  private void given(Instant before, OutputStream out, boolean heads) throws IOException {
    List<Exhibits.Word> next = exhibits.given(BEFORE_ALL, before);
    while (!next.isEmpty()) {
      for (Exhibits.Word word : next) {
        if (!heads) {
          line(out, word.receipt());
        } else if (told(word.receipt()) instanceof JsonNode head && head.isObject()) {
          String size = head.path("size").asString("");
          line(out, word.peer() + " " + size + " " + head.path("root").asString(""));
        }
      }
      next = exhibits.given(next.getLast().id(), before);
    }
  }

  private static JsonNode told(String receipt) {
    byte[] payload = Base64.getUrlDecoder().decode(receipt.split("\\.", -1)[1]);
    return JSON.readTree(new String(payload, StandardCharsets.UTF_8)).path("log");
  }

  private void tiles(ZipOutputStream zip, long size) throws IOException {
    for (int level = 0; Tile.in(size, level, 0).isPresent(); level++) {
      tiles(zip, size, level);
    }
    tiles(zip, size, Tile.ENTRIES);
  }

  private void tiles(ZipOutputStream zip, long size, int level) throws IOException {
    for (long index = 0; Tile.in(size, level, index).isPresent(); index++) {
      Tile tile = Tile.in(size, level, index).orElseThrow();
      byte[] bytes = level == Tile.ENTRIES ? entries(tile) : log.tile(tile).orElseThrow();
      file(zip, tile.path(), out -> out.write(bytes));
    }
  }

  private byte[] entries(Tile tile) {
    long from = tile.index() * Tile.FULL;
    return EntryBundle.write(log.contents(from, from + tile.width()));
  }

  /// Who is on the trust list beside us.
  private List<String> peers() {
    return trust.list().stream()
        .flatMap(list -> list.nodes().stream())
        .map(node -> node.id())
        .filter(node -> !node.equals(trust.self()))
        .map(node -> node.value())
        .toList();
  }

  private void heard(String peer, Instant before, OutputStream out) throws IOException {
    LogHead after = new LogHead(0, new Digest("0".repeat(64)));
    List<LogHead> next = checkpoints.heard(peer, after, before);
    while (!next.isEmpty()) {
      for (LogHead head : next) {
        line(out, trust.self() + " " + head.size() + " " + head.root().hex());
      }
      next = checkpoints.heard(peer, next.getLast(), before);
    }
  }

  private void got(String peer, Instant before, OutputStream out) throws IOException {
    List<Exhibits.Word> next = exhibits.got(peer, BEFORE_ALL, before);
    while (!next.isEmpty()) {
      for (Exhibits.Word word : next) {
        line(out, word.receipt());
      }
      next = exhibits.got(peer, next.getLast().id(), before);
    }
  }
}
