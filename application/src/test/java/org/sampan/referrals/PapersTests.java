package org.sampan.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.People.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sampan.accounts.SignedIn;
import org.sampan.consents.Category;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/// A photograph of a paper is added to a referral, and opened by the office that receives it.
class PapersTests extends WithACase {

  private static final Set<Category> WITH_PAPERS = EnumSet.allOf(Category.class);

  private static byte[] photograph() {
    byte[] file = new byte[30_000];
    new Random(7).nextBytes(file);
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    System.arraycopy(png, 0, file, 0, png.length);
    return file;
  }

  private static String papers(String referral) {
    return referral.replace("/referrals/", "/papers/");
  }

  private MockHttpServletResponse add(String referral, String what, byte[] file, SignedIn reader)
      throws Exception {
    MockMultipartHttpServletRequestBuilder form = multipart(papers(referral));
    form.file(new MockMultipartFile("file", "Her name.png", "image/png", file));
    form.param("id", UUID.randomUUID().toString()).param("what", what);
    return web.perform(form.with(as(reader)).with(csrf())).andReturn().getResponse();
  }

  private String link(String referral, SignedIn reader) throws Exception {
    return found(read(get(papers(referral)), reader, 200), "/papers/[0-9a-f-]{36}/[0-9a-f-]{36}");
  }

  private byte[] opened(String path, SignedIn reader) throws Exception {
    MockHttpServletResponse file =
        web.perform(get(path).with(as(reader))).andReturn().getResponse();
    assertThat(file.getStatus()).isEqualTo(200);
    assertThat(file.getHeader("Content-Disposition"))
        .startsWith("attachment; filename=\"")
        .doesNotContain("name.png");
    assertThat(file.getHeader("Content-Security-Policy")).contains("sandbox");
    return file.getContentAsByteArray();
  }

  @Test
  void a_copy_goes_with_the_referral_and_opens_in_the_other_office() throws Exception {
    consent(WITH_PAPERS);
    String path = draft();
    assertThat(add(path, "passport", photograph(), inspector).getStatus()).isEqualTo(303);
    assertThat(read(get(path), inspector, 200)).contains("Copies of papers beside it");
    goes(post(path + "/hand-in").param("basedOn", "1"), inspector);
    assertThat(add(path, "passport", photograph(), inspector).getStatus())
        .as("handed in: it stands as it is")
        .isEqualTo(404);
    goes(post(path + "/approve").param("basedOn", "2"), supervisor);

    assertThat(read(get(inbox(path)), focalPoint, 200)).contains(papers(path));
    assertThat(opened(link(path, focalPoint), focalPoint)).isEqualTo(photograph());
    assertThat(opened(link(path, supervisor), supervisor)).isEqualTo(photograph());
    assertThat(read(get(link(path, focalPoint)), volunteer, 404)).isNotEmpty();
    assertThat(read(get(papers(path)), volunteer, 404)).isNotEmpty();
  }

  @Test
  void without_her_consent_to_papers_the_copy_stays_here() throws Exception {
    consent(ENOUGH);
    String path = draft();
    add(path, "passport", photograph(), inspector);

    assertThat(read(get(path), inspector, 200)).contains("not allowed by the person");
    goes(post(path + "/hand-in").param("basedOn", "1"), inspector);
    goes(post(path + "/approve").param("basedOn", "2"), supervisor);

    assertThat(read(get(inbox(path)), focalPoint, 200)).doesNotContain(papers(path));
    assertThat(read(get(papers(path)), focalPoint, 404)).isNotEmpty();
  }

  @Test
  void her_withdrawal_closes_the_copy_in_the_other_office() throws Exception {
    var consent = consent(WITH_PAPERS);
    String path = draft();
    add(path, "passport", photograph(), inspector);
    goes(post(path + "/hand-in").param("basedOn", "1"), inspector);
    goes(post(path + "/approve").param("basedOn", "2"), supervisor);
    String link = link(path, focalPoint);

    withdraw(consent);

    read(get(link), focalPoint, 404);
    read(get(papers(path)), focalPoint, 404);
  }

  @Test
  void a_copy_can_be_taken_away_until_it_is_handed_in() throws Exception {
    consent(WITH_PAPERS);
    String path = draft();
    add(path, "passport", photograph(), inspector);
    String link = link(path, inspector);

    goes(post(link + "/remove"), inspector);

    read(get(link), inspector, 404);
    assertThat(read(get(path), inspector, 200)).doesNotContain("Copies of papers beside it");
  }

  @Test
  void what_is_no_photograph_and_no_pdf_or_does_harm_is_refused_in_words() throws Exception {
    String path = draft();
    byte[] program = Arrays.copyOf("MZ".getBytes(StandardCharsets.US_ASCII), 5_000);
    byte[] active = "%PDF-1.7 1 0 obj << /S /JavaScript >>".getBytes(StandardCharsets.US_ASCII);
    byte[] eicar = Arrays.copyOf(photograph(), 70_000);
    byte[] test =
        ("X5O!P%@AP[4\\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
            .getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(test, 0, eicar, 32_768 - 20, test.length);

    assertThat(add(path, "passport", program, inspector).getContentAsString())
        .contains("whatever its name says");
    assertThat(add(path, "passport", active, inspector).getContentAsString()).contains("does harm");
    assertThat(add(path, "passport", eicar, inspector).getContentAsString()).contains("does harm");
    assertThat(add(path, "passport", new byte[0], inspector).getContentAsString())
        .contains("a file that is not empty");
    assertThat(add(path, "", photograph(), inspector).getContentAsString())
        .contains("Choose what the paper is");
    assertThat(add(path, "passport", photograph(), volunteer).getStatus()).isEqualTo(404);
    assertThat(read(get(papers(path)), inspector, 200)).contains("No copies yet");
  }
}
