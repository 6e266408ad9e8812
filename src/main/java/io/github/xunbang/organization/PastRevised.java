package io.github.xunbang.organization;

import java.time.LocalDate;

/**
 * What people's figures of these days are judged by was changed, possibly after the fact: leave, a
 * target, a score, a probation. Published in-process after the durable write; who has settled such
 * a day looks again (design section 8: corrections give a difference, never a silent change).
 *
 * @param organizationId whose
 * @param first first business day concerned
 * @param last last business day concerned, not before {@code first}
 */
public record PastRevised(String organizationId, LocalDate first, LocalDate last) {}
