package org.sampan.web;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/// Days and moments as people of one language write them.
final class Dates {

  private final Words words;
  private final Language language;
  private final ZoneId zone;

  Dates(Words words, Language language, @Nullable ZoneId zone) {
    this.words = words;
    this.language = language;
    this.zone = zone == null ? ZoneOffset.UTC : zone;
  }

  String day(LocalDate day) {
    return format("d MMMM y", day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
  }

  String moment(Instant moment) {
    return format("d MMMM y", moment, zone) + " " + format("HH:mm", moment, zone);
  }

  String ago(Instant moment, Instant now) {
    long minutes = Math.max(0, Duration.between(moment, now).toMinutes());
    if (minutes < 60) {
      return words.say(language, "web.ago.minutes", minutes);
    }
    return minutes < 48 * 60
        ? words.say(language, "web.ago.hours", minutes / 60)
        : words.say(language, "web.ago.days", minutes / (24 * 60));
  }

  private String format(String skeleton, Instant moment, ZoneId in) {
    // Thai papers name the era with the year; elsewhere the common era goes without saying.
    String wanted =
        language == Language.THAI && skeleton.contains("y")
            ? skeleton.replace("y", "Gy")
            : skeleton;
    DateFormat format =
        DateFormat.getPatternInstance(wanted.replace(" ", ""), language.calendarLocale());
    format.setTimeZone(TimeZone.getTimeZone(in.getId()));
    return format.format(Date.from(moment));
  }
}
