package org.sampan.screenings;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Duty;
import org.sampan.accounts.Needs;
import org.sampan.accounts.SignedIn;
import org.sampan.web.Absent;
import org.sampan.web.Go;
import org.sampan.web.Problems;
import org.sampan.web.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The pages of questions. A whole page is sent without script; with script each question is sent
/// as it is answered, to the same address with its code.
@Controller
class InterviewDesk {

  private static final String PART = "/screenings/{id}/{part:d[1-6]|acts}";

  private final Screenings screenings;
  private final Interview interview;
  private final Writers writers;
  private final Clock clock;

  InterviewDesk(Screenings screenings, Interview interview, Writers writers, Clock clock) {
    this.screenings = screenings;
    this.interview = interview;
    this.writers = writers;
    this.clock = clock;
  }

  @GetMapping(PART)
  @Needs(Duty.SCREEN)
  Screen ask(
      SignedIn reader,
      @PathVariable("id") String id,
      @PathVariable("part") String part,
      @RequestParam(name = "kept", required = false) @Nullable String kept) {
    Optional<Screening> found = screenings.hers(id, reader);
    Optional<Part> page = Part.of(part);
    if (found.isEmpty() || page.isEmpty()) {
      return new Absent();
    }
    if (!found.get().agreed()) {
      return new Go(found.get().path());
    }
    ScreeningPage whole = whole(found.get(), interview.look(found.get(), part, reader));
    return new QuestionsPage(whole, page.get(), List.of(), new Problems(), kept != null);
  }

  @PostMapping(PART)
  @Needs(Duty.SCREEN)
  Screen keep(
      SignedIn reader,
      @PathVariable("id") String id,
      @PathVariable("part") String part,
      @RequestParam Map<String, String> fields) {
    Optional<Screening> found = screenings.hers(id, reader);
    Optional<Part> page = Part.of(part);
    if (found.isEmpty() || page.isEmpty() || !found.get().agreed()) {
      return new Absent();
    }
    Screening screening = found.get();
    List<String> codes =
        page.get().questions(screenings.setOf(screening)).stream().map(Question::code).toList();
    return switch (new Answered(fields).parsed(codes, page.get().note())) {
      case Answered.Sound(List<Draft> drafts) -> {
        Sheet sheet = interview.keep(screening, part, drafts, reader);
        yield new Go(onwards(screening, page.get(), sheet, drafts, fields.get("then")));
      }
      case Answered.Unsound(List<Draft> drafts, Problems problems) ->
          new QuestionsPage(
              whole(screening, interview.look(screening, part, reader)),
              page.get(),
              drafts,
              problems,
              false);
    };
  }

  /// Where to go: back to what now differs, away, to the next part, or to the result.
  private static String onwards(
      Screening screening, Part part, Sheet sheet, List<Draft> drafts, @Nullable String then) {
    Optional<String> differs =
        drafts.stream().map(Draft::question).filter(sheet::disagrees).findFirst();
    String path = screening.path();
    if (differs.isPresent()) {
      return path + "/" + part.path() + "?kept=yes#q." + differs.get();
    }
    if ("leave".equals(then)) {
      return path;
    }
    return part.next().map(next -> path + "/" + next.path()).orElse(path + "/result");
  }

  @PostMapping(PART + "/{code}")
  @Needs(Duty.SCREEN)
  Screen keepOne(
      SignedIn reader,
      @PathVariable("id") String id,
      @PathVariable("part") String part,
      @PathVariable("code") String code,
      @RequestParam Map<String, String> fields) {
    Optional<Screening> found = screenings.hers(id, reader);
    Optional<Part> page = Part.of(part);
    if (found.isEmpty() || page.isEmpty() || !found.get().agreed()) {
      return new Absent();
    }
    Screening screening = found.get();
    boolean isNote = code.equals(page.get().note());
    List<String> known =
        page.get().questions(screenings.setOf(screening)).stream()
            .map(Question::code)
            .filter(code::equals)
            .toList();
    if (known.isEmpty() && !isNote) {
      return new Absent();
    }
    return switch (new Answered(fields).parsed(known, isNote ? code : null)) {
      case Answered.Sound(List<Draft> drafts) -> {
        Sheet sheet = interview.keep(screening, part, drafts, reader);
        yield new KeptPage(whole(screening, sheet), Asked.of(sheet, code, null));
      }
      // Too long: nothing is put back, and the whole page says so when it is sent.
      case Answered.Unsound _ -> new Absent();
    };
  }

  private ScreeningPage whole(Screening screening, Sheet sheet) {
    return new ScreeningPage(
        screening,
        screenings.setOf(screening),
        sheet,
        writers.named(sheet.writers()),
        clock.instant());
  }
}
