"""The address a server listens on, as sockets that worker processes can share."""

import errno
import socket

from searchapp.errors import OperatorError

_BACKLOG = 1_024
_REASONS = {
    errno.EADDRINUSE: "is taken by another program; choose another with --port",
    errno.EACCES: "may not be used by this user; choose one above 1023 with --port",
    errno.EADDRNOTAVAIL: "is on an address that this machine does not have; see --host",
}
_ABSENT = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT)


def open_listeners(host: str, port: int) -> tuple[socket.socket, ...]:
    """Sockets that listen on every address of a host, all on one port; port 0 takes a free one.

    Raises OperatorError, naming the option that helps, when the port cannot be used.
    """
    listeners: list[socket.socket] = []
    absent: OSError | None = None
    for family, address in _addresses(host, port):
        # Once a free port has been taken, the host's other addresses take the same.
        wanted = listeners[0].getsockname()[1] if listeners else port
        try:
            listeners.append(
                socket.create_server((address, wanted), family=family, backlog=_BACKLOG)
            )
        except OSError as error:
            if error.errno not in _ABSENT:
                close_all(listeners)
                raise OperatorError(_why_not(error, host, port)) from error
            # “localhost” may name an address of IPv6 where there is no IPv6.
            absent = error
    if not listeners:
        raise OperatorError(_why_not(absent or OSError(), host, port)) from absent
    for listener in listeners:
        listener.setblocking(False)
    return tuple(listeners)


def close_all(listeners: list[socket.socket] | tuple[socket.socket, ...]) -> None:
    """Let go of the sockets."""
    for listener in listeners:
        listener.close()


def shown_address(host: str, listeners: tuple[socket.socket, ...]) -> str:
    """The address as a person opens it."""
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{listeners[0].getsockname()[1]}"


def _addresses(host: str, port: int) -> list[tuple[socket.AddressFamily, str]]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError) as error:
        raise OperatorError(f"“{host}” is no address of this machine; see --host.") from error
    return list(dict.fromkeys((entry[0], str(entry[4][0])) for entry in found))


def _why_not(error: OSError, host: str, port: int) -> str:
    reason = _REASONS.get(error.errno or 0, f"cannot be used: {error.strerror}")
    return f"Port {port} on {host} {reason}."
