package dev.coord.evidence.ssh;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * A public key as SSH writes it (RFC 4253, section 6.6; RFC 5656; RFC 8709): Ed25519, ECDSA on the
 * curves of NIST, or RSA from 2048 bits on.
 */
final class SshKey {

  static final String ED25519 = "ssh-ed25519";
  static final String RSA = "ssh-rsa";
  private static final String ECDSA = "ecdsa-sha2-";
  private static final int ED25519_BYTES = 32;

  /** Below, keys have been or may be broken; above, Java takes none. */
  private static final int LEAST_RSA_BITS = 2048;

  private static final int MOST_RSA_BITS = 16_384;
  private static final int MOST_EXPONENT_BITS = 64;

  private final String type;
  private final PublicKey key;
  private final int rsaBytes;

  private SshKey(String type, PublicKey key, int rsaBytes) {
    this.type = type;
    this.key = key;
    this.rsaBytes = rsaBytes;
  }

  /**
   * Reads a key.
   *
   * @throws SshException when it is broken, too weak, or of a kind that is not known
   */
  static SshKey parse(byte[] blob) throws SshException {
    SshData in = new SshData(blob);
    String type = in.name();
    try {
      SshKey key =
          switch (type) {
            case ED25519 -> new SshKey(type, ed25519(in.string()), 0);
            case RSA -> rsa(in);
            case ECDSA + "nistp256", ECDSA + "nistp384", ECDSA + "nistp521" ->
                new SshKey(type, ecdsa(in, type.substring(ECDSA.length())), 0);
            default -> throw SshException.unsupported(Texts.printable(type), null);
          };
      in.end();
      return key;
    } catch (GeneralSecurityException e) {
      throw SshException.unsupported(type, e);
    }
  }

  private static PublicKey ed25519(byte[] raw) throws SshException, GeneralSecurityException {
    if (raw.length != ED25519_BYTES) {
      throw SshException.broken("holds a key of a wrong length");
    }
    byte[] bigEndian = new byte[ED25519_BYTES];
    for (int i = 0; i < ED25519_BYTES; i++) {
      bigEndian[i] = raw[ED25519_BYTES - 1 - i];
    }
    boolean odd = bigEndian[0] < 0;
    bigEndian[0] &= Byte.MAX_VALUE;
    return KeyFactory.getInstance("Ed25519")
        .generatePublic(
            new EdECPublicKeySpec(
                NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, bigEndian))));
  }

  private static SshKey rsa(SshData in) throws SshException, GeneralSecurityException {
    BigInteger exponent = in.positive();
    BigInteger modulus = in.positive();
    int bits = modulus.bitLength();
    if (bits < LEAST_RSA_BITS || bits > MOST_RSA_BITS) {
      throw SshException.broken("is by an RSA key of " + bits + " bits");
    }
    if (exponent.bitLength() > MOST_EXPONENT_BITS) {
      throw SshException.broken("is by an RSA key with a huge exponent");
    }
    return new SshKey(
        RSA,
        KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent)),
        (bits + Byte.SIZE - 1) / Byte.SIZE);
  }

  private static PublicKey ecdsa(SshData in, String curve)
      throws SshException, GeneralSecurityException {
    if (!in.name().equals(curve)) {
      throw SshException.broken("holds a key of two curves");
    }
    return NistCurve.of(curve).key(in.string());
  }

  /**
   * Whether a signature of this key is good.
   *
   * @param blob algorithm and signature, as SSH writes them
   * @throws SshException when the signature is broken, or of a kind that does not count
   */
  boolean verifies(byte[] blob, byte[] signed) throws SshException {
    SshData in = new SshData(blob);
    String algorithm = in.name();
    byte[] signature = in.string();
    in.end();
    try {
      if (type.equals(RSA)) {
        return check(rsaAlgorithm(algorithm), padded(signature), signed);
      }
      if (!algorithm.equals(type)) {
        throw SshException.broken("is not of the kind of its key");
      }
      if (type.equals(ED25519)) {
        return check("Ed25519", signature, signed);
      }
      NistCurve curve = NistCurve.of(type.substring(ECDSA.length()));
      return check(curve.algorithm(), curve.signature(signature), signed);
    } catch (SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw SshException.unsupported(type, e);
    }
  }

  private boolean check(String algorithm, byte[] signature, byte[] signed)
      throws GeneralSecurityException {
    Signature check = Signature.getInstance(algorithm);
    check.initVerify(key);
    check.update(signed);
    return check.verify(signature);
  }

  /** SHA-1, which {@code ssh-rsa} means, proves nothing any more. */
  private static String rsaAlgorithm(String algorithm) throws SshException {
    return switch (algorithm) {
      case "rsa-sha2-256" -> "SHA256withRSA";
      case "rsa-sha2-512" -> "SHA512withRSA";
      case RSA -> throw SshException.broken("rests on SHA-1");
      default -> throw SshException.broken("is not of the kind of its key");
    };
  }

  /** SSH may leave out leading zeros, Java wants them. */
  private byte[] padded(byte[] signature) {
    if (signature.length >= rsaBytes) {
      return signature;
    }
    byte[] padded = new byte[rsaBytes];
    System.arraycopy(signature, 0, padded, rsaBytes - signature.length, signature.length);
    return padded;
  }

  /** The fingerprint of a key, as {@code ssh-keygen -l} prints it. */
  static String fingerprint(byte[] blob) {
    return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest("SHA-256", blob));
  }

  static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
