package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Who is not signed in brings no file into a node's memory.
class StrangersUploadTests extends OnTwoNodes {

  private static final int LENGTH = 15_000_000;

  @Test
  void a_stranger_is_turned_away_before_a_byte_of_his_file_is_read() throws Exception {
    List<Socket> strangers = new ArrayList<>();
    try {
      for (int one = 0; one < 6; one++) {
        strangers.add(
            begin("/papers/" + UUID.randomUUID(), one % 2 == 0 ? "" : "sampan_th=forged"));
      }

      for (Socket stranger : strangers) {
        assertThat(answer(stranger))
            .startsWith("HTTP/1.1 302")
            .containsPattern("(?i)location: (http://[0-9.:]+)?/sign-in");
      }
    } finally {
      for (Socket stranger : strangers) {
        stranger.close();
      }
    }
  }

  @Test
  void no_other_path_takes_files_at_all() throws Exception {
    for (String path : List.of("/sign-in", "/x/bundles/take", "/trust/offer", "/papers")) {
      try (Socket stranger = begin(path, "")) {
        assertThat(answer(stranger)).as(path).startsWith("HTTP/1.1 415");
      }
    }
  }

  /// The head of an upload; of its body nothing ever comes.
  private static Socket begin(String path, String cookie) throws Exception {
    Socket socket = new Socket("127.0.0.1", th.port);
    socket.setSoTimeout(60_000);
    String head =
        "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary=b\r\n"
            + "Cookie: %s\r\nContent-Length: %d\r\n\r\n";
    socket
        .getOutputStream()
        .write(head.formatted(path, cookie, LENGTH).getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /// The head of what comes back.
  private static String answer(Socket socket) throws Exception {
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    StringBuilder head = new StringBuilder();
    for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
      head.append(line).append('\n');
    }
    return head.toString();
  }
}
