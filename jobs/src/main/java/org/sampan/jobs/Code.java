package org.sampan.jobs;

import java.io.IOException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.sampan.accounts.TimeCode;

/// `./sampan code NAME`: a fresh one-time code for a person of the demo.
final class Code {

  private Code() {}

  static int run(List<String> arguments) throws IOException {
    if (arguments.size() != 1) {
      System.err.println("./sampan code NAME, with a name that ./sampan demo printed");
      return 2;
    }
    for (DemoCountry country : DemoCountry.values()) {
      for (Sheet person : Sheet.read(country.folder(DemoCountry.home()))) {
        if (person.signInName().equals(arguments.getFirst())) {
          System.out.println(now(person, Clock.systemUTC()));
          return 0;
        }
      }
    }
    System.err.println("no such person in the demo; ./sampan demo prints their names");
    return 1;
  }

  static String now(Sheet person, Clock clock) {
    return TimeCode.at(HexFormat.of().parseHex(person.secret()), clock.instant());
  }
}
