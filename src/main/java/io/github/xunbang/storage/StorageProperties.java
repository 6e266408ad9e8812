package io.github.xunbang.storage;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the embedded database keeps its data.
 *
 * @param dataDir folder, made when missing; one process at a time may use it
 */
@ConfigurationProperties("xunbang")
record StorageProperties(@DefaultValue("./data") Path dataDir) {}
