/// What may be published, and synthetic twins of what may not: pure, without input or output.
module org.sampan.disclosure {
  requires static org.jspecify;
  requires tools.jackson.databind;
  requires ojalgo;

  exports org.sampan.disclosure.attacks;
  exports org.sampan.disclosure.cellkeys;
  exports org.sampan.disclosure.domain;
  exports org.sampan.disclosure.evaluation;
  exports org.sampan.disclosure.extract;
  exports org.sampan.disclosure.measuring;
  exports org.sampan.disclosure.noise;
  exports org.sampan.disclosure.suppression;
  exports org.sampan.disclosure.synthesis;
  exports org.sampan.disclosure;
}
