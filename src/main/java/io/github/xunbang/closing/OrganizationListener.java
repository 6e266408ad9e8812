package io.github.xunbang.closing;

import io.github.xunbang.organization.OrganizationDeleted;
import io.github.xunbang.organization.SettingsChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Plans the next closing again when its hour changes, and forgets organizations that are gone. */
@Component
class OrganizationListener {

  private final ClosingService closings;

  OrganizationListener(ClosingService closings) {
    this.closings = closings;
  }

  @EventListener
  void onSettingsChanged(SettingsChanged changed) {
    closings.reschedule(changed.organizationId());
  }

  @EventListener
  void onDeleted(OrganizationDeleted deleted) {
    closings.delete(deleted.organizationId());
  }
}
