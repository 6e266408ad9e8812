package io.github.xunbang.leave.outing;

import io.github.xunbang.leave.Outing;
import io.github.xunbang.leave.Outings;
import io.github.xunbang.leave.outing.Slip.State;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.OrganizationService;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The door to the slips of a day. */
@Service
class MongoOutings implements Outings {

  private final OrganizationService organizations;
  private final SlipStore store;

  MongoOutings(OrganizationService organizations, SlipStore store) {
    this.organizations = organizations;
    this.store = store;
  }

  @Override
  public List<Outing> on(String organizationId, LocalDate day) {
    List<String> members =
        organizations.get(organizationId).activeMembers(day).stream().map(Member::id).toList();
    Map<String, List<Slip>> slips = store.on(organizationId, members, day);
    return members.stream()
        .flatMap(
            member ->
                slips.getOrDefault(member, List.of()).stream().map(slip -> outing(member, slip)))
        .toList();
  }

  private static Outing outing(String memberId, Slip slip) {
    Visit visit = slip.visit();
    return new Outing(
        slip.id(),
        memberId,
        slip.day(),
        visit.place(),
        visit.person(),
        visit.time(),
        visit.purpose(),
        slip.reportDay() != null,
        slip.state() == State.BACK);
  }
}
