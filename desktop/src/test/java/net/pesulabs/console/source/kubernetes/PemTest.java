package net.pesulabs.console.source.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

class PemTest {

  @Test
  void readsAKeyAsK3sWritesIt() throws GeneralSecurityException {
    String pem = Json.file("ec-sec1.pem"); // made by openssl ecparam -genkey and openssl req -x509

    var client = new ClientCertificate(Pem.certificates(pem), Pem.privateKey(pem));

    assertThat(client.key().getAlgorithm()).isEqualTo("EC");
    assertThat(client.fits()).isTrue();
  }

  @Test
  void readsAKeyAsKubeadmWritesIt() throws GeneralSecurityException {
    var rsa = new HeldCertificate.Builder().rsa2048().build();

    var client =
        new ClientCertificate(
            Pem.certificates(rsa.certificatePem()), Pem.privateKey(rsa.privateKeyPkcs1Pem()));

    assertThat(client.fits()).isTrue();
    assertThat(Pem.privateKey(rsa.privateKeyPkcs8Pem())).isEqualTo(client.key());
  }

  @Test
  void tellsAKeyThatDoesNotFit() throws GeneralSecurityException {
    var one = new HeldCertificate.Builder().ecdsa256().build();
    var other = new HeldCertificate.Builder().ecdsa256().build();
    var rsa = new HeldCertificate.Builder().rsa2048().build();
    var chain = Pem.certificates(one.certificatePem());

    assertThat(new ClientCertificate(chain, other.keyPair().getPrivate()).fits()).isFalse();
    assertThat(new ClientCertificate(chain, rsa.keyPair().getPrivate()).fits()).isFalse();
  }

  @Test
  void refusesWhatHoldsNoKeyOrCertificate() {
    String locked =
        "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END RSA PRIVATE KEY-----";
    String cut = "-----BEGIN EC PRIVATE KEY-----\nMHcCAQEE\n-----END EC PRIVATE KEY-----";
    for (String pem : new String[] {"", "hello", locked, cut}) {
      assertThatThrownBy(() -> Pem.privateKey(pem)).isInstanceOf(GeneralSecurityException.class);
      assertThatThrownBy(() -> Pem.certificates(pem)).isInstanceOf(GeneralSecurityException.class);
    }
  }
}
