//! The system calls that a jailed program may make.
//!
//! A test may make those that a Rust program needs to compute with threads, and no
//! others: what is not on the list fails as "not permitted". A compiler and its linker
//! are trusted programs that read a hostile file; they may make all but those that lead
//! out of the jail.

use std::collections::BTreeMap;
use std::env::consts::ARCH;
use std::process::id;

use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
    SeccompRule, apply_filter, sock_filter,
};
use serde::{Deserialize, Serialize};

/// Which system calls a program may make.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Calls {
    /// Those of a test: threads, memory, time.
    Run,
    /// Those of a compiler: all that do not lead out.
    Compile,
}

/// The flag of a clone that shares everything with its parent: a thread.
const CLONE_THREAD: u64 = 0x0001_0000;
/// The flags of a clone, or an unshare, that ask for name spaces of one's own.
const NEW_NAMESPACES: [u64; 8] = [
    0x0002_0000, // mounts
    0x0200_0000, // control groups
    0x0400_0000, // host name
    0x0800_0000, // interprocess communication
    0x1000_0000, // users
    0x2000_0000, // processes
    0x4000_0000, // network
    0x0000_0080, // time
];

/// Puts the filter up. It holds for this process and all that come of it, for good.
pub(super) fn filter(calls: Calls) -> Result<(), String> {
    let first = match calls {
        Calls::Run => allowed_to_run()?,
        Calls::Compile => forbidden_to_compile()?,
    };
    // The newer way to start a thread has its flags where no filter can see them. Told
    // that there is no such call, the C library takes the older one.
    let second = build(
        BTreeMap::from([(libc::SYS_clone3, Vec::new())]),
        SeccompAction::Allow,
        SeccompAction::Errno(libc::ENOSYS.cast_unsigned()),
    )?;
    // The last one may keep out any further one.
    for program in [unknown_calls(), second, first] {
        apply_filter(&program).map_err(|error| error.to_string())?;
    }
    Ok(())
}

/// The newest call that the lists below were made with. Its number, and those of all
/// that come after it, are the same on every processor.
const NEWEST: u32 = 462;

/// What is newer is said not to exist: what a compiler may not do is a list, and cannot
/// name it. The same holds for the second number that each call has where there is an
/// x32 interface: the first one with a high bit.
fn unknown_calls() -> BpfProgram {
    let step = |code, jf, k| sock_filter { code, jt: 0, jf, k };
    let unknown = SeccompAction::Errno(libc::ENOSYS.cast_unsigned());
    vec![
        // Load the number. If it is greater, it is unknown; else it is allowed.
        step(0x20, 0, 0),
        step(0x25, 1, NEWEST),
        step(0x06, 0, unknown.into()),
        step(0x06, 0, SeccompAction::Allow.into()),
    ]
}

fn build(
    rules: BTreeMap<i64, Vec<SeccompRule>>,
    otherwise: SeccompAction,
    on_match: SeccompAction,
) -> Result<BpfProgram, String> {
    let arch = ARCH
        .try_into()
        .map_err(|_| format!("there is no filter for the processor {ARCH}"))?;
    SeccompFilter::new(rules, otherwise, on_match, arch)
        .and_then(TryInto::try_into)
        .map_err(|error: seccompiler::BackendError| error.to_string())
}

fn denied() -> SeccompAction {
    SeccompAction::Errno(libc::EPERM.cast_unsigned())
}

/// A rule that holds when an argument, taken through `mask`, is `value`.
fn when(argument: u8, mask: u64, value: u64) -> Result<SeccompRule, String> {
    SeccompCondition::new(
        argument,
        SeccompCmpArgLen::Qword,
        SeccompCmpOp::MaskedEq(mask),
        value,
    )
    .and_then(|condition| SeccompRule::new(vec![condition]))
    .map_err(|error| error.to_string())
}

/// Rules that hold when an argument, a number of 32 bits, is one of `values`.
fn when_among(argument: u8, values: &[i32]) -> Result<Vec<SeccompRule>, String> {
    let rule = |value: &i32| when(argument, 0xffff_ffff, value.cast_unsigned().into());
    values.iter().map(rule).collect()
}

