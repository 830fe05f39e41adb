package org.sampan.names.lattice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sampan.names.prefixes.Beginnings;

/// The likeliest Latin spellings of a name: a beam through its lattices. A spelling is a number as
/// long as it grows, so that the ways that lead to it meet without its letters being written out.
public final class BestSpellings {

  private final Lattice lattice;
  private final int most;
  private final Beginnings beginnings = new Beginnings();
  private final Beam[] beams;

  /// Of a beginning the last place it was seen at in a beam; right only where the beam agrees.
  private int[] places = new int[256];

  private BestSpellings(Lattice lattice, int most) {
    this.lattice = lattice;
    this.most = most;
    this.beams = new Beam[lattice.nodes];
  }

  /// A spelling of all parts with spaces between, and the logarithm of its probability.
  public record Spelled(String latin, double log2Probability) {}

  private record Likely(String latin, double probability) {
    /// The more probable first; equal ones in alphabetical order, so that the result is always the
    /// same.
    boolean before(Likely other) {
      return probability > other.probability
          || probability == other.probability && latin.compareTo(other.latin) < 0;
    }
  }

  /// Spellings that reach a node, each with its probability; what arrives later may be the same.
  private static final class Beam {
    int[] spellings = new int[32];
    double[] probabilities = new double[32];
    int count;

    void add(int spelling, double probability) {
      if (count == spellings.length) {
        spellings = Arrays.copyOf(spellings, 2 * count);
        probabilities = Arrays.copyOf(probabilities, 2 * count);
      }
      spellings[count] = spelling;
      probabilities[count++] = probability;
    }
  }

  /// At most `most` spellings of parts in the order given, the likeliest first.
  public static List<Spelled> of(List<Lattice> parts, int most) {
    List<Likely> all = List.of(new Likely("", 1));
    for (Lattice part : parts) {
      all = joined(all, new BestSpellings(part, most).likely(), most);
    }
    return all.stream()
        .filter(likely -> !likely.latin().isBlank())
        .map(likely -> new Spelled(likely.latin(), Math.log(likely.probability()) / Math.log(2)))
        .toList();
  }

  /// The likeliest of all pairs; both lists begin with their likeliest.
  private static List<Likely> joined(List<Likely> befores, List<Likely> endings, int most) {
    List<Likely> best = new ArrayList<>();
    for (Likely before : befores) {
      String gap = before.latin().isEmpty() ? "" : " ";
      for (Likely ending : endings) {
        double probability = before.probability() * ending.probability();
        if (best.size() == most && probability < best.getLast().probability()) {
          break;
        }
        insert(best, new Likely(before.latin() + gap + ending.latin(), probability), most);
      }
    }
    return best;
  }

  private static void insert(List<Likely> best, Likely likely, int most) {
    int at = best.size();
    while (at > 0 && likely.before(best.get(at - 1))) {
      at--;
    }
    best.add(at, likely);
    if (best.size() > most) {
      best.removeLast();
    }
  }

  private List<Likely> likely() {
    for (int node = 0; node < lattice.nodes; node++) {
      beams[node] = new Beam();
    }
    beams[0].add(0, 1);
    for (int node = 0; node < lattice.last(); node++) {
      Beam beam = beams[node];
      beams[node] = new Beam();
      int kept = keep(beam);
      for (int i = 0; i < kept; i++) {
        for (int step = lattice.firstStep(node); step < lattice.firstStep(node + 1); step++) {
          double probability = beam.probabilities[i] * lattice.weight[step];
          beams[lattice.to[step]].add(spelled(beam.spellings[i], step), probability);
        }
      }
    }
    Beam last = beams[lattice.last()];
    int kept = keep(last);
    List<Likely> likely = new ArrayList<>();
    for (int i = 0; i < kept; i++) {
      likely.add(new Likely(latin(last.spellings[i]), last.probabilities[i]));
    }
    return likely;
  }

  private int spelled(int spelling, int step) {
    int longer = spelling;
    for (int i = lattice.start[step]; i < lattice.start[step + 1]; i++) {
      longer = beginnings.longer(longer, lattice.letters[i]);
    }
    return longer;
  }

  private String latin(int spelling) {
    StringBuilder latin = new StringBuilder();
    for (byte letter : beginnings.letters(spelling)) {
      latin.append(Letters.letter(letter));
    }
    return latin.toString();
  }

  /// Joins what is spelled alike and brings the likeliest to the front, the most probable first.
  ///
  /// @return how many
  private int keep(Beam beam) {
    join(beam);
    int kept = 0;
    for (int i = 0; i < beam.count; i++) {
      int spelling = beam.spellings[i];
      double probability = beam.probabilities[i];
      int at = kept;
      while (at > 0 && before(spelling, probability, beam, at - 1)) {
        at--;
      }
      if (at < most) {
        kept = Math.min(kept + 1, most);
        System.arraycopy(beam.spellings, at, beam.spellings, at + 1, kept - 1 - at);
        System.arraycopy(beam.probabilities, at, beam.probabilities, at + 1, kept - 1 - at);
        beam.spellings[at] = spelling;
        beam.probabilities[at] = probability;
      }
    }
    return kept;
  }

  private boolean before(int spelling, double probability, Beam beam, int other) {
    double otherProbability = beam.probabilities[other];
    return probability > otherProbability
        || probability == otherProbability
            && latin(spelling).compareTo(latin(beam.spellings[other])) < 0;
  }

  private void join(Beam beam) {
    if (places.length < beginnings.count()) {
      places = new int[2 * beginnings.count()];
    }
    int different = 0;
    for (int i = 0; i < beam.count; i++) {
      int spelling = beam.spellings[i];
      int place = places[spelling];
      if (place < different && beam.spellings[place] == spelling) {
        beam.probabilities[place] += beam.probabilities[i];
      } else {
        places[spelling] = different;
        beam.spellings[different] = spelling;
        beam.probabilities[different++] = beam.probabilities[i];
      }
    }
    beam.count = different;
  }
}
