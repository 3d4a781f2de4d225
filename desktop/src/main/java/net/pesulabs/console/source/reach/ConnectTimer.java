package net.pesulabs.console.source.reach;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/** Takes the time of the TCP handshake of one call, which is not that of TLS or of the answer. */
public final class ConnectTimer extends EventListener {

  private volatile long began;
  private volatile long took = -1;

  /** What it took; where the call opened no connection, as long as it has lasted. */
  public Duration taken() {
    return Duration.ofNanos(took < 0 ? System.nanoTime() - began : took);
  }

  @Override
  public void callStart(Call call) {
    began = System.nanoTime();
  }

  @Override
  public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
    began = System.nanoTime();
  }

  @Override
  public void secureConnectStart(Call call) {
    took = System.nanoTime() - began;
  }

  @Override
  public void connectEnd(
      Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
    if (took < 0) {
      took = System.nanoTime() - began;
    }
  }
}
