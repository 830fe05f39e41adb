package org.sampan.benchmarks.exchange;

import com.helger.base.io.iface.IHasInputStream;
import com.helger.collection.commons.CommonsArrayList;
import com.helger.collection.commons.ICommonsList;
import com.helger.http.header.HttpHeaderMap;
import com.helger.mime.IMimeType;
import com.helger.phase4.attachment.IAS4IncomingAttachmentFactory;
import com.helger.phase4.crypto.IAS4CryptoFactory;
import com.helger.phase4.incoming.AS4IncomingMessageMetadata;
import com.helger.phase4.incoming.AS4IncomingProfileSelectorConstant;
import com.helger.phase4.incoming.AS4IncomingReceiverConfiguration;
import com.helger.phase4.incoming.AS4RequestHandler;
import com.helger.phase4.incoming.IAS4ResponseAbstraction;
import com.helger.phase4.incoming.crypto.AS4IncomingSecurityConfiguration;
import com.helger.phase4.incoming.spi.IAS4IncomingMessageProcessorSPI;
import com.helger.phase4.model.pmode.PMode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Objects;

/// Where AS4 messages come in: phase4 opens and checks them, our inbox stores them, then phase4
/// signs the receipt.
final class As4Door implements HttpHandler {

  private final PMode terms;
  private final IAS4CryptoFactory keys;
  private final ICommonsList<IAS4IncomingMessageProcessorSPI> inbox;

  As4Door(Way way, Keys keys, Letters letters) {
    As4Terms.begin();
    this.terms = As4Terms.agreed(way);
    this.keys = As4Terms.keys(keys, Keys.RECEIVER);
    this.inbox = new CommonsArrayList<>(new As4Inbox(letters));
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    HttpHeaderMap headers = new HttpHeaderMap();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> values.forEach(value -> headers.addHeader(name, value)));
    Answer answer = new Answer(exchange);
    try (AS4RequestHandler handler =
        new AS4RequestHandler(AS4IncomingMessageMetadata.createForRequest())) {
      handler.setCryptoFactory(keys);
      handler.setPModeResolver((id, service, action, from, to, agreement, address) -> terms);
      handler.setIncomingProfileSelector(new AS4IncomingProfileSelectorConstant(null, false));
      handler.setIncomingAttachmentFactory(IAS4IncomingAttachmentFactory.DEFAULT_INSTANCE);
      handler.setIncomingSecurityConfiguration(
          AS4IncomingSecurityConfiguration.createDefaultInstance());
      handler.setIncomingReceiverConfiguration(new AS4IncomingReceiverConfiguration());
      handler.setProcessorSupplier(() -> inbox);
      handler.handleRequest(exchange.getRequestBody(), headers, answer);
      answer.send();
    } catch (IOException | RuntimeException failed) {
      failed.printStackTrace();
      throw failed;
    } catch (Exception failed) {
      failed.printStackTrace();
      throw new IOException(failed);
    } finally {
      exchange.close();
    }
  }

  /// phase4's answer, on its way out.
  private static final class Answer implements IAS4ResponseAbstraction {

    private final HttpExchange exchange;
    private byte[] bytes = new byte[0];
    private int status = 200;

    Answer(HttpExchange exchange) {
      this.exchange = exchange;
    }

    @Override
    public void setContent(byte[] content, Charset charset) {
      bytes = content;
    }

    @Override
    public void setContent(HttpHeaderMap headers, IHasInputStream content) {
      headers.forEachSingleHeader(exchange.getResponseHeaders()::add, true);
      try (InputStream in = Objects.requireNonNull(content.getInputStream())) {
        bytes = in.readAllBytes();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    @Override
    public void setMimeType(IMimeType type) {
      exchange.getResponseHeaders().set("Content-Type", type.getAsString());
    }

    @Override
    public void setStatus(int code) {
      status = code;
    }

    void send() throws IOException {
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
