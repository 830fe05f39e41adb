/// Screening by published indicator sets: pure, without input or output of its own.
module org.sampan.screening {
  requires static org.jspecify;
  requires tools.jackson.databind;

  exports org.sampan.screening;
}
