package io.github.xunbang;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts everything, decides nothing. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class XunbangApplication {

  /** Starts the service; {@code args} are Spring Boot's usual command-line properties. */
  public static void main(String[] args) {
    SpringApplication.run(XunbangApplication.class, args);
  }
}
