//! What a thread is about to do, in words.

use super::execution::Execution;
use super::op::{Act, Guard, Op};

impl Execution {
    /// In words, what a thread that is not ended is about to do.
    pub fn about_to(&self, op: &Op) -> String {
        let object = op.footprint.first().map(|(id, _)| self.object_name(*id));
        let on = |verb: &str| match &object {
            Some(name) => format!("{verb} {name}"),
            None => verb.to_string(),
        };
        match op.act {
            Act::Start => "start".to_string(),
            Act::Exit => "end".to_string(),
            Act::Return => "leave the test's body".to_string(),
            Act::Spawn => "spawn a thread".to_string(),
            Act::Join => match op.guard {
                Guard::Ended(tid) => format!("join {}", self.thread_name(tid)),
                _ => "join a thread".to_string(),
            },
            Act::JoinScope => "go on, as the scope's threads have ended".to_string(),
            Act::IsFinished => on("see whether it has ended:"),
            Act::Yield => "let others go first".to_string(),
            Act::Spin => "spin".to_string(),
            Act::Sleep => "sleep".to_string(),
            Act::Park => "park".to_string(),
            Act::Unpark => "unpark a thread".to_string(),
            Act::Lock => on("lock"),
            Act::TryLock => on("try to lock"),
            Act::ReadLock => on("lock, for reading,"),
            Act::TryRead => on("try to lock, for reading,"),
            Act::WriteLock => on("lock, for writing,"),
            Act::TryWrite => on("try to lock, for writing,"),
            Act::Unlock | Act::UnlockRead | Act::UnlockWrite => on("unlock"),
            Act::Downgrade => on("keep for reading only"),
            Act::Poisoned => on("look at the poison of"),
            Act::Wait => on("wait on"),
            Act::Wake => "wake up".to_string(),
            Act::NotifyOne => on("notify one on"),
            Act::NotifyAll => on("notify all on"),
            Act::Send | Act::TrySend => on("send into"),
            Act::Taken => "see its message taken".to_string(),
            Act::Receive => on("receive from"),
            Act::TryReceive => on("try to receive from"),
            Act::DropSender => on("drop a sender of"),
            Act::DropReceiver => on("drop the receiver of"),
            Act::Arrive => on("arrive at"),
            Act::Leave => "leave the barrier".to_string(),
            Act::Once => on("initialise, or find initialised,"),
            Act::OnceDone => on("have initialised"),
            Act::OnceWait => on("wait for"),
            Act::OnceRead => on("look into"),
            Act::Load => on("load"),
            Act::Store => on("store into"),
            Act::ReadModifyWrite => on("read and change"),
            Act::CompareExchange => on("compare and exchange"),
            Act::Fence => "pass a fence".to_string(),
            Act::CloneArc => on("clone"),
            Act::DropArc => on("drop an owner of"),
            Act::CountArc => on("count the owners of"),
            Act::UnwrapArc => on("take the value out of"),
            Act::GetMutArc => on("ask for the value alone of"),
            Act::Upgrade => on("upgrade a weak pointer to"),
            Act::MakeWeak => on("make a weak pointer to"),
            Act::DropWeak => on("drop a weak pointer to"),
            Act::Panic | Act::Print => "go on".to_string(),
            Act::CellUse => "use an UnsafeCell".to_string(),
            Act::Gap => "go on after its last step".to_string(),
        }
    }
}
