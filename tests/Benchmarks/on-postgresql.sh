#!/bin/sh
# Runs a benchmark on a PostgreSQL server of its own, which syncs to the disk as PostgreSQL does by itself:
#   tests/Benchmarks/on-postgresql.sh durable 6000 16
set -eu
bin=$(dirname "$(command -v initdb || ls /usr/lib/postgresql/*/bin/initdb | tail -n 1)")
here=$(dirname "$0")
folder=$(mktemp -d)
chmod 777 "$folder"

# PostgreSQL does not run as root, so root runs it as nobody.
server() (
    cd "$folder"
    program=$bin/$1
    shift
    if [ "$(id -u)" = 0 ]; then
        exec setpriv --reuid=65534 --regid=65534 --clear-groups "$program" "$@"
    fi
    exec "$program" "$@"
)

server initdb -D "$folder/data" -U caseflow -A trust -E UTF8 --locale=C >"$folder/log"
server postgres -D "$folder/data" -k "$folder" -c listen_addresses= >>"$folder/log" 2>&1 &
running=$!
trap 'kill -INT $running; wait $running || true; rm -rf "$folder"' EXIT
until "$bin/pg_isready" -q -h "$folder" -U caseflow -d postgres; do
    kill -0 $running || { cat "$folder/log" >&2; exit 1; }
    sleep 0.2
done
"$bin/createdb" -h "$folder" -U caseflow caseflow

Database__Provider=PostgreSql \
    ConnectionStrings__CaseFlow="Host=$folder;Username=caseflow;Database=caseflow" \
    dotnet run -c Release --project "$here" -- "$@"
