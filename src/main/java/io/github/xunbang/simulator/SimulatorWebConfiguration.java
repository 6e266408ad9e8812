package io.github.xunbang.simulator;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Guards the simulator's paths and serves its page's script and style. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSimulator
class SimulatorWebConfiguration implements WebMvcConfigurer {

  @Bean
  FilterRegistrationBean<LoopbackFilter> loopbackFilter() {
    FilterRegistrationBean<LoopbackFilter> registration =
        new FilterRegistrationBean<>(new LoopbackFilter());
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  // Not under static/, where Spring Boot would serve them with the simulator off.
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/simulator/assets/**")
        .addResourceLocations("classpath:/simulator/assets/")
        .setCacheControl(CacheControl.noCache());
  }

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addRedirectViewController("/", "/simulator");
  }
}
