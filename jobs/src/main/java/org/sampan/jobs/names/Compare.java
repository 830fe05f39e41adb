package org.sampan.jobs.names;

import java.util.List;
import java.util.Locale;
import org.sampan.OperatorRefusal;
import org.sampan.names.Name;
import org.sampan.names.Names;
import org.sampan.names.evidence.Evidence;

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
    System.out.println(one.written() + "  ~  " + other.written());
    Evidence evidence = names.evidence(one, other);
    System.out.println(String.format(Locale.ROOT, "%+.1f bits", evidence.bits()));
    evidence.segments().forEach(segment -> System.out.println("  " + segment));
    return 0;
  }
}
