package org.sampan.jobs.bundles;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sampan.OperatorRefusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The node that runs in a folder, as its operator reaches it.
record RunningNode(String address, String token) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// @throws OperatorRefusal when none runs there, or it is another user's
  static RunningNode of(Path folder) {
    Path running = folder.resolve("running");
    try {
      List<String> lines = Files.readAllLines(running);
      return new RunningNode(lines.get(0), lines.get(1));
    } catch (IOException | IndexOutOfBoundsException absent) {
      throw new OperatorRefusal("No node of yours runs in " + folder + ": start it first.");
    }
  }

  /// Has one thing done.
  ///
  /// @throws OperatorRefusal with the node's own sentence, when it refuses
  JsonNode ask(String what, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(one ->
                one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/x/bundles/" + what))
            .timeout(Duration.ofHours(12))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sampan-Operator", token)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      JsonNode said = JSON.readTree(answer.body());
      if (answer.statusCode() != 200) {
        throw new OperatorRefusal(said.path("refused").asString("The node refuses."));
      }
      return said;
    } catch (IOException gone) {
      throw new OperatorRefusal("The node does not answer at " + address + ": is it running?");
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new OperatorRefusal("Stopped.");
    }
  }

  /// Names the node, shows nothing of the token.
  @Override
  public String toString() {
    return "RunningNode[" + address + "]";
  }
}
