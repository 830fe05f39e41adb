package org.sampan.exchange;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A stick that is carried between nodes, handled as the launcher does.
record Stick(Path folder) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// What a node answered.
  record Answer(int status, JsonNode said) {
    String refused() {
      return said.path("refused").asString("");
    }
  }

  static Stick empty() throws IOException {
    return new Stick(Files.createTempDirectory("stick"));
  }

  /// Has a node write what waits for another.
  List<Path> write(NodeInTest node, String peer, long largest) throws Exception {
    String form = "peer=" + peer + "&largest=" + largest + "&folder=" + encode(folder);
    Answer answer = ask(node, "write", form);
    if (answer.status() != 200) {
      throw new IllegalStateException(answer.refused());
    }
    List<Path> files = new ArrayList<>();
    answer.said().path("files").forEach(name -> files.add(folder.resolve(name.asString())));
    return files;
  }

  /// Has a node take one volume.
  static Answer take(NodeInTest node, Path file) throws Exception {
    return ask(node, "take", "file=" + encode(file));
  }

  private static Answer ask(NodeInTest node, String what, String form) throws Exception {
    String token = Files.readAllLines(node.folder.resolve("running")).get(1);
    return ask(node, what, form, token);
  }

  static Answer ask(NodeInTest node, String what, String form, String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(node.address() + "/x/bundles/" + what))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sampan-Operator", token)
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
  }

  private static String encode(Path path) {
    return URLEncoder.encode(path.toString(), StandardCharsets.UTF_8);
  }
}
