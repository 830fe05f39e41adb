package org.sampan.consentrecords;

import java.time.Instant;
import java.util.List;
import org.sampan.casework.CaseFile;
import org.sampan.exchange.Deliveries;
import org.sampan.exchange.Peers;
import org.sampan.web.Frame;
import org.sampan.web.Language;
import org.sampan.web.Screen;

/// For each request about a case: the proof of the consent it rests on, or that there is none.
record RecordsPage(CaseFile file, List<Relied> relied, Peers peers, Instant now) implements Screen {

  /// A request, and what was proved under the digest it names.
  record Relied(Deliveries.Request request, List<Heard> proofs) {

    /// Whether the request claims more than was proved.
    boolean beyond(Heard proof) {
      return !proof.covers(request.allowed());
    }
  }

  String node(Frame frame, String node) {
    return peers.name(node, frame.language().tag());
  }

  /// The language it was read aloud in, in its own name.
  static String language(Frame frame, String tag) {
    return Language.of(tag)
        .map(Language::ownName)
        .orElseGet(() -> frame.say("consentrecords.language.other"));
  }
}
