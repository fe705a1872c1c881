#!/bin/sh
# Runs a benchmark on a PostgreSQL server of its own, which syncs to the disk as PostgreSQL does by itself:
#   tests/Benchmarks/on-postgresql.sh durable 6000 16
set -eu
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -n 1)
[ -n "$bin" ] || bin=$(dirname "$(readlink -f "$(command -v pg_ctl)")")
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

server initdb -D "$folder/data" -U caseflow -A trust -E UTF8 --locale=C >/dev/null
server pg_ctl -D "$folder/data" -l "$folder/log" -o "-k $folder -c listen_addresses=" -w start >/dev/null
trap 'server pg_ctl -D "$folder/data" -m fast stop >/dev/null; rm -rf "$folder"' EXIT

export Database__Provider=PostgreSql
export ConnectionStrings__CaseFlow="Host=$folder;Username=caseflow;Database=postgres"
dotnet run -c Release --project "$here" -- "$@"
