package io.jiayou.architecture.samples.files;

import io.jiayou.architecture.Breaks;
import org.springframework.web.multipart.MultipartFile;

@Breaks
public final class Namer {

    String name(MultipartFile file) {
        return "uploads/" + file.getOriginalFilename();
    }
}