/// A rule that holds when an argument, a number of 32 bits, is any but `value`.
fn unless(argument: u8, value: i32) -> Result<SeccompRule, String> {
    let value = value.cast_unsigned().into();
    SeccompCondition::new(argument, SeccompCmpArgLen::Dword, SeccompCmpOp::Ne, value)
        .and_then(|condition| SeccompRule::new(vec![condition]))
        .map_err(|error| error.to_string())
}

fn allowed_to_run() -> Result<BpfProgram, String> {
    let mut rules: BTreeMap<i64, Vec<SeccompRule>> = [
        // Files that are there, and descriptors that are open.
        libc::SYS_read,
        libc::SYS_write,
        libc::SYS_readv,
        libc::SYS_writev,
        libc::SYS_pread64,
        libc::SYS_close,
        libc::SYS_fstat,
        libc::SYS_newfstatat,
        libc::SYS_statx,
        libc::SYS_lseek,
        libc::SYS_dup,
        libc::SYS_dup3,
        libc::SYS_getcwd,
        libc::SYS_readlinkat,
        libc::SYS_getdents64,
        libc::SYS_faccessat,
        libc::SYS_ppoll,
        // Memory.
        libc::SYS_munmap,
        libc::SYS_mremap,
        libc::SYS_mprotect,
        libc::SYS_madvise,
        libc::SYS_brk,
        libc::SYS_membarrier,
        // Threads and locks.
        libc::SYS_futex,
        libc::SYS_set_tid_address,
        libc::SYS_set_robust_list,
        libc::SYS_rseq,
        libc::SYS_sched_yield,
        libc::SYS_sched_getaffinity,
        libc::SYS_gettid,
        libc::SYS_exit,
        // Time.
        libc::SYS_nanosleep,
        libc::SYS_clock_nanosleep,
        libc::SYS_clock_gettime,
        libc::SYS_clock_getres,
        libc::SYS_gettimeofday,
        libc::SYS_restart_syscall,
        // Signals of one's own.
        libc::SYS_rt_sigaction,
        libc::SYS_rt_sigprocmask,
        libc::SYS_rt_sigreturn,
        libc::SYS_sigaltstack,
        // The process itself.
        libc::SYS_getpid,
        libc::SYS_getuid,
        libc::SYS_geteuid,
        libc::SYS_getgid,
        libc::SYS_getegid,
        libc::SYS_uname,
        libc::SYS_getrandom,
        libc::SYS_exit_group,
        // The program itself begins by this. What else it could become is not there.
        libc::SYS_execve,
    ]
    .into_iter()
    .chain(older_calls_to_run())
    .map(|call| (call, Vec::new()))
    .collect();
    // To read, and nothing else. Landlock knows only since its third version that a file
    // may be emptied by opening it for reading.
    let more = libc::O_ACCMODE | libc::O_CREAT | libc::O_TRUNC | libc::O_PATH;
    let more = more | (libc::O_TMPFILE & !libc::O_DIRECTORY);
    let more = u64::from(more.cast_unsigned());
    rules.insert(libc::SYS_openat, vec![when(2, more, 0)?]);
    #[cfg(target_arch = "x86_64")]
    rules.insert(libc::SYS_open, vec![when(1, more, 0)?]);
    // Memory of one's own. What is shared stays filled when no process has it in view,
    // and then nobody counts it.
    let private = u64::from(libc::MAP_PRIVATE.cast_unsigned());
    rules.insert(libc::SYS_mmap, vec![when(3, 0xf, private)?]);
    // With the other commands, an output's owner, who may be anybody, is sent signals.
    let commands = [
        libc::F_DUPFD,
        libc::F_DUPFD_CLOEXEC,
        libc::F_GETFD,
        libc::F_SETFD,
        libc::F_GETFL,
    ];
    rules.insert(libc::SYS_fcntl, when_among(1, &commands)?);
    // The other filter has the say on this one.
    rules.insert(libc::SYS_clone3, Vec::new());
    rules.insert(libc::SYS_clone, vec![when(0, CLONE_THREAD, CLONE_THREAD)?]);
    // A thread gets its name, and the system its stack's, by this call.
    let names = [libc::PR_SET_NAME, libc::PR_GET_NAME, libc::PR_SET_VMA];
    let names = names
        .into_iter()
        .map(|name| when(0, u64::MAX, u64::from(name.cast_unsigned())));
    rules.insert(libc::SYS_prctl, names.collect::<Result<_, _>>()?);
    // How an abort ends the process: a signal to oneself. The program keeps our number,
    // but in a name space of its own it has another, which is the one it knows.
    rules.insert(libc::SYS_tgkill, vec![when(0, u64::MAX, id().into())?]);
    // Reading one's own limits: 0 is oneself, and no new limit is given.
    let own = SeccompCondition::new(0, SeccompCmpArgLen::Dword, SeccompCmpOp::Eq, 0);
    let no_new = SeccompCondition::new(2, SeccompCmpArgLen::Qword, SeccompCmpOp::Eq, 0);
    let read_own = own
        .and_then(|own| SeccompRule::new(vec![own, no_new?]))
        .map_err(|error| error.to_string())?;
    rules.insert(libc::SYS_prlimit64, vec![read_own]);
    build(rules, denied(), SeccompAction::Allow)
}

