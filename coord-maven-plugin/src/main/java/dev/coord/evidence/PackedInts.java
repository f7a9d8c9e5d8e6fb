package dev.coord.evidence;

import java.util.Arrays;
import java.util.Objects;

/** Numbers from 0 in the narrowest array that holds them; none at all where all are 0. */
final class PackedInts {
  private final int size;
  private final byte[] bytes;
  private final char[] chars;
  private final int[] ints;

  private PackedInts(int size, byte[] bytes, char[] chars, int[] ints) {
    this.size = size;
    this.bytes = bytes;
    this.chars = chars;
    this.ints = ints;
  }

  static PackedInts of(int[] values) {
    int size = values.length;
    int max = Arrays.stream(values).max().orElse(0);
    if (max == 0) {
      return new PackedInts(size, null, null, null);
    }
    if (max <= Byte.MAX_VALUE) {
      byte[] bytes = new byte[size];
      for (int i = 0; i < size; i++) {
        bytes[i] = (byte) values[i];
      }
      return new PackedInts(size, bytes, null, null);
    }
    if (max <= Character.MAX_VALUE) {
      char[] chars = new char[size];
      for (int i = 0; i < size; i++) {
        chars[i] = (char) values[i];
      }
      return new PackedInts(size, null, chars, null);
    }
    return new PackedInts(size, null, null, values.clone());
  }

  int get(int index) {
    Objects.checkIndex(index, size);
    if (bytes != null) {
      return bytes[index];
    }
    if (chars != null) {
      return chars[index];
    }
    return ints == null ? 0 : ints[index];
  }

  int size() {
    return size;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PackedInts that
        && size == that.size
        && Arrays.equals(bytes, that.bytes)
        && Arrays.equals(chars, that.chars)
        && Arrays.equals(ints, that.ints);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes) + Arrays.hashCode(chars) + Arrays.hashCode(ints);
  }
}
