package org.sampan.benchmarks.exchange;

import com.helger.mime.CMimeType;
import com.helger.phase4.CAS4;
import com.helger.phase4.attachment.AS4OutgoingAttachment;
import com.helger.phase4.crypto.IAS4CryptoFactory;
import com.helger.phase4.incoming.AS4IncomingProfileSelectorConstant;
import com.helger.phase4.model.pmode.PMode;
import com.helger.phase4.sender.AS4Sender;
import com.helger.phase4.sender.EAS4UserMessageSendResult;
import com.helger.phase4.sender.IAS4SignalMessageValidationResultHandler;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Sends by phase4: signed, encrypted, and with the receipt checked against what was signed.
final class As4Wire implements Wire {

  private final PMode terms;
  private final Keys keys;
  private final IAS4CryptoFactory own;
  private final Way way;
  private final URI address;
  private final KeptLine line;

  As4Wire(Way way, Keys keys, URI address) {
    As4Terms.begin();
    this.way = way;
    this.terms = As4Terms.agreed(way);
    this.keys = keys;
    this.own = As4Terms.keys(keys, Keys.SENDER);
    this.address = address;
    this.line = new KeptLine(keys.tls());
  }

  @Override
  public byte[] carry(UUID id, byte[] body) throws IOException {
    AtomicReference<byte @Nullable []> receipt = new AtomicReference<>();
    AtomicBoolean signed = new AtomicBoolean();
    Same same = new Same();
    AS4Sender.BuilderUserMessage message =
        AS4Sender.builderUserMessage()
            .customHttpPoster(line)
            .cryptoFactory(own)
            .receiverCertificate(keys.certificate(Keys.RECEIVER))
            .as4ProfileID("edelivery-" + way.word)
            .pmode(terms)
            .pmodeResolver((pmode, service, action, from, to, agreement, where) -> terms)
            .incomingProfileSelector(new AS4IncomingProfileSelectorConstant(null, false))
            .messageID(id + "@sampan")
            .conversationID(id.toString())
            .service(CAS4.DEFAULT_SERVICE_URL)
            .action("urn:sampan:letter")
            .fromPartyID(Keys.SENDER)
            .fromRole(CAS4.DEFAULT_INITIATOR_URL)
            .toPartyID(Keys.RECEIVER)
            .toRole(CAS4.DEFAULT_RESPONDER_URL)
            .endpointURL(address.toString())
            .payload(
                AS4OutgoingAttachment.builder()
                    .data(body)
                    .mimeType(CMimeType.APPLICATION_OCTET_STREAM))
            .rawResponseConsumer(answer -> receipt.set(answer.getResponseContent()))
            .signalMsgConsumer(
                (signal, metadata, state) -> signed.set(state.isSoapSignatureChecked()))
            .signalMsgValidationResultHdl(same);
    if (way == Way.AS4) {
      message.withCryptParams(parameters -> parameters.setEDelivery2KeyAgreementECDHES());
    }
    EAS4UserMessageSendResult result = message.sendMessageAndCheckForReceipt();
    byte[] kept = receipt.get();
    if (!result.isSuccess() || !signed.get() || !same.held || kept == null) {
      throw new IOException("no receipt that holds: " + result + ", " + same.why);
    }
    return kept;
  }

  /// Whether the receipt names the digests that were sent.
  private static final class Same implements IAS4SignalMessageValidationResultHandler {

    private boolean held;
    private String why = "nothing compared";

    @Override
    public void onSuccess() {
      held = true;
    }

    @Override
    public void onError(String error) {
      held = false;
      why = error;
    }

    @Override
    public void onNotApplicable() {
      why = "the receipt names no digests";
    }
  }
}
