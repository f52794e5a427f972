package io.jiayou.http.caching;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

/** For applications that answer what clients read again and again. */
@Configuration(proxyBeanMethods = false)
public class CachingConfiguration {

    /** Of the heap: as much may be kept at once of answers that are on their way. */
    private static final int PART = 64;

    @Bean
    AnswerTags answerTags(LocaleResolver readers) {
        return new AnswerTags(new Room(Runtime.getRuntime().maxMemory() / PART), readers);
    }
}
