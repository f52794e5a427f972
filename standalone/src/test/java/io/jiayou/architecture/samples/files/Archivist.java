package io.jiayou.architecture.samples.files;

import io.jiayou.architecture.Breaks;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.web.multipart.MultipartFile;

@Breaks
public final class Archivist {

    void keep(MultipartFile file) throws IOException {
        file.transferTo(Path.of("uploads", "one"));
    }
}
