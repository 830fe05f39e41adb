package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.exchange.FilesBesideTests.photograph;
import static org.sampan.exchange.TwoNodes.within;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.sealing.Receipt;

/// Messages between Thailand and Cambodia on a stick, while no wire joins them.
class BundleTests extends OnTwoNodes {

  private static final long LARGE = 100_000_000;
  private static final long SMALL = 4 * 1024 * 1024;

  @BeforeEach
  void noWire() {
    nodes.toKh.road = Faults.Road.CUT;
    kh.inTransaction(() -> {
      kh.bean(Circuits.class).of("th", kh.clock.instant());
      return kh.sql()
          .sql("update exchange.peer set next_try = now() + interval '400 days', failures = 9")
          .update();
    });
  }

  /// Carries all that waits from one to the other.
  private static void carry(NodeInTest from, NodeInTest to) throws Exception {
    for (Path volume : Stick.empty().write(from, to.name, LARGE)) {
      assertThat(Stick.take(to, volume).status()).isEqualTo(200);
    }
  }

  @Test
  void a_case_travels_from_referral_to_follow_up_without_any_wire() throws Exception {
    byte[] file = photograph(300_000);
    FilesBesideTests.Sent sent = FilesBesideTests.send(file, UuidCreator.getTimeOrderedEpoch(), "");
    MessageId asked = sent.draft().id();

    carry(th, kh);
    within(() -> FilesBesideTests.stateThere(sent.id()) == Inbox.State.PROCESSED);
    assertThat(FilesBesideTests.opened(sent)).isEqualTo(file);
    carry(kh, th);
    assertThat(th.state(asked)).isEqualTo(DeliveryState.DELIVERED);

    kh.inTransaction(
        () -> kh.bean(Receipts.class).decided(asked, Receipt.Decision.ACCEPTED, "PLACE_FOUND"));
    carry(kh, th);
    assertThat(th.state(asked)).isEqualTo(DeliveryState.ACCEPTED);

    UUID theirs = UuidCreator.getTimeOrderedEpoch();
    Draft feedback = nodes.toldBack(asked, theirs);
    kh.inTransaction(() -> {
      kh.bean(Post.class).join(asked, theirs, null);
      return kh.bean(Post.class).send(feedback);
    });
    carry(kh, th);
    assertThat(th.bean(Taker.class).requests()).contains(feedback.id().value());
    carry(th, kh);
    assertThat(kh.state(feedback.id())).isEqualTo(DeliveryState.DELIVERED);
    assertThat(nodes.toKh.letters.get()).as("the wire tried and brought nothing").isPositive();
  }

  @Test
  void volumes_come_in_any_order_and_any_number_of_times() throws Exception {
    UUID caseFile = UuidCreator.getTimeOrderedEpoch();
    FilesBesideTests.Sent sent = FilesBesideTests.send(photograph(7_000_000), caseFile, "");
    Draft next = th.request(sent.person(), caseFile, "kh");
    th.send(next);
    List<Path> volumes = Stick.empty().write(th, "kh", SMALL);
    assertThat(volumes)
        .hasSizeGreaterThan(2)
        .allSatisfy(v -> assertThat(Files.size(v)).isLessThan(SMALL));

    for (Path volume : volumes.reversed()) {
      Stick.take(kh, volume);
    }
    assertThat(FilesBesideTests.stateThere(sent.id())).isEqualTo(Inbox.State.HELD);
    for (Path volume : volumes) {
      Stick.Answer answer = Stick.take(kh, volume);
      assertThat(answer.said().path("of").asInt()).isEqualTo(volumes.size());
      assertThat(answer.said().path("left").isEmpty()).as(answer.said().toString()).isTrue();
    }
    within(() -> FilesBesideTests.stateThere(next.id().value()) == Inbox.State.PROCESSED);
    long inbox = kh.count("exchange.inbox");
    long pieces = kh.count("attachments.piece");
    for (Path volume : volumes) {
      assertThat(Stick.take(kh, volume).status()).isEqualTo(200);
    }

    assertThat(kh.count("exchange.inbox")).isEqualTo(inbox);
    assertThat(kh.count("attachments.piece")).isEqualTo(pieces);
    assertThat(kh.bean(Taker.class).requests().stream().filter(sent.id()::equals)).hasSize(1);
  }

