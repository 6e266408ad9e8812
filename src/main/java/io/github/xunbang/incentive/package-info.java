/**
 * Incentives: the team's written rules as data, settled to the cent, decided by people, explained
 * (design section 8). {@code rule} is what a rule is, {@code engine} the arithmetic without any
 * storage, {@code facts} what it reads, {@code scheme} how rules are written, {@code settlement}
 * what becomes of proposals, {@code register} ballots, scores and probation, {@code payroll} the
 * sheet.
 */
@ApplicationModule(
    allowedDependencies = {
      "approval",
      "calendar",
      "closing",
      "command",
      "explanation",
      "leave",
      "message",
      "metric",
      "organization",
      "outbox",
      "ranking",
      "render",
      "schedule",
      "storage",
      "target"
    })
@NullMarked
package io.github.xunbang.incentive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
