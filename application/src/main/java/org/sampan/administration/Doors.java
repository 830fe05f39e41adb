package org.sampan.administration;

import org.sampan.accounts.Duty;
import org.sampan.accounts.GuardedDoor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The menu entries of administration.
@Configuration(proxyBeanMethods = false)
class Doors {

  @Bean
  static GuardedDoor peopleDoor() {
    return GuardedDoor.to("/people", "administration.door.people", 80, Duty.ADMINISTER);
  }

  @Bean
  static GuardedDoor officesDoor() {
    return GuardedDoor.to("/offices", "administration.door.offices", 81, Duty.ADMINISTER);
  }

  @Bean
  static GuardedDoor rolesDoor() {
    return GuardedDoor.to("/roles", "administration.door.roles", 82, Duty.ADMINISTER);
  }

  @Bean
  static GuardedDoor settingsDoor() {
    return GuardedDoor.to("/settings", "administration.door.settings", 95, Duty.BE_HERE);
  }
}
