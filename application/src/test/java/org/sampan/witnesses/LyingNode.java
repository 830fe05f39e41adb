package org.sampan.witnesses;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.TrustedNode;
import org.sampan.sealing.log.Checkpoint;
import org.sampan.sealing.log.Hash;
import org.sampan.sealing.log.MerkleTree;
import org.sampan.sealing.log.Tile;

/// Another country's node, as far as its log goes. The test may rewrite what it shows.
final class LyingNode implements AutoCloseable {
  final NodeId node = new NodeId("kh-" + UUID.randomUUID().toString().substring(0, 8));
  final SigningKey signs = SigningKey.generate();
  final List<Hash> leaves = new ArrayList<>();
  final List<String> posted = new ArrayList<>();
  private final Clock clock;
  private final HttpServer server;

  LyingNode(Clock clock) throws IOException {
    this.clock = clock;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/x/v1/log/",
        exchange -> {
          String path = exchange.getRequestURI().getPath().substring("/x/v1/log/".length());
          byte[] body = exchange.getRequestBody().readAllBytes();
          byte[] answer = path.equals("cosignatures") ? new byte[1] : file(path);
          if (path.equals("cosignatures")) {
            posted.add(new String(body, StandardCharsets.UTF_8));
          }
          exchange.sendResponseHeaders(answer.length == 0 ? 404 : 200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void write(int entries) {
    for (int n = 0; n < entries; n++) {
      String text = node.value() + leaves.size() + entries;
      leaves.add(Hash.ofLeaf(text.getBytes(StandardCharsets.UTF_8)));
    }
  }

  Checkpoint head() {
    return new Checkpoint(node, leaves.size(), MerkleTree.of(leaves).root(leaves.size()));
  }

  TrustedNode trusted(NodeId id, PublicPart part) {
    Instant now = clock.instant();
    return new TrustedNode(
        id,
        "KH",
        "government",
        TrustedNode.Status.ACTIVE,
        TrustedNode.Names.of(Map.of("en", "Node")),
        id.equals(node) ? address() : null,
        List.of(
            new TrustedNode.Key(
                part, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)), null)),
        List.of(),
        List.of());
  }

  private byte[] file(String path) {
    if (path.equals("checkpoint")) {
      return head().sign(signs, clock.instant()).toString().getBytes(StandardCharsets.UTF_8);
    }
    MerkleTree tree = MerkleTree.of(leaves);
    return Tile.parse(path)
        .map(tile -> {
          List<Hash> hashes = new ArrayList<>();
          for (int n = 0; n < tile.width(); n++) {
            hashes.add(tree.subtrees().at(8 * tile.level(), 256 * tile.index() + n));
          }
          return tile.write(hashes);
        })
        .orElseGet(() -> new byte[0]);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
