package io.github.xunbang.simulator;

import io.github.xunbang.organization.OrganizationService;
import java.util.List;
import org.springframework.stereotype.Service;

/** Starts the simulator afresh: organizations marked simulated go, and so does what was said. */
@Service
@ConditionalOnSimulator
class SimulatorReset {

  private final OrganizationService organizations;
  private final LineRepository lines;
  private final RequestRepository requests;
  private final SimulatorClock clock;

  SimulatorReset(
      OrganizationService organizations,
      LineRepository lines,
      RequestRepository requests,
      SimulatorClock clock) {
    this.organizations = organizations;
    this.lines = lines;
    this.requests = requests;
    this.clock = clock;
  }

  /**
   * Deletes.
   *
   * @param clockToo whether time becomes real again, which needs that no organization is left: the
   *     others' figures may lie in simulated time
   * @return how many organizations were deleted
   */
  int reset(boolean clockToo) {
    List<String> deleted = organizations.deleteSimulated();
    requests.deleteAll();
    lines.deleteAll();
    if (clockToo && organizations.all().isEmpty()) {
      clock.backToRealTime();
    }
    return deleted.size();
  }
}
