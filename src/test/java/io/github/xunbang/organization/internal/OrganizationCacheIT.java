package io.github.xunbang.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.command.Access;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is read again when a picture has become too old. */
class OrganizationCacheIT extends FrontDoorTest {

  @Autowired private OrganizationService organizations;
  @Autowired private OrganizationRepository repository;
  @Autowired private OrganizationCache cache;

  /** Words and rosters made from a picture are kept as long as it is the same object. */
  @Test
  void keepsThePictureItselfUntilSomebodyWrites() {
    String id = organizations.create("一队", false).id();
    Organization before = organizations.get(id);

    cache.forget(id);

    assertThat(organizations.get(id)).isSameAs(before);
  }

  @Test
  void seesWhatAnotherInstanceHasWritten() {
    String id = organizations.create("一队", false).id();
    organizations.enrol(id, null, "张敏", null, null, Access.MEMBER);
    organizations.get(id);

    repository.update(id, organization -> organization.withMembers(List.of()));
    cache.forget(id);

    assertThat(organizations.get(id).members()).isEmpty();
  }

  @Test
  void forgetsAnOrganizationThatIsGone() {
    String id = organizations.create("一队", false).id();
    organizations.get(id);

    repository.delete(id);
    cache.forget(id);

    assertThat(cache.organization(id)).isEmpty();
  }
}
