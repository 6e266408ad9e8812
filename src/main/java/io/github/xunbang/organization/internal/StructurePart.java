package io.github.xunbang.organization.internal;

import static io.github.xunbang.organization.internal.OrganizationDocument.date;
import static io.github.xunbang.organization.internal.OrganizationDocument.orEmpty;
import static io.github.xunbang.organization.internal.OrganizationDocument.text;

import io.github.xunbang.organization.Campaign;
import io.github.xunbang.organization.Deputy;
import io.github.xunbang.organization.Responsibility;
import io.github.xunbang.organization.Structure;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.organization.UnitTree;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link Structure} as stored; dates are ISO text. The mapper may leave an empty list out. */
record StructurePart(
    @Nullable List<UnitPart> units,
    @Nullable List<ResponsibilityPart> responsibilities,
    @Nullable List<DeputyPart> deputies,
    @Nullable List<CampaignPart> campaigns) {

  record ClassPart(String since, String unitClass) {}

  record UnitPart(
      String id,
      String name,
      String kind,
      @Nullable String parentId,
      @Nullable List<ClassPart> classes,
      String since,
      @Nullable String until) {}

  record ResponsibilityPart(String member, String unit, String since, @Nullable String until) {}

  record DeputyPart(String principal, String deputy, String since, String until) {}

  record CampaignPart(
      String name, String start, String end, @Nullable List<String> units, String created) {}

  static StructurePart of(Structure structure) {
    return new StructurePart(
        structure.units().all().stream().map(StructurePart::part).toList(),
        structure.responsibilities().stream()
            .map(
                one ->
                    new ResponsibilityPart(
                        one.memberId(), one.unitId(), one.since().toString(), text(one.until())))
            .toList(),
        structure.deputies().stream()
            .map(
                one ->
                    new DeputyPart(
                        one.principalId(),
                        one.deputyId(),
                        one.since().toString(),
                        one.until().toString()))
            .toList(),
        structure.campaigns().stream()
            .map(
                one ->
                    new CampaignPart(
                        one.name(),
                        one.start().toString(),
                        one.end().toString(),
                        one.unitIds(),
                        one.createdOn().toString()))
            .toList());
  }

  Structure toStructure() {
    return new Structure(
        new UnitTree(orEmpty(units).stream().map(StructurePart::unit).toList()),
        orEmpty(responsibilities).stream()
            .map(
                one ->
                    new Responsibility(
                        one.member(), one.unit(), LocalDate.parse(one.since()), date(one.until())))
            .toList(),
        orEmpty(deputies).stream()
            .map(
                one ->
                    new Deputy(
                        one.principal(),
                        one.deputy(),
                        LocalDate.parse(one.since()),
                        LocalDate.parse(one.until())))
            .toList(),
        orEmpty(campaigns).stream()
            .map(
                one ->
                    new Campaign(
                        one.name(),
                        LocalDate.parse(one.start()),
                        LocalDate.parse(one.end()),
                        orEmpty(one.units()),
                        LocalDate.parse(one.created())))
            .toList());
  }

  private static UnitPart part(Unit unit) {
    return new UnitPart(
        unit.id(),
        unit.name(),
        unit.kind(),
        unit.parentId(),
        unit.classes().stream()
            .map(span -> new ClassPart(span.since().toString(), span.unitClass()))
            .toList(),
        unit.since().toString(),
        text(unit.until()));
  }

  private static Unit unit(UnitPart part) {
    return new Unit(
        part.id(),
        part.name(),
        part.kind(),
        part.parentId(),
        orEmpty(part.classes()).stream()
            .map(span -> new Unit.ClassSpan(LocalDate.parse(span.since()), span.unitClass()))
            .toList(),
        LocalDate.parse(part.since()),
        date(part.until()));
  }
}
