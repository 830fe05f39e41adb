package org.sampan.jobs;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sampan.accounts.Agency;
import org.sampan.accounts.Office;
import org.sampan.accounts.Role;
import org.sampan.web.Language;

/// The invented offices and people of the demo. Agencies are named as such bodies are really named;
/// the people are nobody.
final class DemoPeople {

  /// One invented person.
  record Person(
      String signInName,
      String name,
      String office,
      Language language,
      String inWords,
      Set<Role> roles) {}

  private DemoPeople() {}

  static List<Agency> agencies(DemoCountry country) {
    return switch (country) {
      case THAILAND ->
          List.of(
              agency(
                  "th-dlpw",
                  "กรมสวัสดิการและคุ้มครองแรงงาน",
                  "Department of Labour Protection and Welfare"),
              agency(
                  "th-datip", "กองต่อต้านการค้ามนุษย์", "Division of Anti-Trafficking in Persons"),
              agency("th-audit", "สำนักงานตรวจสอบข้อมูล", "Data Audit Office"));
      case CAMBODIA ->
          List.of(
              agency(
                  "kh-ncct",
                  "គណៈកម្មាធិការជាតិប្រយុទ្ធប្រឆាំងអំពើជួញដូរមនុស្ស",
                  "National Committee for Counter Trafficking"),
              agency(
                  "kh-women", "សមាគមនារីបន្ទាយមានជ័យ", "Women’s Association of Banteay Meanchey"),
              agency("kh-audit", "ការិយាល័យសវនកម្មទិន្នន័យ", "Data Audit Office"));
    };
  }

  static List<Office> offices(DemoCountry country) {
    ZoneId zone = ZoneId.of(country == DemoCountry.THAILAND ? "Asia/Bangkok" : "Asia/Phnom_Penh");
    return switch (country) {
      case THAILAND ->
          List.of(
              office(
                  "th-dlpw-samutsakhon",
                  "th-dlpw",
                  "สำนักงานสวัสดิการและคุ้มครองแรงงานจังหวัดสมุทรสาคร",
                  "Provincial Labour Protection Office, Samut Sakhon",
                  zone),
              office(
                  "th-datip-bangkok",
                  "th-datip",
                  "ศูนย์ประสานงานระหว่างประเทศ กรุงเทพฯ",
                  "International Coordination, Bangkok",
                  zone),
              office(
                  "th-audit-bangkok", "th-audit", "ฝ่ายตรวจสอบ", "Audit Section, Bangkok", zone));
      case CAMBODIA ->
          List.of(
              office(
                  "kh-ncct-phnompenh",
                  "kh-ncct",
                  "លេខាធិការដ្ឋាន រាជធានីភ្នំពេញ",
                  "Secretariat, Phnom Penh",
                  zone),
              office("kh-women-sisophon", "kh-women", "សាខាសិរីសោភ័ណ", "Sisophon Branch", zone),
              office(
                  "kh-audit-phnompenh",
                  "kh-audit",
                  "ផ្នែកសវនកម្ម",
                  "Audit Section, Phnom Penh",
                  zone));
    };
  }

  static List<Person> people(DemoCountry country) {
    return switch (country) {
      case THAILAND -> ofThailand();
      case CAMBODIA -> ofCambodia();
    };
  }

  private static List<Person> ofThailand() {
    return List.of(
        new Person(
            "malee",
            "มาลี ศรีสุข",
            "th-dlpw-samutsakhon",
            Language.ENGLISH,
            "labour inspector",
            Set.of(Role.FIRST_RESPONDER)),
        new Person(
            "somchai",
            "สมชาย ใจดี",
            "th-dlpw-samutsakhon",
            Language.THAI,
            "her supervisor, who approves what leaves",
            Set.of(Role.SUPERVISOR)),
        new Person(
            "anong",
            "อนงค์ แก้วใส",
            "th-datip-bangkok",
            Language.THAI,
            "Thailand's focal point",
            Set.of(Role.FOCAL_POINT)),
        new Person(
            "prasert",
            "ประเสริฐ มั่นคง",
            "th-audit-bangkok",
            Language.THAI,
            "auditor",
            Set.of(Role.AUDITOR)),
        new Person(
            "wichai",
            "วิชัย ทองดี",
            "th-audit-bangkok",
            Language.THAI,
            "administrator",
            Set.of(Role.ADMINISTRATOR)));
  }

  private static List<Person> ofCambodia() {
    return List.of(
        new Person(
            "sokha",
            "ចាន់ សុខា",
            "kh-ncct-phnompenh",
            Language.KHMER,
            "Cambodia's focal point",
            Set.of(Role.FOCAL_POINT)),
        new Person(
            "dara",
            "កែវ តារា",
            "kh-ncct-phnompenh",
            Language.KHMER,
            "supervisor",
            Set.of(Role.SUPERVISOR)),
        new Person(
            "bopha",
            "ស៊ឹម បុប្ផា",
            "kh-women-sisophon",
            Language.KHMER,
            "women's association volunteer",
            Set.of(Role.VOLUNTEER)),
        new Person(
            "vannak",
            "លី វណ្ណៈ",
            "kh-audit-phnompenh",
            Language.KHMER,
            "auditor",
            Set.of(Role.AUDITOR)),
        new Person(
            "rithy",
            "ហេង រិទ្ធី",
            "kh-audit-phnompenh",
            Language.KHMER,
            "administrator",
            Set.of(Role.ADMINISTRATOR)));
  }

  /// The same identifier for the same code at every start.
  static UUID id(String code) {
    return UUID.nameUUIDFromBytes(("demo|" + code).getBytes(StandardCharsets.UTF_8));
  }

  private static Agency agency(String code, String nativeName, String latinName) {
    return new Agency(new Agency.Id(id(code)), nativeName, latinName);
  }

  private static Office office(
      String code, String agency, String nativeName, String latinName, ZoneId zone) {
    return new Office(
        new Office.Id(id(code)), new Agency.Id(id(agency)), code, nativeName, latinName, zone);
  }
}
