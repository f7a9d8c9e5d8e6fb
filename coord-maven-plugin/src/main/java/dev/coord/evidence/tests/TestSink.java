package dev.coord.evidence.tests;

import dev.coord.evidence.TestCase;
import java.util.ArrayList;
import java.util.List;

/** Keeps test cases, as many as memory should hold. */
final class TestSink {

  /** The most test cases of all reports. */
  static final int MAX_CASES = 1_000_000;

  /** The most characters of all their names and messages. */
  static final long MAX_CHARACTERS = 64L << 20;

  private final List<TestCase> cases = new ArrayList<>();
  private final int maxCases;
  private final long maxCharacters;
  private long characters;

  TestSink() {
    this(MAX_CASES, MAX_CHARACTERS);
  }

  TestSink(int maxCases, long maxCharacters) {
    this.maxCases = maxCases;
    this.maxCharacters = maxCharacters;
  }

  /** Keeps one; false when there is no room. A class name counts once while it stays the same. */
  boolean add(TestCase test) {
    characters += test.name().length() + test.message().length();
    if (cases.isEmpty() || cases.get(cases.size() - 1).className() != test.className()) {
      characters += test.className().length();
    }
    return characters <= maxCharacters && cases.size() < maxCases && cases.add(test);
  }

  List<TestCase> cases() {
    return cases;
  }
}
