package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures in code; {@code ~} stands for the end of a line. */
class SignatureTextTest {

  private static boolean holds(String signature, String code) {
    return SignatureText.in(signature.replace('~', '\n'))
        .test(code.replace('~', '\n').getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "def get(a, b):                         | x = 1~def get(a, b):~    return a~",
        "def get(a, b):                         | def get(~    a,~    b,~):~    return a~",
        "def get(~  a,~  b):                    | async def get(a,b):~    return a~",
        "def get(a: int) -> str: ...            | def get(a: int)->str:~    return ''~",
        "def get(a): pass                       | def get(a):~    return a~",
        "Money priceOf(String article);         | public Money priceOf( String article ) {~",
        "# agreed~def get(a):~  '''A text'''    | def get(a):~    return a~",
        "def get(a):~def put(b):                | def put(b):~  pass~def get(a):~  pass~",
        "interface Prices {~  int of(int a);~}  | interface Prices~{~  /** A. */~  int of(int a);",
      })
  void blanks_lines_comments_and_bodies_are_no_part_of_what_was_agreed(
      String signature, String code) {
    assertThat(holds(signature, code)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "def get(a, b):           | def fetch(a): pass",
        "def get(a, b):           | def get(a, b, c): pass",
        "def get(a, b):           | def get(b, a): pass",
        "int get()                | uint get() {",
        "def get(a):~def put(b):  | def get(a):~  pass~",
        "return value             | returnvalue",
      })
  void another_name_or_other_arguments_are_not_what_was_agreed(String signature, String code) {
    assertThat(holds(signature, code)).isFalse();
  }
}
