#!/usr/bin/env bash
# Runs the fuzz targets under the address sanitizer: SECONDS_EACH (60) each, from the documents of Fuzz/Corpus and, where
# it is, of the public conformance suite. Ends in 1 at the first crash, leak, hang or read out of bounds.
set -euo pipefail
programs=$1
seconds=${SECONDS_EACH:-60}
shared=${TILSYN_SHARED:-../shared}
work=${CORPUS:-.build/fuzz-corpus}
mkdir -p "$work/parsing" "$work/deciding" "$work/paths"

python3 - "$work" Fuzz/Corpus "$shared/data/xacml-conformance" <<'PY'
import pathlib, sys
work, *folders = map(pathlib.Path, sys.argv[1:])
for folder in folders:
    for policy in sorted(folder.glob("*Policy.xml")):
        stem = policy.name.removesuffix("Policy.xml")
        for kind in ("Policy", "Request", "Response"):
            path = folder / f"{stem}{kind}.xml"
            if path.exists():
                (work / "parsing" / f"{stem}{kind}").write_bytes(path.read_bytes())
        request = folder / f"{stem}Request.xml"
        if request.exists():
            (work / "deciding" / stem).write_bytes(policy.read_bytes() + b"\0" + request.read_bytes())
    for path in sorted(folder.glob("*.json")):
        (work / "parsing" / path.name).write_bytes(path.read_bytes())

# Every axis from every kind of node, over one document that has them all.
document = b'<d xmlns="" xmlns:q="urn:q"><!--c--><a k="1" xml:id="i">t</a><?p i?><b><q:e/>u<![CDATA[v]]></b></d>'
starts = ["/", "/*", "/*/a", "/*/a/@k", "/*/a/text()", "/*/comment()", "/*/processing-instruction()", "/*/namespace::q"]
axes = ["ancestor", "ancestor-or-self", "attribute", "child", "descendant", "descendant-or-self", "following",
        "following-sibling", "namespace", "parent", "preceding", "preceding-sibling", "self"]
more = ["//a = //b", "//*[contains(., 't')][1]", "concat(string(/), 'x')", "id('i')/..", "(//a | //b)[last()]",
        "substring-after(translate(., 't', 'u'), 'u')", "sum(//@*) > count(//*[position() mod 2 = 1])"]
for number, start in enumerate(starts):
    for path in [f"{axis}::node()" for axis in axes] + more:
        name = f"{number} {path}".replace("/", "_")[:80]
        (work / "paths" / name).write_bytes(path.encode() + b"\0" + start.encode() + b"\0" + document)
PY

for target in Parsing Deciding Paths; do
  folder="$work/$(echo "$target" | tr '[:upper:]' '[:lower:]')"
  echo "Fuzz$target, $seconds seconds, $(ls "$folder" | wc -l) documents"
  log="$work/Fuzz$target.log"
  if ! "$programs/Fuzz$target" -max_total_time="$seconds" -timeout=10 -max_len=32768 -rss_limit_mb=2048 -verbosity=0 \
    -print_final_stats=1 -artifact_prefix="$work/" "$folder" >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    echo "Fuzz$target failed; what did it lies in $work" >&2
    exit 1
  fi
  grep "stat::number_of_executed_units" "$log"
done
