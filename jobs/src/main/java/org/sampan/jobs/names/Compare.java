package org.sampan.jobs.names;

import java.util.List;
import java.util.Locale;
import org.sampan.OperatorRefusal;
import org.sampan.names.Name;
import org.sampan.names.Names;
import org.sampan.names.evidence.Evidence;
import org.sampan.names.evidence.Segment;

/// `names compare "A" "B"`: the bits of one pair and what they are made of.
final class Compare {

  private Compare() {}

  static int run(List<String> arguments) {
    if (arguments.size() != 2) {
      throw new OperatorRefusal("names compare needs two names, each in quotes.");
    }
    Names names = Names.shipped();
    Name one = names.read(arguments.get(0));
    Name other = names.read(arguments.get(1));
    Evidence evidence = names.explain(one, other);
    System.out.println(one.written() + "  ~  " + other.written());
    for (Segment segment : evidence.segments()) {
      String met = segment.one() + "~" + segment.other();
      System.out.printf(
          Locale.ROOT,
          "  %+6.1f  %s  %s%n",
          segment.bits(),
          met.equals("~") ? "" : met,
          segment.why());
    }
    System.out.printf(Locale.ROOT, "  %+6.1f  bits in all%n", evidence.bits());
    return 0;
  }
}
