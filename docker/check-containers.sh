#!/usr/bin/env bash
# Builds the images, starts the whole compose file with stand-ins for its stores and WeChat, lets people log in and order, and then
# kills, cuts off and pauses one part after another under load.
# Exit status: 0 if all holds, 1 if something doesn't, 77 if it can't be run here.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

usage() {
    cat <<'TEXT'
check-containers.sh --axon-server JAR [OPTION…]        as root, on the machine of the engine (DOCKER_HOST)
  --axon-server JAR    an Axon Server, of which an image is made
  --java IMAGE         what it runs on; as our sides unless given
  --orders N           for each fault (500)
  --pace N             orders a second (5)
  --faults LIST        PART:FAULT with commas, and none for a run without one; parts are query-side, command-side, audit-node,
                       axonserver and mongodb, faults killed, cut-off and paused; all of them unless given
  --logs DIR           keeps the containers' logs there
TEXT
}

jar='' java=$(sed -n 's/^FROM \(eclipse-temurin:[^ ]*\)$/\1/p' "$here/command-side.Dockerfile") orders=500 pace=5 logs=''
list=none
for fault in killed cut-off paused; do
    for part in query-side command-side audit-node axonserver mongodb; do list+=,$part:$fault; done
done
while [ $# -gt 0 ]; do
    case $1 in
        --help) usage; exit ;;
        --axon-server) jar=$2 ;;
        --java) java=$2 ;;
        --orders) orders=$2 ;;
        --pace) pace=$2 ;;
        --faults) list=$2 ;;
        --logs) logs=$2 ;;
        *) usage; exit 2 ;;
    esac
    shift 2
done
[ -n "$jar" ] || { usage; exit 2; }

skip() { printf 'SKIPPED: the containers were not checked, %s\n' "$1"; exit 77; }
for tool in docker python3 openssl nsenter iptables; do
    command -v "$tool" >/dev/null || skip "there is no $tool here"
done
docker version >/dev/null 2>&1 || skip "no container engine answers"
[ "$(id -u)" = 0 ] || skip "who cuts containers off has to be root"
[ -f "$jar" ] || { printf 'there is no %s\n' "$jar"; exit 2; }

work=$(mktemp -d)
project=jiayou-check
compose() {
    docker compose --project-name $project --env-file "$work/.env" -f "$here/compose.yaml" -f "$here/check/compose.stand-ins.yaml" "$@"
}
wechat=''
finish() {
    if [ -n "$logs" ] && [ -f "$work/.env" ]; then
        mkdir -p "$logs"
        for id in $(compose ps -aq); do
            docker logs "$id" >"$logs/$(docker inspect -f '{{.Name}}' "$id" | tr -d /).log" 2>&1 || true
        done
    fi
    [ ! -f "$work/.env" ] || compose down --volumes --timeout 5 >/dev/null 2>&1 || compose down --volumes --timeout 5 || true
    [ -z "$wechat" ] || { kill "$wechat" && wait "$wechat"; } 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT

held=0
failed=0
holds() { # what, expected, seen
    if [ "$2" = "$3" ]; then
        held=$((held + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED: %s\n  expected: %s\n  seen:     %s\n' "$1" "$2" "$3"
    fi
}
said() { printf '%4d s  %s\n' $SECONDS "$1"; }

# The Axon Server's own image keeps everything below /axonserver, by the properties that are arguments here.
mkdir "$work/axonserver"
cp "$jar" "$work/axonserver/axonserver.jar"
cat >"$work/axonserver/Dockerfile" <<DOCKERFILE
FROM $java
WORKDIR /axonserver
COPY axonserver.jar .
RUN for each in config data events log plugins; do install -d -o 1001 -g 1001 \$each; done
ENTRYPOINT ["java", "-XX:TieredStopAtLevel=1", "-jar", "axonserver.jar", "--axoniq.axonserver.event.storage=/axonserver/events", \
    "--axoniq.axonserver.snapshot.storage=/axonserver/events", "--axoniq.axonserver.controldb-path=/axonserver/data", \
    "--axoniq.axonserver.controldb-backup-location=/axonserver/data", "--axoniq.axonserver.pid-file-location=/tmp", \
    "--axoniq.axonserver.domain=", "--axoniq.axonserver.plugins-enabled=false", "--axoniq.axonserver.accesscontrol.enabled=false"]
DOCKERFILE
docker build -q -t jiayou-check/axonserver "$work/axonserver" >/dev/null
docker build -q -t jiayou-check/mongodb -f "$here/check/mongodb.Dockerfile" "$here/.." >/dev/null

# WeChat is on this machine, outside of all networks of the compose file: the command side gets there by its own way out.
address=$(docker network inspect bridge -f '{{(index .IPAM.Config 0).Gateway}}')
python3 "$here/check/wechat.py" "$address" "$work/wechat.port" &
wechat=$!
cp "$here/make-env" "$here/.env.example" "$work/"
"$work/make-env" >/dev/null
until [ -e "$work/wechat.port" ]; do sleep 0.1; done

export JIAYOU_WECHAT_ADDRESS="http://$address:$(cat "$work/wechat.port")" JIAYOU_WECHAT_APP_ID=stand-in JIAYOU_WECHAT_APP_SECRET=stand-in
# The stand-in knows no users.
export JIAYOU_MONGODB_URI=mongodb://mongodb:27017/jiayou
export JIAYOU_IDENTITY_MONGODB_URI=mongodb://credentials:27017/jiayou-identity
export JIAYOU_KEYS_MONGODB_URI=$JIAYOU_IDENTITY_MONGODB_URI
GATEWAY_PORT=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
export GATEWAY_PORT

compose build -q
said "both images are built"
compose up --wait --quiet-pull >"$work/up" 2>&1 || { cat "$work/up"; exit 1; }
said "everything is healthy"
compose up --wait --no-recreate --scale command-side=2 >"$work/up" 2>&1 || { cat "$work/up"; exit 1; }
said "so is a second command node"
# As long as nobody has logged in, the node that starts last makes the password that is good.
password=$(compose exec -T --index 2 command-side cat /tmp/first-login)

for id in $(compose ps -q); do
    name=$(docker inspect -f '{{index .Config.Labels "com.docker.compose.service"}}' "$id")
    status=/proc/$(docker inspect -f '{{.State.Pid}}' "$id")/status
    holds "$name is healthy" healthy "$(docker inspect -f '{{.State.Health.Status}}' "$id")"
    holds "$name isn't root" 0 "$(awk '/^Uid:/ { n = 0; for (i = 2; i <= 5; i++) n += $i == 0; print n }' "$status")"
    holds "$name has no rights of root, and can't get any" "0000000000000000 0000000000000000 1" \
        "$(awk '/^(CapEff|CapBnd|NoNewPrivs):/ { printf "%s%s", n++ ? " " : "", $2 }' "$status")"
    case $name in
        gateway | command-side | query-side | audit-node)
            holds "the file system of $name is read-only, for root too" "Read-only file system" \
                "$(docker exec -u 0 "$id" touch /written 2>&1 | sed 's/.*: //')"
            ;;
    esac
done
said "$held held, $failed failed of how they run"

python3 -B "$here/check/check.py" "http://127.0.0.1:$GATEWAY_PORT" $project "$password" "$orders" "$pace" ${list//,/ } \
    || failed=$((failed + 1))
said "$([ $failed -eq 0 ] && echo "all of it holds" || echo "not all of it holds")"
[ $failed -eq 0 ]
