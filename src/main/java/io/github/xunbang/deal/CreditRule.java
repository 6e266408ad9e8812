package io.github.xunbang.deal;

/** When a signed deal counts (design section 6); {@code 设置 计入}. The rule of the signing stays. */
public enum CreditRule {
  /** 签单: on the day it was signed. */
  SIGNING,
  /** 首款: on the day of the first payment. */
  FIRST_PAYMENT,
  /** 全款, the default (S-56): on the day on which the payments reach the amount. */
  FULL_PAYMENT
}
