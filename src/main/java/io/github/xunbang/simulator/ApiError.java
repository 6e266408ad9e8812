package io.github.xunbang.simulator;

/**
 * Why a request was refused.
 *
 * @param error Chinese, with what to send instead
 */
record ApiError(String error) {}
