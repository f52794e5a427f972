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
        LOG.warn("STAND-IN for a text message to the phone that ends in {}: the code is {}", end(phone), code);
    }

    @Override
    public void sendForChange(String phone, String code) {
        LOG.warn(
                "STAND-IN for a text message to the phone that ends in {}: the code is {}, and makes this the number of"
                        + " your account",
                end(phone),
                code);
    }

    @Override
    public void tellOfChange(String phone) {
        LOG.warn(
                "STAND-IN for a text message to the phone that ends in {}: your account has another number from now on",
                end(phone));
    }

    private static String end(String phone) {
        return phone.substring(phone.length() - 2);
    }
}
