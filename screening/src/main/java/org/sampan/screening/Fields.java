package org.sampan.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The fields of one JSON object, read one by one; what is wrong is noted with its place and a
/// stand-in is returned, so that one pass tells everything.
final class Fields {

  static final int LONGEST_TEXT = 1000;
  private static final int MOST_PROBLEMS = 50;

  private final JsonNode object;
  private final String place;
  private final List<String> problems;

  Fields(JsonNode object, String place, List<String> problems, Set<String> known) {
    this.object = object;
    this.place = place;
    this.problems = problems;
    if (!object.isObject()) {
      refuse("is not an object");
    }
    for (String name : object.propertyNames()) {
      if (!known.contains(name)) {
        refuse("has a field that is not known: " + shown(name));
      }
    }
  }

  Fields inner(String name, Set<String> known) {
    return new Fields(object.path(name), place + "." + name, problems, known);
  }

  /// A text of 1 to 1000 characters; otherwise noted, and empty.
  String text(String name) {
    @Nullable String text = optionalText(name);
    if (text == null) {
      refuse("lacks the text '" + name + "'");
      return "";
    }
    return text;
  }

  /// A text of 1 to 1000 characters, or null when the field is missing, null, or refused.
  @Nullable String optionalText(String name) {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    String text = value.isString() ? value.stringValue() : "";
    if (text.isBlank() || text.length() > LONGEST_TEXT) {
      refuse("'" + name + "' is not a text of 1 to " + LONGEST_TEXT + " characters");
      return null;
    }
    return text;
  }

  int number(String name) {
    JsonNode value = object.path(name);
    if (value.isInt()) {
      return value.intValue();
    }
    refuse("lacks the whole number '" + name + "'");
    return 0;
  }

  List<JsonNode> list(String name, int most) {
    JsonNode value = object.path(name);
    if (!value.isArray() || value.size() > most) {
      refuse("lacks the list '" + name + "' of at most " + most);
      return List.of();
    }
    return List.copyOf(value.values());
  }

  List<String> texts(String name, int most) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : list(name, most)) {
      if (item.isString() && item.stringValue().length() <= LONGEST_TEXT) {
        texts.add(item.stringValue());
      } else {
        refuse("'" + name + "' holds something that is not a text");
      }
    }
    return texts;
  }

  boolean has(String name) {
    return object.has(name);
  }

  Iterable<String> names() {
    return object.propertyNames();
  }

  void refuse(String problem) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(place + " " + problem);
    }
  }

  /// A value from the file, cut short, for a message.
  static String shown(String value) {
    int longest = 60;
    return value.length() <= longest ? value : value.substring(0, longest) + "...";
  }
}
