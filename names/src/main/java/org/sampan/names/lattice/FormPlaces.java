package org.sampan.names.lattice;

/// Where each letter stands in the Latin form at hand: one machine word a letter, one bit a place.
/// Scratch space of one thread.
final class FormPlaces {

  private final long[] places = new long[64];
  private Letters form = Letters.of("");

  /// The letters of the form, and bit 0 for steps without letters.
  private long present = 1;

  /// Takes another form; false where it is the one at hand.
  boolean take(Letters latin) {
    if (latin == form) {
      return false;
    }
    for (byte code : form.codes) {
      places[code] = 0;
    }
    for (int i = 0; i < latin.length; i++) {
      places[latin.codes[i]] |= 1L << i;
    }
    form = latin;
    present = FormOutline.letters(latin.outline) | 1;
    return true;
  }

  Letters form() {
    return form;
  }

  /// The length of the form.
  int length() {
    return form.length;
  }

  long present() {
    return present;
  }

  long of(int letter) {
    return places[letter];
  }

  /// Of the places where the first letter of a step fits, those where all of them do.
  long fits(Lattice lattice, int step, long first) {
    long fits = first;
    int begin = lattice.start[step];
    for (int i = begin + 1; i < lattice.start[step + 1]; i++) {
      fits &= places[lattice.letters[i]] >>> i - begin;
    }
    return fits;
  }
}
