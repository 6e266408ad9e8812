package io.github.xunbang.incentive.rule;

/** Which of the two target lines is meant (S-39): base (启动, 基础) or stretch (预算, 奋斗). */
public enum GoalLine {
  BASE,
  STRETCH
}
