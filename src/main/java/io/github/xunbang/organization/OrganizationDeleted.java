package io.github.xunbang.organization;

/**
 * An organization is gone; published in-process by {@link OrganizationService#deleteSimulated()}
 * for each one, after its own documents are deleted. Every room that keeps documents of an
 * organization (figures, jobs, posts, open questions) deletes its own when it hears this.
 *
 * @param organizationId whose
 */
public record OrganizationDeleted(String organizationId) {}
