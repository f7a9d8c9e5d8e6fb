package dev.coord.evidence.tests;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Room for the test cases of all reports, which are read at the same time.
 *
 * <p>Which report is the one too many depends on the threads, and that there is one does not.
 */
final class Room {

  /** The most test cases of all reports. */
  static final int MAX_CASES = 1_000_000;

  /** The most characters of all their names and messages. */
  static final long MAX_CHARACTERS = 64L << 20;

  private final AtomicInteger casesLeft;
  private final AtomicLong charactersLeft;

  Room() {
    this(MAX_CASES, MAX_CHARACTERS);
  }

  Room(int maxCases, long maxCharacters) {
    casesLeft = new AtomicInteger(maxCases);
    charactersLeft = new AtomicLong(maxCharacters);
  }

  /** Takes room for one test case; false when there is none. */
  boolean take(int characters) {
    // Once there is no room the counters stay below zero: nobody asks a second billion times.
    boolean cases = casesLeft.decrementAndGet() >= 0;
    return charactersLeft.addAndGet(-characters) >= 0 && cases;
  }

  /** Whether room was asked for that there was not. */
  boolean isExceeded() {
    return casesLeft.get() < 0 || charactersLeft.get() < 0;
  }
}
