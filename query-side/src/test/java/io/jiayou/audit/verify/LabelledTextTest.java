package io.jiayou.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelledTextTest {

    private static final LabelledText FORM = LabelledText.of("sample", "size", "name");

    @Test
    void isReadAsItWasWritten() {
        String text = FORM.write("example/log", 17, "a name");

        LabelledText.Read read = FORM.read(text);

        assertThat(text).isEqualTo("example/log/sample\nsize 17\nname a name\n");
        assertThat(read.origin()).isEqualTo("example/log");
        assertThat(read.number("size")).isEqualTo(17);
        assertThat(read.value("name")).isEqualTo("a name");
        read.requireWrittenAs(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example/log\nsize 17\nname a\n",
                "example/log/other\nsize 17\nname a\n",
                "example/log/sample\nsize 17\nname a",
                "example/log/sample\nsize 17\nname a\nmore\n",
                "example/log/sample\nname a\nsize 17\n",
                "example/log/sample\nsize17\nname a\n",
                "example/log/sample\nsize 017\nname a\n",
                "example/log/sample\nsize -1\nname a\n",
                "example/log/sample\nsize 9999999999999999999\nname a\n",
                "example/log/sample\nsize 17\nname a\r\n"
            })
    void isMalformedInAnyOtherForm(String text) {
        assertThatThrownBy(() -> {
                    LabelledText.Read read = FORM.read(text);
                    read.requireWrittenAs(FORM.write(
                            read.origin(),
                            read.number("size"),
                            read.value("name").strip()));
                })
                .isInstanceOfSatisfying(VerificationException.class, refusal -> assertThat(refusal.verdict())
                        .isEqualTo(Verdict.MALFORMED));
    }
}
