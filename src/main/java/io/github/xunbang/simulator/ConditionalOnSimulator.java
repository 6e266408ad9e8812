package io.github.xunbang.simulator;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/**
 * The bean exists only where the simulator is on: {@code xunbang.simulator.enabled}, and without it
 * when no real channel is configured (design section 15).
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(SimulatorCondition.class)
@interface ConditionalOnSimulator {}
