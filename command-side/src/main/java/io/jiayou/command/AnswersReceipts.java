package io.jiayou.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * An endpoint that sends commands and answers with receipts in JSON. Who accepts only something else hears it before the
 * command is sent, not after.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
public @interface AnswersReceipts {}
