package org.sampan.journeys;

/// One telling of the thread: the same acts for another person, read in another language.
///
/// @param language the tag of the language the Thai office reads
/// @param name the worker's name as she writes it
/// @param latin a romanised form of it, with marks
/// @param typed the same, as somebody in a hurry types it
/// @param birth the year she was born, in the Buddhist era
/// @param withheld what she does not want told
/// @param wish what she wants, in the words the inspector wrote down
/// @param translated the same, as Cambodia's focal point translates it
record Story(
    String language,
    String name,
    String latin,
    String typed,
    String birth,
    String withheld,
    String wish,
    String translated) {

  static final Story ENGLISH =
      new Story(
          "en",
          "ស៊ន ធារ៉ា",
          "Sún Thearâ",
          "theara sun",
          "2543",
          "Where the sister works",
          "First the unpaid wages, then home",
          "ប្រាក់ឈ្នួលដែលជំពាក់ជាមុនសិន បន្ទាប់មកទៅផ្ទះ");

  static final Story KHMER =
      new Story(
          "km",
          "ប៉ែន សុគន្ធា",
          "Pên Sokŭnthéa",
          "sokunthea pen",
          "2540",
          "កន្លែងដែលបងស្រីធ្វើការ",
          "ចង់ទៅផ្ទះវិញ ហើយរៀនជំនាញ",
          "Wants to go home and learn a skill");

  /// The one whose referral finds the other node switched off.
  static final Story QUEUED = new Story("en", "Waits Atthebank", "", "", "", "", "", "");

  /// Whether a copy of a paper goes along: in one telling, because a browser takes its time.
  boolean hasPaper() {
    return language.equals("km");
  }

  /// The name of a picture of this telling.
  String picture(String page) {
    return "thread-" + language + "-" + page;
  }

  /// What Cambodia's office is called in the language of the telling.
  String farOffice() {
    return language.equals("en") ? "Secretariat, Phnom Penh" : "លេខាធិការដ្ឋាន រាជធានីភ្នំពេញ";
  }

  /// The language of the translation.
  String other() {
    return language.equals("en") ? "km" : "en";
  }
}
