package org.sampan.names.honorifics;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A written name and the nicknames given with it: in brackets or quotes, or after a word that says
/// so (*alias*, ชื่อเล่น, ຊື່ຫຼິ້ນ, ហៅក្រៅ, ခေါ်, 绰号, *biệt danh*).
///
/// @param name what was written without the nicknames; blank only when nothing else was written
/// @param nicknames as they were written, at most [#MOST], without brackets
public record CalledName(String name, List<String> nicknames) {

  /// More nicknames than this are not looked for.
  public static final int MOST = 3;

  private static final Pattern ENCLOSED =
      Pattern.compile(
          "[(（\\[]([^()（）\\[\\]]+)[)）\\]]|[“\"„«]([^“”\"„«»]+)[”\"»]"
              + "|(?<![\\p{L}\\p{M}])[‘']([^‘’']+)[’'](?![\\p{L}\\p{M}])|[「『]([^「」『』]+)[」』]");
  private static final Pattern SAID =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}])(?:alias|nick ?name|nick(?=\\s*[:：])|a\\.?k\\.?a\\.?|known as|called|biệt danh|bí danh"
              + "|tên gọi khác|tên ở nhà|thường gọi(?: là)?|@)(?![\\p{L}\\p{M}])[\\s:：.]*"
              + "|\\s*(?:ชื่อเล่น(?:ว่า)?|นามแฝง|ฉายา|ຊື່ຫຼິ້ນ|ຊື່ຫລິ້ນ|ຊື່ຫຼີ້ນ|ຊື່ຫລີ້ນ|ນາມແຝງ"
              + "|ឈ្មោះហៅក្រៅ|ហៅក្រៅ|រហ័សនាម|အမည်ပြောင်|绰号|綽號|外号|外號|小名|乳名|昵称|暱稱|别名|別名|又名)"
              + "[\\s:：]*|\\s+(?:ហៅ|ခေါ်|\\(ခ\\)|ခ)\\s+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  public CalledName {
    nicknames = List.copyOf(nicknames);
  }

  /// Sets the nicknames of a written name apart; any string is accepted.
  public static CalledName of(String written) {
    List<String> nicknames = new ArrayList<>();
    String text = written;
    Matcher said = SAID.matcher(text);
    if (said.find() && speaks(text.substring(said.end()))) {
      nicknames.add(stripped(text.substring(said.end())));
      text = text.substring(0, said.start()).replaceAll("[\\s,(（\\[“\"]+$", "");
    }
    Matcher enclosed = ENCLOSED.matcher(text);
    StringBuilder rest = new StringBuilder();
    while (enclosed.find()) {
      String inner = stripped(enclosed.group());
      boolean whole = enclosed.start() == 0 && enclosed.end() == text.length();
      boolean taken = !whole && nicknames.size() < MOST && speaks(inner);
      if (taken) {
        nicknames.add(inner);
      }
      enclosed.appendReplacement(rest, taken ? " " : Matcher.quoteReplacement(enclosed.group()));
    }
    enclosed.appendTail(rest);
    String name = rest.toString().strip();
    return new CalledName(nicknames.isEmpty() ? written : speaks(name) ? name : "", nicknames);
  }

  private static boolean speaks(String text) {
    return text.codePoints().anyMatch(Character::isLetter);
  }

  private static String stripped(String enclosed) {
    return enclosed.replaceAll("^[^\\p{L}\\p{M}\\p{N}]+|[^\\p{L}\\p{M}\\p{N}]+$", "").strip();
  }
}
