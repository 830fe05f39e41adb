package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.exchange.TwoNodes.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.accounts.Office;
import org.sampan.accounts.Role;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Audit;
import org.sampan.audit.Entry;
import org.sampan.witnesses.CourtBundles;

/// The whole log, taken away by an auditor and checked without its node.
class LogFolderTests {

  private static TwoNodes nodes;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    // Nodes of its own: the clocks of the shared ones go back, which no honest log does.
    nodes = new TwoNodes();
  }

  @AfterAll
  static void stop() {
    nodes.close();
  }

  @Test
  void an_auditor_takes_the_log_away_and_checks_it_without_the_node() throws Exception {
    ProofDesk desk = new ProofDesk(nodes.th);
    Office office = desk.office();
    SignedIn supervisor = desk.somebody(office, Role.SUPERVISOR);
    SignedIn manager = desk.somebody(office, Role.CASE_MANAGER);
    desk.send(desk.opened(manager));
    // Thailand's receipt for Cambodia's own letter is kept there a moment later.
    within(() -> nodes.kh.count("exchange.outbox where r1 is null") == 0);
    nodes.th.clock.goAhead(Duration.ofMinutes(2));
    nodes.kh.clock.goAhead(Duration.ofMinutes(2));
    Path ours = taken(nodes.th, desk.somebody(office, Role.AUDITOR));
    desk.page(post("/log/folder"), supervisor, 404);
    desk.page(get("/log/folder"), supervisor, 404);
    Path theirs =
        taken(
            nodes.kh,
            new SignedIn(
                nodes.kh.somebody(Role.AUDITOR),
                "Invented",
                nodes.kh.office(),
                Set.of(Role.AUDITOR)));

    assertThat(desk.log(ours, "--with", theirs.toString())).isZero();
    // What Cambodia heard of Thailand's log is stronger than what Thailand says of itself.
    for (String name : List.of("heads", "receipts")) {
      byte[] heard = Files.readAllBytes(theirs.resolve("others/th/" + name));
      assertThat(heard).as(name).isNotEmpty();
      Files.write(ours.resolve(name), heard, StandardOpenOption.APPEND);
    }
    assertThat(desk.log(ours, "--with", theirs.toString(), "--last", ours + "/checkpoint"))
        .isZero();
    assertThat(desk.said)
        .contains("C1 ", "C2 The log continues", "C4 All", "C5 ", "C6 From th to kh", "C7 ")
        .contains("C8 ", "C10 ")
        .containsPattern("C3 Receipts compared with the log: [1-9]");
    Path entries = ours.resolve("tile/entries/000");
    Path edited = Files.exists(entries) ? entries : first(ours.resolve("tile/entries/000.p"));
    byte[] bytes = Files.readAllBytes(edited);
    bytes[40] ^= 1;
    Files.write(edited, bytes);
    assertThat(desk.log(ours)).isOne();
  }

  private Path taken(NodeInTest node, SignedIn auditor) throws Exception {
    // Signs the log as it stands now.
    node.bean(CourtBundles.class).of(UUID.randomUUID());
    ProofDesk desk = new ProofDesk(node);
    assertThat(desk.answer(get("/log/folder"), auditor, 200).getContentAsString())
        .contains("verify log log-" + node.name);
    byte[] zip = desk.answer(post("/log/folder"), auditor, 200).getContentAsByteArray();
    assertThat(node.bean(Audit.class).read(Audit.Query.ALL.of(auditor.id().value()), 9))
        .extracting(Entry::act)
        .contains("proof.folder.downloaded");
    Path into = folder.resolve("log-" + node.name);
    try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry next = files.getNextEntry(); next != null; next = files.getNextEntry()) {
        Path to = into.resolve(next.getName());
        Files.createDirectories(to.getParent());
        Files.write(to, files.readAllBytes());
      }
    }
    return into;
  }

  private static Path first(Path of) throws IOException {
    try (var files = Files.list(of)) {
      return files.findFirst().orElseThrow();
    }
  }
}
