package org.sampan.jobs.disclosure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sampan.OperatorRefusal;
import org.sampan.disclosure.attacks.Attack;
import org.sampan.disclosure.attacks.ExtractAttacks;
import org.sampan.disclosure.attacks.Finding;
import org.sampan.disclosure.attacks.FolderAttacks;
import org.sampan.disclosure.attacks.InsideAttacks;
import org.sampan.disclosure.attacks.MechanismAttacks;
import org.sampan.disclosure.attacks.PublishedFolder;
import org.sampan.disclosure.attacks.TwoExtracts;
import org.sampan.disclosure.attacks.TwoReleases;
import org.sampan.disclosure.domain.Records;
import org.sampan.disclosure.extract.Extract;
import org.sampan.disclosure.extract.Rows;
import org.sampan.disclosure.noise.Ratio;

/// `publish attack`: tries on a finished folder what a clever reader would.
final class Attacking {

  static final List<String> OPTIONS =
      List.of("--members", "--strangers", "--earlier", "--partner", "--runs");

  private static final String USAGE =
      "./sampan publish attack DIR [--members M.csv --strangers S.csv] [--earlier DIR]"
          + " [--partner DIR] [--runs N]";

  private static final int CANARY_RUNS = 20_000;

  private Attacking() {}

  static int run(Options options) {
    Path folder = Path.of(options.exactly(1, USAGE).getFirst());
    Map<Attack, Finding> findings = new EnumMap<>(Attack.class);
    if (Files.exists(folder.resolve("release.json"))) {
      release(folder, options).forEach(each -> findings.merge(each.attack(), each, Finding::and));
    } else if (Files.exists(folder.resolve(Extracting.STATEMENT))) {
      extract(folder, options).forEach(each -> findings.merge(each.attack(), each, Finding::and));
    } else if (Files.exists(folder.resolve(Suppressing.STATEMENT))) {
      tables(folder).forEach(each -> findings.merge(each.attack(), each, Finding::and));
    } else {
      throw new OperatorRefusal("In " + folder + " there is no release, no extract and no table.");
    }
    List<Finding> all = new ArrayList<>();
    for (Attack attack : Attack.values()) {
      all.add(
          findings.getOrDefault(attack, new Finding(attack, Finding.Verdict.NOT_RUN, why(attack))));
    }
    System.out.println("Each attack succeeds on naive code in the test named in brackets.");
    all.forEach(Attacking::say);
    System.out.println(json(all));
    return count(all, Finding.Verdict.FELL) == 0 ? 0 : 1;
  }

  private static List<Finding> release(Path folder, Options options) {
    System.err.println("Reading " + folder);
    PublishedFolder published = PublishedFolders.read(folder);
    List<Finding> findings = new ArrayList<>(FolderAttacks.on(published));
    System.err.println("Playing against the mechanism");
    findings.addAll(
        MechanismAttacks.on(
            published.domain(),
            Ratio.parse(published.epsilon()),
            Ratio.parse(published.delta()),
            Extracting.number(options, "--runs").orElse(CANARY_RUNS)));
    findings.add(LedgerAttack.on(LedgerAttack::ours));
    options
        .value("--earlier")
        .ifPresent(earlier ->
            findings.add(TwoReleases.of(PublishedFolders.read(Path.of(earlier)), published)));
    Optional<String> members = options.value("--members");
    Optional<String> strangers = options.value("--strangers");
    if (members.isPresent() && strangers.isPresent() && published.rows().isPresent()) {
      System.err.println("Looking for people");
      findings.addAll(
          InsideAttacks.on(
              people(published, members.get()),
              people(published, strangers.get()),
              published.rows().get()));
    }
    return findings;
  }

  private static Records people(PublishedFolder published, String file) {
    return PublishedFolders.records(published.domain(), Path.of(file))
        .orElseThrow(() -> new OperatorRefusal(file + " does not fit the code list."));
  }

