package org.sampan.oversight;

import org.sampan.accounts.Duty;
import org.sampan.accounts.GuardedDoor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The menu entry of oversight.
@Configuration(proxyBeanMethods = false)
class AuditDoor {

  @Bean
  static GuardedDoor trailDoor() {
    return GuardedDoor.to("/audit", "oversight.door.audit", 70, Duty.AUDIT);
  }
}
