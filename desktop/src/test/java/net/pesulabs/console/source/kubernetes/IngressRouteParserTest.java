package net.pesulabs.console.source.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.pesulabs.console.homelab.cluster.IngressRoute;
import net.pesulabs.console.homelab.cluster.IngressRoute.Backend;
import net.pesulabs.console.homelab.cluster.IngressRoute.Where;
import org.junit.jupiter.api.Test;

/** IngressRoutes as charts and people write them. */
class IngressRouteParserTest {

  @Test
  void readsOneWithAllThatTraefikKnows() {
    IngressRoute route =
        parse(
            """
            {'apiVersion':'traefik.io/v1alpha1','kind':'IngressRoute',
             'metadata':{'uid':'u1','name':'n8n','namespace':'apps','resourceVersion':'7',
               'managedFields':[{'manager':'kubectl'}]},
             'spec':{'entryPoints':['web','websecure'],
               'routes':[
                 {'kind':'Rule','match':'Host(`n8n.pesulabs.net`) && PathPrefix(`/webhook`)',
                  'priority':20,'syntax':'v3','observability':{'accessLogs':false},
                  'middlewares':[{'name':'headers','namespace':'kube-system'}],
                  'services':[
                    {'name':'n8n','port':5678,'weight':3,'passHostHeader':true},
                    {'name':'n8n-next','namespace':'staging','port':'http','weight':1,
                     'sticky':{'cookie':{}},'strategy':'RoundRobin'}]},
                 {'kind':'Rule','match':'Host(`n8n.pesulabs.net`)',
                  'services':[{'name':'blue-green','kind':'TraefikService'}]}],
               'tls':{'secretName':'pesulabs-net-tls','options':{'name':'modern'},
                 'domains':[{'main':'pesulabs.net'}]}}}
            """);

    assertThat(route.qualifiedName()).isEqualTo("apps/n8n");
    assertThat(route.entryPoints()).containsExactly("web", "websecure");
    assertThat(route.secure()).isTrue();
    assertThat(route.secret()).isEqualTo("pesulabs-net-tls");
    assertThat(route.routes()).hasSize(2);
    IngressRoute.Route first = route.routes().getFirst();
    assertThat(first.where()).containsExactly(new Where("n8n.pesulabs.net", "/webhook"));
    assertThat(first.backends())
        .containsExactly(
            new Backend("Service", "apps", "n8n", "5678"),
            new Backend("Service", "staging", "n8n-next", "http"));
    Backend mix = route.routes().getLast().backends().getFirst();
    assertThat(mix).isEqualTo(new Backend("TraefikService", "apps", "blue-green", ""));
    assertThat(mix.isService()).isFalse();
  }

  @Test
  void readsTraefiksOwnDashboard() {
    IngressRoute route =
        parse(
            """
            {'metadata':{'uid':'u2','name':'traefik-dashboard','namespace':'kube-system',
               'annotations':{'helm.sh/hook':'post-install,post-upgrade'}},
             'spec':{'entryPoints':['traefik'],'routes':[{'kind':'Rule',
               'match':'PathPrefix(`/dashboard`) || PathPrefix(`/api`)',
               'services':[{'kind':'TraefikService','name':'api@internal'}]}]}}
            """);

    assertThat(route.secure()).isFalse();
    assertThat(route.secret()).isEmpty();
    assertThat(route.routes().getFirst().where())
        .containsExactly(new Where("", "/dashboard"), new Where("", "/api"));
    assertThat(route.routes().getFirst().backends())
        .containsExactly(new Backend("TraefikService", "kube-system", "api@internal", ""));
  }

  @Test
  void anEmptyTlsIsTraefiksOwnCertificate() {
    IngressRoute route = parse("{'metadata':{'uid':'u'},'spec':{'tls':{}}}");

    assertThat(route.secure()).isTrue();
    assertThat(route.secret()).isEmpty();
    assertThat(route.entryPoints()).isEmpty();
    assertThat(route.routes()).isEmpty();
  }

  @Test
  void whatIsMissingOrOddIsNoReasonToFail() {
    assertThat(parse("{'metadata':{'uid':'u'}}").routes()).isEmpty();
    assertThat(parse("{'metadata':{'uid':'u'},'spec':{'routes':'none','tls':null}}").routes())
        .isEmpty();
    IngressRoute odd =
        parse(
            "{'metadata':{'uid':'u','namespace':'n'},'spec':{'routes':[{'match':'Host(`a`','services':[{}]}]}}");

    assertThat(odd.routes())
        .isEqualTo(
            List.of(
                new IngressRoute.Route(
                    "Host(`a`", List.of(), List.of(new Backend("Service", "n", "", "")))));
  }

  private static IngressRoute parse(String json) {
    return Json.parse(new TreeParser<>(NetworkParsers::ingressRoute), Json.quoted(json));
  }
}
