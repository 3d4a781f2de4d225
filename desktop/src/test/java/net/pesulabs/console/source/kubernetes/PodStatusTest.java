package net.pesulabs.console.source.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The columns of kubectl, case by case of the server's printPod. */
class PodStatusTest {

  private static final String RUNNING = "{'running':{'startedAt':'2026-01-01T00:00:00Z'}}";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          plain running          | Running | 1/1 | 0 | main | {'phase':'Running','containerStatuses':[{'name':'a','ready':true,'state':RUNNING}]}
          not ready              | Running | 0/1 | 0 | main | {'phase':'Running','containerStatuses':[{'name':'a','ready':false,'state':RUNNING}]}
          no status yet          | Pending | 0/1 | 0 | main | {'phase':'Pending'}
          creating               | ContainerCreating | 0/1 | 0 | main | {'phase':'Pending','containerStatuses':[{'name':'a','state':{'waiting':{'reason':'ContainerCreating'}}}]}
          crash loop             | CrashLoopBackOff | 0/1 | 5 | main | {'phase':'Running','containerStatuses':[{'name':'a','restartCount':5,'state':{'waiting':{'reason':'CrashLoopBackOff'}}}]}
          waiting, no reason     | Pending | 0/1 | 0 | main | {'phase':'Pending','containerStatuses':[{'name':'a','state':{'waiting':{}}}]}
          completed              | Completed | 0/1 | 0 | main | {'phase':'Succeeded','containerStatuses':[{'name':'a','state':{'terminated':{'exitCode':0,'reason':'Completed'}}}]}
          error                  | Error | 0/1 | 0 | main | {'phase':'Failed','containerStatuses':[{'name':'a','state':{'terminated':{'exitCode':1,'reason':'Error'}}}]}
          exit code              | ExitCode:3 | 0/1 | 0 | main | {'phase':'Failed','containerStatuses':[{'name':'a','state':{'terminated':{'exitCode':3}}}]}
          signal                 | Signal:9 | 0/1 | 0 | main | {'phase':'Failed','containerStatuses':[{'name':'a','state':{'terminated':{'exitCode':137,'signal':9}}}]}
          evicted                | Evicted | 0/1 | 0 | main | {'phase':'Failed','reason':'Evicted'}
          gated                  | SchedulingGated | 0/1 | 0 | main | {'phase':'Pending','conditions':[{'type':'PodScheduled','status':'False','reason':'SchedulingGated'}]}
          terminating            | Terminating | 1/1 | 0 | gone | {'phase':'Running','containerStatuses':[{'name':'a','ready':true,'state':RUNNING}]}
          deleted and done       | Completed | 0/1 | 0 | gone | {'phase':'Succeeded','containerStatuses':[{'name':'a','state':{'terminated':{'exitCode':0,'reason':'Completed'}}}]}
          node lost              | Unknown | 1/1 | 0 | gone | {'phase':'Running','reason':'NodeLost','containerStatuses':[{'name':'a','ready':true,'state':RUNNING}]}
          one of two done, ready | Running | 1/2 | 0 | two | {'phase':'Running','conditions':[{'type':'Ready','status':'True'}],'containerStatuses':[{'name':'a','state':{'terminated':{'exitCode':0,'reason':'Completed'}}},{'name':'b','ready':true,'state':RUNNING}]}
          one of two done        | NotReady | 1/2 | 0 | two | {'phase':'Running','containerStatuses':[{'name':'a','state':{'terminated':{'exitCode':0,'reason':'Completed'}}},{'name':'b','ready':true,'state':RUNNING}]}
          done beside failed     | Error | 0/2 | 0 | two | {'phase':'Failed','containerStatuses':[{'name':'a','state':{'terminated':{'exitCode':0,'reason':'Completed'}}},{'name':'b','state':{'terminated':{'exitCode':1,'reason':'Error'}}}]}
          the first one counts   | ImagePullBackOff | 0/2 | 0 | two | {'phase':'Pending','containerStatuses':[{'name':'a','state':{'waiting':{'reason':'ImagePullBackOff'}}},{'name':'b','state':{'waiting':{'reason':'ErrImagePull'}}}]}
          init, first step       | Init:0/2 | 0/1 | 0 | init | {'phase':'Pending','initContainerStatuses':[{'name':'i','state':RUNNING},{'name':'j','state':{'waiting':{'reason':'PodInitializing'}}}]}
          init, second step      | Init:1/2 | 0/1 | 0 | init | {'phase':'Pending','initContainerStatuses':[{'name':'i','state':{'terminated':{'exitCode':0}}},{'name':'j','state':{'waiting':{'reason':'PodInitializing'}}}]}
          init done              | PodInitializing | 0/1 | 0 | init | {'phase':'Pending','initContainerStatuses':[{'name':'i','state':{'terminated':{'exitCode':0}}},{'name':'j','state':{'terminated':{'exitCode':0}}}],'containerStatuses':[{'name':'a','state':{'waiting':{'reason':'PodInitializing'}}}]}
          init crash loop        | Init:CrashLoopBackOff | 0/1 | 4 | init | {'phase':'Pending','initContainerStatuses':[{'name':'i','restartCount':4,'state':{'waiting':{'reason':'CrashLoopBackOff'}}}]}
          init error             | Init:Error | 0/1 | 0 | init | {'phase':'Pending','initContainerStatuses':[{'name':'i','state':{'terminated':{'exitCode':1,'reason':'Error'}}}]}
          init exit code         | Init:ExitCode:7 | 0/1 | 0 | init | {'phase':'Pending','initContainerStatuses':[{'name':'i','state':{'terminated':{'exitCode':7}}}]}
          init signal            | Init:Signal:11 | 0/1 | 0 | init | {'phase':'Pending','initContainerStatuses':[{'name':'i','state':{'terminated':{'exitCode':139,'signal':11}}}]}
          init restarts forgotten| Running | 1/1 | 2 | init | {'phase':'Running','initContainerStatuses':[{'name':'i','restartCount':9,'state':{'terminated':{'exitCode':0}}}],'containerStatuses':[{'name':'a','ready':true,'restartCount':2,'state':RUNNING}]}
          sidecar up             | Running | 2/2 | 3 | sidecar | {'phase':'Running','initContainerStatuses':[{'name':'s','started':true,'ready':true,'restartCount':1,'state':RUNNING}],'containerStatuses':[{'name':'a','ready':true,'restartCount':2,'state':RUNNING}]}
          sidecar starting       | Init:0/1 | 0/2 | 0 | sidecar | {'phase':'Pending','initContainerStatuses':[{'name':'s','started':false,'state':RUNNING}]}
          sidecar not ready      | Running | 1/2 | 0 | sidecar | {'phase':'Running','initContainerStatuses':[{'name':'s','started':true,'ready':false,'state':RUNNING}],'containerStatuses':[{'name':'a','ready':true,'state':RUNNING}]}
          sidecar fails later    | CrashLoopBackOff | 0/2 | 6 | sidecar | {'phase':'Running','conditions':[{'type':'Initialized','status':'True'}],'initContainerStatuses':[{'name':'s','started':false,'restartCount':2,'state':{'waiting':{'reason':'CrashLoopBackOff'}}}],'containerStatuses':[{'name':'a','restartCount':4,'state':{'waiting':{'reason':'CrashLoopBackOff'}}}]}
          sidecar alone fails    | Init:CrashLoopBackOff | 1/2 | 2 | sidecar | {'phase':'Running','conditions':[{'type':'Initialized','status':'True'}],'initContainerStatuses':[{'name':'s','started':false,'restartCount':2,'state':{'waiting':{'reason':'CrashLoopBackOff'}}}],'containerStatuses':[{'name':'a','ready':true,'state':RUNNING}]}
          """)
  void saysWhatKubectlSays(
      String name, String status, String ready, int restarts, String shape, String json) {
    PodStatus columns = PodStatus.of(pod(shape, json));

    assertThat(columns.status()).isEqualTo(status);
    assertThat(columns.ready() + "/" + columns.total()).isEqualTo(ready);
    assertThat(columns.restarts()).isEqualTo(restarts);
  }

  @ParameterizedTest
  @CsvSource({"init,2026-01-05T00:00:00Z", "sidecar,2026-01-09T00:00:00Z"})
  void theLastRestartIsOfWhatStillRuns(String shape, Instant expected) {
    String name = shape.equals("init") ? "i" : "s";
    PodFacts pod =
        pod(
            shape,
            """
            {'phase':'Running','conditions':[{'type':'Initialized','status':'True'}],
             'initContainerStatuses':[{'name':'%s','restartCount':1,'state':{'terminated':{'exitCode':0}},
               'lastState':{'terminated':{'finishedAt':'2026-01-09T00:00:00Z'}}}],
             'containerStatuses':[{'name':'a','restartCount':1,'state':RUNNING,
               'lastState':{'terminated':{'finishedAt':'2026-01-05T00:00:00Z'}}}]}
            """
                .formatted(name));

    assertThat(PodStatus.of(pod).lastRestart()).isEqualTo(expected);
  }

  private static PodFacts pod(String shape, String status) {
    String spec =
        switch (shape) {
          case "two" -> "'containers':[{'name':'a'},{'name':'b'}]";
          case "init" -> "'containers':[{'name':'a'}],'initContainers':[{'name':'i'},{'name':'j'}]";
          case "sidecar" ->
              "'containers':[{'name':'a'}],'initContainers':[{'name':'s','restartPolicy':'Always'}]";
          default -> "'containers':[{'name':'a','restartPolicy':'Always'}]";
        };
    String deleted = shape.equals("gone") ? "'deletionTimestamp':'2026-01-02T00:00:00Z'" : "";
    String json =
        "{'status':%s,'metadata':{%s},'spec':{%s}}"
            .formatted(status.replace("RUNNING", RUNNING), deleted, spec);
    var facts = new PodFacts[1];
    Json.parse(
        in -> {
          facts[0] = PodFacts.read(in);
          return new Item<>(facts[0], "");
        },
        Json.quoted(json));
    return facts[0];
  }
}
