package io.github.xunbang.report;

import io.github.xunbang.command.ArgumentType;
import io.github.xunbang.command.Caller;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.PersonName;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Argument type {@code subject}: an active member or a unit, the member first; the numerals of a
 * unit's name may be written either way.
 */
@Component
class SubjectArgumentType implements ArgumentType {

  private final OrganizationService organizations;
  private final Lexicons lexicons;

  SubjectArgumentType(OrganizationService organizations, Lexicons lexicons) {
    this.organizations = organizations;
    this.lexicons = lexicons;
  }

  @Override
  public String name() {
    return "subject";
  }

  @Override
  public String expected() {
    return "姓名或门店，例如“张敏”“五店”";
  }

  @Override
  public Optional<Object> parse(String token, Caller caller, InboundMessage message) {
    if (caller.organizationId() == null) {
      return Optional.empty();
    }
    Organization organization = organizations.get(caller.organizationId());
    LocalDate day = organization.businessDay().of(message.receivedAt());
    String name = PersonName.normalized(token).replaceFirst("^@", "");
    return organization
        .memberNamed(name, day)
        .map(RecordSubject::of)
        .or(
            () ->
                lexicons
                    .unitNamed(organization, name)
                    .flatMap(
                        unit -> UnitSubjects.named(organization, unit, day).stream().findFirst())
                    .map(RecordSubject::of))
        .map(subject -> subject);
  }
}
