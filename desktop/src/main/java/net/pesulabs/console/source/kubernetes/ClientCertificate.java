package net.pesulabs.console.source.kubernetes;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A certificate to log in with, and its key.
 *
 * @param chain the client's own certificate first
 */
record ClientCertificate(List<X509Certificate> chain, PrivateKey key) {

  X509Certificate own() {
    return chain.getFirst();
  }

  /** Whether the key is the one the certificate was issued for: tried by signing something. */
  boolean fits() {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> key.getAlgorithm();
        };
    byte[] probe = {1, 2, 3};
    try {
      Signature signer = Signature.getInstance(algorithm);
      signer.initSign(key);
      signer.update(probe);
      Signature verifier = Signature.getInstance(algorithm);
      verifier.initVerify(own().getPublicKey());
      verifier.update(probe);
      return verifier.verify(signer.sign());
    } catch (GeneralSecurityException e) {
      return false; // a key of another algorithm than the certificate's
    }
  }
}
