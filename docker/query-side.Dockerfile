# The query side as an image. Context: the repository's root; needs BuildKit.
#   docker build -f docker/query-side.Dockerfile -t jiayou/query-side .
# Needs at run time: JIAYOU_AXON_SERVERS, JIAYOU_MONGODB_URI, JIAYOU_IDENTITY_MONGODB_URI, JIAYOU_MASTER_KEY and
# JIAYOU_IDENTITY_JWKSURI.

FROM maven:3.9.11-eclipse-temurin-25 AS build
WORKDIR /source
COPY . .
# Formatting, tests and the SBOM belong to mvn verify; an image is built from what has passed it.
# Locked: both images may be built at once, and two Mavens must not write one repository.
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    mvn -q -B -ntp -pl query-side -am package -DskipTests -Dspotless.check.skip -Dcyclonedx.skip \
    && cp query-side/target/query-side-*-exec.jar /tmp/query-side.jar
WORKDIR /layers
RUN java -Djarmode=tools -jar /tmp/query-side.jar extract --layers --destination . \
    && mkdir -p snapshot-dependencies

FROM eclipse-temurin:25.0.1_8-jre-noble
RUN groupadd --system --gid 10001 jiayou \
    && useradd --system --uid 10001 --gid jiayou --no-create-home --shell /usr/sbin/nologin jiayou \
    && install -d -o jiayou -g jiayou -m 750 /var/lib/jiayou/audit /var/lib/jiayou/archive
WORKDIR /app
# What changes least comes first, so that a new version moves only the last layer.
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
COPY docker/alive /usr/local/bin/alive
USER 10001:10001
# Two arenas of the C library: each keeps what its threads gave back, and there are up to eight a core.
ENV MALLOC_ARENA_MAX=2 \
    SERVER_PORT=8080 \
    MANAGEMENT_SERVER_PORT=9090
EXPOSE 8080 9090
# Alive means that a restart wouldn't help; whether it serves is what readiness tells.
HEALTHCHECK --interval=10s --timeout=3s --start-period=120s --retries=3 CMD ["bash", "/usr/local/bin/alive"]
# Writes nothing but Tomcat's working directory below /tmp and, where they are named, the audit log and the archive. Native
# access: the transport of gRPC (Netty), compression.
ENTRYPOINT ["java", \
    "-XX:MaxRAMPercentage=60", \
    "-XX:+ExitOnOutOfMemoryError", \
    "-XX:TrimNativeHeapInterval=30000", \
    "-Djdk.virtualThreadScheduler.parallelism=16", \
    "--enable-native-access=ALL-UNNAMED", \
    "-Djava.io.tmpdir=/tmp", \
    "-jar", "query-side.jar"]
