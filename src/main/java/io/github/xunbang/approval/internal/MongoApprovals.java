package io.github.xunbang.approval.internal;

import io.github.xunbang.approval.Approval;
import io.github.xunbang.approval.Approvals;
import io.github.xunbang.approval.internal.Decision.Outcome;
import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Requests in MongoDB, one guarded document per organization. */
@Service
class MongoApprovals implements Approvals {

  private final ApprovalsRepository repository;
  private final OrganizationService organizations;
  private final ApprovalPosts posts;
  private final BusinessClock clock;

  MongoApprovals(
      ApprovalsRepository repository,
      OrganizationService organizations,
      ApprovalPosts posts,
      BusinessClock clock) {
    this.repository = repository;
    this.organizations = organizations;
    this.posts = posts;
    this.clock = clock;
  }

  @Override
  public Approval request(
      Caller requester,
      String key,
      String kind,
      String title,
      Map<String, String> data,
      Access needed,
      @Nullable String subjectMemberId,
      Instant at) {
    Organization organization = organizations.get(requester.organization());
    // MongoDB keeps milliseconds; what is returned must equal what is read back.
    Instant asked = at.truncatedTo(ChronoUnit.MILLIS);
    Approval wanted =
        new Approval(
            organization.id(),
            0,
            kind,
            requester.member(),
            title,
            data,
            needed,
            subjectMemberId,
            asked);
    Request stored =
        repository
            .update(organization.id(), register -> register(register, requester, key, wanted))
            .withKey(key)
            .orElseThrow();
    if (stored.open()) {
      DecisionRights rights = new DecisionRights(organization, organization.businessDay().of(at));
      posts.ask(stored, rights.deciders(stored.approval()));
    }
    return stored.approval();
  }

  private static Register register(
      Register register, Caller requester, String key, Approval wanted) {
    return register.withKey(key).isPresent()
        ? register
        : register.with(
            new Request(
                numbered(wanted, register.lastNumber() + 1),
                key,
                requester.conversation(),
                requester.userId(),
                null));
  }

  private static Approval numbered(Approval wanted, int number) {
    return new Approval(
        wanted.organizationId(),
        number,
        wanted.kind(),
        wanted.requesterId(),
        wanted.title(),
        wanted.data(),
        wanted.needed(),
        wanted.subjectMemberId(),
        wanted.askedAt());
  }

  @Override
  public List<Approval> open(String organizationId) {
    return repository.find(organizationId).open().stream().map(Request::approval).toList();
  }

  @Override
  public void withdraw(String organizationId, int number) {
    repository.update(
        organizationId,
        register ->
            register
                .find(number)
                .filter(request -> request.decision() == null)
                .map(request -> register.replacing(request.decided(withdrawn(request))))
                .orElse(register));
  }

  private Decision withdrawn(Request request) {
    String by =
        organizations
            .get(request.approval().organizationId())
            .member(request.approval().requesterId())
            .map(Member::name)
            .orElse("本人");
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new Decision(Outcome.WITHDRAWN, by, "", now, request.key(), true);
  }
}
