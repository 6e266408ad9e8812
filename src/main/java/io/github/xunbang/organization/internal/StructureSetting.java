package io.github.xunbang.organization.internal;

import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import java.time.LocalDate;

/** A setting that is kept in the organization's structure and not as text among the settings. */
interface StructureSetting extends Setting {

  /**
   * The organization with what was typed in force; may be called again when somebody else was
   * faster.
   *
   * @throws io.github.xunbang.command.CommandRejectedException with a line to type instead
   */
  Organization change(String typed, Organization organization, LocalDate today);

  @Override
  default String parse(String typed) {
    throw new UnsupportedOperationException(name() + " changes the structure");
  }
}
