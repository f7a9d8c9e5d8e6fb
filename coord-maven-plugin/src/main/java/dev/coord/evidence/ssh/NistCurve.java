package dev.coord.evidence.ssh;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/**
 * A curve that ECDSA signs on.
 *
 * @param algorithm Java's name of the signature
 * @param bytes length of a coordinate
 */
record NistCurve(String algorithm, int bytes, ECParameterSpec parameters) {

  private static final int UNCOMPRESSED = 4;

  /** The curve of a name of RFC 5656, section 10.1. */
  static NistCurve of(String name) throws GeneralSecurityException {
    return switch (name) {
      case "nistp256" -> of("SHA256", 32, "secp256r1");
      case "nistp384" -> of("SHA384", 48, "secp384r1");
      default -> of("SHA512", 66, "secp521r1");
    };
  }

  private static NistCurve of(String digest, int bytes, String name)
      throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(name));
    return new NistCurve(
        digest + "withECDSAinP1363Format",
        bytes,
        parameters.getParameterSpec(ECParameterSpec.class));
  }

  /** The key of a point, which must lie on the curve: Java does not look. */
  PublicKey key(byte[] point) throws SshException, GeneralSecurityException {
    if (point.length != 1 + 2 * bytes || point[0] != UNCOMPRESSED) {
      throw SshException.broken("holds a key of a wrong length");
    }
    BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + bytes));
    BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 1 + bytes, point.length));
    BigInteger p = ((ECFieldFp) parameters.getCurve().getField()).getP();
    BigInteger right =
        x.pow(3).add(parameters.getCurve().getA().multiply(x)).add(parameters.getCurve().getB());
    if (x.max(y).compareTo(p) >= 0 || y.pow(2).subtract(right).mod(p).signum() != 0) {
      throw SshException.broken("holds a key that is no point of its curve");
    }
    return KeyFactory.getInstance("EC")
        .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), parameters));
  }

  /**
   * The two numbers of a signature, each of a fixed length. They are held to their range here:
   * there were releases of Java that took 0 for a signature of anything (CVE-2022-21449).
   */
  byte[] signature(byte[] blob) throws SshException {
    SshData in = new SshData(blob);
    byte[] joined = new byte[2 * bytes];
    for (int i = 1; i <= 2; i++) {
      BigInteger number = in.positive();
      if (number.compareTo(parameters.getOrder()) >= 0) {
        throw SshException.broken("holds a number that is out of range");
      }
      byte[] raw = number.toByteArray();
      int length = Math.min(raw.length, bytes);
      System.arraycopy(raw, raw.length - length, joined, i * bytes - length, length);
    }
    in.end();
    return joined;
  }
}
