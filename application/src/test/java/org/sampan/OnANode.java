package org.sampan;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/// This test runs on a whole node with a real PostgreSQL. All such tests share one node: do not
/// vary anything by class. Mark a test `@Transactional` to leave nothing behind.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(
    classes = {Node.class, NodeForTests.class, People.class},
    properties = {
      "sampan.node=th",
      "sampan.plain-peers=true",
      "sampan.country=TH",
      "sampan.name=Thailand",
      "sampan.address=http://127.0.0.1:1"
    })
@AutoConfigureMockMvc
public @interface OnANode {}
