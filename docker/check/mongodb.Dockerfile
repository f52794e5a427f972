# STAND-IN for MongoDB in trials of the containers: see StandInMongodb.java. Context: the repository's root.

FROM maven:3.9.11-eclipse-temurin-25
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    mvn -q -B -ntp -pl embedded-stores -am package dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory=/store \
        -DskipTests -Dspotless.check.skip -Dcyclonedx.skip \
    && cp embedded-stores/target/embedded-stores-*-SNAPSHOT.jar /store/ \
    && javac -cp "/store/*" -d /store docker/check/StandInMongodb.java \
    && install -d -o 999 -g 999 /data/db
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-cp", "/store:/store/*", "StandInMongodb", "/data/db/commands"]
