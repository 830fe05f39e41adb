package org.sampan.jobs.disclosure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.sampan.OperatorRefusal;
import org.sampan.disclosure.Plan;
import org.sampan.disclosure.PlanFile;
import org.sampan.disclosure.Publishing;
import org.sampan.disclosure.Release;
import org.sampan.disclosure.domain.Coded;
import org.sampan.disclosure.domain.Intake;
import org.sampan.disclosure.domain.Records;
import org.sampan.disclosure.noise.Ledger;

/// `publish run`: makes the release a plan describes, whole or not at all.
final class Running {

  private static final String USAGE = "./sampan publish run PLAN --out DIR";

  private Running() {}

  static int run(Options options) {
    Path file = Path.of(options.exactly(1, USAGE).getFirst()).toAbsolutePath();
    Path folder =
        Path.of(options.value("--out").orElseThrow(() -> new OperatorRefusal(USAGE)))
            .toAbsolutePath()
            .normalize();
    ReleaseFolder.refuseIfTaken(folder);
    byte[] text = bytes(file);
    Plan plan = PlanFile.read(new String(text, StandardCharsets.UTF_8));
    Path beside = file.resolveSibling(".");
    try (LedgerBook book = LedgerBook.open(beside.resolve(plan.ledger()).normalize())) {
      Ledger next =
          switch (Publishing.spend(plan, book.ledger())) {
            case Ledger.Spending.Granted(Ledger granted) -> granted;
            case Ledger.Spending.Refused(String why) ->
                throw new OperatorRefusal(why + " (" + book.file() + "). Nothing was written.");
          };
      Progress progress = new Progress();
      progress.at("Reading " + plan.data(), 0);
      Records records = records(plan, beside.resolve(plan.data()).normalize());
      Release release = Publishing.release(plan, records, book.ledger(), progress);
      try (ReleaseFolder unfinished = ReleaseFolder.begin(folder)) {
        progress.at("Writing", 100);
        unfinished.write(release, digest(text));
        // The cost is entered before anything can be seen: a crash here loses budget, not privacy.
        book.write(next);
        unfinished.finish();
      }
      progress.end();
      System.out.println("The release is in " + folder);
      System.out.println(release.statement().standing());
      System.out.printf(
          Locale.ROOT,
          "{\"rows\":%d,\"tables\":%d,\"guarded\":%d,\"cpuSeconds\":%.2f,\"peakMegabytes\":%d}%n",
          release.rows().size(),
          release.aggregates().size(),
          release.guarded(),
          Evaluating.cpuSeconds(),
          Evaluating.peakMegabytes());
    }
    return 0;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException absent) {
      throw new OperatorRefusal("There is no plan " + file);
    } catch (IOException unreadable) {
      throw new OperatorRefusal("The plan " + file + " cannot be read.");
    }
  }

  private static String digest(byte[] text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  private static Records records(Plan plan, Path data) {
    Intake intake = new Intake(plan.domain(), Table.header(data), plan.person(), plan.mostRows());
    Table.rows(data, intake::add);
    return switch (intake.finish()) {
      case Coded.Complete(Records records) -> records;
      case Coded.Refused(String why) -> throw new OperatorRefusal(why + ". Nothing was written.");
    };
  }
}
