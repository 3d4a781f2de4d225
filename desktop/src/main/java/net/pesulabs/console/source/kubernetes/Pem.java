package net.pesulabs.console.source.kubernetes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Certificates and private keys in PEM format (RFC 7468), as K3s, kubeadm and plugins write them.
 */
final class Pem {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

  private static final byte[] RSA = sequence(oid(42, 134, 72, 134, 247, 13, 1, 1, 1), hex(5, 0));
  private static final byte[] EC_PUBLIC_KEY = oid(42, 134, 72, 206, 61, 2, 1);

  private Pem() {}

  private record Block(String label, String base64) {
    byte[] der() throws GeneralSecurityException {
      try {
        return Base64.getMimeDecoder().decode(base64);
      } catch (IllegalArgumentException e) {
        throw new CertificateException("not base64", e);
      }
    }
  }

  /** All certificates, in order; at least one. */
  static List<X509Certificate> certificates(String pem) throws GeneralSecurityException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    var found = new ArrayList<X509Certificate>();
    for (Block block : blocks(pem)) {
      if (block.label.equals("CERTIFICATE")) {
        found.add(
            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.der())));
      }
    }
    if (found.isEmpty()) {
      throw new CertificateException("no certificate");
    }
    return found;
  }

  /** The first private key: PKCS#8, PKCS#1 (RSA) or SEC 1 (EC), without a passphrase. */
  static PrivateKey privateKey(String pem) throws GeneralSecurityException {
    for (Block block : blocks(pem)) {
      switch (block.label) {
        case "PRIVATE KEY" -> {
          return pkcs8(block.der());
        }
        case "RSA PRIVATE KEY" -> {
          return pkcs8(wrap(RSA, block.der()));
        }
        case "EC PRIVATE KEY" -> {
          return pkcs8(wrap(sequence(EC_PUBLIC_KEY, curveOf(block.der())), block.der()));
        }
        default -> {
          // OpenSSL writes "EC PARAMETERS" before the key.
        }
      }
    }
    throw new InvalidKeySpecException("no private key");
  }

  private static List<Block> blocks(String pem) {
    return BLOCK
        .matcher(pem)
        .results()
        .map(found -> new Block(found.group(1), found.group(2)))
        .toList();
  }

  private static PrivateKey pkcs8(byte[] der) throws GeneralSecurityException {
    var spec = new PKCS8EncodedKeySpec(der);
    for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(spec);
      } catch (InvalidKeySpecException e) {
        // A key of another algorithm.
      }
    }
    throw new InvalidKeySpecException("unknown kind of key");
  }

  /** PKCS#8 (RFC 5958): version, algorithm, and the older format inside an octet string. */
  private static byte[] wrap(byte[] algorithm, byte[] key) {
    return sequence(hex(2, 1, 0), algorithm, tagged(4, key));
  }

  /**
   * The curve's OID from an ECPrivateKey (RFC 5915): a sequence of version, key and {@code [0]}
   * parameters. Without the parameters the key is of no use to PKCS#8.
   */
  private static byte[] curveOf(byte[] der) throws InvalidKeySpecException {
    try {
      var in = ByteBuffer.wrap(der);
      header(in);
      skip(in); // version
      skip(in); // the key itself
      if (in.get(in.position()) != (byte) 0xa0) {
        throw new InvalidKeySpecException("no curve");
      }
      byte[] oid = new byte[header(in)];
      in.get(oid);
      return oid;
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new InvalidKeySpecException("cut short", e);
    }
  }

  /** Reads a DER tag and length; returns the length. */
  private static int header(ByteBuffer in) {
    in.get();
    int length = in.get() & 0xff;
    if (length < 0x80) {
      return length;
    }
    int bytes = length & 0x7f;
    length = 0;
    for (int i = 0; i < bytes; i++) {
      length = (length << 8) | (in.get() & 0xff);
    }
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    return length;
  }

  private static void skip(ByteBuffer in) {
    int length = header(in);
    in.position(in.position() + length);
  }

  private static byte[] sequence(byte[]... parts) {
    return tagged(0x30, parts);
  }

  private static byte[] oid(int... bytes) {
    return tagged(6, hex(bytes));
  }

  private static byte[] tagged(int tag, byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    var out = new ByteArrayOutputStream();
    out.write(tag);
    if (length < 0x80) {
      out.write(length);
    } else {
      out.write(0x82);
      out.write(length >> 8);
      out.write(length);
    }
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] hex(int... bytes) {
    byte[] out = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      out[i] = (byte) bytes[i];
    }
    return out;
  }

  /** The text of a file or of decoded data. */
  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
