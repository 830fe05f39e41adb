package org.sampan.journeys;

/// One telling of the thread: the same acts of other people, read in another language.
///
/// @param language the tag of the language the Thai office reads
/// @param name the worker's name as she writes it
/// @param latin a romanised form of it, with marks
/// @param typed the same, as somebody in a hurry types it
/// @param birth the year she was born, in the Buddhist era
/// @param withheld what she does not want told
/// @param told what Cambodia's office asks of the volunteer
record Story(
    String language,
    String name,
    String latin,
    String typed,
    String birth,
    String withheld,
    String told) {

  static final Story ENGLISH =
      new Story(
          "en",
          "ស៊ន ធារ៉ា",
          "Sún Thearâ",
          "theara sun",
          "2543",
          "Where her sister works",
          "សួរថានាងមានសុវត្ថិភាពឬទេ");

  static final Story KHMER =
      new Story(
          "km",
          "ប៉ែន សុគន្ធា",
          "Pên Sokŭnthéa",
          "sokunthea pen",
          "2540",
          "កន្លែងដែលបងស្រីរបស់នាងធ្វើការ",
          "ជួបនាងនៅសាលាឃុំ");

  /// The name of a picture of this telling.
  String picture(String page) {
    return "thread-" + language + "-" + page;
  }
}
