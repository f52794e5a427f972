package io.jiayou.query;

import io.jiayou.http.HttpConfiguration;
import io.jiayou.http.access.AccessConfiguration;
import io.jiayou.http.accesslog.AccessLogConfiguration;
import io.jiayou.http.caching.CachingConfiguration;
import io.jiayou.http.computing.ComputingConfiguration;
import io.jiayou.http.document.ApiDocument;
import io.jiayou.http.lasting.LastingConfiguration;
import io.jiayou.http.perimeter.PerimeterConfiguration;
import io.jiayou.privacy.PrivacyConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The query side as a part that an application imports; it expects an event store and a MongoDB client. */
@Configuration(proxyBeanMethods = false)
@Import({
    HttpConfiguration.class,
    ApiDocument.class,
    AccessConfiguration.class,
    PerimeterConfiguration.class,
    LastingConfiguration.class,
    CachingConfiguration.class,
    ComputingConfiguration.class,
    AccessLogConfiguration.class,
    PrivacyConfiguration.class
})
@ComponentScan({
    "io.jiayou.query",
    "io.jiayou.readmodel",
    "io.jiayou.driver",
    "io.jiayou.station",
    "io.jiayou.order",
    "io.jiayou.feedback",
    "io.jiayou.dashboard",
    "io.jiayou.security",
    "io.jiayou.audit",
    "io.jiayou.annulment",
    "io.jiayou.backup",
    "io.jiayou.timeline"
})
public class QuerySideConfiguration {}
