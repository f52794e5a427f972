package io.jiayou.http;

import java.beans.PropertyEditorSupport;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Reads parameters and parts of paths to the letter: {@code true} and {@code false}, and whole numbers in decimal digits alone. Spring
 * would take {@code yes} and {@code on}, {@code 0x10} and blanks around a number, too: by its editors also where a converter refuses.
 */
@ControllerAdvice
class PlainParameters {

    private static final Pattern TRUTH = Pattern.compile("true|false");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");

    @InitBinder
    void readPlainly(WebDataBinder binder) {
        binder.registerCustomEditor(boolean.class, new Plain(TRUTH, Boolean::valueOf));
        binder.registerCustomEditor(Boolean.class, new Plain(TRUTH, Boolean::valueOf));
        binder.registerCustomEditor(int.class, new Plain(WHOLE, Integer::valueOf));
        binder.registerCustomEditor(Integer.class, new Plain(WHOLE, Integer::valueOf));
        binder.registerCustomEditor(long.class, new Plain(WHOLE, Long::valueOf));
        binder.registerCustomEditor(Long.class, new Plain(WHOLE, Long::valueOf));
    }

    private static final class Plain extends PropertyEditorSupport {

        private final Pattern form;
        private final Function<String, Object> value;

        private Plain(Pattern form, Function<String, Object> value) {
            this.form = form;
            this.value = value;
        }

        /** @throws IllegalArgumentException for any other form; what is expected instead is told by {@link Expected} */
        @Override
        public void setAsText(@Nullable String text) {
            if (text == null || !form.matcher(text).matches()) {
                throw new IllegalArgumentException();
            }
            setValue(value.apply(text));
        }
    }
}
