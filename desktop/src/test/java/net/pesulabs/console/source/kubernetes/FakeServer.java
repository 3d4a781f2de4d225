package net.pesulabs.console.source.kubernetes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import net.pesulabs.console.i18n.Msg;

/**
 * An API server in memory that does to its clients what real ones and the links to them do: pages
 * that grow old, watches cut anywhere, histories forgotten, backups restored. Time and chance are
 * the test's, and it runs on the caller's thread.
 */
final class FakeServer implements Api {

  /** An object of the server: a pod of which only the status changes. */
  private record Thing(String uid, int phase, long version) {
    String json() {
      return Json.quoted(
          "{'metadata':{'uid':'%s','name':'pod-%s','namespace':'n','resourceVersion':'%d','managedFields':[{'f':{}}]},'status':{'phase':'Phase%d'}}"
              .formatted(uid, uid, version, phase));
    }
  }

  private record Event(String type, Thing thing) {
    String line() {
      return Json.quoted("{'type':'%s','object':".formatted(type)) + thing.json() + "}\n";
    }
  }

  private final RandomGenerator random;
  private final Runnable passTime;
  private final boolean restores;
  private final Answers answers = new Answers("fake:6443");
  private final List<Event> history = new ArrayList<>();
  private final Map<String, List<Thing>> pages = new LinkedHashMap<>();
  private Map<String, Thing> things = new TreeMap<>();
  private Map<String, Thing> backup = Map.of();
  private long backupVersion;
  private long version = 10;
  private long forgotten;
  private int uids;

  /** A restored server was down for a while, and nothing happens on it before it is listed. */
  private boolean down;

  private boolean quiet;

  /** How often something goes wrong, in percent. */
  private int trouble;

  /** All that ever was deleted, so that a test may tell a real deletion from a mistaken one. */
  final Set<String> deleted = new HashSet<>();

  /** What happens while a watch is open. */
  Runnable whileWatching = () -> {};

  final List<String> requests = new ArrayList<>();

  /** The status codes that answer the next requests, before all else. */
  final List<Integer> nextCodes = new ArrayList<>();

  FakeServer(RandomGenerator random, Runnable passTime, boolean restores) {
    this.random = random;
    this.passTime = passTime;
    this.restores = restores;
  }

  void begin(int count) {
    for (int i = 0; i < count; i++) {
      add();
    }
  }

  void setTrouble(int percent) {
    trouble = percent;
  }

  /** What a fresh list says: uid and phase. */
  Map<String, String> truth() {
    return things.values().stream()
        .collect(Collectors.toMap(Thing::uid, thing -> "Phase" + thing.phase));
  }

  /** A few random changes. */
  void live() {
    if (quiet) {
      return;
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      switch (random.nextInt(restores ? 20 : 18)) {
        case 0, 1, 2, 3, 4 -> add();
        case 5, 6, 7 -> remove();
        case 18 -> {
          backup = new TreeMap<>(things);
          backupVersion = version;
        }
        case 19 -> {
          restore();
          return;
        }
        default -> change();
      }
    }
    if (random.nextInt(100) < trouble) {
      forgotten = version - random.nextLong(3);
    }
  }

  private void add() {
    tell("ADDED", new Thing("u" + uids++, 0, ++version));
  }

  private void change() {
    if (!things.isEmpty()) {
      Thing old = any();
      tell("MODIFIED", new Thing(old.uid, old.phase + 1, ++version));
    }
  }

  private void remove() {
    if (!things.isEmpty()) {
      Thing old = any();
      deleted.add(old.uid);
      tell("DELETED", new Thing(old.uid, old.phase, ++version));
    }
  }

  private Thing any() {
    return List.copyOf(things.values()).get(random.nextInt(things.size()));
  }

  private void tell(String type, Thing thing) {
    history.add(new Event(type, thing));
    if (type.equals("DELETED")) {
      things.remove(thing.uid);
    } else {
      things.put(thing.uid, thing);
    }
  }

  private void restore() {
    if (backupVersion > 0) {
      things = new TreeMap<>(backup);
      version = backupVersion;
      forgotten = Math.min(forgotten, version);
      down = true;
      quiet = true;
      history.removeIf(event -> event.thing.version > version);
      pages.clear();
    }
  }

