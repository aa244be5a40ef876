"""A model over TLS: only from whom this machine trusts, and within the same limits."""

import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from bot.models.model import Failure, ModelFailed
from tests.model_endpoint import dripping, endpoint, said
from tests.model_opened import HASTY, model_at, text_of


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """Return a file with a certificate of this machine, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path / "certificate.pem"
    file.write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return file


def serving(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def test_a_server_that_this_machine_trusts_is_read(
    tmp_path: Path, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with (
        endpoint(said("Ja, ", "den er."), tls=serving(certificate)) as e,
        model_at(tmp_path, e.base_url) as model,
    ):
        assert text_of(model) == "Ja, den er."
        assert e.was_let_go()


def test_a_server_that_drips_over_tls_is_given_up(
    tmp_path: Path, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with (
        endpoint(dripping(b": ping\n\n"), tls=serving(certificate)) as e,
        model_at(tmp_path, e.base_url, **HASTY) as model,
    ):
        with pytest.raises(ModelFailed) as failed:
            text_of(model)
        assert failed.value.reason is Failure.SLOW


def test_a_server_that_nobody_vouches_for_is_told_nothing(
    tmp_path: Path, certificate: Path
) -> None:
    with (
        endpoint(said("Ja."), tls=serving(certificate)) as e,
        model_at(tmp_path, e.base_url) as model,
    ):
        with pytest.raises(ModelFailed, match="certificate is not trusted") as failed:
            text_of(model)
        assert failed.value.reason is Failure.DOWN
    assert e.requests == []
