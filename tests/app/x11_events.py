"""Sends a window what a window manager or a file manager would: `close WINDOW`, or `drop WINDOW FILE` (XDND)."""
import ctypes
import sys
import time
import urllib.parse

x = ctypes.CDLL("libX11.so.6")
ulong = ctypes.c_ulong
x.XOpenDisplay.restype = ctypes.c_void_p
x.XInternAtom.argtypes, x.XInternAtom.restype = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int], ulong
x.XDefaultRootWindow.argtypes, x.XDefaultRootWindow.restype = [ctypes.c_void_p], ulong
x.XCreateSimpleWindow.argtypes = [ctypes.c_void_p, ulong] + [ctypes.c_int] * 2 + [ctypes.c_uint] * 3 + [ulong] * 2
x.XCreateSimpleWindow.restype = ulong
x.XSendEvent.argtypes = [ctypes.c_void_p, ulong, ctypes.c_int, ctypes.c_long, ctypes.c_void_p]
x.XSetSelectionOwner.argtypes = [ctypes.c_void_p, ulong, ulong, ulong]
x.XChangeProperty.argtypes = [ctypes.c_void_p, ulong, ulong, ulong] + [ctypes.c_int] * 2 + [ctypes.c_char_p, ctypes.c_int]
for call in (x.XFlush, x.XPending):
    call.argtypes = [ctypes.c_void_p]
x.XNextEvent.argtypes = [ctypes.c_void_p, ctypes.c_void_p]

HEAD = [("type", ctypes.c_int), ("serial", ulong), ("send_event", ctypes.c_int), ("display", ctypes.c_void_p)]


class ClientMessage(ctypes.Structure):
    _fields_ = HEAD + [("window", ulong), ("message", ulong), ("format", ctypes.c_int), ("data", ctypes.c_long * 5)]


class SelectionRequest(ctypes.Structure):
    _fields_ = HEAD + [(n, ulong) for n in ("owner", "requestor", "selection", "target", "property", "time")]


class SelectionNotify(ctypes.Structure):
    _fields_ = HEAD + [(n, ulong) for n in ("requestor", "selection", "target", "property", "time")]


class Event(ctypes.Union):
    _fields_ = [("type", ctypes.c_int), ("client", ClientMessage), ("request", SelectionRequest),
                ("notify", SelectionNotify), ("pad", ctypes.c_long * 24)]


CLIENT_MESSAGE, SELECTION_REQUEST, SELECTION_NOTIFY = 33, 30, 31
display = x.XOpenDisplay(None)


def atom(name):
    return x.XInternAtom(display, name.encode(), 0)


def send(window, message, *data):
    event = Event()
    event.client = ClientMessage(CLIENT_MESSAGE, 0, 1, display, window, atom(message), 32, (ctypes.c_long * 5)(*data))
    x.XSendEvent(display, window, 0, 0, ctypes.byref(event))
    x.XFlush(display)


def answer(request, uri):
    x.XChangeProperty(display, request.requestor, request.property, request.target, 8, 0, uri, len(uri))
    event = Event()
    event.notify = SelectionNotify(SELECTION_NOTIFY, 0, 1, display, request.requestor, request.selection,
                                   request.target, request.property, request.time)
    x.XSendEvent(display, request.requestor, 0, 0, ctypes.byref(event))
    x.XFlush(display)


def drop(window, path):
    source = x.XCreateSimpleWindow(display, x.XDefaultRootWindow(display), 0, 0, 1, 1, 0, 0, 0)
    uri = ("file://" + urllib.parse.quote(path) + "\r\n").encode()
    x.XSetSelectionOwner(display, atom("XdndSelection"), source, 0)
    send(window, "XdndEnter", source, 5 << 24, atom("text/uri-list"), 0, 0)
    send(window, "XdndPosition", source, 0, (300 << 16) | 300, 0, atom("XdndActionCopy"))
    send(window, "XdndDrop", source, 0, 0, 0, 0)
    until = time.monotonic() + 10
    while time.monotonic() < until:
        if not x.XPending(display):
            time.sleep(0.02)
            continue
        event = Event()
        x.XNextEvent(display, ctypes.byref(event))
        if event.type == SELECTION_REQUEST:
            answer(event.request, uri)
        elif event.type == CLIENT_MESSAGE and event.client.message == atom("XdndFinished"):
            return
    sys.exit("the window did not take the file")


if sys.argv[1] == "close":
    send(int(sys.argv[2]), "WM_PROTOCOLS", atom("WM_DELETE_WINDOW"), 0, 0, 0, 0)
else:
    drop(int(sys.argv[2]), sys.argv[3])