/// Calls that newer processors do without.
#[cfg(target_arch = "x86_64")]
fn older_calls_to_run() -> Vec<i64> {
    vec![
        libc::SYS_stat,
        libc::SYS_lstat,
        libc::SYS_access,
        libc::SYS_poll,
        libc::SYS_dup2,
        libc::SYS_readlink,
        libc::SYS_arch_prctl,
        libc::SYS_time,
    ]
}

#[cfg(not(target_arch = "x86_64"))]
fn older_calls_to_run() -> Vec<i64> {
    Vec::new()
}

/// What leads out.
const NOT_TO_COMPILE: &[i64] = &[
    // The network, and processes that are not ours.
    libc::SYS_socket,
    libc::SYS_ptrace,
    libc::SYS_process_vm_readv,
    libc::SYS_process_vm_writev,
    libc::SYS_process_madvise,
    libc::SYS_process_mrelease,
    libc::SYS_pidfd_open,
    libc::SYS_pidfd_getfd,
    libc::SYS_pidfd_send_signal,
    libc::SYS_kcmp,
    // Signals to others, and their share of the machine. Landlock keeps signals in
    // only since its sixth version, and the rest never.
    libc::SYS_kill,
    libc::SYS_tkill,
    libc::SYS_rt_sigqueueinfo,
    libc::SYS_rt_tgsigqueueinfo,
    libc::SYS_setpriority,
    libc::SYS_ioprio_set,
    libc::SYS_sched_setaffinity,
    libc::SYS_sched_setattr,
    libc::SYS_sched_setparam,
    libc::SYS_sched_setscheduler,
    libc::SYS_migrate_pages,
    libc::SYS_move_pages,
    // Ways out of the group that is killed in the end.
    libc::SYS_setpgid,
    libc::SYS_setsid,
    // A queue of calls that no filter sees.
    libc::SYS_io_uring_setup,
    libc::SYS_io_uring_enter,
    libc::SYS_io_uring_register,
    // What outlives a process, or belongs to another one.
    libc::SYS_shmget,
    libc::SYS_shmat,
    libc::SYS_shmctl,
    libc::SYS_msgget,
    libc::SYS_msgsnd,
    libc::SYS_msgrcv,
    libc::SYS_msgctl,
    libc::SYS_semget,
    libc::SYS_semop,
    libc::SYS_semtimedop,
    libc::SYS_semctl,
    libc::SYS_mq_open,
    libc::SYS_mq_unlink,
    libc::SYS_add_key,
    libc::SYS_request_key,
    libc::SYS_keyctl,
    // What Landlock does not see at all, or not in each of its versions: whose a
    // file is, who may use it, and what happens in a folder.
    libc::SYS_truncate,
    libc::SYS_fchmodat,
    libc::SYS_fchmodat2,
    libc::SYS_fchownat,
    libc::SYS_utimensat,
    libc::SYS_setxattr,
    libc::SYS_lsetxattr,
    libc::SYS_removexattr,
    libc::SYS_lremovexattr,
    libc::SYS_inotify_init1,
    libc::SYS_inotify_add_watch,
    libc::SYS_mknodat,
    libc::SYS_open_by_handle_at,
    libc::SYS_name_to_handle_at,
    // Other walls.
    libc::SYS_unshare,
    libc::SYS_setns,
    libc::SYS_mount,
    libc::SYS_umount2,
    libc::SYS_pivot_root,
    libc::SYS_chroot,
    libc::SYS_move_mount,
    libc::SYS_open_tree,
    libc::SYS_fsopen,
    libc::SYS_fsconfig,
    libc::SYS_fsmount,
    libc::SYS_fspick,
    libc::SYS_mount_setattr,
    // The machine.
    libc::SYS_bpf,
    libc::SYS_perf_event_open,
    libc::SYS_userfaultfd,
    libc::SYS_fanotify_init,
    libc::SYS_fanotify_mark,
    libc::SYS_init_module,
    libc::SYS_finit_module,
    libc::SYS_delete_module,
    libc::SYS_kexec_load,
    libc::SYS_reboot,
    libc::SYS_swapon,
    libc::SYS_swapoff,
    libc::SYS_settimeofday,
    libc::SYS_clock_settime,
    libc::SYS_clock_adjtime,
    libc::SYS_adjtimex,
    libc::SYS_sethostname,
    libc::SYS_setdomainname,
    libc::SYS_acct,
    libc::SYS_quotactl,
    libc::SYS_quotactl_fd,
    libc::SYS_syslog,
    libc::SYS_vhangup,
];

