package dev.coord.evidence.ssh;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads the data types of RFC 4251, section 5. */
final class SshData {

  private final ByteBuffer bytes;

  SshData(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  byte[] raw(int length) throws SshException {
    if (length < 0 || length > bytes.remaining()) {
      throw SshException.broken("is cut off");
    }
    byte[] raw = new byte[length];
    bytes.get(raw);
    return raw;
  }

  int number() throws SshException {
    return ByteBuffer.wrap(raw(Integer.BYTES)).getInt();
  }

  byte[] string() throws SshException {
    return raw(number());
  }

  /** A name such as that of an algorithm; what it may be is for the caller to compare. */
  String name() throws SshException {
    return new String(string(), StandardCharsets.ISO_8859_1);
  }

  BigInteger positive() throws SshException {
    BigInteger number = new BigInteger(1, string());
    if (number.signum() == 0) {
      throw SshException.broken("holds a number that is 0");
    }
    return number;
  }

  void end() throws SshException {
    if (bytes.hasRemaining()) {
      throw SshException.broken("goes on where it should end");
    }
  }

  /** A string as it is written. */
  static void write(ByteArrayOutputStream out, byte[] string) {
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(string.length).array());
    out.writeBytes(string);
  }
}
