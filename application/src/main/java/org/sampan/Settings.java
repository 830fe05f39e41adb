package org.sampan;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The settings of one node, read from the environment and, where one is named, from a file of
/// lines `SAMPAN_NAME=value`; what both set, the environment decides. Every command reads them
/// alike.
public final class Settings {

  /// Names of the environment that are ours but set no node: where the demo lives.
  private static final List<String> NOT_OF_A_NODE = List.of("SAMPAN_DEMO");

  private final Map<Setting, String> values;
  private final List<String> unknown;

  private Settings(Map<Setting, String> values, List<String> unknown) {
    this.values = values;
    this.unknown = List.copyOf(unknown);
  }

  /// Reads and checks them.
  ///
  /// @param arguments nothing, or `--settings FILE`
  /// @throws OperatorRefusal in one line, when something is missing or wrong
  public static Settings read(List<String> arguments, Map<String, String> environment) {
    Map<String, String> given = new TreeMap<>();
    if (!arguments.isEmpty()) {
      if (arguments.size() != 2 || !arguments.getFirst().equals("--settings")) {
        throw new OperatorRefusal(
            "The only option is --settings FILE, a file of lines SAMPAN_NAME=value.");
      }
      given.putAll(file(Path.of(arguments.getLast())));
    }
    List<String> unknown = new ArrayList<>();
    environment.forEach((name, value) -> {
      if (isSetting(name)) {
        given.put(name, value);
      } else if (name.startsWith("SAMPAN_") && !NOT_OF_A_NODE.contains(name)) {
        unknown.add(name);
      }
    });
    Map<Setting, String> values = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      String value = given.getOrDefault(setting.variable(), "").strip();
      if (!value.isEmpty()) {
        values.put(setting, setting.checked(value));
      }
    }
    refuseMissing(values);
    return new Settings(values, unknown);
  }

  /// Lines for the operator about names in the environment that set nothing.
  public List<String> warnings() {
    return unknown.stream()
        .map(name -> name + " is not a setting" + Setting.nearest(name) + ".")
        .toList();
  }

  /// The node's folder, identity and database.
  public NodeSettings node() {
    return new NodeSettings(
        value(Setting.NODE),
        value(Setting.COUNTRY),
        value(Setting.NAME),
        Path.of(value(Setting.FOLDER)),
        value(Setting.ADDRESS),
        new NodeSettings.Database(
            value(Setting.DATABASE_URL),
            value(Setting.DATABASE_OWNER),
            value(Setting.DATABASE_PASSWORD),
            value(Setting.DATABASE_NODE_PASSWORD)));
  }

  /// All that is set or has a usual value, by the name the application knows it under.
  Map<String, Object> properties() {
    return Arrays.stream(Setting.values())
        .filter(setting -> !value(setting).isEmpty())
        .collect(Collectors.toMap(Setting::property, this::value));
  }

  private String value(Setting setting) {
    if (setting == Setting.ADDRESS && !values.containsKey(setting)) {
      return "http://127.0.0.1:" + value(Setting.PORT);
    }
    if (setting == Setting.PEER_ADDRESS
        && !values.containsKey(setting)
        && values.containsKey(Setting.PEER_PORT)) {
      return "https://127.0.0.1:" + value(Setting.PEER_PORT);
    }
    return values.getOrDefault(setting, setting.usual());
  }

  private static void refuseMissing(Map<Setting, String> values) {
    String missing =
        Arrays.stream(Setting.values())
            .filter(setting -> setting.needed() && !values.containsKey(setting))
            .map(Setting::variable)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new OperatorRefusal(
          "Not set: " + missing + "; set it in the environment or in a file for --settings.");
    }
    if (values.containsKey(Setting.DATABASE_URL)) {
      together(values, Setting.DATABASE_URL, Setting.DATABASE_OWNER);
      together(values, Setting.DATABASE_URL, Setting.DATABASE_NODE_PASSWORD);
    }
    together(values, Setting.TRUST, Setting.TRUST_SIGNERS);
    together(values, Setting.PEER_ADDRESS, Setting.PEER_PORT);
    together(values, Setting.TOKEN_PIN, Setting.TOKEN);
  }

  private static void together(Map<Setting, String> values, Setting one, Setting other) {
    if (values.containsKey(one) && !values.containsKey(other)) {
      throw new OperatorRefusal(one.variable() + " needs " + other.variable() + " beside it.");
    }
  }

  private static Map<String, String> file(Path file) {
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      lines.load(reader);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new OperatorRefusal("The file of settings " + file + " cannot be read.");
    }
    Map<String, String> found = new TreeMap<>();
    for (String name : lines.stringPropertyNames()) {
      if (!isSetting(name)) {
        throw new OperatorRefusal(
            "In " + file + ": " + name + " is not a setting" + Setting.nearest(name) + ".");
      }
      found.put(name, Objects.requireNonNull(lines.getProperty(name)));
    }
    return found;
  }

  private static boolean isSetting(String name) {
    return Arrays.stream(Setting.values()).anyMatch(setting -> setting.variable().equals(name));
  }

  @Override
  public String toString() {
    return "Settings[" + value(Setting.NODE) + "]";
  }
}
