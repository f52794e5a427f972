#!/usr/bin/env bash
# Runs the gateway's configuration in a real nginx before stand-ins for the nodes, on this machine alone.
# Exit status: 0 if all holds, 1 if something doesn't, 77 if it can't be run here.
set -euo pipefail
PATH=$PATH:/usr/sbin
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

for tool in nginx python3 curl; do
    if ! command -v "$tool" >/dev/null; then
        printf 'SKIPPED: the gateway was not tested, there is no %s here\n' "$tool"
        exit 77
    fi
done

work=$(mktemp -d)
started=()
finish() {
    for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
    for pid in "${started[@]}"; do wait "$pid" 2>/dev/null || true; done
    rm -rf "$work"
}
trap finish EXIT

await() { # what, a command that succeeds when it is so
    local deadline=$((SECONDS + 30))
    until "${@:2}" 2>/dev/null; do
        [ $SECONDS -lt $deadline ] || { echo "not within 30 s: $1"; exit 1; }
        sleep 0.1
    done
}

for side in command query audit; do
    python3 "$here/gateway/stand-in.py" $side "$work/$side.port" &
    started+=($!)
done
await "the stand-ins listen" test -e "$work/command.port" -a -e "$work/query.port" -a -e "$work/audit.port"

# The configuration as it is, but for where the sides are, which port is free and where its files lie.
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
sed -e "s|/tmp/|$work/|" -e "s|listen 8080;|listen 127.0.0.1:$port;|" "$here/gateway/nginx.conf" >"$work/nginx.conf"
for upstream in command_side query_side audit_node; do
    printf 'map "" $%s { default 127.0.0.1:%s; }\n' $upstream "$(cat "$work/${upstream%_*}.port")"
done >"$work/upstreams.conf"
# The real upstreams are checked for their form only: nobody here knows those names.
mkdir "$work/form" && sed "s|/tmp/|$work/|" "$here/gateway/nginx.conf" >"$work/form/nginx.conf"
cp "$here/gateway/upstreams.conf" "$work/form/"
nginx -p "$work/form" -c "$work/form/nginx.conf" -t -q 2>/dev/null || { nginx -p "$work/form" -c "$work/form/nginx.conf" -t; exit 1; }

nginx -p "$work" -c "$work/nginx.conf" -g "daemon off; user $(id -un) $(id -gn);" >"$work/access.log" 2>"$work/error.log" &
started+=($!)
gateway=http://127.0.0.1:$port
await "the gateway listens" curl -fso /dev/null "$gateway/gateway/health"

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
ask() { curl -s --max-time 20 --path-as-is "$@"; }
status() { ask -o /dev/null -w '%{http_code}' "$@"; }
header() { ask -o /dev/null -D - "${@:2}" | tr -d '\r' | grep -i "^$1: " | cut -d' ' -f2-; }
field() { python3 -c 'import json, sys; print(json.load(sys.stdin).get(sys.argv[1]))' "$1"; }

for method in GET HEAD; do
    holds "$method is answered by the query side" query "$(header Side $([ $method = HEAD ] && echo -I || echo -XGET) "$gateway/api/orders/o1")"
done
for method in POST PUT DELETE PATCH OPTIONS; do
    holds "$method is answered by the command side" command "$(ask -X $method "$gateway/api/orders/o1" | field side)"
done
for path in /audit/log/checkpoint /api/audit/status /api/history /api/pasts /api/backups /api/drills \
    /api/orders/o1/story /api/feedback/f1/evidence; do
    holds "GET $path is answered by the audit node" audit "$(ask "$gateway$path" | field side)"
done
holds "a past is built there too" audit "$(ask -X POST "$gateway/api/pasts" | field side)"
holds "what only begins like it isn't the audit node's" query "$(ask "$gateway/api/historyx" | field side)"
for method in GET POST DELETE; do
    holds "$method of a past is answered by the audit node" audit "$(ask -X $method "$gateway/api/pasts/p1" | field side)"
done
holds "path and query reach the side as they were sent" '/api/stations/s1/prices/95%23?near=31.2,121.4&grade=92%23' \
    "$(ask "$gateway/api/stations/s1/prices/95%23?near=31.2,121.4&grade=92%23" | field path)"

holds "the client's correlation id is passed on" mine-1 "$(ask -H 'X-Correlation-Id: mine-1' "$gateway/api/orders" | field x-correlation-id)"
holds "and answered, once" mine-1 "$(header X-Correlation-Id -H 'X-Correlation-Id: mine-1' "$gateway/api/orders")"
holds "a strange correlation id is replaced" 32 "$(($(ask -H 'X-Correlation-Id: a b"c' "$gateway/api/orders" | field x-correlation-id | wc -c) - 1))"
holds "there is always one" 32 "$(($(header X-Correlation-Id "$gateway/api/orders" | wc -c) - 1))"
holds "the address that the client used is passed on" fuel.example "$(ask -H 'Host: fuel.example' "$gateway/api/orders" | field x-forwarded-host)"