  @Override
  public Exchange exchange(Request request) {
    return new Exchange() {
      @Override
      public InputStream send() throws IOException {
        requests.add(request.path());
        passTime.run();
        live();
        if (down) {
          down = false;
          throw new java.net.ConnectException("Connection refused");
        }
        if (!nextCodes.isEmpty()) {
          throw refuse(request, nextCodes.removeFirst());
        }
        if (goesWrong()) {
          throw random.nextBoolean()
              ? new java.net.ConnectException("Connection refused")
              : refuse(request, List.of(500, 503, 429, 401).get(random.nextInt(4)));
        }
        return request.path().contains("watch=1")
            ? then(whileWatching, watch(Long.parseLong(query(request, "resourceVersion"))))
            : list(request);
      }

      @Override
      public void begin() {} // all in one thread

      @Override
      public Api.Head head() {
        return new Api.Head(null, List.of());
      }

      @Override
      public void cut() {}

      @Override
      public void close() {}
    };
  }

  private InputStream list(Request request) throws IOException {
    String token = query(request, "continue");
    if (!token.isEmpty() && (goesWrong() || !pages.containsKey(token))) {
      throw refuse(request, 410);
    }
    String listed = token.isEmpty() ? Long.toString(version) : token.replaceAll("/.*", "");
    List<Thing> rest = token.isEmpty() ? List.copyOf(things.values()) : pages.remove(token);
    int limit = Math.min(3, Integer.parseInt(query(request, "limit"))); // small pages: many of them
    List<Thing> page = rest.subList(0, Math.min(limit, rest.size()));
    String next = "";
    if (page.size() < rest.size()) {
      next = listed + "/" + rest.size() + "/" + requests.size();
      pages.put(next, rest.subList(page.size(), rest.size()));
    }
    String frame =
        Json.quoted("'metadata':{'resourceVersion':'%s','continue':'%s'}".formatted(listed, next));
    String items =
        page.stream().map(Thing::json).collect(Collectors.joining(",", "\"items\":[", "]"));
    return maybeCut("{" + frame + "," + items + "}");
  }

  private InputStream watch(long from) {
    if (from < forgotten) {
      return stream(
          Json.quoted(
              "{'type':'ERROR','object':{'kind':'Status','message':'too old','reason':'Expired','code':410}}"));
    }
    List<Event> events = history.stream().filter(event -> event.thing.version > from).toList();
    var lines = new StringBuilder();
    for (int i = 0; i < events.size(); i++) {
      lines.append(events.get(i).line());
      if (goesWrong()) { // told again, late
        lines.append(events.get(random.nextInt(i + 1)).line());
      }
    }
    if (from <= version && random.nextBoolean()) {
      lines.append(
          Json.quoted(
              "{'type':'BOOKMARK','object':{'kind':'Pod','metadata':{'resourceVersion':'%d'}}}\n"
                  .formatted(version)));
    }
    if (goesWrong()) {
      lines.append(
          Json.quoted("{'type':'ERROR','object':{'kind':'Status','message':'oops','code':500}}"));
    }
    return maybeCut(lines.toString());
  }

  /** Now and then, an answer ends in the middle: in good order, or with a broken connection. */
  private InputStream maybeCut(String answer) {
    if (answer.isEmpty() || !goesWrong()) {
      quiet &= !answer.contains("\"items\"");
      return stream(answer);
    }
    InputStream part = stream(answer.substring(0, random.nextInt(answer.length())));
    return random.nextBoolean()
        ? part
        : new SequenceInputStream(
            part,
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new java.net.SocketException("Connection reset");
              }
            });
  }

  private static InputStream then(Runnable action, InputStream in) {
    return new SequenceInputStream(
        in,
        new InputStream() {
          @Override
          public int read() {
            action.run();
            return -1;
          }
        });
  }

  private boolean goesWrong() {
    return random.nextInt(100) < trouble;
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private IOException refuse(Request request, int code) {
    return code == 503
        ? new ApiException(
            new Trouble(Trouble.Kind.BUSY, Msg.clusterSourceBusy("503"), Duration.ofSeconds(40)))
        : answers.toldInside(request, new StatusBody(code, "because"));
  }

  private static String query(Request request, String name) {
    String query = URI.create(request.path()).getRawQuery();
    return Arrays.stream(query.split("&"))
        .filter(each -> each.startsWith(name + "="))
        .map(each -> URLDecoder.decode(each.substring(name.length() + 1), StandardCharsets.UTF_8))
        .findFirst()
        .orElse("");
  }

  @Override
  public ApiException failure(Request request, StatusBody told) {
    return answers.toldInside(request, told);
  }

  @Override
  public Trouble trouble(IOException failure) {
    return answers.trouble(failure);
  }
}
