package io.github.xunbang.deal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The room's door: deals as they stand. Commands of this room change them, nobody else does. */
public interface Deals {

  /** The deal of this number. */
  Optional<Deal> find(String organizationId, int number);

  /** Deals signed from {@code first} to {@code last}, cancelled ones too, oldest signing first. */
  List<Deal> signed(String organizationId, LocalDate first, LocalDate last);

  /** Deals that are neither cancelled nor fully paid, oldest signing first (S-63). */
  List<Deal> unpaid(String organizationId);
}
