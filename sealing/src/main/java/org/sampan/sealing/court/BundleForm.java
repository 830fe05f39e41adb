package org.sampan.sealing.court;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;
import org.sampan.sealing.Letter.LogHead;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.Receipt;
import org.sampan.sealing.log.ConsistencyProof;
import org.sampan.sealing.log.Hash;
import org.sampan.sealing.log.InclusionProof;

/// The text of a [CourtBundle]: a line a thing, a word and a space before it, and at the end the
/// SHA-256 of all lines before. Plain ASCII; what would not be is in base64.
final class BundleForm {
  private static final String FIRST = "sampan-court-bundle/1";
  private static final Base64.Encoder BASE64 = Base64.getEncoder();

  private BundleForm() {}

  static String write(CourtBundle bundle) {
    StringBuilder out = new StringBuilder(FIRST).append('\n');
    line(out, "node", bundle.node().value());
    bundle.lists().forEach(list -> line(out, "list", list));
    line(
        out, "log", encoded(bundle.checkpoint().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    for (CourtBundle.Exhibit letter : bundle.letters()) {
      line(out, "letter", letter.inner());
      line(out, "sealed", letter.sealed().hex());
      about(out, letter.receipts(), letter.entries());
    }
    for (CourtBundle.Erased letter : bundle.erased()) {
      CourtBundle.Place place = letter.place();
      Receipt.Subject of = letter.of();
      List<Object> cells =
          List.of(
              place.from(),
              place.to(),
              place.caseId(),
              place.number(),
              of.id(),
              of.sealed().hex(),
              of.identity().hex());
      line(out, "erased", String.join(" ", cells.stream().map(Object::toString).toList()));
      about(out, letter.receipts(), letter.entries());
    }
    for (CourtBundle.Told told : bundle.heads()) {
      String head = told.head().size() + " " + told.head().root().hex() + " ";
      line(out, "head", head + told.path().newer() + " " + hashes(told.path().path()));
    }
    return out.append("end ").append(Digest.of(out.toString()).hex()).append('\n').toString();
  }

  private static void about(
      StringBuilder out, List<String> receipts, List<CourtBundle.Logged> entries) {
    receipts.forEach(receipt -> line(out, "receipt", receipt));
    for (CourtBundle.Logged entry : entries) {
      InclusionProof path = entry.path();
      String place = path.index() + " " + path.size() + " ";
      line(out, "entry", place + encoded(entry.content()) + " " + hashes(path.path()));
    }
  }

  static CourtBundle read(String text) {
    if (text.length() > CourtBundle.MOST || !text.endsWith("\n")) {
      throw unreadable();
    }
    try {
      Lines lines = new Lines(Arrays.asList(text.split("\n", -1)));
      lines.exactly(FIRST);
      NodeId node = new NodeId(lines.value("node"));
      List<String> lists = lines.values("list");
      String log = new String(decoded(lines.value("log")), java.nio.charset.StandardCharsets.UTF_8);
      List<CourtBundle.Exhibit> letters = new ArrayList<>();
      while (lines.next("letter")) {
        letters.add(
            new CourtBundle.Exhibit(
                lines.value("letter"),
                new Digest(lines.value("sealed")),
                lines.values("receipt"),
                lines.values("entry").stream().map(BundleForm::entry).toList()));
      }
      List<CourtBundle.Erased> erased = new ArrayList<>();
      while (lines.next("erased")) {
        erased.add(erased(lines));
      }
      List<CourtBundle.Told> heads = lines.values("head").stream().map(BundleForm::head).toList();
      CourtBundle read = new CourtBundle(node, lists, log, letters, erased, heads);
      if (!write(read).equals(text)) {
        throw unreadable();
      }
      return read;
    } catch (IllegalArgumentException | IndexOutOfBoundsException otherwise) {
      throw unreadable();
    }
  }

  private static CourtBundle.Erased erased(Lines lines) {
    String[] cells = lines.value("erased").split(" ", -1);
    return new CourtBundle.Erased(
        new CourtBundle.Place(
            new NodeId(cells[0]),
            new NodeId(cells[1]),
            new Letter.CaseId(UUID.fromString(cells[2])),
            Long.parseLong(cells[3])),
        new Receipt.Subject(
            new Letter.Id(UUID.fromString(cells[4])), new Digest(cells[5]), new Digest(cells[6])),
        lines.values("receipt"),
        lines.values("entry").stream().map(BundleForm::entry).toList());
  }

  private static CourtBundle.Logged entry(String value) {
    String[] cells = value.split(" ", -1);
    var path =
        new InclusionProof(Long.parseLong(cells[0]), Long.parseLong(cells[1]), hashesOf(cells[3]));
    return new CourtBundle.Logged(decoded(cells[2]), path);
  }

  private static CourtBundle.Told head(String value) {
    String[] cells = value.split(" ", -1);
    LogHead head = new LogHead(Long.parseLong(cells[0]), new Digest(cells[1]));
    long newer = Long.parseLong(cells[2]);
    return new CourtBundle.Told(head, new ConsistencyProof(head.size(), newer, hashesOf(cells[3])));
  }

  private static String hashes(List<Hash> path) {
    return String.join(",", path.stream().map(Hash::base64).toList());
  }

  private static List<Hash> hashesOf(String cell) {
    return cell.isEmpty() ? List.of() : Arrays.stream(cell.split(",")).map(Hash::parse).toList();
  }

  private static String encoded(byte[] bytes) {
    return BASE64.encodeToString(bytes);
  }

  private static byte[] decoded(String text) {
    return Base64.getDecoder().decode(text);
  }

  private static void line(StringBuilder out, String word, String value) {
    if (value.chars().anyMatch(unit -> unit < 0x20 || unit > 0x7e)) {
      throw new IllegalArgumentException("a line of a bundle is plain ASCII");
    }
    out.append(word).append(' ').append(value).append('\n');
  }

  private static IllegalArgumentException unreadable() {
    return new IllegalArgumentException("this is no court bundle in its one form");
  }

  /// The lines not read yet.
  private static final class Lines {
    private final List<String> all;
    private int at;

    Lines(List<String> all) {
      this.all = all;
    }

    void exactly(String line) {
      if (!all.get(at++).equals(line)) {
        throw unreadable();
      }
    }

    boolean next(String word) {
      return all.get(at).startsWith(word + " ");
    }

    String value(String word) {
      if (!next(word)) {
        throw unreadable();
      }
      return all.get(at++).substring(word.length() + 1);
    }

    List<String> values(String word) {
      List<String> values = new ArrayList<>();
      while (next(word)) {
        values.add(value(word));
      }
      return values;
    }
  }
}
