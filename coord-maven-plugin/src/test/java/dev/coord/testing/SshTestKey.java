package dev.coord.testing;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.util.Arrays;
import java.util.Base64;

/**
 * An Ed25519 key that signs as {@code ssh-keygen -Y sign} does, where no such program is needed.
 */
public final class SshTestKey {

  private static final int KEY_BYTES = 32;

  private final KeyPair pair;

  public SshTestKey() {
    try {
      pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The key as SSH writes it. */
  public byte[] blob() {
    EdECPublicKey key = (EdECPublicKey) pair.getPublic();
    byte[] raw = new byte[KEY_BYTES];
    byte[] y = key.getPoint().getY().toByteArray();
    for (int i = 0; i < Math.min(y.length, KEY_BYTES); i++) {
      raw[i] = y[y.length - 1 - i];
    }
    raw[KEY_BYTES - 1] |= key.getPoint().isXOdd() ? (byte) 0x80 : 0;
    return strings("ssh-ed25519".getBytes(StandardCharsets.US_ASCII), raw);
  }

  /** Type and key, as a file of public keys has them. */
  public String line() {
    return "ssh-ed25519 " + Base64.getEncoder().encodeToString(blob());
  }

  /** An armoured signature for git. */
  public String sign(byte[] text) {
    return sign(text, "git");
  }

  /** An armoured signature for something. */
  public String sign(byte[] text, String namespace) {
    return armoured(signature(text, namespace));
  }

  /** A signature without its armour. */
  public byte[] signature(byte[] text, String namespace) {
    try {
      byte[] name = namespace.getBytes(StandardCharsets.US_ASCII);
      byte[] digest = "sha512".getBytes(StandardCharsets.US_ASCII);
      byte[] hash = MessageDigest.getInstance("SHA-512").digest(text);
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update("SSHSIG".getBytes(StandardCharsets.US_ASCII));
      signature.update(strings(name, new byte[0], digest, hash));
      byte[] made = strings("ssh-ed25519".getBytes(StandardCharsets.US_ASCII), signature.sign());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes("SSHSIG".getBytes(StandardCharsets.US_ASCII));
      out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(1).array());
      out.writeBytes(strings(blob(), name, new byte[0], digest, made));
      return out.toByteArray();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What git writes around a signature. */
  public static String armoured(byte[] signature) {
    return "-----BEGIN SSH SIGNATURE-----\n"
        + Base64.getMimeEncoder(70, new byte[] {'\n'}).encodeToString(signature)
        + "\n-----END SSH SIGNATURE-----\n";
  }

  /** A commit object with a signature in its header. */
  public static byte[] signed(byte[] payload, String armoured) {
    String text = new String(payload, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\n\n") + 1;
    String header = "gpgsig " + armoured.strip().replace("\n", "\n ") + "\n";
    return (text.substring(0, end) + header + text.substring(end))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Strings as SSH writes them. */
  public static byte[] strings(byte[]... strings) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Arrays.stream(strings)
        .forEach(
            string -> {
              out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(string.length).array());
              out.writeBytes(string);
            });
    return out.toByteArray();
  }

  /** A number as SSH writes it. */
  public static byte[] number(BigInteger number) {
    return strings(number.toByteArray());
  }
}
