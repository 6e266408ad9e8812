package io.github.xunbang.digest.morning;

/**
 * Somebody was asked to share a case (S-127).
 *
 * @param day ISO date of the 晨会
 * @param memberId who
 * @param period ISO start of the 旬 whose best they are
 * @param reason what for, short Chinese: {@code 11月上旬签单第1名}
 */
record CaseTurn(String day, String memberId, String period, String reason) {}