  private static List<Finding> extract(Path folder, Options options) {
    System.err.println("Reading " + folder);
    Extract extract = Extracting.read(folder);
    List<Finding> findings = new ArrayList<>(ExtractAttacks.on(extract));
    findings.add(FolderAttacks.metadata(TextFiles.all(folder), Optional.empty()));
    findings.add(ExtractAttacks.domain(Planning.read(folder.resolve("domain.json").toString())));
    options
        .value("--earlier")
        .ifPresent(earlier ->
            findings.add(ExtractAttacks.differencing(Extracting.read(Path.of(earlier)), extract)));
    Optional<String> partner = options.value("--partner");
    Optional<String> members = options.value("--members");
    if (partner.isPresent() && members.isPresent()) {
      System.err.println("Putting both extracts together");
      Path list = folder.resolve("domain.json");
      Records people =
          PublishedFolders.records(Planning.read(list.toString()), Path.of(members.get()))
              .orElseThrow(
                  () -> new OperatorRefusal(members.get() + " does not fit the code list."));
      findings.add(
          TwoExtracts.of(extract, Extracting.read(Path.of(partner.get())), Rows.ofPeople(people)));
    }
    return findings;
  }

  private static List<Finding> tables(Path folder) {
    System.err.println("Reading " + folder);
    int[] recovered = SuppressedFiles.recovered(folder);
    return List.of(
        new Finding(
            Attack.LINEAR_PROGRAM,
            recovered[0] == 0 ? Finding.Verdict.HELD : Finding.Verdict.FELL,
            recovered[0] + " of " + recovered[1] + " withheld cells come back exactly"),
        ExtractAttacks.domain(Planning.read(folder.resolve("domain.json").toString())),
        FolderAttacks.metadata(TextFiles.all(folder), Optional.empty()));
  }

  /// Why an attack was not run on this folder.
  private static String why(Attack attack) {
    return switch (attack) {
      case MEMBERSHIP, INFERENCE, SMALL_GROUPS ->
          "needs --members and --strangers, people who were in the data and people like them"
              + " who were not";
      case LINEAR_PROGRAM -> "there are no withheld cells in this folder";
      case INTERSECTION -> "needs an extract, --partner and --members: the people in both";
      case DIFFERENCING -> "needs --earlier, what was given away before";
      case FLOATING_POINT, SAMPLER, CANARIES, CONTRIBUTION, BUDGET ->
          "is about noise, and there is none in this kind of folder";
      case DOMAIN_LEAK, AVERAGING, METADATA, COMPLEMENT, FABRICATION ->
          "is about releases with rows and tables";
    };
  }

  private static void say(Finding finding) {
    System.out.printf(
        Locale.ROOT,
        "%2d  %-7s  %-48s  %s [%s]%n",
        finding.attack().number(),
        finding.verdict() == Finding.Verdict.NOT_RUN
            ? "not run"
            : finding.verdict().name().toLowerCase(Locale.ROOT),
        finding.attack().words(),
        finding.measured(),
        finding.attack().control());
  }

  private static long count(List<Finding> findings, Finding.Verdict verdict) {
    return findings.stream().filter(each -> each.verdict() == verdict).count();
  }

  private static String json(List<Finding> findings) {
    return String.format(
        Locale.ROOT,
        "{\"attacks\":%d,\"held\":%d,\"fell\":%d,\"notRun\":%d,\"fallen\":[%s],\"cpuSeconds\":%.2f}",
        findings.size(),
        count(findings, Finding.Verdict.HELD),
        count(findings, Finding.Verdict.FELL),
        count(findings, Finding.Verdict.NOT_RUN),
        findings.stream()
            .filter(each -> each.verdict() == Finding.Verdict.FELL)
            .map(each -> String.valueOf(each.attack().number()))
            .collect(Collectors.joining(",")),
        Evaluating.cpuSeconds());
  }
}
