package io.github.xunbang.deal.internal;

import io.github.xunbang.boards.FakeOrganizations;
import io.github.xunbang.boards.FakeSchedule;
import io.github.xunbang.boards.FakeWorkdays;
import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.metric.DaySheet;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.metric.MonthLedger;
import io.github.xunbang.metric.PeriodFigures;
import io.github.xunbang.metric.Posting;
import io.github.xunbang.metric.PostingCheck;
import io.github.xunbang.metric.PostingResult;
import io.github.xunbang.metric.internal.LedgerOn;
import io.github.xunbang.organization.Organization;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A desk as another process would run it on the same database; it dies where the test says. */
final class BrittleDesk {

  /** The end of the process. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  final BusinessClock clock = new BusinessClock(Clock.systemUTC());
  final List<Object> events = new ArrayList<>();
  final MongoDealDesk desk;
  final MongoDeals deals;
  final DealRecovery recovery;
  final PendingActRepository pending;

  /** Done before the next deal is written, once. */
  Runnable beforeWrite = () -> {};

  private int writesUntilCrash;

  /** {@code writesUntilCrash} counts the moments before and after each write; 0 is never. */
  BrittleDesk(MongoTemplate mongo, Organization organization, int writesUntilCrash) {
    this.writesUntilCrash = writesUntilCrash;
    pending = pending(mongo);
    DealRepository stored = deals(mongo);
    DealRegisterRepository register = new DealRegisterRepository(mongo);
    ChaseSchedule chase =
        new ChaseSchedule(
            new FakeSchedule(), new FakeWorkdays(Set.of(), (member, day) -> false), clock);
    DealSettlement settlement =
        new DealSettlement(ledger(mongo), stored, register, pending, events::add, chase);
    desk = new MongoDealDesk(register, stored, pending, settlement, metrics(), clock);
    deals = new MongoDeals(stored, register);
    recovery =
        new DealRecovery(pending, stored, settlement, new FakeOrganizations(organization), clock);
  }

  private void moment() {
    if (--writesUntilCrash == 0) {
      throw new Crash();
    }
  }

  private PendingActRepository pending(MongoTemplate mongo) {
    return new PendingActRepository(mongo) {
      @Override
      void put(PendingActDocument act) {
        moment();
        super.put(act);
        moment();
      }

      @Override
      void delete(PendingActDocument act) {
        moment();
        super.delete(act);
        moment();
      }
    };
  }

  private DealRepository deals(MongoTemplate mongo) {
    return new DealRepository(mongo) {
      @Override
      Optional<Deal> write(Deal deal, long revision) {
        Runnable before = beforeWrite;
        beforeWrite = () -> {};
        before.run();
        moment();
        Optional<Deal> written = super.write(deal, revision);
        moment();
        return written;
      }
    };
  }

  private Ledger ledger(MongoTemplate mongo) {
    Ledger real = LedgerOn.database(mongo);
    return new Ledger() {
      @Override
      public PostingResult post(Posting posting, PostingCheck check) {
        moment();
        PostingResult result = real.post(posting, check);
        moment();
        return result;
      }

      @Override
      public Optional<MonthLedger> month(String organizationId, String subjectId, YearMonth month) {
        return real.month(organizationId, subjectId, month);
      }

      @Override
      public Map<String, PeriodFigures> figures(
          String organizationId, Collection<String> subjectIds, Period period) {
        return real.figures(organizationId, subjectIds, period);
      }

      @Override
      public Map<String, DaySheet> day(
          String organizationId, Collection<String> subjectIds, LocalDate day) {
        return real.day(organizationId, subjectIds, day);
      }

      @Override
      public void drainPending(String organizationId) {
        real.drainPending(organizationId);
      }

      @Override
      public void delete(String organizationId) {
        real.delete(organizationId);
      }
    };
  }

  private static MetricCatalog metrics() {
    return new MetricCatalog() {
      @Override
      public List<Metric> metrics(String organizationId) {
        return DealFixtures.metrics();
      }

      @Override
      public Optional<Metric> find(String organizationId, String nameOrAlias) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Metric add(String organizationId, Metric withoutId) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Metric change(String organizationId, Metric metric) {
        throw new UnsupportedOperationException();
      }
    };
  }
}
