"""The address a server listens on."""

import socket

import pytest

from searchapp.errors import OperatorError
from searchapp.server.listening import close_all, open_listeners, shown_address


def test_a_free_port_is_taken_and_named() -> None:
    listeners = open_listeners("127.0.0.1", 0)
    address = shown_address("127.0.0.1", listeners)
    port = int(address.rpartition(":")[2])
    socket.create_connection(("127.0.0.1", port)).close()
    assert address == f"http://127.0.0.1:{port}"
    close_all(listeners)


def test_every_address_of_a_name_has_the_same_port() -> None:
    listeners = open_listeners("localhost", 0)
    assert len({listener.getsockname()[1] for listener in listeners}) == 1
    close_all(listeners)


@pytest.mark.parametrize(("host", "shown"), [("::1", "http://[::1]:"), ("h", "http://h:")])
def test_an_address_is_shown_as_a_browser_takes_it(host: str, shown: str) -> None:
    listeners = open_listeners("127.0.0.1", 0)
    assert shown_address(host, listeners).startswith(shown)
    close_all(listeners)


@pytest.mark.parametrize(
    ("host", "hint"),
    [("no.such.host.invalid", "--host"), ("192.0.2.1", "--host"), ("a" * 70 + ".b", "--host")],
)
def test_a_host_that_is_not_this_machine_is_named(host: str, hint: str) -> None:
    with pytest.raises(OperatorError, match=hint):
        open_listeners(host, 0)


def test_a_taken_port_is_named() -> None:
    listeners = open_listeners("127.0.0.1", 0)
    port = listeners[0].getsockname()[1]
    with pytest.raises(OperatorError, match=f"Port {port} on 127.0.0.1 is taken .* --port"):
        open_listeners("127.0.0.1", port)
    close_all(listeners)
