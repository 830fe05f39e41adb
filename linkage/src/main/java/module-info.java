/// Record linkage: which records are one person, and how sure are we? Pure, without input or output
/// of its own.
module org.sampan.linkage {
  requires static org.jspecify;
  requires org.sampan.names;
  requires tools.jackson.databind;

  exports org.sampan.linkage;
  exports org.sampan.linkage.model;
  exports org.sampan.linkage.places;
  exports org.sampan.linkage.record;
}
