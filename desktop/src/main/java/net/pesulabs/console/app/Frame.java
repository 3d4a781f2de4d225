package net.pesulabs.console.app;

import net.pesulabs.console.fx.FxThread;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.fx.Subscriptions;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.page.PageContext;

/**
 * The shell over a session, with all it needs: what the window and the tour have in common. FX
 * thread only.
 */
final class Frame implements Subscription {

  private final PageContext context;
  private final Pages pages;
  private final Shell shell;
  private final Subscriptions open = new Subscriptions();

  Frame(Session session, FxThread fx) {
    var pulse = new Pulse(fx);
    var texts = new Texts(session.language());
    Wiring wiring = session.wiring();
    var doors = new PageDoors();
    context =
        new PageContext(
            wiring.homelab(),
            wiring.health(),
            session.settings(),
            wiring.chat(),
            pulse,
            texts,
            new Now(session.clock()),
            session.clock(),
            doors);
    wiring.history().keep(session.historyFile());
    keepLoads(session, wiring);
    Look.loadFonts();
    Look.follow(session, pulse, open);
    open.add(
        pulse.follow(
            session.settings(),
            settings -> texts.languageProperty().set(settings.languageOrSystem())));
    pages =
        new Pages(
            context,
            DoctorWiring.examiner(session),
            session.secrets(),
            session.file().path().toString());
    shell = new Shell(session, context, pages);
    doors.hang(shell, pages);
    session.problem().ifPresent(problem -> shell.notice(new Notice(texts, problem)));
    open.add(
        pulse.follow(
            session.saveProblem(),
            problem -> problem.ifPresent(text -> shell.notice(new Notice(texts, text)))));
    open.add(
        pulse.follow(
            wiring.history().problem(),
            problem -> problem.ifPresent(text -> shell.notice(new Notice(texts, text)))));
  }

  /** Of a real house: what a pretend card shows is no measure. */
  private void keepLoads(Session session, Wiring wiring) {
    if (session.isPretending()) {
      return;
    }
    var file = new MeasuredLoads(session.loadsFile(), session.clock());
    wiring.homelab().loads().set(file.read());
    open.add(
        wiring
            .homelab()
            .loads()
            .onChange(loads -> {
              if (!session.isPretending()) {
                Thread.ofVirtual().name("loads-file").start(() -> file.write(loads));
              }
            }));
  }

  PageContext context() {
    return context;
  }

  Pages pages() {
    return pages;
  }

  Shell shell() {
    return shell;
  }

  @Override
  public void close() {
    shell.close();
    open.close();
  }
}
