"""Writes a recording of a browser (HAR), as its developer tools do, of answers that are known."""
import json
import pathlib

HOST = "https://kitos.example"


def write(target: pathlib.Path, asked: list) -> None:
    """`asked` is a list of (path and query, answer as text)."""
    log = {"version": "1.2", "creator": {"name": "browser", "version": "1"}, "pages": [], "entries": [
        entry(HOST + address, text) for address, text in asked]}
    target.write_text(json.dumps({"log": log}, ensure_ascii=False, indent=1), encoding="utf-8")


def entry(url: str, text: str) -> dict:
    return {"startedDateTime": "2026-11-20T08:00:00.000Z", "time": 1, "cache": {}, "timings": {},
            "request": {"method": "GET", "url": url, "httpVersion": "h2", "headers": [], "cookies": [], "queryString": []},
            "response": {"status": 200, "statusText": "", "httpVersion": "h2", "headers": [], "cookies": [], "redirectURL": "",
                         "content": {"size": len(text.encode()), "mimeType": "application/json; charset=utf-8", "text": text}}}
