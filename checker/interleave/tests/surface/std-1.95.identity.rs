// Made by extract.py. Each function is held by the line above it.

// mod std::alloc
pub mod i1 { mod a { pub use std::alloc as it; } mod b { pub use real::alloc as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::any
pub mod i2 { mod a { pub use std::any as it; } mod b { pub use real::any as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::arch
pub mod i3 { mod a { pub use std::arch as it; } mod b { pub use real::arch as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::array
pub mod i4 { mod a { pub use std::array as it; } mod b { pub use real::array as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::ascii
pub mod i5 { mod a { pub use std::ascii as it; } mod b { pub use real::ascii as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::backtrace
pub mod i6 { mod a { pub use std::backtrace as it; } mod b { pub use real::backtrace as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::borrow
pub mod i7 { mod a { pub use std::borrow as it; } mod b { pub use real::borrow as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::boxed
pub mod i8 { mod a { pub use std::boxed as it; } mod b { pub use real::boxed as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::cell
pub mod i9 { mod a { pub use std::cell as it; } mod b { pub use real::cell as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// struct std::cell::BorrowError
pub fn i10<'this>(x: &'this std::cell::BorrowError) -> &'this real::cell::BorrowError { x }
// struct std::cell::BorrowMutError
pub fn i19<'this>(x: &'this std::cell::BorrowMutError) -> &'this real::cell::BorrowMutError { x }
// struct std::cell::Cell
pub fn i28<'this, T>(x: &'this std::cell::Cell<T>) -> &'this real::cell::Cell<T> where T: ?std::marker::Sized { x }
// struct std::cell::LazyCell
pub fn i58<'this, T, F>(x: &'this std::cell::LazyCell<T, F>) -> &'this real::cell::LazyCell<T, F> { x }
// struct std::cell::OnceCell
pub fn i73<'this, T>(x: &'this std::cell::OnceCell<T>) -> &'this real::cell::OnceCell<T> { x }
// struct std::cell::Ref
pub fn i92<'b, 'this, T>(x: &'this std::cell::Ref<'b, T>) -> &'this real::cell::Ref<'b, T> where T: 'b + ?std::marker::Sized { x }
// struct std::cell::RefCell
pub fn i105<'this, T>(x: &'this std::cell::RefCell<T>) -> &'this real::cell::RefCell<T> where T: ?std::marker::Sized { x }
// struct std::cell::RefMut
pub fn i132<'b, 'this, T>(x: &'this std::cell::RefMut<'b, T>) -> &'this real::cell::RefMut<'b, T> where T: 'b + ?std::marker::Sized { x }
// struct std::cell::UnsafeCell
pub fn i145<'this, T>(x: &'this std::cell::UnsafeCell<T>) -> &'this real::cell::UnsafeCell<T> where T: ?std::marker::Sized { x }
// mod std::char
pub mod i160 { mod a { pub use std::char as it; } mod b { pub use real::char as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::clone
pub mod i161 { mod a { pub use std::clone as it; } mod b { pub use real::clone as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::cmp
pub mod i162 { mod a { pub use std::cmp as it; } mod b { pub use real::cmp as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::collections
pub mod i163 { mod a { pub use std::collections as it; } mod b { pub use real::collections as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::convert
pub mod i164 { mod a { pub use std::convert as it; } mod b { pub use real::convert as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::default
pub mod i165 { mod a { pub use std::default as it; } mod b { pub use real::default as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::env
pub mod i166 { mod a { pub use std::env as it; } mod b { pub use real::env as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::error
pub mod i167 { mod a { pub use std::error as it; } mod b { pub use real::error as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::f32
pub mod i168 { mod a { pub use std::f32 as it; } mod b { pub use real::f32 as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::f64
pub mod i169 { mod a { pub use std::f64 as it; } mod b { pub use real::f64 as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::ffi
pub mod i170 { mod a { pub use std::ffi as it; } mod b { pub use real::ffi as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::fmt
pub mod i171 { mod a { pub use std::fmt as it; } mod b { pub use real::fmt as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::fs
pub mod i172 { mod a { pub use std::fs as it; } mod b { pub use real::fs as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::future
pub mod i173 { mod a { pub use std::future as it; } mod b { pub use real::future as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::hash
pub mod i174 { mod a { pub use std::hash as it; } mod b { pub use real::hash as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::hint
pub mod i175 { mod a { pub use std::hint as it; } mod b { pub use real::hint as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// fn std::hint::assert_unchecked
pub fn i176() { same(std::hint::assert_unchecked, real::hint::assert_unchecked) }
// fn std::hint::black_box
pub fn i177<T>() { same(std::hint::black_box::<T>, real::hint::black_box::<T>) }
// fn std::hint::cold_path
pub fn i178() { same(std::hint::cold_path, real::hint::cold_path) }
// fn std::hint::select_unpredictable
pub fn i179<T>() { same(std::hint::select_unpredictable::<T>, real::hint::select_unpredictable::<T>) }
// fn std::hint::spin_loop
pub fn i180() { same(std::hint::spin_loop, real::hint::spin_loop) }
// fn std::hint::unreachable_unchecked
pub fn i181() { same(std::hint::unreachable_unchecked, real::hint::unreachable_unchecked) }
// mod std::i8 [deprecated]
pub mod i182 { mod a { pub use std::i8 as it; } mod b { pub use real::i8 as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::i16 [deprecated]
pub mod i183 { mod a { pub use std::i16 as it; } mod b { pub use real::i16 as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::i32 [deprecated]
pub mod i184 { mod a { pub use std::i32 as it; } mod b { pub use real::i32 as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::i64 [deprecated]
pub mod i185 { mod a { pub use std::i64 as it; } mod b { pub use real::i64 as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::i128 [deprecated]
pub mod i186 { mod a { pub use std::i128 as it; } mod b { pub use real::i128 as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::io
pub mod i187 { mod a { pub use std::io as it; } mod b { pub use real::io as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::isize [deprecated]
pub mod i188 { mod a { pub use std::isize as it; } mod b { pub use real::isize as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::iter
pub mod i189 { mod a { pub use std::iter as it; } mod b { pub use real::iter as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::marker
pub mod i190 { mod a { pub use std::marker as it; } mod b { pub use real::marker as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::mem
pub mod i191 { mod a { pub use std::mem as it; } mod b { pub use real::mem as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::net
pub mod i192 { mod a { pub use std::net as it; } mod b { pub use real::net as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::num
pub mod i193 { mod a { pub use std::num as it; } mod b { pub use real::num as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::ops
pub mod i194 { mod a { pub use std::ops as it; } mod b { pub use real::ops as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::option
pub mod i195 { mod a { pub use std::option as it; } mod b { pub use real::option as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::os
pub mod i196 { mod a { pub use std::os as it; } mod b { pub use real::os as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::panic
pub mod i197 { mod a { pub use std::panic as it; } mod b { pub use real::panic as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// struct std::panic::AssertUnwindSafe
pub fn i198<'this, T>(x: &'this std::panic::AssertUnwindSafe<T>) -> &'this real::panic::AssertUnwindSafe<T> { x }
// struct std::panic::Location
pub fn i211<'a, 'this>(x: &'this std::panic::Location<'a>) -> &'this real::panic::Location<'a> { x }
// struct std::panic::PanicHookInfo
pub fn i231<'a, 'this>(x: &'this std::panic::PanicHookInfo<'a>) -> &'this real::panic::PanicHookInfo<'a> { x }
// trait std::panic::RefUnwindSafe
pub fn i242<T: ?Sized + std::panic::RefUnwindSafe>() { fn need<T: ?Sized + real::panic::RefUnwindSafe>() {} need::<T>() }
// trait std::panic::UnwindSafe
pub fn i243<T: ?Sized + std::panic::UnwindSafe>() { fn need<T: ?Sized + real::panic::UnwindSafe>() {} need::<T>() }
// type std::panic::PanicInfo [deprecated]
pub fn i244<'a>(x: std::panic::PanicInfo<'a>) -> real::panic::PanicInfo<'a> { x }
// fn std::panic::catch_unwind
pub fn i245<F: std::ops::FnOnce() -> R + std::panic::UnwindSafe, R>() { same(std::panic::catch_unwind::<F, R>, real::panic::catch_unwind::<F, R>) }
// fn std::panic::panic_any
pub fn i246<M: 'static + std::any::Any + std::marker::Send>() { same(std::panic::panic_any::<M>, real::panic::panic_any::<M>) }
// fn std::panic::resume_unwind
pub fn i247() { same(std::panic::resume_unwind, real::panic::resume_unwind) }
// fn std::panic::set_hook
pub fn i248() { same(std::panic::set_hook, real::panic::set_hook) }
// fn std::panic::take_hook
pub fn i249() { same(std::panic::take_hook, real::panic::take_hook) }
// mod std::path
pub mod i250 { mod a { pub use std::path as it; } mod b { pub use real::path as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::pin
pub mod i251 { mod a { pub use std::pin as it; } mod b { pub use real::pin as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::prelude
pub mod i252 { mod a { pub use std::prelude as it; } mod b { pub use real::prelude as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::primitive
pub mod i253 { mod a { pub use std::primitive as it; } mod b { pub use real::primitive as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::process
pub mod i254 { mod a { pub use std::process as it; } mod b { pub use real::process as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::ptr
pub mod i255 { mod a { pub use std::ptr as it; } mod b { pub use real::ptr as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::range
pub mod i256 { mod a { pub use std::range as it; } mod b { pub use real::range as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::rc
pub mod i257 { mod a { pub use std::rc as it; } mod b { pub use real::rc as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::result
pub mod i258 { mod a { pub use std::result as it; } mod b { pub use real::result as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::slice
pub mod i259 { mod a { pub use std::slice as it; } mod b { pub use real::slice as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::str
pub mod i260 { mod a { pub use std::str as it; } mod b { pub use real::str as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::string
pub mod i261 { mod a { pub use std::string as it; } mod b { pub use real::string as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::sync
pub mod i262 { mod a { pub use std::sync as it; } mod b { pub use real::sync as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// struct std::sync::Arc
pub fn i263<'this, T>(x: &'this std::sync::Arc<T>) -> &'this real::sync::Arc<T> where T: ?std::marker::Sized { x }
// struct std::sync::Barrier
pub fn i338<'this>(x: &'this std::sync::Barrier) -> &'this real::sync::Barrier { x }
// struct std::sync::BarrierWaitResult
pub fn i347<'this>(x: &'this std::sync::BarrierWaitResult) -> &'this real::sync::BarrierWaitResult { x }
// struct std::sync::Condvar
pub fn i355<'this>(x: &'this std::sync::Condvar) -> &'this real::sync::Condvar { x }
// struct std::sync::LazyLock
pub fn i371<'this, T, F>(x: &'this std::sync::LazyLock<T, F>) -> &'this real::sync::LazyLock<T, F> { x }
// struct std::sync::Mutex
pub fn i386<'this, T: ?std::marker::Sized>(x: &'this std::sync::Mutex<T>) -> &'this real::sync::Mutex<T> { x }
// struct std::sync::MutexGuard
pub fn i402<'a, 'this, T: ?std::marker::Sized + 'a>(x: &'this std::sync::MutexGuard<'a, T>) -> &'this real::sync::MutexGuard<'a, T> { x }
// struct std::sync::Once
pub fn i412<'this>(x: &'this std::sync::Once) -> &'this real::sync::Once { x }
// struct std::sync::OnceLock
pub fn i425<'this, T>(x: &'this std::sync::OnceLock<T>) -> &'this real::sync::OnceLock<T> { x }
// struct std::sync::OnceState
pub fn i445<'this>(x: &'this std::sync::OnceState) -> &'this real::sync::OnceState { x }
// struct std::sync::PoisonError
pub fn i453<'this, T>(x: &'this std::sync::PoisonError<T>) -> &'this real::sync::PoisonError<T> { x }
// struct std::sync::RwLock
pub fn i467<'this, T: ?std::marker::Sized>(x: &'this std::sync::RwLock<T>) -> &'this real::sync::RwLock<T> { x }
// struct std::sync::RwLockReadGuard
pub fn i485<'rwlock, 'this, T: ?std::marker::Sized + 'rwlock>(x: &'this std::sync::RwLockReadGuard<'rwlock, T>) -> &'this real::sync::RwLockReadGuard<'rwlock, T> { x }
// struct std::sync::RwLockWriteGuard
pub fn i494<'rwlock, 'this, T: ?std::marker::Sized + 'rwlock>(x: &'this std::sync::RwLockWriteGuard<'rwlock, T>) -> &'this real::sync::RwLockWriteGuard<'rwlock, T> { x }
// struct std::sync::WaitTimeoutResult
pub fn i505<'this>(x: &'this std::sync::WaitTimeoutResult) -> &'this real::sync::WaitTimeoutResult { x }
// struct std::sync::Weak
pub fn i517<'this, T>(x: &'this std::sync::Weak<T>) -> &'this real::sync::Weak<T> where T: ?std::marker::Sized { x }
// enum std::sync::TryLockError
pub fn i534<'this, T>(x: &'this std::sync::TryLockError<T>) -> &'this real::sync::TryLockError<T> { x }
// type std::sync::LockResult
pub fn i546<T>(x: std::sync::LockResult<T>) -> real::sync::LockResult<T> { x }
// type std::sync::TryLockResult
pub fn i547<Guard>(x: std::sync::TryLockResult<Guard>) -> real::sync::TryLockResult<Guard> { x }
// const std::sync::ONCE_INIT [deprecated]
pub fn i548() -> real::sync::Once { std::sync::ONCE_INIT }
// mod std::sync::atomic
pub mod i549 { mod a { pub use std::sync::atomic as it; } mod b { pub use real::sync::atomic as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// struct std::sync::atomic::AtomicBool
pub fn i550<'this>(x: &'this std::sync::atomic::AtomicBool) -> &'this real::sync::atomic::AtomicBool { x }
// struct std::sync::atomic::AtomicI16
pub fn i578<'this>(x: &'this std::sync::atomic::AtomicI16) -> &'this real::sync::atomic::AtomicI16 { x }
// struct std::sync::atomic::AtomicI32
pub fn i609<'this>(x: &'this std::sync::atomic::AtomicI32) -> &'this real::sync::atomic::AtomicI32 { x }
// struct std::sync::atomic::AtomicI64
pub fn i640<'this>(x: &'this std::sync::atomic::AtomicI64) -> &'this real::sync::atomic::AtomicI64 { x }
// struct std::sync::atomic::AtomicI8
pub fn i671<'this>(x: &'this std::sync::atomic::AtomicI8) -> &'this real::sync::atomic::AtomicI8 { x }
// struct std::sync::atomic::AtomicIsize
pub fn i702<'this>(x: &'this std::sync::atomic::AtomicIsize) -> &'this real::sync::atomic::AtomicIsize { x }
// struct std::sync::atomic::AtomicPtr
pub fn i733<'this, T>(x: &'this std::sync::atomic::AtomicPtr<T>) -> &'this real::sync::atomic::AtomicPtr<T> { x }
// struct std::sync::atomic::AtomicU16
pub fn i764<'this>(x: &'this std::sync::atomic::AtomicU16) -> &'this real::sync::atomic::AtomicU16 { x }
// struct std::sync::atomic::AtomicU32
pub fn i795<'this>(x: &'this std::sync::atomic::AtomicU32) -> &'this real::sync::atomic::AtomicU32 { x }
// struct std::sync::atomic::AtomicU64
pub fn i826<'this>(x: &'this std::sync::atomic::AtomicU64) -> &'this real::sync::atomic::AtomicU64 { x }
// struct std::sync::atomic::AtomicU8
pub fn i857<'this>(x: &'this std::sync::atomic::AtomicU8) -> &'this real::sync::atomic::AtomicU8 { x }
// struct std::sync::atomic::AtomicUsize
pub fn i888<'this>(x: &'this std::sync::atomic::AtomicUsize) -> &'this real::sync::atomic::AtomicUsize { x }
// enum std::sync::atomic::Ordering
pub fn i919<'this>(x: &'this std::sync::atomic::Ordering) -> &'this real::sync::atomic::Ordering { x }
// fn std::sync::atomic::compiler_fence
pub fn i936() { same(std::sync::atomic::compiler_fence, real::sync::atomic::compiler_fence) }
// fn std::sync::atomic::fence
pub fn i937() { same(std::sync::atomic::fence, real::sync::atomic::fence) }
// fn std::sync::atomic::spin_loop_hint [deprecated]
pub fn i938() { same(std::sync::atomic::spin_loop_hint, real::sync::atomic::spin_loop_hint) }
// const std::sync::atomic::ATOMIC_BOOL_INIT [deprecated]
pub fn i939() -> real::sync::atomic::AtomicBool { std::sync::atomic::ATOMIC_BOOL_INIT }
// const std::sync::atomic::ATOMIC_ISIZE_INIT [deprecated]
pub fn i940() -> real::sync::atomic::AtomicIsize { std::sync::atomic::ATOMIC_ISIZE_INIT }
// const std::sync::atomic::ATOMIC_USIZE_INIT [deprecated]
pub fn i941() -> real::sync::atomic::AtomicUsize { std::sync::atomic::ATOMIC_USIZE_INIT }
// mod std::sync::mpsc
pub mod i942 { mod a { pub use std::sync::mpsc as it; } mod b { pub use real::sync::mpsc as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// struct std::sync::mpsc::IntoIter
pub fn i943<'this, T>(x: &'this std::sync::mpsc::IntoIter<T>) -> &'this real::sync::mpsc::IntoIter<T> { x }
// struct std::sync::mpsc::Iter
pub fn i951<'a, 'this, T: 'a>(x: &'this std::sync::mpsc::Iter<'a, T>) -> &'this real::sync::mpsc::Iter<'a, T> { x }
// struct std::sync::mpsc::Receiver
pub fn i959<'this, T>(x: &'this std::sync::mpsc::Receiver<T>) -> &'this real::sync::mpsc::Receiver<T> { x }
// struct std::sync::mpsc::RecvError
pub fn i973<'this>(x: &'this std::sync::mpsc::RecvError) -> &'this real::sync::mpsc::RecvError { x }
// struct std::sync::mpsc::SendError
pub fn i988<'this, T>(x: &'this std::sync::mpsc::SendError<T>) -> &'this real::sync::mpsc::SendError<T> { x }
// struct std::sync::mpsc::Sender
pub fn i1003<'this, T>(x: &'this std::sync::mpsc::Sender<T>) -> &'this real::sync::mpsc::Sender<T> { x }
// struct std::sync::mpsc::SyncSender
pub fn i1012<'this, T>(x: &'this std::sync::mpsc::SyncSender<T>) -> &'this real::sync::mpsc::SyncSender<T> { x }
// struct std::sync::mpsc::TryIter
pub fn i1022<'a, 'this, T: 'a>(x: &'this std::sync::mpsc::TryIter<'a, T>) -> &'this real::sync::mpsc::TryIter<'a, T> { x }
// enum std::sync::mpsc::RecvTimeoutError
pub fn i1030<'this>(x: &'this std::sync::mpsc::RecvTimeoutError) -> &'this real::sync::mpsc::RecvTimeoutError { x }
// enum std::sync::mpsc::TryRecvError
pub fn i1046<'this>(x: &'this std::sync::mpsc::TryRecvError) -> &'this real::sync::mpsc::TryRecvError { x }
// enum std::sync::mpsc::TrySendError
pub fn i1062<'this, T>(x: &'this std::sync::mpsc::TrySendError<T>) -> &'this real::sync::mpsc::TrySendError<T> { x }
// fn std::sync::mpsc::channel
pub fn i1078<T>() { same(std::sync::mpsc::channel::<T>, real::sync::mpsc::channel::<T>) }
// fn std::sync::mpsc::sync_channel
pub fn i1079<T>() { same(std::sync::mpsc::sync_channel::<T>, real::sync::mpsc::sync_channel::<T>) }
// mod std::task
pub mod i1080 { mod a { pub use std::task as it; } mod b { pub use real::task as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// struct std::task::Context
pub fn i1081<'a, 'this>(x: &'this std::task::Context<'a>) -> &'this real::task::Context<'a> { x }
// struct std::task::RawWaker
pub fn i1090<'this>(x: &'this std::task::RawWaker) -> &'this real::task::RawWaker { x }
// struct std::task::RawWakerVTable
pub fn i1100<'this>(x: &'this std::task::RawWakerVTable) -> &'this real::task::RawWakerVTable { x }
// struct std::task::Waker
pub fn i1111<'this>(x: &'this std::task::Waker) -> &'this real::task::Waker { x }
// enum std::task::Poll
pub fn i1128<'this, T>(x: &'this std::task::Poll<T>) -> &'this real::task::Poll<T> { x }
// trait std::task::Wake
pub fn i1152<T: ?Sized + std::task::Wake>() { fn need<T: ?Sized + real::task::Wake>() {} need::<T>() }
// macro std::task::ready
pub mod i1153 { mod a { pub use std::task::ready as it; } mod b { pub use real::task::ready as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// mod std::thread
pub mod i1154 { mod a { pub use std::thread as it; } mod b { pub use real::thread as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// struct std::thread::AccessError
pub fn i1155<'this>(x: &'this std::thread::AccessError) -> &'this real::thread::AccessError { x }
// struct std::thread::Builder
pub fn i1168<'this>(x: &'this std::thread::Builder) -> &'this real::thread::Builder { x }
// struct std::thread::JoinHandle
pub fn i1181<'this, T>(x: &'this std::thread::JoinHandle<T>) -> &'this real::thread::JoinHandle<T> { x }
// struct std::thread::LocalKey
pub fn i1191<'this, T: 'static>(x: &'this std::thread::LocalKey<T>) -> &'this real::thread::LocalKey<T> { x }
// struct std::thread::Scope
pub fn i1209<'scope, 'env: 'scope, 'this>(x: &'this std::thread::Scope<'scope, 'env>) -> &'this real::thread::Scope<'scope, 'env> { x }
// struct std::thread::ScopedJoinHandle
pub fn i1217<'scope, 'this, T>(x: &'this std::thread::ScopedJoinHandle<'scope, T>) -> &'this real::thread::ScopedJoinHandle<'scope, T> { x }
// struct std::thread::Thread
pub fn i1227<'this>(x: &'this std::thread::Thread) -> &'this real::thread::Thread { x }
// struct std::thread::ThreadId
pub fn i1238<'this>(x: &'this std::thread::ThreadId) -> &'this real::thread::ThreadId { x }
// type std::thread::Result
pub fn i1250<T>(x: std::thread::Result<T>) -> real::thread::Result<T> { x }
// fn std::thread::available_parallelism
pub fn i1251() { same(std::thread::available_parallelism, real::thread::available_parallelism) }
// fn std::thread::current
pub fn i1252() { same(std::thread::current, real::thread::current) }
// fn std::thread::panicking
pub fn i1253() { same(std::thread::panicking, real::thread::panicking) }
// fn std::thread::park
pub fn i1254() { same(std::thread::park, real::thread::park) }
// fn std::thread::park_timeout
pub fn i1255() { same(std::thread::park_timeout, real::thread::park_timeout) }
// fn std::thread::park_timeout_ms [deprecated]
pub fn i1256() { same(std::thread::park_timeout_ms, real::thread::park_timeout_ms) }
// fn std::thread::scope
pub fn i1257<'env, F, T>() where F: for<'scope> std::ops::FnOnce(&'scope std::thread::Scope<'scope, 'env>) -> T { same(std::thread::scope::<F, T>, real::thread::scope::<F, T>) }
// fn std::thread::sleep
pub fn i1258() { same(std::thread::sleep, real::thread::sleep) }
// fn std::thread::sleep_ms [deprecated]
pub fn i1259() { same(std::thread::sleep_ms, real::thread::sleep_ms) }
// fn std::thread::spawn
pub fn i1260<F, T>() where F: std::ops::FnOnce() -> T + std::marker::Send + 'static, T: std::marker::Send + 'static { same(std::thread::spawn::<F, T>, real::thread::spawn::<F, T>) }
// fn std::thread::yield_now
pub fn i1261() { same(std::thread::yield_now, real::thread::yield_now) }
// mod std::time
pub mod i1262 { mod a { pub use std::time as it; } mod b { pub use real::time as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// struct std::time::Duration
pub fn i1263<'this>(x: &'this std::time::Duration) -> &'this real::time::Duration { x }
// struct std::time::Instant
pub fn i1335<'this>(x: &'this std::time::Instant) -> &'this real::time::Instant { x }
// struct std::time::SystemTime
pub fn i1361<'this>(x: &'this std::time::SystemTime) -> &'this real::time::SystemTime { x }
// struct std::time::SystemTimeError
pub fn i1385<'this>(x: &'this std::time::SystemTimeError) -> &'this real::time::SystemTimeError { x }
// struct std::time::TryFromFloatSecsError
pub fn i1396<'this>(x: &'this std::time::TryFromFloatSecsError) -> &'this real::time::TryFromFloatSecsError { x }
// const std::time::UNIX_EPOCH
pub fn i1408() -> real::time::SystemTime { std::time::UNIX_EPOCH }
// mod std::u8 [deprecated]
pub mod i1409 { mod a { pub use std::u8 as it; } mod b { pub use real::u8 as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::u16 [deprecated]
pub mod i1410 { mod a { pub use std::u16 as it; } mod b { pub use real::u16 as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::u32 [deprecated]
pub mod i1411 { mod a { pub use std::u32 as it; } mod b { pub use real::u32 as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::u64 [deprecated]
pub mod i1412 { mod a { pub use std::u64 as it; } mod b { pub use real::u64 as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::u128 [deprecated]
pub mod i1413 { mod a { pub use std::u128 as it; } mod b { pub use real::u128 as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::usize [deprecated]
pub mod i1414 { mod a { pub use std::usize as it; } mod b { pub use real::usize as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// mod std::vec
pub mod i1415 { mod a { pub use std::vec as it; } mod b { pub use real::vec as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it::{self as here}; }
// macro std::assert
pub mod i1416 { mod a { pub use std::assert as it; } mod b { pub use real::assert as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::assert_eq
pub mod i1417 { mod a { pub use std::assert_eq as it; } mod b { pub use real::assert_eq as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::assert_ne
pub mod i1418 { mod a { pub use std::assert_ne as it; } mod b { pub use real::assert_ne as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::cfg
pub mod i1419 { mod a { pub use std::cfg as it; } mod b { pub use real::cfg as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::cfg_select
pub mod i1420 { mod a { pub use std::cfg_select as it; } mod b { pub use real::cfg_select as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::column
pub mod i1421 { mod a { pub use std::column as it; } mod b { pub use real::column as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::compile_error
pub mod i1422 { mod a { pub use std::compile_error as it; } mod b { pub use real::compile_error as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::concat
pub mod i1423 { mod a { pub use std::concat as it; } mod b { pub use real::concat as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::dbg
pub mod i1424 { mod a { pub use std::dbg as it; } mod b { pub use real::dbg as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::debug_assert
pub mod i1425 { mod a { pub use std::debug_assert as it; } mod b { pub use real::debug_assert as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::debug_assert_eq
pub mod i1426 { mod a { pub use std::debug_assert_eq as it; } mod b { pub use real::debug_assert_eq as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::debug_assert_ne
pub mod i1427 { mod a { pub use std::debug_assert_ne as it; } mod b { pub use real::debug_assert_ne as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::env
pub mod i1428 { mod a { pub use std::env as it; } mod b { pub use real::env as it; } mod c { pub use super::a::*; pub use super::b::*; } pub fn f() { let _ = self::c::it!("PATH"); } }
// macro std::eprint
pub mod i1429 { mod a { pub use std::eprint as it; } mod b { pub use real::eprint as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::eprintln
pub mod i1430 { mod a { pub use std::eprintln as it; } mod b { pub use real::eprintln as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::file
pub mod i1431 { mod a { pub use std::file as it; } mod b { pub use real::file as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::format
pub mod i1432 { mod a { pub use std::format as it; } mod b { pub use real::format as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::format_args
pub mod i1433 { mod a { pub use std::format_args as it; } mod b { pub use real::format_args as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::include
pub mod i1434 { mod a { pub use std::include as it; } mod b { pub use real::include as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::include_bytes
pub mod i1435 { mod a { pub use std::include_bytes as it; } mod b { pub use real::include_bytes as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::include_str
pub mod i1436 { mod a { pub use std::include_str as it; } mod b { pub use real::include_str as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::is_x86_feature_detected
pub mod i1437 { mod a { pub use std::is_x86_feature_detected as it; } mod b { pub use real::is_x86_feature_detected as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::line
pub mod i1438 { mod a { pub use std::line as it; } mod b { pub use real::line as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::matches
pub mod i1439 { mod a { pub use std::matches as it; } mod b { pub use real::matches as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::module_path
pub mod i1440 { mod a { pub use std::module_path as it; } mod b { pub use real::module_path as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::option_env
pub mod i1441 { mod a { pub use std::option_env as it; } mod b { pub use real::option_env as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::panic
pub mod i1442 { mod a { pub use std::panic as it; } mod b { pub use real::panic as it; } mod c { pub use super::a::*; pub use super::b::*; } pub fn f() { let _ = self::c::it!("PATH"); } }
// macro std::print
pub mod i1443 { mod a { pub use std::print as it; } mod b { pub use real::print as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::println
pub mod i1444 { mod a { pub use std::println as it; } mod b { pub use real::println as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::stringify
pub mod i1445 { mod a { pub use std::stringify as it; } mod b { pub use real::stringify as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::thread_local
pub mod i1446 { mod a { pub use std::thread_local as it; } mod b { pub use real::thread_local as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::todo
pub mod i1447 { mod a { pub use std::todo as it; } mod b { pub use real::todo as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::try [deprecated]
pub mod i1448 { mod a { pub use std::r#try as it; } mod b { pub use real::r#try as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::unimplemented
pub mod i1449 { mod a { pub use std::unimplemented as it; } mod b { pub use real::unimplemented as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::unreachable
pub mod i1450 { mod a { pub use std::unreachable as it; } mod b { pub use real::unreachable as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::vec
pub mod i1451 { mod a { pub use std::vec as it; } mod b { pub use real::vec as it; } mod c { pub use super::a::*; pub use super::b::*; } pub fn f() { let _ = self::c::it!("PATH"); } }
// macro std::write
pub mod i1452 { mod a { pub use std::write as it; } mod b { pub use real::write as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
// macro std::writeln
pub mod i1453 { mod a { pub use std::writeln as it; } mod b { pub use real::writeln as it; } mod c { pub use super::a::*; pub use super::b::*; } pub use self::c::it as here; }
