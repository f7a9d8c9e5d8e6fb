package dev.coord.evidence.ssh;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;

/**
 * A signature of a file by an SSH key, as {@code PROTOCOL.sshsig} of OpenSSH describes it.
 *
 * @param key the public key that is said to have signed, as SSH writes it
 * @param namespace what the signature is for; git's is {@code git}
 * @param reserved part of what is signed, without a meaning
 * @param digest the name of the digest of the signed text
 * @param signature algorithm and signature
 */
record SshSignature(
    byte[] key, String namespace, byte[] reserved, String digest, byte[] signature) {

  static final String BEGIN = "-----BEGIN SSH SIGNATURE-----";
  private static final String END = "-----END SSH SIGNATURE-----";
  private static final byte[] MAGIC = SshKey.ascii("SSHSIG");
  private static final int VERSION = 1;

  /** More than a signature by the largest key needs. */
  static final int LONGEST = 16 * 1024;

  /**
   * Takes an armoured signature apart; whether it is good is not looked at.
   *
   * @throws SshException when it is none, or of a later version
   */
  static SshSignature parse(String armoured) throws SshException {
    String text = armoured.strip();
    if (text.length() > LONGEST) {
      throw SshException.broken("is longer than " + LONGEST + " characters");
    }
    if (!text.startsWith(BEGIN) || !text.endsWith(END) || text.length() < BEGIN.length() * 2) {
      throw SshException.broken("does not begin or end as one");
    }
    SshData in = new SshData(decoded(text.substring(BEGIN.length(), text.length() - END.length())));
    if (!Arrays.equals(in.raw(MAGIC.length), MAGIC)) {
      throw SshException.broken("is none of SSH");
    }
    int version = in.number();
    if (version != VERSION) {
      throw SshException.unsupported("version " + Integer.toUnsignedString(version), null);
    }
    SshSignature signature =
        new SshSignature(in.string(), in.name(), in.string(), in.name(), in.string());
    in.end();
    return signature;
  }

  private static byte[] decoded(String base64) throws SshException {
    try {
      return Base64.getDecoder().decode(base64.replaceAll("[\r\n]", ""));
    } catch (IllegalArgumentException e) {
      throw SshException.broken("is not Base64");
    }
  }

  /**
   * Whether its key made it of a text.
   *
   * @throws SshException when key or signature are broken, or of a kind that is not known
   */
  boolean fits(byte[] text) throws SshException {
    String algorithm =
        switch (digest) {
          case "sha256" -> "SHA-256";
          case "sha512" -> "SHA-512";
          default -> throw SshException.broken("names no digest that counts");
        };
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    signed.writeBytes(MAGIC);
    SshData.write(signed, SshKey.ascii(namespace));
    SshData.write(signed, reserved);
    SshData.write(signed, SshKey.ascii(digest));
    SshData.write(signed, SshKey.digest(algorithm, text));
    return SshKey.parse(key).verifies(signature, signed.toByteArray());
  }
}