fn forbidden_to_compile() -> Result<BpfProgram, String> {
    let mut rules: BTreeMap<i64, Vec<SeccompRule>> = NOT_TO_COMPILE
        .iter()
        .copied()
        .chain(older_calls_not_to_compile())
        .map(|call| (call, Vec::new()))
        .collect();
    let spaces = NEW_NAMESPACES
        .into_iter()
        // The lowest bits of a clone's flags are a signal, where "time" cannot be asked.
        .filter(|flag| *flag != 0x80)
        .map(|flag| when(0, flag, flag));
    rules.insert(libc::SYS_clone, spaces.collect::<Result<_, _>>()?);
    // An abort, of oneself as a rule, and no other signal.
    rules.insert(libc::SYS_tgkill, vec![unless(2, libc::SIGABRT)?]);
    // The limits of others: 0 is oneself.
    rules.insert(libc::SYS_prlimit64, vec![unless(0, 0)?]);
    // Who owns an output, or waits for a file, is sent a signal; it may be anybody.
    let owners = [F_SETOWN, F_SETSIG, F_SETOWN_EX, F_SETLEASE, F_NOTIFY];
    rules.insert(libc::SYS_fcntl, when_among(1, &owners)?);
    let owners = [FIOSETOWN, SIOCSPGRP, TIOCSTI];
    rules.insert(libc::SYS_ioctl, when_among(1, &owners)?);
    // Taking in the children of others: they would be nobody's to count.
    rules.insert(
        libc::SYS_prctl,
        when_among(0, &[libc::PR_SET_CHILD_SUBREAPER])?,
    );
    build(rules, SeccompAction::Allow, denied())
}

// Commands of `fcntl` and `ioctl`. The C library's crate does not have all of them.
const F_SETOWN: i32 = 8;
const F_SETSIG: i32 = 10;
const F_SETOWN_EX: i32 = 15;
const F_SETLEASE: i32 = 1024;
const F_NOTIFY: i32 = 1026;
const FIOSETOWN: i32 = 0x8901;
const SIOCSPGRP: i32 = 0x8902;
/// Types on a terminal.
const TIOCSTI: i32 = 0x5412;

/// Calls that newer processors do without.
#[cfg(target_arch = "x86_64")]
fn older_calls_not_to_compile() -> Vec<i64> {
    vec![
        libc::SYS_chmod,
        libc::SYS_chown,
        libc::SYS_lchown,
        libc::SYS_utime,
        libc::SYS_utimes,
        libc::SYS_futimesat,
        libc::SYS_mknod,
        libc::SYS_inotify_init,
        libc::SYS_iopl,
        libc::SYS_ioperm,
        libc::SYS_modify_ldt,
        libc::SYS_kexec_file_load,
    ]
}

#[cfg(not(target_arch = "x86_64"))]
fn older_calls_not_to_compile() -> Vec<i64> {
    Vec::new()
}
