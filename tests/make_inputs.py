#!/usr/bin/env python3
"""Makes files of the kinds that `parallax add` reads, good ones and broken ones, for the transcripts of tests/cli/inputs.case.
Everything in them is made up.

usage: make_inputs.py NAME...        one of the functions below, `good_warc` as good-warc; files go to the current folder
"""
import base64
import gzip
import io
import pathlib
import sys
import tarfile
import zipfile

WORDS = "Ten people died in Orrin on Monday, the mayor said. Nurses counted twelve. The bridge over the Sarn stays closed until May."


def page(number):
    return (f"<!DOCTYPE html><html><head><title>Flood in Orrin, day {number}</title></head><body><article>"
            f"<h1>Flood in Orrin, day {number}</h1><p>{WORDS}</p><p>{WORDS}</p></article></body></html>").encode()


def http(body, head=(), status="200 OK", media="text/html; charset=utf-8"):
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {media}", *head]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def record(kind, block, uri="https://orrin.example/1", media="application/http; msgtype=response", length=None):
    size = len(block) if length is None else length
    lines = ["WARC/1.0", f"WARC-Type: {kind}", f"WARC-Target-URI: {uri}", "WARC-Date: 2031-05-14T08:00:00Z",
             f"Content-Type: {media}", f"Content-Length: {size}"]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def chunked(body, size=100):
    pieces = [body[at:at + size] for at in range(0, len(body), size)]
    return b"".join(f"{len(piece):x}\r\n".encode() + piece + b"\r\n" for piece in pieces) + b"0\r\n\r\n"


def warc_records():
    info = record("warcinfo", b"software: none\r\n", media="application/warc-fields")
    request = record("request", b"GET / HTTP/1.1\r\n\r\n", media="application/http; msgtype=request")
    picture = record("response", http(b"\x89PNG", media="image/png"))
    missing = record("response", http(page(0), status="404 Not Found"))
    text = record("conversion", WORDS.encode(), media="text/plain")
    packed = http(gzip.compress(page(2)), ["Content-Encoding: gzip"])
    chunks = http(chunked(page(3)), ["Transfer-Encoding: chunked"])
    return [info, request, record("response", http(page(1))), picture, missing, record("response", packed, "https://orrin.example/2"),
            record("response", chunks, "https://orrin.example/3"), text]


def packed_apart(records):
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def write(name, data):
    pathlib.Path(name).write_bytes(data)


def good_warc():
    write("news.warc.gz", packed_apart(warc_records()))
    write("news.txt", b"".join(warc_records()))  # what it is, its bytes say


def broken_warc():
    good = [record("response", http(page(number)), f"https://orrin.example/{number}") for number in range(1, 5)]
    wrong = record("response", http(page(5)), length=100)
    gap = record("response", http(page(6)), length=100000)
    write("broken.warc", good[0] + wrong + good[1] + gap + b"rubbish\r\n\r\n" + good[2] + good[3][:-200])


def large_warc():
    good = b"".join(record("response", http(page(number) + b" " * 8000)) for number in range(200))
    write("large.warc", good + record("response", http(page(0)))[:-9])


def damaged_gzip():
    members = [gzip.compress(record("response", http(page(number)), f"https://orrin.example/{number}"), mtime=0) for number in range(3)]
    damaged = members[1][:150] + b"\xff" * 40 + members[1][190:]
    write("damaged.warc.gz", members[0] + damaged + members[2])
    write("cut.html.gz", gzip.compress(page(1), mtime=0)[:-60])


def bombs():
    write("zeros.txt.gz", gzip.compress(b"a" * (200 << 20), mtime=0))
    write("twice.gz", gzip.compress(gzip.compress(page(1))))
    inside = io.BytesIO()
    with zipfile.ZipFile(inside, "w") as archive:
        archive.writestr("a.txt", WORDS)
    write("zip.gz", gzip.compress(inside.getvalue(), mtime=0))
    with zipfile.ZipFile("zip-in-zip.zip", "w") as archive:
        archive.writestr("a.zip", inside.getvalue())
        archive.writestr("b.txt", WORDS)


def archives():
    with zipfile.ZipFile("pages.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("one.html", page(1))
        archive.writestr("picture.png", b"\x89PNG")
        archive.writestr("two.txt", WORDS)
    with tarfile.open("pages.tgz", "w:gz") as archive:
        for number in (3, 4):
            member = tarfile.TarInfo(f"pile/{number}.html")
            member.size = len(page(number))
            archive.addfile(member, io.BytesIO(page(number)))
    write("lines.jsonl.gz", gzip.compress(b'{"text": "Ten people died in Orrin, the mayor said."}\n'))


def mail():
    part = base64.encodebytes(page(1)).decode()
    text = ("From: =?utf-8?Q?Aren_T=C3=B6l?= <aren@orrin.example>\r\nSubject: Flood in\r\n Orrin\r\n"
            "Date: Wed, 14 May 2031 08:00:00 +0200\r\nMessage-ID: <1@orrin.example>\r\nMIME-Version: 1.0\r\n"
            "Content-Type: multipart/alternative; boundary=\"xyz\"\r\n\r\n"
            f"--xyz\r\nContent-Type: text/plain\r\n\r\nPlain {WORDS}\r\n"
            f"--xyz\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{part}\r\n--xyz--\r\n")
    write("flood.eml", text.encode())


def document():
    def paragraph(text, style=""):
        properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"
    body = paragraph("Flood in Orrin", "Heading1") + paragraph(WORDS) + paragraph(WORDS)
    text = f'<?xml version="1.0"?><w:document xmlns:w="urn:w"><w:body>{body}</w:body></w:document>'
    core = ('<?xml version="1.0"?><cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc" xmlns:dcterms="urn:t"><dc:title>Flood report</dc:title>'
            "<dc:creator>Aren Tol</dc:creator><dcterms:created>2031-05-14T08:00:00Z</dcterms:created></cp:coreProperties>")
    with zipfile.ZipFile("flood.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", text)
        archive.writestr("docProps/core.xml", core)


def pdf():
    """A PDF of one line, by hand, and one that is none."""
    stream = b"BT /F1 12 Tf 72 720 Td (" + WORDS[:51].encode() + b") Tj ET"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
               b"<</Length %d>>stream\n" % len(stream) + stream + b"\nendstream",
               b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj" % number + one + b"endobj\n"
    table = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % table
    write("flood.pdf", out)
    write("broken.pdf", b"%PDF-1.4\nnothing\n")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        globals()[name.replace("-", "_")]()
