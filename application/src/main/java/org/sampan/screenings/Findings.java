package org.sampan.screenings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sampan.accounts.Account;
import org.sampan.screening.AgeGroup;
import org.sampan.screening.Answer;
import org.sampan.screening.Answers;
import org.sampan.screening.Dimension;
import org.sampan.screening.Finding;
import org.sampan.screening.IndicatorSet;
import org.sampan.screening.Outcome;
import org.sampan.screening.ReadingRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of kept results: it adds and reads, and changes none.
@Repository
class Findings {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient sql;

  Findings(JdbcClient sql) {
    this.sql = sql;
  }

  static final String ADD =
      """
      insert into screenings.finding (id, screening, indicator_set, set_version, reading, age_group, outcome,
             lacking, positive, nearly, provisional, rests_on_disputed, could_change, answers, proof, kept_by, kept_at)
      values (:id, :screening, :set, :version, :reading, :age, :outcome,
             :lacking, :positive, :nearly, :provisional, :disputed, :couldChange, cast(:answers as jsonb), :proof,
             :by, :at)
      on conflict (id) do nothing
      """;

  /// Adds it with the answers it was read from; false when it is there already.
  boolean add(Screening.Id screening, KeptFinding kept, Answers answers) {
    return sql.sql(ADD)
            .param("id", kept.id().value())
            .param("screening", screening.value())
            .param("set", kept.set().name())
            .param("version", kept.set().version())
            .param("reading", kept.reading().name())
            .param("age", kept.age().name())
            .param("outcome", code(kept.outcome()))
            .param("lacking", names(lacking(kept.outcome())))
            .param("positive", names(kept.positive()))
            .param("nearly", names(kept.nearly()))
            .param("provisional", kept.provisional())
            .param("disputed", kept.restsOnDisputed())
            .param("couldChange", kept.couldChange())
            .param("answers", JSON.writeValueAsString(codes(answers)))
            .param("proof", kept.proof())
            .param("by", kept.by().value())
            .param("at", kept.at().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  static final String OF =
      """
      select id, screening, indicator_set, set_version, reading, age_group, outcome, lacking, positive, nearly,
             provisional, rests_on_disputed, could_change, proof, kept_by, kept_at
        from screenings.finding where screening = :screening order by kept_at desc, id desc limit 50
      """;

  /// Those kept of one screening, newest first.
  List<KeptFinding> of(Screening.Id screening) {
    return sql.sql(OF).param("screening", screening.value()).query((row, n) -> row(row)).list();
  }

  Optional<KeptFinding> newest(Screening.Id screening) {
    return of(screening).stream().findFirst();
  }

  static final String NEWEST =
      """
      select distinct on (screening)
             id, screening, indicator_set, set_version, reading, age_group, outcome, lacking, positive, nearly,
             provisional, rests_on_disputed, could_change, proof, kept_by, kept_at
        from screenings.finding where screening = any(:screenings) order by screening, kept_at desc, id desc
      """;

  /// The newest of each.
  Map<Screening.Id, KeptFinding> newest(Collection<Screening> screenings) {
    Map<Screening.Id, KeptFinding> newest = new HashMap<>();
    sql.sql(NEWEST)
        .param(
            "screenings",
            screenings.stream().map(screening -> screening.id().value()).toArray(UUID[]::new))
        .query((row, n) ->
            newest.put(new Screening.Id(row.getObject("screening", UUID.class)), row(row)))
        .list();
    return newest;
  }

  /// SHA-256 of what was read and what came of it, in one canonical line.
  static String proof(Finding finding, Answers answers) {
    String line =
        String.join(
            "|",
            finding.set().toString(),
            finding.reading().name(),
            finding.age().name(),
            JSON.writeValueAsString(codes(answers)),
            code(finding.outcome()));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static TreeMap<String, String> codes(Answers answers) {
    TreeMap<String, String> codes = new TreeMap<>();
    answers.indicators().forEach((sign, answer) -> codes.put(sign.value(), code(answer)));
    answers.acts().forEach((act, answer) -> codes.put(Question.codeOf(act), code(answer)));
    return codes;
  }

  private static String code(Answer answer) {
    return answer.reply() + "/" + answer.source();
  }

  static String code(Outcome outcome) {
    return switch (outcome) {
      case Outcome.PossibleTrafficking _ -> "POSSIBLE_TRAFFICKING";
      case Outcome.DeceivedAndExploited _ -> "DECEIVED_AND_EXPLOITED";
      case Outcome.Exploited _ -> "EXPLOITED";
      case Outcome.NotEnoughAnswers _ -> "NOT_ENOUGH_ANSWERS";
      case Outcome.NoneYet _ -> "NONE_YET";
      case Outcome.OutsideIllustration _ -> "OUTSIDE_ILLUSTRATION";
    };
  }

  private static Set<Outcome.Element> lacking(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Exploited(Set<Outcome.Element> lacking) -> lacking;
      case Outcome.NotEnoughAnswers(Set<Outcome.Element> lacking) -> lacking;
      case Outcome.NoneYet(Set<Outcome.Element> lacking) -> lacking;
      case Outcome.PossibleTrafficking _,
          Outcome.DeceivedAndExploited _,
          Outcome.OutsideIllustration _ ->
          Set.of();
    };
  }

  private static Outcome outcome(
      String code, Set<Outcome.Element> lacking, Set<Dimension> positive) {
    return switch (code) {
      case "POSSIBLE_TRAFFICKING" ->
          new Outcome.PossibleTrafficking(
              positive.stream().filter(Dimension::isMeans).collect(Collectors.toSet()));
      case "DECEIVED_AND_EXPLOITED" -> new Outcome.DeceivedAndExploited();
      case "EXPLOITED" -> new Outcome.Exploited(lacking);
      case "NOT_ENOUGH_ANSWERS" -> new Outcome.NotEnoughAnswers(lacking);
      case "NONE_YET" -> new Outcome.NoneYet(lacking);
      case "OUTSIDE_ILLUSTRATION" -> new Outcome.OutsideIllustration(positive);
      default -> throw new IllegalStateException("an outcome this version does not know");
    };
  }

  private static String[] names(Set<? extends Enum<?>> constants) {
    return constants.stream().map(Enum::name).toArray(String[]::new);
  }

  private static <E extends Enum<E>> Set<E> constants(Class<E> type, ResultSet row, String column)
      throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray())
        .map(name -> Enum.valueOf(type, name))
        .collect(Collectors.toSet());
  }

  private static KeptFinding row(ResultSet row) throws SQLException {
    Set<Dimension> positive = constants(Dimension.class, row, "positive");
    return new KeptFinding(
        new KeptFinding.Id(row.getObject("id", UUID.class)),
        new IndicatorSet.Id(row.getString("indicator_set"), row.getInt("set_version")),
        ReadingRule.valueOf(row.getString("reading")),
        AgeGroup.valueOf(row.getString("age_group")),
        outcome(
            row.getString("outcome"), constants(Outcome.Element.class, row, "lacking"), positive),
        positive,
        constants(Dimension.class, row, "nearly"),
        row.getBoolean("provisional"),
        row.getBoolean("rests_on_disputed"),
        row.getBoolean("could_change"),
        row.getString("proof"),
        new Account.Id(row.getObject("kept_by", UUID.class)),
        row.getObject("kept_at", OffsetDateTime.class).toInstant());
  }
}
