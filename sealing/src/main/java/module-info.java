/// Envelopes, receipts, statements and trust lists and logs that two nodes and any court can check
/// off line.
module org.sampan.sealing {
  requires static org.jspecify;
  requires com.nimbusds.jose.jwt;
  requires tools.jackson.databind;

  exports org.sampan.sealing;
  exports org.sampan.sealing.court;
  exports org.sampan.sealing.log;
  exports org.sampan.sealing.parcel;
}
