package io.jiayou.command;

import io.jiayou.http.HttpConfiguration;
import io.jiayou.http.access.AccessConfiguration;
import io.jiayou.http.accesslog.AccessLogConfiguration;
import io.jiayou.http.caching.CachingConfiguration;
import io.jiayou.http.document.ApiDocument;
import io.jiayou.http.lasting.LastingConfiguration;
import io.jiayou.http.perimeter.PerimeterConfiguration;
import io.jiayou.privacy.PrivacyConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The command side as a part that an application imports; it expects an event store. */
@Configuration(proxyBeanMethods = false)
@Import({
    HttpConfiguration.class,
    ApiDocument.class,
    AccessConfiguration.class,
    PerimeterConfiguration.class,
    LastingConfiguration.class,
    CachingConfiguration.class,
    AccessLogConfiguration.class,
    PrivacyConfiguration.class
})
@ComponentScan({
    "io.jiayou.command",
    "io.jiayou.driver",
    "io.jiayou.station",
    "io.jiayou.order",
    "io.jiayou.feedback",
    "io.jiayou.identity",
    "io.jiayou.retention",
    "io.jiayou.annulment",
    "io.jiayou.erasure",
    "io.jiayou.security",
    "io.jiayou.imports",
    "io.jiayou.demo"
})
public class CommandSideConfiguration {}
