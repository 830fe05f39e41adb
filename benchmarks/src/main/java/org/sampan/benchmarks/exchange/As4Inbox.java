package org.sampan.benchmarks.exchange;

import com.helger.collection.commons.ICommonsList;
import com.helger.http.header.HttpHeaderMap;
import com.helger.phase4.attachment.WSS4JAttachment;
import com.helger.phase4.ebms3header.Ebms3SignalMessage;
import com.helger.phase4.ebms3header.Ebms3UserMessage;
import com.helger.phase4.error.AS4ErrorList;
import com.helger.phase4.incoming.IAS4IncomingMessageMetadata;
import com.helger.phase4.incoming.IAS4IncomingMessageState;
import com.helger.phase4.incoming.spi.AS4MessageProcessorResult;
import com.helger.phase4.incoming.spi.AS4SignalMessageProcessorResult;
import com.helger.phase4.incoming.spi.IAS4IncomingMessageProcessorSPI;
import com.helger.phase4.model.pmode.IPMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Node;

/// Stores what phase4 opened, in one commit, before phase4 may sign a receipt.
final class As4Inbox implements IAS4IncomingMessageProcessorSPI {

  private final Letters letters;

  As4Inbox(Letters letters) {
    this.letters = letters;
  }

  @Override
  public AS4MessageProcessorResult processAS4UserMessage(
      IAS4IncomingMessageMetadata metadata,
      HttpHeaderMap headers,
      Ebms3UserMessage message,
      IPMode terms,
      @Nullable Node payload,
      @Nullable ICommonsList<WSS4JAttachment> attachments,
      IAS4IncomingMessageState state,
      AS4ErrorList errors) {
    if (!state.isSoapSignatureChecked() || !state.isSoapDecrypted() || attachments == null) {
      throw new IllegalStateException("a letter that was not signed and encrypted");
    }
    String id = Objects.requireNonNullElse(state.getMessageID(), "");
    try (InputStream body = attachments.get(0).getSourceStream()) {
      letters.arrived(UUID.fromString(id.substring(0, id.indexOf('@'))), body.readAllBytes());
      return AS4MessageProcessorResult.createSuccess();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public AS4SignalMessageProcessorResult processAS4SignalMessage(
      IAS4IncomingMessageMetadata metadata,
      HttpHeaderMap headers,
      Ebms3SignalMessage message,
      @Nullable IPMode terms,
      IAS4IncomingMessageState state,
      AS4ErrorList errors) {
    throw new IllegalStateException("nobody sends signals here");
  }

  @Override
  public void processAS4ResponseMessage(
      IAS4IncomingMessageMetadata metadata,
      IAS4IncomingMessageState state,
      String id,
      byte @Nullable [] response,
      boolean available,
      AS4ErrorList errors) {
    // The answer is the sender's to keep.
  }
}
