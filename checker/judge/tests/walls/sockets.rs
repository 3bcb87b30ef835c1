//! Ways to the network and to other processes' sockets.

mod attempt;

use std::io;
use std::net::{TcpListener, TcpStream, UdpSocket};
use std::os::linux::net::SocketAddrExt as _;
use std::os::unix::net::{SocketAddr, UnixStream};

use attempt::{call, given};

fn main() {
    attempt::make(&[
        ("tcp", || TcpStream::connect(given("tcp")).map(drop)),
        ("tcp_listen", || TcpListener::bind("127.0.0.1:0").map(drop)),
        ("udp", udp),
        ("unix", || UnixStream::connect(given("socket")).map(drop)),
        ("abstract", by_abstract_name),
        ("netlink", || socket(16, 3)),
        ("raw", || socket(2, 3)),
        ("packet", || socket(17, 3)),
        ("vsock", || socket(40, 1)),
        ("pair", || UnixStream::pair().map(drop)),
    ]);
}

fn udp() -> io::Result<()> {
    let socket = UdpSocket::bind("127.0.0.1:0")?;
    socket.send_to(b"out", given("udp")).map(drop)
}

fn by_abstract_name() -> io::Result<()> {
    let address = SocketAddr::from_abstract_name(given("abstract"))?;
    UnixStream::connect_addr(&address).map(drop)
}

fn socket(family: i64, kind: i64) -> io::Result<()> {
    // For a raw one, the protocol is ICMP.
    call(41, &[family, kind, i64::from(family == 2)]).map(drop)
}
