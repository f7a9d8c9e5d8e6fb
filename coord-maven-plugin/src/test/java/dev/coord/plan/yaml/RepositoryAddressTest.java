package dev.coord.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryAddressTest {

  private static String plan(String address) {
    return "coord: 1\nproject: {name: Shop, repository: \"" + address + "\"}\n";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://github.com/owner/name",
        "https://github.com/owner/name.git",
        "https://github.com/owner/name/",
        "https://gitlab.com/group/subgroup/name",
        "https://gitlab.corp.example:8443/group/name",
        "https://dev.azure.com/org/project/_git/name",
        "https://bitbucket.corp.example/projects/P/repos/name",
        "https://git.corp.example/cgit/name/tree"
      })
  void the_address_of_a_repository_is_taken(String address) {
    assertThat(Plans.plan(plan(address)).project().repositoryUrl()).contains(address);
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com/o/n/tree/main, https://github.com/o/n",
    "https://github.com/o/n?tab=readme, https://github.com/o/n",
    "https://github.com/o/n#readme, https://github.com/o/n",
    "https://gitlab.com/g/s/n/-/tree/main, https://gitlab.com/g/s/n",
    "https://bitbucket.org/o/n/src/main/, https://bitbucket.org/o/n",
    "https://codeberg.org/o/n/src/branch/main, https://codeberg.org/o/n"
  })
  void the_address_of_one_of_its_pages_is_none_and_the_right_one_is_named(
      String page, String repository) {
    assertThat(Plans.messages(plan(page)))
        .containsExactly(
            "coord.yml:2:35: \"repository\" names a page of the repository: \""
                + page
                + "\". Write the repository's own address: 'repository: "
                + repository
                + "'.");
  }

  @Test
  void a_password_is_not_said_again() {
    assertThat(Plans.messages(plan("https://ana:secret@github.com/o/n")))
        .containsExactly(
            "coord.yml:2:35: \"repository\" holds a user or a password. Write the address alone, such as"
                + " 'repository: https://github.com/owner/name': the site shows it.");
  }
}
