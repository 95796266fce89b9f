"""What securesystemslib and in-toto-attestation say of DSSE envelopes. Reads jobs as JSON from standard input, prints one answer each.

A job has "envelope" (its text), "certificate" (a PEM file), "scheme" (of securesystemslib) and "statement" (whether the payload is an
in-toto statement). The envelope goes in as it is, with the fields beside the signature that DSSE readers pass over.
"""

import json
import sys

from cryptography.x509 import load_pem_x509_certificate
from google.protobuf import json_format
from in_toto_attestation.v1 import statement_pb2
from in_toto_attestation.v1.statement import Statement
from securesystemslib.dsse import Envelope
from securesystemslib.signer import SSlibKey


def answer(job):
    envelope = Envelope.from_dict(json.loads(job["envelope"]))
    with open(job["certificate"], "rb") as file:
        public = load_pem_x509_certificate(file.read()).public_key()
    (keyid,) = envelope.signatures
    accepted = envelope.verify([SSlibKey.from_crypto(public, keyid, job["scheme"])], 1)
    said = {"verified": keyid in accepted, "type": envelope.payload_type}
    return said | statement(envelope.payload) if job["statement"] else said


def statement(payload):
    """Reads the payload strictly: a field that statements do not have is refused."""
    read = json_format.Parse(payload, statement_pb2.Statement())
    Statement.copy_from_pb(read).validate()
    return {"predicate": read.predicate_type, "subjects": len(read.subject), "role": read.predicate["role"]}


def guarded(job):
    try:
        return answer(job)
    except Exception as error:  # what an envelope is refused with is an answer too
        return {"refused": f"{type(error).__name__}: {error}"}


json.dump([guarded(job) for job in json.load(sys.stdin)], sys.stdout)
