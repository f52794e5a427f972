package io.jiayou.audit.index;

import io.jiayou.audit.EventRecords;
import io.jiayou.audit.personal.MisplacedTexts;
import io.jiayou.privacy.PersonalData;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The index lives beside the audit log, on the node that keeps it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("jiayou.audit.directory")
class HistoryIndexConfiguration {

    @Bean
    HistoryIndex historyIndex(
            @Value("${jiayou.audit.directory}") Path directory,
            EventRecords records,
            PersonalData data,
            MisplacedTexts misplaced) {
        return HistoryIndex.open(
                directory.resolve("history-index"),
                records,
                (text, place) -> data.opened(text, place, misplaced::found));
    }
}
