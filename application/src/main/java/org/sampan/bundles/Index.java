package org.sampan.bundles;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.sampan.sealing.Letter;
import org.sampan.sealing.parcel.Unpacking;
import org.sampan.web.Typed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The index of a volume, opened: who packed it, which volume it is, and what opens its contents.
///
/// @param contents digests, length and key of the contents
record Index(Letter letter, VolumeFile.Place place, Letter.Attachment contents) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final int MOST_VOLUMES = 9999;

  static Index of(Letter letter) throws VolumeFile.Refused {
    boolean ours =
        letter.route().kind().name().equals(Bundles.KIND.name())
            && letter.route().kind().major() == Bundles.KIND.major()
            && letter.content().attachments().size() == 1;
    if (!ours) {
      throw new VolumeFile.Refused("Its index is a letter of another kind.");
    }
    // StrictJson has read it already: it is sound.
    JsonNode body = JSON.readTree(letter.content().body().text());
    Optional<UUID> bundle = Typed.identifier(body.path("bundle").asString(""));
    int number = body.path("volume").asInt(0);
    int all = body.path("of").asInt(0);
    if (bundle.isEmpty() || number < 1 || number > all || all > MOST_VOLUMES) {
      throw new VolumeFile.Refused("Its index does not say which volume it is.");
    }
    return new Index(
        letter,
        new VolumeFile.Place(bundle.get(), number, all),
        letter.content().attachments().getFirst());
  }

  String from() {
    return letter.route().from().value();
  }

  /// The contents of the open volume in the clear, not yet proved to their end.
  InputStream clear(ZipFile zip) throws IOException {
    return clear(zip.getInputStream(zip.getEntry(VolumeFile.CONTENTS)));
  }

  InputStream clear(InputStream sealed) throws IOException {
    return Unpacking.read(sealed, contents.cipherSize(), contents.cek());
  }
}
