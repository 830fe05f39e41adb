package org.sampan.accounts;

import java.time.Duration;
import org.sampan.web.Frame;
import org.sampan.web.Refusals;
import org.sampan.web.RefusedPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/// Who gets in at all. What each may then do is the [Gate]'s to say.
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "accounts.spring_session")
class SecurityConfiguration {

  /// A sign-in ends after this long without a page.
  static final Duration SIGN_IN_LASTS = Duration.ofMinutes(30);

  private static final String[] OPEN = {
    "/sign-in",
    "/language",
    "/leave",
    "/assets/**",
    "/health",
    "/ready",
    "/invitation",
    "/glossary",
    "/help",
    "/x/**",
    "/error"
  };

  @Bean
  static PasswordEncoder passwordEncoder() {
    return new BCryptPasswordEncoder();
  }

  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionTimeout() {
    return sessions -> sessions.setDefaultMaxInactiveInterval(SIGN_IN_LASTS);
  }

  @Bean
  CookieSerializer sessionCookie(Frame.NodeName node) {
    DefaultCookieSerializer cookie = new DefaultCookieSerializer();
    // Cookies do not know ports: two nodes on one machine need two names.
    cookie.setCookieName("sampan_" + node.country().toLowerCase(java.util.Locale.ROOT));
    cookie.setUseHttpOnlyCookie(true);
    cookie.setSameSite("Strict");
    return cookie;
  }

  @Bean
  static CsrfTokenRepository formTokens(Frame.NodeName node) {
    CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName("form_" + node.country().toLowerCase(java.util.Locale.ROOT));
    tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Strict"));
    return tokens;
  }

  @Bean
  SecurityFilterChain securityFilters(
      HttpSecurity http,
      SignInCheck check,
      Refusals refusals,
      CsrfTokenRepository formTokens,
      SignedInHere signedIn)
      throws Exception {
    return http.authorizeHttpRequests(
            routes -> routes.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
        .authenticationProvider(check)
        .formLogin(form ->
            form.loginPage("/sign-in")
                .usernameParameter("name")
                .passwordParameter("password")
                .authenticationDetailsSource(SignInCheck.Code::of)
                .successHandler(signedIn)
                .failureUrl("/sign-in?refused"))
        .logout(leave ->
            leave
                .logoutUrl("/sign-out")
                .deleteCookies(signedIn.languageCookie())
                .logoutSuccessUrl("/sign-in?left"))
        .csrf(csrf -> csrf.csrfTokenRepository(formTokens).ignoringRequestMatchers("/x/**"))
        .requestCache(cache -> cache.requestCache(new NullRequestCache()))
        .headers(
            headers -> headers.cacheControl(c -> c.disable()).contentTypeOptions(c -> c.disable()))
        .exceptionHandling(refused ->
            refused.accessDeniedHandler((request, response, denied) ->
                refusals.answer(new RefusedPage(403, "web.refused.expired"), request, response)))
        .build();
  }
}
