package dev.coord.evidence;

import java.time.Instant;
import java.util.Objects;

/**
 * A commit as its signature sees it.
 *
 * @param id full object id
 * @param time committer's time: part of what is signed
 * @param payload what the signature is of: the commit object without the header that holds it
 * @param signature the armoured signature; empty when there is none
 */
public record SignedCommit(String id, Instant time, byte[] payload, String signature) {

  /** Copies the bytes. */
  public SignedCommit {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(signature, "signature");
    payload = payload.clone();
  }

  @Override
  public byte[] payload() {
    return payload.clone();
  }
}