head -c 65536 /dev/zero >"$work/64k"
head -c 65537 /dev/zero >"$work/more"
head -c $((64 * 1024 * 1024)) /dev/zero >"$work/64m"
head -c $((64 * 1024 * 1024 + 1)) /dev/zero >"$work/more-than-64m"
holds "64 KB pass" 65536 "$(ask --data-binary @"$work/64k" "$gateway/api/orders" | field taken)"
holds "one byte more is refused" 413 "$(status --data-binary @"$work/more" "$gateway/api/orders")"
holds "also without an announced length" 413 "$(status -H 'Transfer-Encoding: chunked' --data-binary @"$work/more" "$gateway/api/orders")"
holds "the refusal is a problem" body-too-large "$(ask --data-binary @"$work/more" "$gateway/api/orders" | field code)"
holds "with a correlation id" mine-2 "$(ask -H 'X-Correlation-Id: mine-2' --data-binary @"$work/more" "$gateway/api/orders" | field correlationId)"
holds "of its media type" application/problem+json "$(header Content-Type --data-binary @"$work/more" "$gateway/api/orders")"
holds "in the reader's language" 请求内容过大 "$(ask -H 'Accept-Language: zh-CN' --data-binary @"$work/more" "$gateway/api/orders" | field title)"
holds "files for imports may have more than 64 MB not" 413 "$(status -T "$work/more-than-64m" -X POST "$gateway/api/imports/stations")"

# Both streams stay open: whoever buffers shows nothing.
first_line() { # of an answer that doesn't end
    local line='' stream client
    exec {stream}< <(exec curl -sN --max-time 60 "$@")
    client=$!
    IFS= read -rt 20 -u $stream line || true
    kill $client 2>/dev/null || true
    exec {stream}<&-
    printf '%s' "$line"
}
holds "a live view shows its first event while it goes on" 'data: first' "$(first_line "$gateway/api/orders/o1/live")"
holds "an import of 64 MB passes and shows its progress while it goes on" '{"taken": 67108864}' \
    "$(first_line -H 'Expect:' --data-binary @"$work/64m" "$gateway/api/imports/stations")"

# Half of a body each, so that the requests go on: 100 of one address, and then no more of it.
hold() { # from address, how many, seconds
    python3 - "$port" "$@" <<'PYTHON'
import socket, sys, time
port, address, count, seconds = int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), float(sys.argv[4])
held = [socket.create_connection(("127.0.0.1", port), source_address=(address, 0)) for _ in range(count)]
for one in held:
    one.sendall(b"POST /api/orders HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\nhalf")
time.sleep(seconds)
PYTHON
}
hold 127.0.0.2 100 4 &
holding=$!
sleep 2
holds "the 101st request of one address at a time is refused" 429 "$(status --interface 127.0.0.2 "$gateway/api/orders")"
holds "as a problem" too-many-requests "$(ask --interface 127.0.0.2 "$gateway/api/orders" | field code)"
holds "while others are answered" 200 "$(status --interface 127.0.0.3 "$gateway/api/orders")"
wait $holding

for path in /actuator /actuator/health /actuator/prometheus /actuator/readmodels /command/actuator/health /query/actuator/health \
    '/api/../actuator/health' '/api/%2e%2e/actuator/health' '/api/..;/actuator/health' '/api/imports/..;/x' '//actuator/health' \
    /v3/api-docs.yaml / /api; do
    holds "$path isn't there" 404 "$(status "$gateway$path")"
done
holds "what isn't there is a problem" not-found "$(ask "$gateway/actuator/health" | field code)"
holds "also for commands" 404 "$(status -X POST "$gateway/actuator/readmodels")"
holds "nobody outside tells which events can't be taken" 404 "$(status -X POST "$gateway/api/annulments/unreadable-events")"
holds "nobody outside tells what was pruned" 404 "$(status -X POST "$gateway/api/archives/0123456789abcdef0123456789abcdef/prunings")"

holds "the page is the query side's" query "$(ask "$gateway/docs" | field side)"
holds "with its parts" query "$(ask "$gateway/swagger-ui/index.html" | field side)"
for side in command query; do
    holds "the $side side's document" "$side /v3/api-docs" "$(ask "$gateway/$side/v3/api-docs" | python3 -c 'import json, sys; a = json.load(sys.stdin); print(a["side"], a["path"])')"
done

kill "${started[0]}" && wait "${started[0]}" 2>/dev/null || true
holds "a side that is away is a problem" 503 "$(status -X POST "$gateway/api/orders")"
holds "of its own kind" unavailable "$(ask -X POST "$gateway/api/orders" | field code)"
holds "that says when to come back" 1 "$(header Retry-After -X POST "$gateway/api/orders")"
holds "while the other one serves" 200 "$(status "$gateway/api/orders")"
holds "no line of the access log holds a query" 0 "$(grep -c 'near=' "$work/access.log")"

printf '%d held, %d failed\n' $held $failed
[ $failed -eq 0 ]
