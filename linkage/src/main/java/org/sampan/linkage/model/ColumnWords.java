package org.sampan.linkage.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Words in columns' names that tell what a column holds, in the seven languages.
final class ColumnWords {

  private static final List<Map.Entry<Kind, List<String>>> WORDS =
      List.of(
          Map.entry(
              Kind.PHONE,
              List.of(
                  "phone",
                  "mobile",
                  "tel",
                  "โทร",
                  "ໂທ",
                  "ទូរស័ព្ទ",
                  "ဖုန်း",
                  "电话",
                  "電話",
                  "điện thoại",
                  "dien thoai")),
          Map.entry(
              Kind.DATE,
              List.of(
                  "birth_date",
                  "date",
                  "dob",
                  "birthday",
                  "วันเกิด",
                  "ວັນເກີດ",
                  "ថ្ងៃខែ",
                  "မွေး",
                  "出生",
                  "生日",
                  "ngày sinh",
                  "ngay sinh",
                  "year",
                  "ปีเกิด",
                  "ປີເກີດ",
                  "ឆ្នាំ",
                  "năm sinh",
                  "nam sinh")),
          Map.entry(
              Kind.PLACE,
              List.of(
                  "place",
                  "city",
                  "suburb",
                  "village",
                  "district",
                  "province",
                  "town",
                  "commune",
                  "township",
                  "จังหวัด",
                  "อำเภอ",
                  "ຈັງຫວັດ",
                  "ແຂວງ",
                  "ເມືອງ",
                  "ខេត្ត",
                  "ស្រុក",
                  "ဒေသ",
                  "မြို့",
                  "省",
                  "市",
                  "tỉnh",
                  "huyện",
                  "xã",
                  "quê")),
          Map.entry(
              Kind.TEXT,
              List.of(
                  "address",
                  "street",
                  "email",
                  "mail",
                  "ที่อยู่",
                  "ທີ່ຢູ່",
                  "អាសយដ្ឋាន",
                  "လိပ်စာ",
                  "地址",
                  "địa chỉ",
                  "dia chi")),
          Map.entry(
              Kind.NAME,
              List.of(
                  "name",
                  "surname",
                  "given",
                  "family",
                  "first",
                  "last",
                  "ชื่อ",
                  "นามสกุล",
                  "ຊື່",
                  "ນາມສະກຸນ",
                  "ឈ្មោះ",
                  "នាម",
                  "အမည်",
                  "姓",
                  "名",
                  "họ",
                  "tên")),
          Map.entry(
              Kind.KEY,
              List.of(
                  "state",
                  "occupation",
                  "job",
                  "nationality",
                  "ethnic",
                  "religion",
                  "status",
                  "type",
                  "country",
                  "trade",
                  "อาชีพ",
                  "ອາຊີບ",
                  "មុខរបរ",
                  "အလုပ်",
                  "职业",
                  "nghề")),
          Map.entry(Kind.AGE, List.of("age", "อายุ", "ອາຍຸ", "អាយុ", "အသက်", "年龄", "tuổi")),
          Map.entry(
              Kind.IDENTIFIER,
              List.of(
                  "passport",
                  "number",
                  "card",
                  "ssn",
                  "soc_sec",
                  "national_id",
                  "_id",
                  "บัตร",
                  "ບັດ",
                  "អត្តសញ្ញាណ",
                  "မှတ်ပုံတင်",
                  "护照",
                  "身份证",
                  "cccd",
                  "cmnd",
                  "hộ chiếu")));

  private ColumnWords() {}

  static Optional<Kind> kind(String lowered) {
    return WORDS.stream()
        .filter(entry -> entry.getValue().stream().anyMatch(lowered::contains))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
