package org.sampan.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/// `./sampan demo --once`: the whole thread, played without a browser through the pages a person
/// uses, on two fresh nodes. What differs from what is expected ends it.
final class Rehearsal {

  private static final Duration MUST_ANSWER_WITHIN = Duration.ofMinutes(3);

  private final TwoNodes nodes;
  private final Steps steps = new Steps();
  private final Path home;

  private Rehearsal(TwoNodes nodes, Path home) {
    this.nodes = nodes;
    this.home = home;
  }

  /// Plays everything on fresh nodes in a folder of its own, which stays only when a step differs.
  static int run() throws IOException {
    Path home = Files.createTempDirectory("sampan-once-");
    CountDownLatch stopped = new CountDownLatch(1);
    Demo.atCtrlC(Thread.currentThread()::interrupt, stopped);
    long from = System.nanoTime();
    try (TwoNodes nodes = TwoNodes.start(home)) {
      Duration took = nodes.waitUntilTheyAnswer(MUST_ANSWER_WITHIN, () -> false);
      if (took.isZero()) {
        return 1;
      }
      Steps.say(took, "Two fresh nodes answer");
      Rehearsal rehearsal = new Rehearsal(nodes, home);
      rehearsal.play();
    } catch (Pages.Differs differs) {
      System.err.println("It differs: expected " + differs.getMessage());
      System.err.println("The nodes' folders stay for a look: " + home);
      return 1;
    } catch (InterruptedException interrupted) {
      System.err.println("Interrupted; both nodes are stopped.");
      return 1;
    } finally {
      stopped.countDown();
    }
    Demo.delete(home);
    Steps.say(Duration.ofNanos(System.nanoTime() - from), "All as expected; both nodes stopped");
    return 0;
  }

  private void play() throws IOException, InterruptedException {
    AtTheProvince near = new AtTheProvince(steps, as("malee", "The inspector"));
    near.screen();
    near.refer(as("somchai", "Her supervisor"));
    AtTheFocalPoint far = new AtTheFocalPoint(steps, as("sokha", "Cambodia's focal point"));
    steps.step("The inspector sees it delivered", () -> near.hears("Delivered"));
    far.receive();
    steps.step("The inspector sees it accepted", () -> near.hears("Accepted"));
    far.followUp(as("bopha", "The volunteer"));
    steps.step("The inspector sees the feedback on the river", () -> near.hears("Followed up"));
    steps.step("The person takes her consent back", near::withdraw);
    steps.step("Cambodia's copy is locked", far::isLocked);
    audit(as("prasert", "Thailand's auditor"), near.caseFile());
    audit(as("vannak", "Cambodia's auditor"), far.caseFile());
  }

  private void audit(Pages auditor, String caseFile) throws IOException, InterruptedException {
    steps.step(
        "She sees who did and looked at what, and nothing was altered",
        () -> {
          auditor.open("/audit").fill("caseFile", caseFile.replaceFirst(".*/", ""));
          auditor.send("/audit/find").shows("tbody tr:nth-child(3)");
          auditor.open("/audit").send("/audit/check").says("Nothing was altered");
        });
  }

  /// The browser of this invented person, signed in at her own node and reading English.
  private Pages as(String name, String who) throws IOException, InterruptedException {
    Pages[] hers = new Pages[1];
    steps.step(who + " signs in and reads English", () -> hers[0] = open(name));
    return hers[0];
  }

  private Pages open(String name) throws IOException, InterruptedException {
    for (NodeProcess node : nodes.all()) {
      for (Sheet person : Sheet.read(node.country().folder(home))) {
        if (person.signInName().equals(name)) {
          Pages pages = new Pages(node.address());
          signIn(pages, person);
          return pages.press("form.languages button[value=en]").shows("html[lang=en]");
        }
      }
    }
    throw new IllegalArgumentException("nobody is called " + name);
  }

  /// Signs in with password and one-time code.
  static void signIn(Pages pages, Sheet person) throws IOException, InterruptedException {
    pages
        .open("/sign-in")
        .fill("name", person.signInName())
        .fill("password", person.password())
        .fill("code", Code.now(person, Clock.systemUTC()))
        .send("/sign-in");
    if (!pages.path().equals("/")) {
      throw new Pages.Differs("the start page after signing in", pages);
    }
  }
}
