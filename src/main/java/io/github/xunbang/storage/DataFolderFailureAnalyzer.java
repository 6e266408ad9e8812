package io.github.xunbang.storage;

import io.github.xunbang.storage.embedded.DataFolderInUseException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the refused second process as one sentence instead of a stack trace. */
final class DataFolderFailureAnalyzer extends AbstractFailureAnalyzer<DataFolderInUseException> {

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable root, DataFolderInUseException cause) {
    return new FailureAnalysis(
        "The data folder " + cause.folder() + " is already used by another running Xunbang.",
        "Stop that process, or give this one a folder of its own with"
            + " --xunbang.data-dir=/another/folder; to run several instances on the same data, set"
            + " spring.mongodb.uri to a MongoDB server.",
        cause);
  }
}
