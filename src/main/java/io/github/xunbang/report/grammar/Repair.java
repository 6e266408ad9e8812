package io.github.xunbang.report.grammar;

/**
 * One offered answer to a problem.
 *
 * @param label what the group reads behind the number: {@code 登记意向5，其余记入小结}
 * @param text the whole message to take instead; read again with voice = false it no longer has
 *     this problem
 */
public record Repair(String label, String text) {}
