"""What pyHanko says of signatures in PDF files. Reads jobs as JSON from standard input, prints one answer each.

A job has "file", "roots" (PEM files that are trusted to sign) and "stamps" (PEM files that are trusted to tell the time).
"""

import json
import sys

from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext


def context(files):
    return ValidationContext(trust_roots=[load_cert_from_pemder(file) for file in files], allow_fetching=False)


def answer(job):
    with open(job["file"], "rb") as stream:
        signatures = PdfFileReader(stream).embedded_signatures
        if len(signatures) != 1:
            raise ValueError(f"{len(signatures)} signatures")
        status = validate_pdf_signature(signatures[0], context(job["roots"]), context(job["stamps"]))
        stamp = status.timestamp_validity
        return {
            "intact": status.intact,
            "valid": status.valid,
            "trusted": status.trusted,
            "bottom line": status.bottom_line,
            "coverage": status.coverage.name,
            "subfilter": str(signatures[0].sig_object["/SubFilter"]),
            "signed attributes": [
                attribute["type"].native for attribute in signatures[0].signer_info["signed_attrs"]
            ],
            "timestamp": None
            if stamp is None
            else {"intact": stamp.intact, "valid": stamp.valid, "trusted": stamp.trusted},
        }


def guarded(job):
    try:
        return answer(job)
    except Exception as error:  # what a file is refused with is an answer too
        return {"refused": f"{type(error).__name__}: {error}"}


json.dump([guarded(job) for job in json.load(sys.stdin)], sys.stdout)
