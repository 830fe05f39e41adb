package org.sampan.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sampan.OnANode;
import org.sampan.People;
import org.sampan.web.Open;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Who may use which route: the table `routes.csv` beside this test and the grid of duties, against
/// the routes the node has and against real requests.
@OnANode
class RoutesTest {

  private static final Path HERE = Path.of("src/test/java/org/sampan/accounts/routes.csv");
  private static final Path GRID = Path.of("src/main/java/org/sampan/accounts/grid.csv");

  /// One row of the table.
  ///
  /// @param who `open`, or the duty it needs
  /// @param asking what a request must ask for to get a page at all; mostly nothing
  private record Route(String method, String path, String who, String asking) {
    static Route of(String line) {
      String[] cells = line.split(";", -1);
      return new Route(cells[0], cells[1], cells[2], cells.length > 3 ? cells[3] : "");
    }

    boolean isOpen() {
      return who.equals("open");
    }

    /// A request to it; an identifier that nothing has stands where one is asked for.
    MockHttpServletRequestBuilder request() {
      return MockMvcRequestBuilders.request(
              HttpMethod.valueOf(method),
              java.net.URI.create(
                  path.replaceAll("\\{[^}]*\\}", "00000000-0000-7000-8000-000000000000") + asking))
          .with(SecurityMockMvcRequestPostProcessors.csrf());
    }

    @Override
    public String toString() {
      return method + ";" + path + ";" + who;
    }
  }

  @Autowired MockMvc node;
  @Autowired People people;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  @Test
  void every_route_is_a_row_of_the_table_and_every_row_a_route() throws IOException {
    Set<String> found = new TreeSet<>();
    Map<RequestMappingInfo, HandlerMethod> routes = mapping.getHandlerMethods();
    routes.forEach((info, handler) -> {
      Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
      for (String path : info.getPatternValues()) {
        for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
          found.add(method + ";" + path + ";" + who(handler));
        }
      }
    });

    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(table().stream().map(Route::toString).toList());
  }

  @Test
  void a_stranger_is_sent_to_the_sign_in_page_from_every_route_that_is_not_open() throws Exception {
    List<String> otherwise = new ArrayList<>();
    for (Route route : table()) {
      String to = node.perform(route.request()).andReturn().getResponse().getRedirectedUrl();
      if (!route.isOpen() && (to == null || !to.endsWith("/sign-in"))) {
        otherwise.add(route + " -> " + to);
      }
      if (route.isOpen() && to != null && to.endsWith("/sign-in")) {
        otherwise.add(route + " is open but closed by the filters");
      }
    }

    assertThat(otherwise).isEmpty();
  }

  @Test
  void every_role_finds_what_the_grid_gives_her_and_nothing_else() throws Exception {
    Map<String, Set<String>> grid = grid();
    List<String> otherwise = new ArrayList<>();
    for (Role role : Role.values()) {
      SignedIn she = people.with(role);
      for (Route route : table()) {
        if (route.isOpen()) {
          continue;
        }
        boolean hers = grid.getOrDefault(route.who(), Set.of()).contains(role.name().toLowerCase(Locale.ROOT));
        // A form, or a record that does not exist, would answer by what was asked, not by who asks.
        if (hers && (!route.method().equals("GET") || route.path().contains("{"))) {
          continue;
        }
        MockHttpServletResponse answer =
            node.perform(route.request().with(People.as(she))).andReturn().getResponse();
        boolean absent = answer.getStatus() == 404;
        if (hers == absent || answer.getStatus() >= 500) {
          otherwise.add(role + " " + route + " -> " + answer.getStatus());
        }
      }
    }

    assertThat(otherwise).isEmpty();
  }

  @Test
  void a_route_that_names_nothing_is_closed_to_all() throws Exception {
    class Silent {
      @SuppressWarnings("unused")
      public void route() {}
    }
    HandlerMethod silent = new HandlerMethod(new Silent(), "route");

    assertThat(Gate.mayPass(silent, java.util.Optional.of(people.with(Role.values())))).isFalse();
    assertThat(Gate.mayPass("anything else", java.util.Optional.empty())).isFalse();
  }

  private static String who(HandlerMethod handler) {
    if (handler.hasMethodAnnotation(Open.class)) {
      return "open";
    }
    Needs needs = handler.getMethodAnnotation(Needs.class);
    return needs == null ? "closed" : needs.value().name().toLowerCase(Locale.ROOT);
  }

  private static List<Route> table() throws IOException {
    return Files.readAllLines(HERE).stream().skip(1).map(Route::of).toList();
  }

  /// For each duty the roles that have it, read from the same file a person reads.
  private static Map<String, Set<String>> grid() throws IOException {
    List<String> lines = Files.readAllLines(GRID);
    String[] roles = lines.getFirst().split(";");
    Map<String, Set<String>> grid = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] row = line.split(";");
      Set<String> who = new TreeSet<>();
      for (int i = 1; i < row.length; i++) {
        if (!row[i].equals("-")) {
          who.add(roles[i]);
        }
      }
      grid.put(row[0], who);
    }
    return grid;
  }
}
