package org.sampan.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sampan.People;
import org.sampan.accounts.SignedIn;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// An administrator at her desk: what she opens and sends.
record AtTheDesk(MockMvc node, SignedIn administrator) {

  private static final Pattern LINK =
      Pattern.compile("http://127\\.0\\.0\\.1:1(/invitation\\?token=([\\w-]+))");

  MockHttpServletResponse get(String path) throws Exception {
    return node.perform(MockMvcRequestBuilders.get(path).with(People.as(administrator)))
        .andReturn()
        .getResponse();
  }

  /// Sends a form: name, value, name, value ...
  MockHttpServletResponse post(String path, List<String> fields) throws Exception {
    MockHttpServletRequestBuilder form =
        MockMvcRequestBuilders.post(path)
            .with(SecurityMockMvcRequestPostProcessors.csrf())
            .with(People.as(administrator));
    for (int i = 0; i < fields.size(); i += 2) {
      form.param(fields.get(i), fields.get(i + 1));
    }
    return node.perform(form).andReturn().getResponse();
  }

  /// The form of a case manager who reads Khmer.
  List<String> newPerson(String signInName) {
    return List.of(
        "id",
        UuidCreator.getTimeOrderedEpoch().toString(),
        "name",
        "ចាន់ សុភាព",
        "signInName",
        signInName,
        "office",
        administrator.office().id().value().toString(),
        "roles",
        "CASE_MANAGER",
        "language",
        "km");
  }

  /// The token in the link that the page shows.
  static String token(MockHttpServletResponse page) throws Exception {
    Matcher link = LINK.matcher(page.getContentAsString());
    assertThat(link.find()).isTrue();
    return link.group(2);
  }

  /// A sign-in name that nobody has.
  static String fresh(String beginning) {
    return beginning + "-" + UUID.randomUUID().toString().substring(0, 8);
  }
}
