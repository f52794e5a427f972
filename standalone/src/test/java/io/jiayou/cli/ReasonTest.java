package io.jiayou.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.Place;
import io.jiayou.archive.manifest.SignedJson;
import io.jiayou.audit.log.KeyRotation;
import io.jiayou.transparency.KeyFile;
import io.jiayou.transparency.KeyType;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ReasonTest {

    @TempDir
    private Path directory;

    @BeforeEach
    void readChinese() {
        System.setProperty(UserLanguage.SETTING, "zh_CN.UTF-8");
    }

    @AfterEach
    void readAsBefore() {
        System.clearProperty(UserLanguage.SETTING);
    }

    @Test
    void aFolderThatIsntPreparedIsNamedInTheReadersLanguage() {
        assertThat(CommandLineTest.say("backup", "list", "--from", directory + "", "--data", directory + "")
                        .line())
                .doesNotContain("isn't");
        assertThatThrownBy(() -> ArchiveAddress.open(directory.toString()).list(""))
                .satisfies(e -> assertThat(Reason.of(e))
                        .startsWith(directory.toString())
                        .contains("是否已挂载"));
    }

    @Test
    void aNoteOfSomebodyElseIsInTheReadersLanguage() {
        ArchiveException wrong =
                new ArchiveException(ArchiveVerdict.WRONG_KEY, Place.of("usb", "archive.note"), SignedJson.NOT_TRUSTED);

        assertThat(ArchiveOptions.line(wrong)).startsWith("WRONG_KEY").contains("受信任的归档密钥");
    }

    @Test
    void aKeyThatWasChangedTwiceIsInTheReadersLanguage() throws IOException {
        KeyFile.open(directory, "log", "jiayou.example/test", KeyType.NOTE);
        KeyRotation.rotate(directory);

        assertThatThrownBy(() -> KeyRotation.rotate(directory))
                .satisfies(e -> assertThat(Reason.of(e)).contains("密钥已经更换"));
    }

    @Test
    void whoeverMistakesAReadModelIsShownAll() {
        assertThatThrownBy(() -> Rebuild.expectKnown(
                        JsonMapper.builder()
                                .build()
                                .readTree("{\"models\":[{\"name\":\"orders\"},{\"name\":\"feedback\"}]}"),
                        "order"))
                .isInstanceOf(Failure.class)
                .hasMessage("没有名为 order 的读模型；有：feedback、orders");
    }
}
