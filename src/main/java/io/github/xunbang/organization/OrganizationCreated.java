package io.github.xunbang.organization;

/**
 * A new organization exists; published in-process after the durable write. Listeners must also cope
 * with never hearing it (a crash in between): they catch up at start over {@link
 * OrganizationService#all()}.
 *
 * @param organizationId whose
 */
public record OrganizationCreated(String organizationId) {}
