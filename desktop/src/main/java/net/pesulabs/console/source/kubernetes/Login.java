package net.pesulabs.console.source.kubernetes;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Logs in what goes through the API server to a Service. The server takes the login off before it
 * passes the request on.
 */
record Login(Credentials credentials, Map<String, List<String>> impersonation)
    implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request.Builder request = chain.request().newBuilder();
    try {
      String token = credentials.current().token();
      if (token != null) {
        request.header("Authorization", "Bearer " + token);
      }
    } catch (KubeconfigProblem e) {
      throw new ApiException(Trouble.of(Trouble.Kind.REFUSED, e.sentence()));
    }
    impersonation.forEach(
        (name, values) -> values.forEach(value -> request.addHeader(name, value)));
    return chain.proceed(request.build());
  }
}
