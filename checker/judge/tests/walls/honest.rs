//! What a right solution needs: it must get through, or a refusal proves nothing.

mod attempt;

use std::io;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use attempt::{ARRIVED, call, given, program};

fn main() {
    attempt::make(&[
        ("threads", threads),
        ("memory", memory),
        ("time", time),
        ("own_source", own_source),
        ("named_thread", named_thread),
        ("own_signal", own_signal),
        ("abort", abort),
        ("out_file", out_file),
        ("linker", linker),
    ]);
}

fn threads() -> io::Result<()> {
    let (send, receive) = mpsc::channel();
    let send = &send;
    thread::scope(|scope| {
        for n in 0..64_u32 {
            scope.spawn(move || send.send(n));
        }
    });
    assert_eq!(receive.iter().take(64).sum::<u32>(), 2016);
    Ok(())
}

fn memory() -> io::Result<()> {
    let filled = vec![7_u8; 100 << 20];
    assert!(filled.iter().step_by(4096).all(|byte| *byte == 7));
    Ok(())
}

fn time() -> io::Result<()> {
    let before = Instant::now();
    thread::sleep(Duration::from_millis(1));
    assert!(before.elapsed() >= Duration::from_millis(1));
    Ok(())
}

fn own_source() -> io::Result<()> {
    std::fs::read_to_string(given("source")).map(drop)
}

fn named_thread() -> io::Result<()> {
    let builder = thread::Builder::new().name("baker".to_owned());
    builder.spawn(|| {})?.join().expect("it does nothing");
    Ok(())
}

fn own_signal() -> io::Result<()> {
    // 23, SIGURG: nothing happens.
    let (process, thread) = (call(39, &[])?, call(186, &[])?);
    call(234, &[process, thread, 23]).map(drop)
}

fn abort() -> io::Result<()> {
    std::process::abort()
}

fn out_file() -> io::Result<()> {
    let file = format!("{}/made", given("out"));
    std::fs::write(&file, "made")?;
    std::fs::rename(&file, format!("{file}-again"))
}

/// A compiler starts a linker and waits for it.
fn linker() -> io::Result<()> {
    let output = std::process::Command::new(program())
        .arg(ARRIVED)
        .output()?;
    assert_eq!(output.stdout, b"through\n");
    Ok(())
}
