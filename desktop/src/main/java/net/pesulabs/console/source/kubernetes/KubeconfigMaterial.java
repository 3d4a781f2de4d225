package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/** Certificates, keys and tokens of a kubeconfig, which stand in it or in files beside it. */
final class KubeconfigMaterial {

  private final String label;

  KubeconfigMaterial(String label) {
    this.label = label;
  }

  /**
   * What {@code field-data} holds in base64, or the file that {@code field} names.
   *
   * @return null where the entry has neither
   */
  @Nullable String text(KubeconfigFiles.Entry entry, String field) throws KubeconfigProblem {
    String data = blankToNull(entry.body().path(field + "-data"));
    if (data != null) {
      try {
        return Pem.text(Base64.getDecoder().decode(data.replaceAll("\\s", "")));
      } catch (IllegalArgumentException e) {
        throw new KubeconfigProblem(Msg.kubeconfigBadBase64(label, field + "-data"));
      }
    }
    Path file = file(entry, field);
    return file == null ? null : read(file, field);
  }

  /** The file that a field names, relative to the kubeconfig; null where it names none. */
  @Nullable Path file(KubeconfigFiles.Entry entry, String field) throws KubeconfigProblem {
    String named = blankToNull(entry.body().path(field));
    if (named == null) {
      return null;
    }
    try {
      return entry.folder().resolve(named);
    } catch (InvalidPathException e) {
      throw new KubeconfigProblem(Msg.kubeconfigFileMissing(label, field, named));
    }
  }

  String read(Path file, String field) throws KubeconfigProblem {
    try (var in = Files.newInputStream(file)) {
      return Pem.text(in.readNBytes(KubeconfigFiles.LARGEST));
    } catch (IOException e) {
      throw new KubeconfigProblem(Msg.kubeconfigFileMissing(label, field, file.toString()));
    }
  }

  List<X509Certificate> certificates(String field, String pem) throws KubeconfigProblem {
    try {
      return Pem.certificates(pem);
    } catch (GeneralSecurityException e) {
      throw new KubeconfigProblem(Msg.kubeconfigBadCertificate(label, field));
    }
  }

  PrivateKey key(String field, String pem) throws KubeconfigProblem {
    try {
      return Pem.privateKey(pem);
    } catch (GeneralSecurityException e) {
      throw new KubeconfigProblem(Msg.kubeconfigBadKey(label, field));
    }
  }

  static @Nullable String blankToNull(JsonNode node) {
    String text = node.asText("").strip();
    return text.isEmpty() ? null : text;
  }
}
