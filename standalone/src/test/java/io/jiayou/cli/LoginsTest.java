package io.jiayou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginsTest {

    @TempDir
    private Path data;

    @Test
    void driversAreToldOfTheStandInWhereThereIsOne() throws IOException {
        Files.createDirectory(data.resolve("identity"));
        Files.writeString(data.resolve("identity/demo-logins"), "# name password secret\nanna secret ABC\n");

        assertThat(shown(true)).contains("anna secret ABC").contains("/api/sessions/wechat");
        assertThat(shown(false)).contains("anna secret ABC").doesNotContain("wechat");
    }

    private String shown(boolean standIns) throws IOException {
        return Printed.by(() -> Logins.show(data, standIns));
    }
}
