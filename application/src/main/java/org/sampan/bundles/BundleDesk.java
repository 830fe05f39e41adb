package org.sampan.bundles;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.sampan.web.Open;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/// Where the launcher, on this machine and as the node's own user, has volumes written and taken.
/// It proves itself by a token that the node writes into its folder at every start; to everybody
/// else nothing is here.
@Controller
class BundleDesk {

  /// The file in the node's folder: the address it answers at, and the token, a line each.
  static final String RUNNING = "running";

  static final String HEADER = "Sampan-Operator";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Bundles bundles;
  private final Unbundling unbundling;
  private final Path running;
  private final String token;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  BundleDesk(Bundles bundles, Unbundling unbundling, @Value("${sampan.folder}") Path folder) {
    this.bundles = bundles;
    this.unbundling = unbundling;
    this.running = folder.resolve(RUNNING);
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.token = HexFormat.of().formatHex(random);
  }

  @EventListener
  void started(WebServerInitializedEvent started) throws IOException {
    Files.deleteIfExists(running);
    Files.createFile(
        running,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        running,
        "http://127.0.0.1:" + started.getWebServer().getPort() + "\n" + token + "\n",
        StandardOpenOption.WRITE);
  }

  @PostMapping("/x/bundles/write")
  @Open
  ResponseEntity<byte[]> write(
      @RequestHeader(name = HEADER, defaultValue = "") String operator,
      @RequestParam(defaultValue = "") String peer,
      @RequestParam(defaultValue = "") String folder,
      @RequestParam(defaultValue = "4000000000") long largest) {
    return answer(
        operator,
        () -> {
          Path into = Path.of(folder);
          if (!Files.isDirectory(into)) {
            throw new VolumeFile.Refused("There is no folder " + into + ".");
          }
          return bundles.write(peer, into, largest);
        });
  }

  @PostMapping("/x/bundles/take")
  @Open
  ResponseEntity<byte[]> take(
      @RequestHeader(name = HEADER, defaultValue = "") String operator,
      @RequestParam(defaultValue = "") String file) {
    return answer(operator, () -> unbundling.take(Path.of(file)));
  }

  /// One piece of work.
  private interface Work {
    Object done() throws VolumeFile.Refused, IOException;
  }

  private ResponseEntity<byte[]> answer(String operator, Work work) {
    boolean known =
        MessageDigest.isEqual(
            operator.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    if (!known) {
      return json(404, Map.of("refused", "absent"));
    }
    oneAtATime.lock();
    try {
      return json(200, work.done());
    } catch (VolumeFile.Refused refused) {
      return json(422, Map.of("refused", refused.why()));
    } catch (IOException | InvalidPathException unwritable) {
      return json(
          422, Map.of("refused", "The file or folder cannot be read or written by the node."));
    } finally {
      oneAtATime.unlock();
    }
  }

  private static ResponseEntity<byte[]> json(int status, Object said) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(JSON.writeValueAsBytes(said));
  }
}