  @Test
  void a_withdrawal_after_the_stick_left_is_told_over_there() throws Exception {
    FilesBesideTests.Sent sent =
        FilesBesideTests.send(photograph(9_000), UuidCreator.getTimeOrderedEpoch(), "");
    List<Path> volumes = Stick.empty().write(th, "kh", LARGE);

    th.withdraw(sent.consent(), sent.person(), "kh");

    carry(th, kh);
    for (Path volume : volumes) {
      assertThat(Stick.take(kh, volume).status()).isEqualTo(200);
    }
    assertThat(FilesBesideTests.stateThere(sent.id())).isEqualTo(Inbox.State.LOCKED);
  }

  @Test
  void a_bad_volume_is_refused_in_words_and_nothing_of_it_is_taken() throws Exception {
    FilesBesideTests.send(photograph(6_000_000), UuidCreator.getTimeOrderedEpoch(), "");
    Stick stick = Stick.empty();
    List<Path> volumes = stick.write(th, "kh", SMALL);
    Path good = volumes.getFirst();
    Path other = volumes.get(1);
    byte[] bytes = Files.readAllBytes(good);
    long before = kh.count("exchange.inbox") + kh.count("attachments.piece");

    Path cut =
        Files.write(
            stick.folder().resolve("cut"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
    refused(cut, "a part of it is missing");
    byte[] flipped = bytes.clone();
    flipped[bytes.length / 2] ^= 1;
    refused(Files.write(stick.folder().resolve("altered"), flipped), "Its contents");
    refused(
        made(stick, "exchanged", entry(good, "index"), "contents", entry(other, "contents"), ""),
        "another volume");
    refused(
        made(stick, "more", entry(good, "index"), "contents", entry(good, "contents"), "run.exe"),
        "does not belong");
    refused(
        made(stick, "outside", entry(good, "index"), "../../contents", entry(good, "contents"), ""),
        "does not belong");
    byte[] twice =
        Files.readAllBytes(
            made(
                stick, "once", entry(good, "index"), "contents", entry(good, "contents"), "indeX"));
    String renamed = new String(twice, StandardCharsets.ISO_8859_1).replace("indeX", "index");
    refused(
        Files.write(stick.folder().resolve("twice"), renamed.getBytes(StandardCharsets.ISO_8859_1)),
        "");
    refused(bomb(stick, entry(good, "index")), "does not belong");
    refused(Files.createSymbolicLink(stick.folder().resolve("link"), good), "points to another");
    refused(stick.folder(), "no such file");
    refused(stick.folder().resolve("absent"), "no such file");
    refused(Files.writeString(stick.folder().resolve("text"), "hello"), "no volume");
    assertThat(Stick.take(th, good).refused()).isEqualTo("It is for another node.");
    assertThat(Stick.ask(kh, "take", "file=" + good, "guessed").status()).isEqualTo(404);

    assertThat(kh.count("exchange.inbox") + kh.count("attachments.piece")).isEqualTo(before);
  }

  private static void refused(Path file, String words) throws Exception {
    Stick.Answer answer = Stick.take(kh, file);
    assertThat(answer.status()).as(file.toString()).isEqualTo(422);
    assertThat(answer.refused()).contains(words);
  }

  private static byte[] entry(Path volume, String name) throws IOException {
    try (ZipFile zip = new ZipFile(volume.toFile())) {
      return zip.getInputStream(zip.getEntry(name)).readAllBytes();
    }
  }

  private static Path made(
      Stick stick, String file, byte[] index, String name, byte[] contents, String more)
      throws IOException {
    Path made = stick.folder().resolve(file);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(made))) {
      store(zip, "index", index);
      store(zip, name, contents);
      if (!more.isEmpty()) {
        store(zip, more, index);
      }
    }
    return made;
  }

  private static void store(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    CRC32 sum = new CRC32();
    sum.update(bytes);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
  }

  /// Small on the stick, a hundred times larger when it is unpacked.
  private static Path bomb(Stick stick, byte[] index) throws IOException {
    Path made = stick.folder().resolve("bomb");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(made))) {
      store(zip, "index", index);
      zip.putNextEntry(new ZipEntry("contents"));
      OutputStream nothing = zip;
      nothing.write(new byte[5_000_000]);
      zip.closeEntry();
    }
    return made;
  }
}
