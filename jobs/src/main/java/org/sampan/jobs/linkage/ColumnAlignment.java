package org.sampan.jobs.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Which column of a second table is which of the first, where they are called differently: by
/// words in their names, in seven languages. A column is aligned only if it is the only one of its
/// meaning that is left over on either side; what is aligned is said.
///
/// @param names the first table's name by the second's
record ColumnAlignment(Map<String, String> names) {

  /// Words of each meaning; a column means the first whose word its name holds.
  private static final List<List<String>> MEANINGS =
      List.of(
          List.of("name_latin", "latin_name", "romanized", "romanised", "name_en", "english"),
          List.of(
              "surname",
              "last_name",
              "lastname",
              "family",
              "นามสกุล",
              "ນາມສະກຸນ",
              "នាមត្រកូល",
              "姓",
              "họ"),
          List.of("given", "first_name", "firstname", "forename", "ชื่อจริง", "នាមខ្លួន", "tên"),
          List.of("full_name", "fullname", "name", "ชื่อ", "ຊື່", "ឈ្មោះ", "အမည်", "名"),
          List.of(
              "dob",
              "birth",
              "born",
              "วันเกิด",
              "ວັນເກີດ",
              "ថ្ងៃខែឆ្នាំកំណើត",
              "မွေး",
              "出生",
              "生日",
              "ngày sinh",
              "ngay_sinh"),
          List.of("age", "อายุ", "ອາຍຸ", "អាយុ", "အသက်", "年龄", "tuổi"),
          List.of("sex", "gender", "เพศ", "ເພດ", "ភេទ", "性别", "giới"),
          List.of(
              "phone",
              "mobile",
              "telephone",
              "tel",
              "โทร",
              "ໂທ",
              "ទូរស័ព្ទ",
              "ဖုန်း",
              "电话",
              "điện thoại"),
          List.of(
              "passport",
              "national_id",
              "card",
              "paper",
              "soc_sec",
              "ssn",
              "บัตร",
              "ບັດ",
              "អត្តសញ្ញាណ",
              "မှတ်ပုံတင်",
              "护照",
              "身份证",
              "cccd",
              "cmnd"),
          List.of("postcode", "post_code", "zip", "postal"),
          List.of("province", "จังหวัด", "ແຂວງ", "ខេត្ត", "省", "tỉnh"),
          List.of("district", "อำเภอ", "ເມືອງ", "ស្រុក", "huyện"),
          List.of("village", "suburb", "commune", "หมู่บ้าน", "ບ້ານ", "ភូមិ", "xã"),
          List.of("city", "town", "မြို့", "市"),
          List.of("house", "street_number", "บ้านเลขที่"),
          List.of("address", "street", "ที่อยู่", "ທີ່ຢູ່", "អាសយដ្ឋាន", "လိပ်စာ", "地址", "địa chỉ"),
          List.of("email", "mail"),
          List.of("occupation", "job", "trade", "อาชีพ", "ອາຊີບ", "មុខរបរ", "အလုပ်", "职业", "nghề"),
          List.of("nationality", "country"));

  /// Aligns the columns that two tables do not share.
  static ColumnAlignment of(List<String> first, List<String> second) {
    Map<Integer, List<String>> firsts = byMeaning(first, second);
    Map<String, String> names = new HashMap<>();
    byMeaning(second, first)
        .forEach((meaning, columns) -> {
          List<String> others = firsts.getOrDefault(meaning, List.of());
          if (columns.size() == 1 && others.size() == 1) {
            names.put(columns.getFirst(), others.getFirst());
          }
        });
    return new ColumnAlignment(Map.copyOf(names));
  }

  private static Map<Integer, List<String>> byMeaning(List<String> columns, List<String> others) {
    Map<Integer, List<String>> found = new HashMap<>();
    for (String column : columns) {
      int meaning = meaning(column.toLowerCase(Locale.ROOT).replace(' ', '_'));
      if (meaning >= 0 && !others.contains(column)) {
        found.computeIfAbsent(meaning, none -> new ArrayList<>()).add(column);
      }
    }
    return found;
  }

  private static int meaning(String column) {
    for (int meaning = 0; meaning < MEANINGS.size(); meaning++) {
      for (String word : MEANINGS.get(meaning)) {
        if (column.contains(word.replace(' ', '_'))) {
          return meaning;
        }
      }
    }
    return -1;
  }

  /// What the first table calls a column of the second.
  String name(String column) {
    return names.getOrDefault(column, column);
  }
}
