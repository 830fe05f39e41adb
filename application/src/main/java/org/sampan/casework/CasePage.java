package org.sampan.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.accounts.Office;
import org.sampan.consents.Consent;
import org.sampan.consents.Recipients;
import org.sampan.web.Frame;
import org.sampan.web.Language;
import org.sampan.web.Screen;

/// One case: who sees it and why, the river, what is known, what she allowed.
///
/// @param why the key of why the reader can see it
/// @param people names of the accounts that stand on the page, by identifier
/// @param offices the offices of this node, by identifier
/// @param rights what the reader may do with the case
record CasePage(
    CaseFile file,
    River river,
    List<Consent> consents,
    Recipients recipients,
    Lists lists,
    String why,
    Map<UUID, String> people,
    Map<UUID, Office> offices,
    Rights rights,
    LocalDate today,
    Instant now)
    implements Screen {

  /// What the reader may do: change it, begin a referral, be the second person of an erasure.
  ///
  /// @param referPath where she begins a referral, or an empty text when she may not
  /// @param ways what else she may begin
  record Rights(boolean mayWork, String referPath, boolean mayErase, List<RiverSource.Way> ways) {}

  String named(UUID id) {
    return people.getOrDefault(id, "");
  }

  String office(UUID id, Language language) {
    Office office = offices.get(id);
    if (office == null) {
      return "";
    }
    return office.named(language);
  }

  /// Whether any consent of hers stands: until then, asking her comes before referring.
  boolean isAllowed() {
    return consents.stream().anyMatch(consent -> consent.allowsOn(today));
  }

  boolean inDanger() {
    return file.answer(Question.DANGER).equals("yes");
  }

  /// What a country is called in the reader's language.
  String country(String code, Language language) {
    return lists.country(code, language);
  }

  /// What a near act was about, in the reader's language, or an empty text.
  String detail(Frame frame, Acts.Done done) {
    return switch (done.what()) {
      case CHANGED -> ": " + frame.say("casework.section." + done.detail());
      case STATUS -> ": " + frame.say(CaseFile.Status.valueOf(done.detail()).words());
      case ASSIGNED, UNASSIGNED -> ": " + named(UUID.fromString(done.detail()));
      case CONSENT_GIVEN, CONSENT_REFUSED, CONSENT_WITHDRAWN -> ": " + frame.say(done.detail());
      case OPENED, RECEIVED, LOCKED, ERASED, LIKELY_MATCH -> "";
    };
  }

  /// Who did it: the person and her office.
  String by(Account.@Nullable Id by, Office.@Nullable Id office, Language language) {
    String who = by == null ? "" : named(by.value());
    String where = office == null ? "" : office(office.value(), language);
    return who.isEmpty() || where.isEmpty() ? who + where : who + ", " + where;
  }

  /// The colleagues who work on it.
  String workers() {
    return file.holding().assigned().stream()
        .map(one -> named(one.value()))
        .filter(name -> !name.isEmpty())
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /// The key of what her age allows to be said, or none when nothing is known.
  @Nullable String ageWords() {
    return file.birth()
        .map(birth -> birth.group(today))
        .filter(group -> group != Birth.AgeGroup.ADULT)
        .map(group ->
            group == Birth.AgeGroup.CHILD ? "casework.age.child" : "casework.age.may-be-child")
        .orElse(null);
  }

  boolean readAsBuddhist() {
    return file.birth().map(Birth::buddhist).orElse(false);
  }

  String lockReason(Frame frame) {
    CaseFile.Lock lock = file.state().lock();
    String words = lock == null ? "" : lock.words();
    return frame.say(frame.has(words) ? words : "casework.lock.other");
  }

  /// Consents that stand today.
  long standing() {
    return consents.stream().filter(consent -> consent.allowsOn(today)).count();
  }

  /// What was done on the near bank, what crossed, and what the far bank did, in the order of time.
  record River(List<Line> lines) {

    /// One line.
    sealed interface Line {
      Instant at();

      /// What our office did.
      record Near(Acts.Done done) implements Line {
        @Override
        public Instant at() {
          return done.at();
        }
      }

      /// What an office of ours did about what crossed.
      record About(RiverSource.NearAct act) implements Line {
        @Override
        public Instant at() {
          return act.at();
        }
      }

      record Cross(RiverSource.Crossing crossing) implements Line {
        @Override
        public Instant at() {
          return crossing.at();
        }
      }

      record Far(RiverSource.FarAct act) implements Line {
        @Override
        public Instant at() {
          return act.at();
        }
      }
    }

    // What the far bank did stands before what it then told us of it in the same moment.
    private static final Comparator<Line> IN_TIME =
        Comparator.comparing(Line::at).thenComparing(line -> !(line instanceof Line.Far));

    River {
      lines = lines.stream().sorted(IN_TIME).toList();
    }

    static River of(
        List<Acts.Done> done, List<Consent> consents, List<RiverSource> sources, CaseFile.Id file) {
      List<Line> lines = new ArrayList<>();
      done.forEach(one -> lines.add(new Line.Near(one)));
      consents.forEach(consent -> lines.addAll(acts(consent)));
      for (RiverSource crosses : sources) {
        crosses.nearActsOf(file).forEach(one -> lines.add(new Line.About(one)));
        crosses.crossingsOf(file).forEach(one -> lines.add(new Line.Cross(one)));
        crosses.farActsOf(file).forEach(one -> lines.add(new Line.Far(one)));
      }
      return new River(lines);
    }

    private static List<Line> acts(Consent consent) {
      Consent.Recorded recorded = consent.recorded();
      List<Line> lines = new ArrayList<>();
      Acts.What what =
          consent.answer() == Consent.Answer.GIVEN
              ? Acts.What.CONSENT_GIVEN
              : Acts.What.CONSENT_REFUSED;
      lines.add(near(what, consent, recorded.at(), recorded.by(), recorded.office()));
      Consent.Withdrawal withdrawal = consent.withdrawal();
      if (withdrawal != null) {
        lines.add(
            near(Acts.What.CONSENT_WITHDRAWN, consent, withdrawal.at(), withdrawal.by(), null));
      }
      return lines;
    }

    private static Line near(
        Acts.What what, Consent consent, Instant at, Account.Id by, Office.@Nullable Id office) {
      return new Line.Near(new Acts.Done(what, consent.scope().purpose().words(), at, by, office));
    }

    /// The crossings alone, oldest first.
    List<RiverSource.Crossing> crossings() {
      return lines.stream()
          .flatMap(line ->
              line instanceof Line.Cross(RiverSource.Crossing one)
                  ? Stream.of(one)
                  : Stream.empty())
          .toList();
    }

    /// Every account of ours that the page names.
    Set<Account.Id> accounts(CaseFile file) {
      Set<Account.Id> all = new HashSet<>(file.holding().assigned());
      all.add(file.holding().owner());
      for (Line line : lines) {
        if (line instanceof Line.Near(Acts.Done done) && done.by() != null) {
          all.add(done.by());
        }
        if (line instanceof Line.About(RiverSource.NearAct act) && act.by() != null) {
          all.add(act.by());
        }
        if (line instanceof Line.Near(Acts.Done done) && done.isAboutAccount()) {
          all.add(new Account.Id(UUID.fromString(done.detail())));
        }
      }
      return all;
    }

    /// The newest crossing for which somebody must act, unless the work ended after it.
    Optional<RiverSource.Crossing> waits() {
      return crossings().stream()
          .filter(one -> one.mustAct() != RiverSource.MustAct.NOBODY)
          .reduce((before, after) -> after)
          .filter(last -> last.mustAct() != RiverSource.MustAct.ENDED);
    }

    /// The other country, as far as anything crossed: the head of its bank.
    Optional<RiverSource.Bank> far() {
      List<RiverSource.Crossing> all = crossings();
      return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast().far());
    }
  }
}
