/**
 * Whose turn it is: the fair order of everybody who takes turns, and the trainer of the month
 * (S-128).
 */
@NullMarked
package io.github.xunbang.digest.rota;

import org.jspecify.annotations.NullMarked;
