/// Whether two spellings, in two scripts, name one person or place: pure, without input or output
/// of its own but class-path resources.
module org.sampan.names {
  requires static org.jspecify;
  requires com.ibm.icu;

  exports org.sampan.names;
  exports org.sampan.names.evidence;
  exports org.sampan.names.honorifics;
  exports org.sampan.names.lattice;
  exports org.sampan.names.script;
}
