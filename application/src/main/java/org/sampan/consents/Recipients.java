package org.sampan.consents;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sampan.accounts.Office;
import org.sampan.accounts.Offices;
import org.sampan.accounts.SignedIn;
import org.sampan.web.Frame;
import org.sampan.web.Language;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Whom something can be told, and what they are called.
@Component
public class Recipients {

  private static final Map<String, Language> OWN_LANGUAGE =
      Map.of(
          "CN", Language.CHINESE,
          "LA", Language.LAO,
          "TH", Language.THAI,
          "VN", Language.VIETNAMESE,
          "MM", Language.BURMESE,
          "KH", Language.KHMER);

  private final ObjectProvider<Reachable> reachable;
  private final Offices offices;
  private final String node;
  private final String country;

  Recipients(
      ObjectProvider<Reachable> reachable,
      Offices offices,
      @Value("${sampan.node}") String node,
      @Value("${sampan.country}") String country) {
    this.reachable = reachable;
    this.offices = offices;
    this.node = node;
    this.country = country;
  }

  /// All that can be chosen: any office of each other node, its single offices, and our own offices
  /// other than the reader's.
  List<Recipient> choices(SignedIn reader) {
    List<Recipient> choices = new ArrayList<>();
    String last = "";
    for (Reachable.Named named : known()) {
      Recipient one = named.recipient();
      if (!one.node().equals(last)) {
        choices.add(new Recipient(one.country(), one.node(), Recipient.ANY_OFFICE));
        last = one.node();
      }
      choices.add(one);
    }
    offices.all().stream()
        .filter(office -> !office.id().equals(reader.office().id()))
        .map(this::ours)
        .forEach(choices::add);
    return choices;
  }

  /// The choice with this code, if it is one.
  Optional<Recipient> chosen(String code, SignedIn reader) {
    return choices(reader).stream().filter(choice -> choice.code().equals(code)).findFirst();
  }

  /// What a reader of this language calls the recipient, its country with it.
  public String name(Frame frame, Recipient recipient, Language language) {
    String where = countryName(recipient.country(), language);
    if (recipient.office().equals(Recipient.ANY_OFFICE)) {
      return frame.sayIn(language, "consents.recipient.any", where);
    }
    return officeName(recipient, language) + " (" + where + ")";
  }

  private String officeName(Recipient recipient, Language language) {
    boolean asNatives = OWN_LANGUAGE.get(recipient.country()) == language;
    if (recipient.node().equals(node)) {
      return offices
          .coded(recipient.office())
          .map(office -> asNatives ? office.nativeName() : office.latinName())
          .orElse(recipient.office());
    }
    return known().stream()
        .filter(named -> named.recipient().equals(recipient))
        .map(named -> asNatives ? named.nativeName() : named.latinName())
        .findFirst()
        .orElse(recipient.office());
  }

  private List<Reachable.Named> known() {
    Map<String, Reachable.Named> all = new LinkedHashMap<>();
    reachable.stream()
        .flatMap(source -> source.offices().stream())
        .filter(named -> !named.recipient().node().equals(node))
        .sorted(java.util.Comparator.comparing(named -> named.recipient().code()))
        .forEach(named -> all.put(named.recipient().code(), named));
    return List.copyOf(all.values());
  }

  private Recipient ours(Office office) {
    return new Recipient(country, node, office.code());
  }

  private static String countryName(String code, Language language) {
    if (language == Language.ENGLISH && code.equals("LA")) {
      return "Lao PDR";
    }
    if (language == Language.ENGLISH && code.equals("VN")) {
      return "Viet Nam";
    }
    return LocaleDisplayNames.getInstance(ULocale.forLocale(language.locale()))
        .regionDisplayName(code);
  }
}
