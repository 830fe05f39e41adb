package org.sampan;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sampan.vault.Personal;
import sun.misc.Unsafe;

/// Records that identify a person never print what they hold.
class PersonalTest {

  @Test
  void every_personal_record_prints_a_redaction() throws ReflectiveOperationException {
    List<String> chatty = new ArrayList<>();
    int tried = 0;
    for (JavaClass type : new ClassFileImporter().importPackages("org.sampan")) {
      if (!type.isAnnotatedWith(Personal.class)) {
        continue;
      }
      tried++;
      // Made past its constructor, so that every such record can be tried; a toString that prints
      // components would print their names and an equals sign.
      String printed = unsafe().allocateInstance(Class.forName(type.getName())).toString();
      if (!printed.contains("redacted") || printed.contains("=")) {
        chatty.add(type.getName() + " prints " + printed);
      }
    }

    assertThat(chatty).isEmpty();
    assertThat(tried).isNotZero();
  }

  private static Unsafe unsafe() throws ReflectiveOperationException {
    Field field = Unsafe.class.getDeclaredField("theUnsafe");
    field.setAccessible(true);
    return (Unsafe) field.get(null);
  }
}
