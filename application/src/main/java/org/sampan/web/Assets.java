package org.sampan.web;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Stylesheet, scripts and fonts: one version for all, taken from their content.
@Component
class Assets {

  private final String version;

  Assets() throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    Resource[] files =
        new PathMatchingResourcePatternResolver().getResources("classpath*:assets/**/*.*");
    Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
    for (Resource file : files) {
      try (InputStream content = file.getInputStream()) {
        digest.update(content.readAllBytes());
      }
    }
    version = HexFormat.of().formatHex(digest.digest(), 0, 6);
  }

  String version() {
    return version;
  }
}
