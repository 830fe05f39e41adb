package org.sampan;

import org.sampan.web.Open;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// For the operator's monitor: alive, and ready to work. Says nothing else to anybody.
@Controller
class Health {

  private final JdbcClient sql;

  Health(JdbcClient sql) {
    this.sql = sql;
  }

  @GetMapping("/health")
  @Open
  ResponseEntity<String> alive() {
    return ResponseEntity.ok("alive");
  }

  @GetMapping("/ready")
  @Open
  ResponseEntity<String> ready() {
    try {
      sql.sql("select 1").query(Integer.class).single();
      return ResponseEntity.ok("ready");
    } catch (DataAccessException away) {
      return ResponseEntity.status(503).body("database away");
    }
  }
}
