package io.jiayou.identity.phonelogin;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Writes codes to the log instead of sending them, for trials: only where {@code jiayou.identity.codes-to-log=true}. */
@Component
@ConditionalOnBooleanProperty("jiayou.identity.codes-to-log")
class LoggedCodes implements CodeSender {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedCodes.class);

    @Override
    public void send(String phone, String code) {
        LOG.warn(
                "STAND-IN for a text message to the phone that ends in {}: the code is {}",
                phone.substring(phone.length() - 2),
                code);
    }
}
