package io.github.xunbang.organization.posts;

import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.OrganizationService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 打开 and 关闭 are one handler in two directions. */
@Configuration(proxyBeanMethods = false)
class PostCommandsConfiguration {

  @Bean
  CommandHandler switchOn(
      OrganizationService organizations, PostSettings settings, AutoPosts posts) {
    return new PostSwitch("打开", true, organizations, settings, posts);
  }

  @Bean
  CommandHandler switchOff(
      OrganizationService organizations, PostSettings settings, AutoPosts posts) {
    return new PostSwitch("关闭", false, organizations, settings, posts);
  }
}
