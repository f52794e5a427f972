package io.jiayou.architecture.samples.files;

import java.io.IOException;
import org.springframework.web.multipart.MultipartFile;

public final class Reader {

    int first(MultipartFile file) throws IOException {
        try (var in = file.getInputStream()) {
            return in.read();
        }
    }
}
