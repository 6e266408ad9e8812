package io.github.xunbang.report;

import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.util.List;

/** Who owes a report; {@code reminder} knows it, whoever sums a day up counts it. */
public interface OutstandingReports {

  /** Who should have reported for {@code day} and has not; nobody on a rest day. */
  List<Member> missing(Organization organization, LocalDate day);
}
