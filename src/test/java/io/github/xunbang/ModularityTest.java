package io.github.xunbang;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms import only what their {@code package-info} allows. */
class ModularityTest {

  @Test
  void roomsImportOnlyWhatTheyDeclare() {
    ApplicationModules.of(XunbangApplication.class).verify();
  }
}
