package io.github.xunbang.incentive.scheme;

import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The schemes of organizations, each read from the store; nothing here decides. */
public interface Schemes {

  /** All schemes of an organization in order of id. */
  List<Scheme> all(String organizationId);

  /** The scheme of this id. */
  default Optional<Scheme> find(String organizationId, String schemeId) {
    return all(organizationId).stream().filter(one -> one.id().equals(schemeId)).findFirst();
  }

  /** The scheme that has, or had, the rule of this id. */
  default Optional<Scheme> ofRule(String organizationId, String ruleId) {
    return all(organizationId).stream()
        .filter(
            scheme ->
                scheme.versions().stream()
                    .flatMap(version -> version.rules().stream())
                    .map(Rule::id)
                    .anyMatch(ruleId::equals))
        .findFirst();
  }

  /**
   * Changes the list of schemes under its revision, again when somebody was faster.
   *
   * @param change from the present list to the new one; may run several times
   * @return the list afterwards
   */
  List<Scheme> update(String organizationId, UnaryOperator<List<Scheme>> change);
}
