/**
 * The rules of design section 8 said once more, over raw entries and with plain loops. Nothing here
 * knows how the product counts; only {@code Stage} and {@code Translation} touch its types.
 */
@org.jspecify.annotations.NullMarked
package io.github.xunbang.incentive.oracle;
