package dev.coord.path;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcePackageTest {

  @ParameterizedTest
  @CsvSource({
    "checkout/src/main/java/shop/checkout/Basket.java, shop.checkout",
    "src/test/kotlin/shop/BasketTest.kt, shop",
    "src/integrationTest/groovy/A.groovy, ''",
    "api/src/shop/cart.py, shop",
    "src/main/resources/shop/a.js, main.resources.shop",
    "src/a.ts, ''",
    "web/cart/total.py, web.cart",
    "total.py, ''",
    "java/src/x/java/y/src/z/A.java, y.src.z"
  })
  void the_package_of_a_file_is_its_directories_below_the_sources(String path, String name) {
    assertThat(SourcePackage.of(path).name()).isEqualTo(name);
  }

  @Test
  void a_package_is_meant_alone_and_with_those_below_it_only_where_that_is_said() {
    SourcePackage below = SourcePackage.of("src/main/java/shop/cart/Total.java");

    assertThat(below.isMeantBy("shop.cart")).isTrue();
    assertThat(below.isMeantBy("shop")).isFalse();
    assertThat(below.isMeantBy("shop.*")).isTrue();
    assertThat(below.isMeantBy("shop.cart.*")).isTrue();
    assertThat(below.isMeantBy("shop.car.*")).isFalse();
    assertThat(below.isMeantBy("cart")).isFalse();
  }
}
