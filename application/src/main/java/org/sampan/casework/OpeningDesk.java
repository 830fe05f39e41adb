package org.sampan.casework;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sampan.accounts.Duty;
import org.sampan.accounts.Needs;
import org.sampan.accounts.SignedIn;
import org.sampan.consents.PersonId;
import org.sampan.screenings.Screening;
import org.sampan.screenings.ScreeningSummary;
import org.sampan.screenings.Screenings;
import org.sampan.web.Go;
import org.sampan.web.Problems;
import org.sampan.web.Screen;
import org.sampan.web.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a case is opened: danger first, then what is known, then whether she is known already.
@Controller
class OpeningDesk {

  private final Cases cases;
  private final Intake intake;
  private final Matches matches;
  private final Screenings screenings;
  private final Lists lists;

  OpeningDesk(Cases cases, Intake intake, Matches matches, Screenings screenings, Lists lists) {
    this.cases = cases;
    this.intake = intake;
    this.matches = matches;
    this.screenings = screenings;
    this.lists = lists;
  }

  @GetMapping("/cases/new")
  @Needs(Duty.WORK_CASE)
  Screen danger(@RequestParam(defaultValue = "") String screening, SignedIn reader) {
    Optional<ScreeningSummary> interview = interview(screening, reader);
    Optional<CaseFile> already =
        interview.flatMap(one -> cases.of(new PersonId(one.screening().person().value())));
    if (already.isPresent()) {
      return new Go("/cases/" + already.get().id().value());
    }
    String said =
        interview
            .map(ScreeningSummary::danger)
            .map(reply -> reply.name().toLowerCase(java.util.Locale.ROOT))
            .orElse("");
    String from = interview.isPresent() ? screening : "";
    return new DangerPage(UuidCreator.getTimeOrderedEpoch(), from, said);
  }

  @GetMapping("/cases/new/person")
  @Needs(Duty.WORK_CASE)
  Screen person(@RequestParam MultiValueMap<String, String> typed, SignedIn reader) {
    Map<String, List<String>> start = new HashMap<>();
    UUID id = Typed.identifier(typed.getFirst("id")).orElseGet(UuidCreator::getTimeOrderedEpoch);
    start.put("id", List.of(id.toString()));
    if (Question.DANGER.codes().contains(String.valueOf(typed.getFirst("DANGER")))) {
      start.put("DANGER", typed.getOrDefault("DANGER", List.of()));
    }
    interview(String.valueOf(typed.getFirst("screening")), reader)
        .ifPresent(one -> {
          start.put("screening", List.of(one.screening().id().value().toString()));
          start.put("LANGUAGES", List.of(one.screening().language().tag()));
          start.put(
              "INTERPRETER", List.of(one.screening().interpreter() ? "needed" : "not-needed"));
        });
    return new OpeningPage(new TypedFacts(start), lists, new Problems());
  }

  @PostMapping("/cases")
  @Needs(Duty.WORK_CASE)
  Screen open(@RequestParam MultiValueMap<String, String> form, SignedIn reader) {
    TypedFacts typed = new TypedFacts(form);
    Optional<UUID> id = Typed.identifier(typed.one("id"));
    if (form.containsKey("more") || id.isEmpty()) {
      return new OpeningPage(typed, lists, new Problems());
    }
    if (cases.file(new CaseFile.Id(id.get())).isPresent()) {
      return new Go("/cases/" + id.get());
    }
    Problems problems = new Problems();
    TypedFacts.Parsed parsed = typed.parsed(OpeningPage.SECTIONS, lists.known(reader), problems);
    if (!problems.none()) {
      return new OpeningPage(typed, lists, problems);
    }
    Matches.Found found = matches.likely(parsed.names(), reader);
    if (!found.none() && !typed.one("seen").equals(found.digest())) {
      return new KnownPage(typed, found.rows(), found.elsewhere(), found.digest());
    }
    Map<Question, List<String>> values = new HashMap<>(parsed.values());
    values.put(Question.STATUS, List.of("PossibleVictimOfTrafficking"));
    UUID from = Typed.identifier(typed.one("screening")).orElse(null);
    CaseFile.Id file = new CaseFile.Id(id.get());
    intake.open(new Intake.Opening(file, from, values, new ArrayList<>(parsed.names())), reader);
    return new Go("/cases/" + id.get());
  }

  private Optional<ScreeningSummary> interview(String screening, SignedIn reader) {
    return Typed.identifier(screening).flatMap(id -> screenings.find(new Screening.Id(id), reader));
  }
}
