package org.sampan.screenings;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Duty;
import org.sampan.accounts.Needs;
import org.sampan.accounts.SignedIn;
import org.sampan.screening.IndicatorSets;
import org.sampan.web.Absent;
import org.sampan.web.Go;
import org.sampan.web.Problems;
import org.sampan.web.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of screenings, the start of one, and where one stands.
@Controller
class ScreeningDesk {

  private static final int LAST_PAGE = 10_000;

  private final Screenings screenings;
  private final Interview interview;
  private final IndicatorSets sets;
  private final Writers writers;
  private final Clock clock;

  ScreeningDesk(
      Screenings screenings,
      Interview interview,
      IndicatorSets sets,
      Writers writers,
      Clock clock) {
    this.screenings = screenings;
    this.interview = interview;
    this.sets = sets;
    this.writers = writers;
    this.clock = clock;
  }

  @GetMapping("/screenings")
  @Needs(Duty.SCREEN)
  Screen list(SignedIn reader, @RequestParam(name = "page", defaultValue = "1") String typed) {
    int page = page(typed);
    List<ScreeningsPage.Row> rows =
        screenings.rows(reader, ScreeningsPage.ROWS + 1, (page - 1) * ScreeningsPage.ROWS);
    boolean more = rows.size() > ScreeningsPage.ROWS;
    return new ScreeningsPage(
        more ? rows.subList(0, ScreeningsPage.ROWS) : rows,
        page,
        more,
        sets.all(),
        clock.instant());
  }

  @GetMapping("/screenings/new")
  @Needs(Duty.SCREEN)
  Screen form(
      SignedIn reader, @RequestParam(name = "after", required = false) @Nullable String after) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    if (after == null) {
      return new BeginPage(Begin.empty(id), sets.all(), new Problems());
    }
    Optional<Screening> earlier = screenings.hers(after, reader);
    return earlier.isEmpty()
        ? new Absent()
        : new BeginPage(Begin.again(id, earlier.get()), sets.all(), new Problems());
  }

  @PostMapping("/screenings")
  @Needs(Duty.SCREEN)
  Screen begin(SignedIn reader, Begin typed) {
    return switch (typed.parsed(sets)) {
      case Begin.Unsound(Problems problems) -> new BeginPage(typed, sets.all(), problems);
      case Begin.Sound sound -> begin(sound, reader);
    };
  }

  private Screen begin(Begin.Sound sound, SignedIn reader) {
    Screening.Id after = sound.after();
    Optional<Screening> earlier = after == null ? Optional.empty() : screenings.hers(after, reader);
    if (after != null && earlier.isEmpty()) {
      return new Absent();
    }
    interview.begin(sound, earlier.orElse(null), reader);
    String path = "/screenings/" + sound.id().value();
    return new Go(sound.goesStraightOn() ? path + "/" + Part.D1.path() : path);
  }

  @GetMapping("/screenings/{id}")
  @Needs(Duty.SCREEN)
  Screen show(SignedIn reader, @PathVariable("id") String id) {
    Optional<Screening> found = screenings.hers(id, reader);
    return found.isEmpty()
        ? new Absent()
        : page(found.get(), interview.look(found.get(), "start", reader));
  }

  /// Danger can become known at any time: the answer is kept like any other.
  @PostMapping("/screenings/{id}/danger")
  @Needs(Duty.SCREEN)
  Screen danger(
      SignedIn reader, @PathVariable("id") String id, @RequestParam Map<String, String> fields) {
    Optional<Screening> found = screenings.hers(id, reader);
    if (found.isEmpty()) {
      return new Absent();
    }
    if (new Answered(fields).parsed(List.of(Question.DANGER), null)
        instanceof Answered.Sound sound) {
      interview.keep(found.get(), "start", sound.drafts(), reader);
    }
    return new Go(found.get().path());
  }

  private Screen page(Screening screening, Sheet sheet) {
    return new ScreeningPage(
        screening,
        screenings.setOf(screening),
        sheet,
        writers.named(sheet.writers()),
        clock.instant());
  }

  private static int page(String typed) {
    return typed.matches("[1-9][0-9]{0,4}") ? Math.min(Integer.parseInt(typed), LAST_PAGE) : 1;
  }
}
