package io.github.xunbang.storage.embedded;

import java.nio.file.Path;

/** Another process holds the embedded database's folder; two writers would destroy it. */
public class DataFolderInUseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String folder;

  DataFolderInUseException(Path folder, Throwable cause) {
    super(
        "The data folder "
            + folder
            + " is already used by another running Xunbang. Stop that process, or give this one a"
            + " folder of its own with --xunbang.data-dir=/another/folder; to run several instances"
            + " on the same data, set spring.mongodb.uri to a MongoDB server.",
        cause);
    this.folder = folder.toString();
  }

  /** The folder in question, absolute. */
  public String folder() {
    return folder;
  }
}
