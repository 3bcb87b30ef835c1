//! Ways deeper into the system, and other walls.

mod attempt;

use std::io;

use attempt::{at, at_text, call, number, text};

fn main() {
    attempt::make(&[
        ("trace", || call(101, &[0, 0, 0, 0]).map(drop)),
        ("read_process", || process_memory(310)),
        ("write_process", || process_memory(311)),
        ("process_descriptor", || {
            call(434, &[number("judge"), 0]).map(drop)
        }),
        ("descriptor_of_process", || call(438, &[-1, 0, 0]).map(drop)),
        ("compare_processes", compare),
        ("dumpable", || call(157, &[4, 1, 0, 0, 0]).map(drop)),
        ("own_filter", || call(157, &[22, 0, 0, 0, 0]).map(drop)),
        ("adopt", || call(157, &[36, 1, 0, 0, 0]).map(drop)),
        ("personality", || call(135, &[0xffff_ffff]).map(drop)),
        ("unshare", || call(272, &[0x1000_0000]).map(drop)),
        ("enter_space", || call(308, &[-1, 0]).map(drop)),
        ("mount", mount),
        ("change_root", || {
            call(161, &[at_text(&text("/walls-nowhere"))]).map(drop)
        }),
        ("queue_of_calls", queue_of_calls),
        ("bpf", || call(321, &[-1, 0, 0]).map(drop)),
        ("performance", || call(298, &[-1, 0, -1, -1, -1]).map(drop)),
        ("page_faults", || call(323, &[-1]).map(drop)),
        ("keys", || call(250, &[0, -3, 0, 0, 0]).map(drop)),
        ("shared_memory", || made(call(29, &[0, 4096, 0o600]), 31)),
        ("shared_memory_of_others", || {
            call(30, &[-1, 0, 0]).map(drop)
        }),
        ("messages", || made(call(68, &[0, 0o600]), 71)),
        ("messages_of_others", || {
            call(69, &[-1, at(&[1_i64; 2]), 8, 0]).map(drop)
        }),
        ("semaphores", || made(call(64, &[0, 1, 0o600]), 66)),
        ("message_queue", message_queue),
        ("type_on_terminal", || {
            call(16, &[0, 0x5412, at(&b'x')]).map(drop)
        }),
        ("capabilities", capabilities),
        ("call_of_32_bits", call_of_32_bits),
        ("call_of_x32", || call(0x4000_0000 | 39, &[]).map(drop)),
        ("socket_of_x32", || {
            call(0x4000_0000 | 41, &[1, 1, 0]).map(drop)
        }),
    ]);
}

fn process_memory(number: i64) -> io::Result<()> {
    let own = call(39, &[])?;
    let (mut here, there) = ([0_u8; 8], [0_u8; 8]);
    let local = [(&raw mut here) as i64, 8];
    let remote = [at(&there), 8];
    call(number, &[own, at(&local), 1, at(&remote), 1, 0]).map(drop)
}

/// Whether two of its own descriptors are the same file.
fn compare() -> io::Result<()> {
    let own = call(39, &[])?;
    call(312, &[own, own, 0, 0, 0]).map(drop)
}

fn mount() -> io::Result<()> {
    let (what, place) = (text("tmpfs"), text("/walls-nowhere"));
    call(
        165,
        &[at_text(&what), at_text(&place), at_text(&what), 0, 0],
    )
    .map(drop)
}

fn queue_of_calls() -> io::Result<()> {
    let parameters = [0_u64; 15];
    call(425, &[1, at(&parameters)]).map(drop)
}

/// Takes away what it made.
fn made(made: io::Result<i64>, control: i64) -> io::Result<()> {
    let number = made?;
    // The same command for all three: take it away.
    let arguments = if control == 66 {
        [number, 0, 0]
    } else {
        [number, 0, 0]
    };
    call(control, &arguments).map(drop)
}

fn message_queue() -> io::Result<()> {
    let name = text("walls-probe");
    call(240, &[at_text(&name), 0o102, 0o600, 0])?;
    call(241, &[at_text(&name)]).map(drop)
}

/// Through if it has any.
fn capabilities() -> io::Result<()> {
    let header = [0x2008_0522_u32, 0];
    let mut sets = [0_u32; 6];
    call(125, &[at(&header), (&raw mut sets) as i64])?;
    if sets == [0; 6] {
        return Err(io::Error::other("none"));
    }
    Ok(())
}

/// `getpid` by the door of programs of 32 bits.
fn call_of_32_bits() -> io::Result<()> {
    let returned: i32;
    unsafe {
        std::arch::asm!("int 0x80", inlateout("eax") 20 => returned, out("r8") _, out("r9") _, out("r10") _, out("r11") _);
    }
    if returned > 0 {
        Ok(())
    } else {
        Err(io::Error::from_raw_os_error(-returned))
    }
}
