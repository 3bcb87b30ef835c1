// Made by extract.py. Each function is held by the line above it.

// mod std::alloc
pub use std::alloc as p1;
// mod std::any
pub use std::any as p2;
// mod std::arch
pub use std::arch as p3;
// mod std::array
pub use std::array as p4;
// mod std::ascii
pub use std::ascii as p5;
// mod std::backtrace
pub use std::backtrace as p6;
// mod std::borrow
pub use std::borrow as p7;
// mod std::boxed
pub use std::boxed as p8;
// mod std::cell
pub use std::cell as p9;
// struct std::cell::BorrowError
pub fn p10(_: &std::cell::BorrowError) {}
// impl Debug for std::cell::BorrowError
pub fn p11() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::cell::BorrowError>() }
// impl Display for std::cell::BorrowError
pub fn p12() { fn need<X: ?Sized>() where X: std::fmt::Display {} need::<std::cell::BorrowError>() }
// impl Error for std::cell::BorrowError
pub fn p13() { fn need<X: ?Sized>() where X: std::error::Error {} need::<std::cell::BorrowError>() }
// impl RefUnwindSafe for std::cell::BorrowError
pub fn p14() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::cell::BorrowError>() }
// impl Send for std::cell::BorrowError
pub fn p15() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::cell::BorrowError>() }
// impl Sync for std::cell::BorrowError
pub fn p16() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::cell::BorrowError>() }
// impl Unpin for std::cell::BorrowError
pub fn p17() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::cell::BorrowError>() }
// impl UnwindSafe for std::cell::BorrowError
pub fn p18() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::cell::BorrowError>() }
// struct std::cell::BorrowMutError
pub fn p19(_: &std::cell::BorrowMutError) {}
// impl Debug for std::cell::BorrowMutError
pub fn p20() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::cell::BorrowMutError>() }
// impl Display for std::cell::BorrowMutError
pub fn p21() { fn need<X: ?Sized>() where X: std::fmt::Display {} need::<std::cell::BorrowMutError>() }
// impl Error for std::cell::BorrowMutError
pub fn p22() { fn need<X: ?Sized>() where X: std::error::Error {} need::<std::cell::BorrowMutError>() }
// impl RefUnwindSafe for std::cell::BorrowMutError
pub fn p23() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::cell::BorrowMutError>() }
// impl Send for std::cell::BorrowMutError
pub fn p24() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::cell::BorrowMutError>() }
// impl Sync for std::cell::BorrowMutError
pub fn p25() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::cell::BorrowMutError>() }
// impl Unpin for std::cell::BorrowMutError
pub fn p26() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::cell::BorrowMutError>() }
// impl UnwindSafe for std::cell::BorrowMutError
pub fn p27() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::cell::BorrowMutError>() }
// struct std::cell::Cell
pub fn p28<T>(_: &std::cell::Cell<T>) where T: ?std::marker::Sized {}
// fn std::cell::Cell::new
pub const fn p29<T>(value: T) -> std::cell::Cell<T> { <std::cell::Cell<T>>::new(value) }
// fn std::cell::Cell::set
pub fn p30<T>(this: &std::cell::Cell<T>, val: T) { <std::cell::Cell<T>>::set(this, val) }
// fn std::cell::Cell::swap
pub fn p31<T>(this: &std::cell::Cell<T>, other: &std::cell::Cell<T>) { <std::cell::Cell<T>>::swap(this, other) }
// fn std::cell::Cell::replace
pub const fn p32<T>(this: &std::cell::Cell<T>, val: T) -> T { <std::cell::Cell<T>>::replace(this, val) }
// fn std::cell::Cell::into_inner
pub const fn p33<T>(this: std::cell::Cell<T>) -> T { <std::cell::Cell<T>>::into_inner(this) }
// fn std::cell::Cell::get
pub const fn p34<T>(this: &std::cell::Cell<T>) -> T where T: std::marker::Copy { <std::cell::Cell<T>>::get(this) }
// fn std::cell::Cell::update
pub fn p35<T>(this: &std::cell::Cell<T>, f: impl std::ops::FnOnce(T) -> T) where T: std::marker::Copy { <std::cell::Cell<T>>::update(this, f) }
// fn std::cell::Cell::as_ptr
pub const fn p36<T>(this: &std::cell::Cell<T>) -> *mut T where T: ?std::marker::Sized { <std::cell::Cell<T>>::as_ptr(this) }
// fn std::cell::Cell::get_mut
pub const fn p37<'this, T>(this: &'this mut std::cell::Cell<T>) -> &'this mut T where T: ?std::marker::Sized { <std::cell::Cell<T>>::get_mut(this) }
// fn std::cell::Cell::from_mut
pub const fn p38<T>(t: &mut T) -> &std::cell::Cell<T> where T: ?std::marker::Sized { <std::cell::Cell<T>>::from_mut(t) }
// fn std::cell::Cell::take
pub fn p39<T>(this: &std::cell::Cell<T>) -> T where T: std::default::Default, T: std::default::Default { <std::cell::Cell<T>>::take(this) }
// fn std::cell::Cell<[T]>::as_slice_of_cells
pub const fn p40<'this, T>(this: &'this std::cell::Cell<[T]>) -> &'this [std::cell::Cell<T>] { <std::cell::Cell<[T]>>::as_slice_of_cells(this) }
// fn std::cell::Cell<[T; N]>::as_array_of_cells
pub const fn p41<'this, T, const N: usize>(this: &'this std::cell::Cell<[T; N]>) -> &'this [std::cell::Cell<T>; N] { <std::cell::Cell<[T; N]>>::as_array_of_cells(this) }
// impl AsRef<[Cell<T>]> for std::cell::Cell<[T]>
pub fn p42<T>() { fn need<T, X: ?Sized>() where X: std::convert::AsRef<[std::cell::Cell<T>]> {} need::<T, std::cell::Cell<[T]>>() }
// impl AsRef<[Cell<T>]> for std::cell::Cell<[T; N]>
pub fn p43<T, const N: usize>() { fn need<T, const N: usize, X: ?Sized>() where X: std::convert::AsRef<[std::cell::Cell<T>]> {} need::<T, N, std::cell::Cell<[T; N]>>() }
// impl AsRef<[Cell<T>; N]> for std::cell::Cell<[T; N]>
pub fn p44<T, const N: usize>() { fn need<T, const N: usize, X: ?Sized>() where X: std::convert::AsRef<[std::cell::Cell<T>; N]> {} need::<T, N, std::cell::Cell<[T; N]>>() }
// impl Clone for std::cell::Cell<T>
pub fn p45<T>() where T: std::marker::Copy { fn need<T, X: ?Sized>() where T: std::marker::Copy, X: std::clone::Clone {} need::<T, std::cell::Cell<T>>() }
// impl Debug for std::cell::Cell<T>
pub fn p46<T>() where T: std::marker::Copy + std::fmt::Debug { fn need<T, X: ?Sized>() where T: std::marker::Copy + std::fmt::Debug, X: std::fmt::Debug {} need::<T, std::cell::Cell<T>>() }
// impl Default for std::cell::Cell<T>
pub fn p47<T>() where T: std::default::Default { fn need<T, X: ?Sized>() where T: std::default::Default, X: std::default::Default {} need::<T, std::cell::Cell<T>>() }
// impl From<T> for std::cell::Cell<T>
pub fn p48<T>() { fn need<T, X: ?Sized>() where X: std::convert::From<T> {} need::<T, std::cell::Cell<T>>() }
// impl Ord for std::cell::Cell<T>
pub fn p49<T>() where T: std::cmp::Ord + std::marker::Copy { fn need<T, X: ?Sized>() where T: std::cmp::Ord + std::marker::Copy, X: std::cmp::Ord {} need::<T, std::cell::Cell<T>>() }
// impl PartialEq for std::cell::Cell<T>
pub fn p50<T>() where T: std::cmp::PartialEq + std::marker::Copy { fn need<T, X: ?Sized>() where T: std::cmp::PartialEq + std::marker::Copy, X: std::cmp::PartialEq {} need::<T, std::cell::Cell<T>>() }
// impl PartialOrd for std::cell::Cell<T>
pub fn p51<T>() where T: std::cmp::PartialOrd + std::marker::Copy { fn need<T, X: ?Sized>() where T: std::cmp::PartialOrd + std::marker::Copy, X: std::cmp::PartialOrd {} need::<T, std::cell::Cell<T>>() }
// impl Eq for std::cell::Cell<T>
pub fn p52<T>() where T: std::cmp::Eq + std::marker::Copy { fn need<T, X: ?Sized>() where T: std::cmp::Eq + std::marker::Copy, X: std::cmp::Eq {} need::<T, std::cell::Cell<T>>() }
// impl Send for std::cell::Cell<T>
pub fn p53<T>() where T: std::marker::Send + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::marker::Send + ?std::marker::Sized, X: std::marker::Send {} need::<T, std::cell::Cell<T>>() }
// impl !Sync for std::cell::Cell<T>
pub fn p54() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::marker::Sync> Holds<u8> for T {} <std::cell::Cell<u8> as Holds<_>>::holds() }
// impl !RefUnwindSafe for std::cell::Cell<T>
pub fn p55() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::panic::RefUnwindSafe> Holds<u8> for T {} <std::cell::Cell<u8> as Holds<_>>::holds() }
// impl Unpin for std::cell::Cell<T>
pub fn p56<T>() where T: std::marker::Unpin + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::marker::Unpin + ?std::marker::Sized, X: std::marker::Unpin {} need::<T, std::cell::Cell<T>>() }
// impl UnwindSafe for std::cell::Cell<T>
pub fn p57<T>() where T: std::panic::UnwindSafe + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::panic::UnwindSafe + ?std::marker::Sized, X: std::panic::UnwindSafe {} need::<T, std::cell::Cell<T>>() }
// struct std::cell::LazyCell
pub fn p58<T, F>(_: &std::cell::LazyCell<T, F>) {}
// fn std::cell::LazyCell::new
pub const fn p59<T, F>(f: F) -> std::cell::LazyCell<T, F> where F: std::ops::FnOnce() -> T { <std::cell::LazyCell<T, F>>::new(f) }
// fn std::cell::LazyCell::force
pub fn p60<T, F>(this: &std::cell::LazyCell<T, F>) -> &T where F: std::ops::FnOnce() -> T { <std::cell::LazyCell<T, F>>::force(this) }
// fn std::cell::LazyCell::force_mut
pub fn p61<T, F>(this: &mut std::cell::LazyCell<T, F>) -> &mut T where F: std::ops::FnOnce() -> T { <std::cell::LazyCell<T, F>>::force_mut(this) }
// fn std::cell::LazyCell::get_mut
pub fn p62<T, F>(this: &mut std::cell::LazyCell<T, F>) -> std::option::Option<&mut T> { <std::cell::LazyCell<T, F>>::get_mut(this) }
// fn std::cell::LazyCell::get
pub fn p63<T, F>(this: &std::cell::LazyCell<T, F>) -> std::option::Option<&T> { <std::cell::LazyCell<T, F>>::get(this) }
// impl Debug for std::cell::LazyCell<T, F>
pub fn p64<T, F>() where T: std::fmt::Debug { fn need<T, F, X: ?Sized>() where T: std::fmt::Debug, X: std::fmt::Debug {} need::<T, F, std::cell::LazyCell<T, F>>() }
// impl Default for std::cell::LazyCell<T>
pub fn p65<T>() where T: std::default::Default { fn need<T, X: ?Sized>() where T: std::default::Default, X: std::default::Default {} need::<T, std::cell::LazyCell<T>>() }
// impl Deref for std::cell::LazyCell<T, F>
pub fn p66<T, F>() where F: std::ops::FnOnce() -> T { fn need<T, F, X: ?Sized>() where F: std::ops::FnOnce() -> T, X: std::ops::Deref {} need::<T, F, std::cell::LazyCell<T, F>>() }
// impl DerefMut for std::cell::LazyCell<T, F>
pub fn p67<T, F>() where F: std::ops::FnOnce() -> T { fn need<T, F, X: ?Sized>() where F: std::ops::FnOnce() -> T, X: std::ops::DerefMut {} need::<T, F, std::cell::LazyCell<T, F>>() }
// impl !RefUnwindSafe for std::cell::LazyCell<T, F>
pub fn p68() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::panic::RefUnwindSafe> Holds<u8> for T {} <std::cell::LazyCell<u8, u8> as Holds<_>>::holds() }
// impl Send for std::cell::LazyCell<T, F>
pub fn p69<T, F>() where F: std::marker::Send, T: std::marker::Send { fn need<T, F, X: ?Sized>() where F: std::marker::Send, T: std::marker::Send, X: std::marker::Send {} need::<T, F, std::cell::LazyCell<T, F>>() }
// impl !Sync for std::cell::LazyCell<T, F>
pub fn p70() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::marker::Sync> Holds<u8> for T {} <std::cell::LazyCell<u8, u8> as Holds<_>>::holds() }
// impl Unpin for std::cell::LazyCell<T, F>
pub fn p71<T, F>() where F: std::marker::Unpin, T: std::marker::Unpin { fn need<T, F, X: ?Sized>() where F: std::marker::Unpin, T: std::marker::Unpin, X: std::marker::Unpin {} need::<T, F, std::cell::LazyCell<T, F>>() }
// impl UnwindSafe for std::cell::LazyCell<T, F>
pub fn p72<T, F>() where F: std::panic::UnwindSafe, T: std::panic::UnwindSafe { fn need<T, F, X: ?Sized>() where F: std::panic::UnwindSafe, T: std::panic::UnwindSafe, X: std::panic::UnwindSafe {} need::<T, F, std::cell::LazyCell<T, F>>() }
// struct std::cell::OnceCell
pub fn p73<T>(_: &std::cell::OnceCell<T>) {}
// fn std::cell::OnceCell::new
pub const fn p74<T>() -> std::cell::OnceCell<T> { <std::cell::OnceCell<T>>::new() }
// fn std::cell::OnceCell::get
pub fn p75<'this, T>(this: &'this std::cell::OnceCell<T>) -> std::option::Option<&'this T> { <std::cell::OnceCell<T>>::get(this) }
// fn std::cell::OnceCell::get_mut
pub fn p76<'this, T>(this: &'this mut std::cell::OnceCell<T>) -> std::option::Option<&'this mut T> { <std::cell::OnceCell<T>>::get_mut(this) }
// fn std::cell::OnceCell::set
pub fn p77<T>(this: &std::cell::OnceCell<T>, value: T) -> std::result::Result<(), T> { <std::cell::OnceCell<T>>::set(this, value) }
// fn std::cell::OnceCell::get_or_init
pub fn p78<'this, T, F>(this: &'this std::cell::OnceCell<T>, f: F) -> &'this T where F: std::ops::FnOnce() -> T { <std::cell::OnceCell<T>>::get_or_init(this, f) }
// fn std::cell::OnceCell::into_inner
pub const fn p79<T>(this: std::cell::OnceCell<T>) -> std::option::Option<T> { <std::cell::OnceCell<T>>::into_inner(this) }
// fn std::cell::OnceCell::take
pub fn p80<T>(this: &mut std::cell::OnceCell<T>) -> std::option::Option<T> { <std::cell::OnceCell<T>>::take(this) }
// impl Clone for std::cell::OnceCell<T>
pub fn p81<T>() where T: std::clone::Clone { fn need<T, X: ?Sized>() where T: std::clone::Clone, X: std::clone::Clone {} need::<T, std::cell::OnceCell<T>>() }
// impl Debug for std::cell::OnceCell<T>
pub fn p82<T>() where T: std::fmt::Debug { fn need<T, X: ?Sized>() where T: std::fmt::Debug, X: std::fmt::Debug {} need::<T, std::cell::OnceCell<T>>() }
// impl Default for std::cell::OnceCell<T>
pub fn p83<T>() { fn need<T, X: ?Sized>() where X: std::default::Default {} need::<T, std::cell::OnceCell<T>>() }
// impl From<T> for std::cell::OnceCell<T>
pub fn p84<T>() { fn need<T, X: ?Sized>() where X: std::convert::From<T> {} need::<T, std::cell::OnceCell<T>>() }
// impl PartialEq for std::cell::OnceCell<T>
pub fn p85<T>() where T: std::cmp::PartialEq { fn need<T, X: ?Sized>() where T: std::cmp::PartialEq, X: std::cmp::PartialEq {} need::<T, std::cell::OnceCell<T>>() }
// impl Eq for std::cell::OnceCell<T>
pub fn p86<T>() where T: std::cmp::Eq { fn need<T, X: ?Sized>() where T: std::cmp::Eq, X: std::cmp::Eq {} need::<T, std::cell::OnceCell<T>>() }
// impl !Sync for std::cell::OnceCell<T>
pub fn p87() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::marker::Sync> Holds<u8> for T {} <std::cell::OnceCell<u8> as Holds<_>>::holds() }
// impl !RefUnwindSafe for std::cell::OnceCell<T>
pub fn p88() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::panic::RefUnwindSafe> Holds<u8> for T {} <std::cell::OnceCell<u8> as Holds<_>>::holds() }
// impl Send for std::cell::OnceCell<T>
pub fn p89<T>() where T: std::marker::Send { fn need<T, X: ?Sized>() where T: std::marker::Send, X: std::marker::Send {} need::<T, std::cell::OnceCell<T>>() }
// impl Unpin for std::cell::OnceCell<T>
pub fn p90<T>() where T: std::marker::Unpin { fn need<T, X: ?Sized>() where T: std::marker::Unpin, X: std::marker::Unpin {} need::<T, std::cell::OnceCell<T>>() }
// impl UnwindSafe for std::cell::OnceCell<T>
pub fn p91<T>() where T: std::panic::UnwindSafe { fn need<T, X: ?Sized>() where T: std::panic::UnwindSafe, X: std::panic::UnwindSafe {} need::<T, std::cell::OnceCell<T>>() }
// struct std::cell::Ref
pub fn p92<'b, T>(_: &std::cell::Ref<'b, T>) where T: 'b + ?std::marker::Sized {}
// fn std::cell::Ref::clone
pub fn p93<'b, T>(orig: &std::cell::Ref<'b, T>) -> std::cell::Ref<'b, T> where T: ?std::marker::Sized { <std::cell::Ref<'b, T>>::clone(orig) }
// fn std::cell::Ref::map
pub fn p94<'b, T, U, F>(orig: std::cell::Ref<'b, T>, f: F) -> std::cell::Ref<'b, U> where T: ?std::marker::Sized, F: std::ops::FnOnce(&T) -> &U, U: ?std::marker::Sized { <std::cell::Ref<'b, T>>::map(orig, f) }
// fn std::cell::Ref::filter_map
pub fn p95<'b, T, U, F>(orig: std::cell::Ref<'b, T>, f: F) -> std::result::Result<std::cell::Ref<'b, U>, std::cell::Ref<'b, T>> where T: ?std::marker::Sized, F: std::ops::FnOnce(&T) -> std::option::Option<&U>, U: ?std::marker::Sized { <std::cell::Ref<'b, T>>::filter_map(orig, f) }
// fn std::cell::Ref::map_split
pub fn p96<'b, T, U, V, F>(orig: std::cell::Ref<'b, T>, f: F) -> (std::cell::Ref<'b, U>, std::cell::Ref<'b, V>) where T: ?std::marker::Sized, F: std::ops::FnOnce(&T) -> (&U, &V), U: ?std::marker::Sized, V: ?std::marker::Sized { <std::cell::Ref<'b, T>>::map_split(orig, f) }
// impl Debug for std::cell::Ref<'_, T>
pub fn p97<'e0, T>() where T: std::fmt::Debug + ?std::marker::Sized, T: 'e0 { fn need<'e0, T, X: ?Sized>() where T: std::fmt::Debug + ?std::marker::Sized, T: 'e0, X: std::fmt::Debug {} need::<T, std::cell::Ref<'_, T>>() }
// impl Deref for std::cell::Ref<'_, T>
pub fn p98<'e0, T>() where T: ?std::marker::Sized, T: 'e0 { fn need<'e0, T, X: ?Sized>() where T: ?std::marker::Sized, T: 'e0, X: std::ops::Deref {} need::<T, std::cell::Ref<'_, T>>() }
// impl Display for std::cell::Ref<'_, T>
pub fn p99<'e0, T>() where T: std::fmt::Display + ?std::marker::Sized, T: 'e0 { fn need<'e0, T, X: ?Sized>() where T: std::fmt::Display + ?std::marker::Sized, T: 'e0, X: std::fmt::Display {} need::<T, std::cell::Ref<'_, T>>() }
// impl !RefUnwindSafe for std::cell::Ref<'b, T>
pub fn p100() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::panic::RefUnwindSafe> Holds<u8> for T {} <std::cell::Ref<'static, u8> as Holds<_>>::holds() }
// impl !Send for std::cell::Ref<'b, T>
pub fn p101() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::marker::Send> Holds<u8> for T {} <std::cell::Ref<'static, u8> as Holds<_>>::holds() }
// impl !Sync for std::cell::Ref<'b, T>
pub fn p102() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::marker::Sync> Holds<u8> for T {} <std::cell::Ref<'static, u8> as Holds<_>>::holds() }
// impl Unpin for std::cell::Ref<'b, T>
pub fn p103<'b, T>() where T: ?std::marker::Sized, T: 'b { fn need<'b, T, X: ?Sized>() where T: ?std::marker::Sized, T: 'b, X: std::marker::Unpin {} need::<T, std::cell::Ref<'_, T>>() }
// impl !UnwindSafe for std::cell::Ref<'b, T>
pub fn p104() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::panic::UnwindSafe> Holds<u8> for T {} <std::cell::Ref<'static, u8> as Holds<_>>::holds() }
// struct std::cell::RefCell
pub fn p105<T>(_: &std::cell::RefCell<T>) where T: ?std::marker::Sized {}
// fn std::cell::RefCell::new
pub const fn p106<T>(value: T) -> std::cell::RefCell<T> { <std::cell::RefCell<T>>::new(value) }
// fn std::cell::RefCell::into_inner
pub const fn p107<T>(this: std::cell::RefCell<T>) -> T { <std::cell::RefCell<T>>::into_inner(this) }
// fn std::cell::RefCell::replace
pub fn p108<T>(this: &std::cell::RefCell<T>, t: T) -> T { <std::cell::RefCell<T>>::replace(this, t) }
// fn std::cell::RefCell::replace_with
pub fn p109<T, F>(this: &std::cell::RefCell<T>, f: F) -> T where F: std::ops::FnOnce(&mut T) -> T { <std::cell::RefCell<T>>::replace_with(this, f) }
// fn std::cell::RefCell::swap
pub fn p110<T>(this: &std::cell::RefCell<T>, other: &std::cell::RefCell<T>) { <std::cell::RefCell<T>>::swap(this, other) }
// fn std::cell::RefCell::borrow
pub fn p111<'this, T>(this: &'this std::cell::RefCell<T>) -> std::cell::Ref<'this, T> where T: ?std::marker::Sized { <std::cell::RefCell<T>>::borrow(this) }
// fn std::cell::RefCell::try_borrow
pub fn p112<'this, T>(this: &'this std::cell::RefCell<T>) -> std::result::Result<std::cell::Ref<'this, T>, std::cell::BorrowError> where T: ?std::marker::Sized { <std::cell::RefCell<T>>::try_borrow(this) }
// fn std::cell::RefCell::borrow_mut
pub fn p113<'this, T>(this: &'this std::cell::RefCell<T>) -> std::cell::RefMut<'this, T> where T: ?std::marker::Sized { <std::cell::RefCell<T>>::borrow_mut(this) }
// fn std::cell::RefCell::try_borrow_mut
pub fn p114<'this, T>(this: &'this std::cell::RefCell<T>) -> std::result::Result<std::cell::RefMut<'this, T>, std::cell::BorrowMutError> where T: ?std::marker::Sized { <std::cell::RefCell<T>>::try_borrow_mut(this) }
// fn std::cell::RefCell::as_ptr
pub fn p115<T>(this: &std::cell::RefCell<T>) -> *mut T where T: ?std::marker::Sized { <std::cell::RefCell<T>>::as_ptr(this) }
// fn std::cell::RefCell::get_mut
pub fn p116<'this, T>(this: &'this mut std::cell::RefCell<T>) -> &'this mut T where T: ?std::marker::Sized { <std::cell::RefCell<T>>::get_mut(this) }
// fn std::cell::RefCell::try_borrow_unguarded
pub unsafe fn p117<'this, T>(this: &'this std::cell::RefCell<T>) -> std::result::Result<&'this T, std::cell::BorrowError> where T: ?std::marker::Sized { unsafe { <std::cell::RefCell<T>>::try_borrow_unguarded(this) } }
// fn std::cell::RefCell::take
pub fn p118<T>(this: &std::cell::RefCell<T>) -> T where T: std::default::Default { <std::cell::RefCell<T>>::take(this) }
// impl Clone for std::cell::RefCell<T>
pub fn p119<T>() where T: std::clone::Clone { fn need<T, X: ?Sized>() where T: std::clone::Clone, X: std::clone::Clone {} need::<T, std::cell::RefCell<T>>() }
// impl Debug for std::cell::RefCell<T>
pub fn p120<T>() where T: std::fmt::Debug + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::fmt::Debug + ?std::marker::Sized, X: std::fmt::Debug {} need::<T, std::cell::RefCell<T>>() }
// impl Default for std::cell::RefCell<T>
pub fn p121<T>() where T: std::default::Default { fn need<T, X: ?Sized>() where T: std::default::Default, X: std::default::Default {} need::<T, std::cell::RefCell<T>>() }
// impl From<T> for std::cell::RefCell<T>
pub fn p122<T>() { fn need<T, X: ?Sized>() where X: std::convert::From<T> {} need::<T, std::cell::RefCell<T>>() }
// impl Ord for std::cell::RefCell<T>
pub fn p123<T>() where T: std::cmp::Ord + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::cmp::Ord + ?std::marker::Sized, X: std::cmp::Ord {} need::<T, std::cell::RefCell<T>>() }
// impl PartialEq for std::cell::RefCell<T>
pub fn p124<T>() where T: std::cmp::PartialEq + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::cmp::PartialEq + ?std::marker::Sized, X: std::cmp::PartialEq {} need::<T, std::cell::RefCell<T>>() }
// impl PartialOrd for std::cell::RefCell<T>
pub fn p125<T>() where T: std::cmp::PartialOrd + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::cmp::PartialOrd + ?std::marker::Sized, X: std::cmp::PartialOrd {} need::<T, std::cell::RefCell<T>>() }
// impl Eq for std::cell::RefCell<T>
pub fn p126<T>() where T: std::cmp::Eq + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::cmp::Eq + ?std::marker::Sized, X: std::cmp::Eq {} need::<T, std::cell::RefCell<T>>() }
// impl Send for std::cell::RefCell<T>
pub fn p127<T>() where T: std::marker::Send + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::marker::Send + ?std::marker::Sized, X: std::marker::Send {} need::<T, std::cell::RefCell<T>>() }
// impl !Sync for std::cell::RefCell<T>
pub fn p128() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::marker::Sync> Holds<u8> for T {} <std::cell::RefCell<u8> as Holds<_>>::holds() }
// impl !RefUnwindSafe for std::cell::RefCell<T>
pub fn p129() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::panic::RefUnwindSafe> Holds<u8> for T {} <std::cell::RefCell<u8> as Holds<_>>::holds() }
// impl Unpin for std::cell::RefCell<T>
pub fn p130<T>() where T: std::marker::Unpin + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::marker::Unpin + ?std::marker::Sized, X: std::marker::Unpin {} need::<T, std::cell::RefCell<T>>() }
// impl UnwindSafe for std::cell::RefCell<T>
pub fn p131<T>() where T: std::panic::UnwindSafe + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::panic::UnwindSafe + ?std::marker::Sized, X: std::panic::UnwindSafe {} need::<T, std::cell::RefCell<T>>() }
// struct std::cell::RefMut
pub fn p132<'b, T>(_: &std::cell::RefMut<'b, T>) where T: 'b + ?std::marker::Sized {}
// fn std::cell::RefMut::map
pub fn p133<'b, T, U, F>(orig: std::cell::RefMut<'b, T>, f: F) -> std::cell::RefMut<'b, U> where T: ?std::marker::Sized, F: std::ops::FnOnce(&mut T) -> &mut U, U: ?std::marker::Sized { <std::cell::RefMut<'b, T>>::map(orig, f) }
// fn std::cell::RefMut::filter_map
pub fn p134<'b, T, U, F>(orig: std::cell::RefMut<'b, T>, f: F) -> std::result::Result<std::cell::RefMut<'b, U>, std::cell::RefMut<'b, T>> where T: ?std::marker::Sized, F: std::ops::FnOnce(&mut T) -> std::option::Option<&mut U>, U: ?std::marker::Sized { <std::cell::RefMut<'b, T>>::filter_map(orig, f) }
// fn std::cell::RefMut::map_split
pub fn p135<'b, T, U, V, F>(orig: std::cell::RefMut<'b, T>, f: F) -> (std::cell::RefMut<'b, U>, std::cell::RefMut<'b, V>) where T: ?std::marker::Sized, F: std::ops::FnOnce(&mut T) -> (&mut U, &mut V), U: ?std::marker::Sized, V: ?std::marker::Sized { <std::cell::RefMut<'b, T>>::map_split(orig, f) }
// impl Debug for std::cell::RefMut<'_, T>
pub fn p136<'e0, T>() where T: std::fmt::Debug + ?std::marker::Sized, T: 'e0 { fn need<'e0, T, X: ?Sized>() where T: std::fmt::Debug + ?std::marker::Sized, T: 'e0, X: std::fmt::Debug {} need::<T, std::cell::RefMut<'_, T>>() }
// impl Deref for std::cell::RefMut<'_, T>
pub fn p137<'e0, T>() where T: ?std::marker::Sized, T: 'e0 { fn need<'e0, T, X: ?Sized>() where T: ?std::marker::Sized, T: 'e0, X: std::ops::Deref {} need::<T, std::cell::RefMut<'_, T>>() }
// impl DerefMut for std::cell::RefMut<'_, T>
pub fn p138<'e0, T>() where T: ?std::marker::Sized, T: 'e0 { fn need<'e0, T, X: ?Sized>() where T: ?std::marker::Sized, T: 'e0, X: std::ops::DerefMut {} need::<T, std::cell::RefMut<'_, T>>() }
// impl Display for std::cell::RefMut<'_, T>
pub fn p139<'e0, T>() where T: std::fmt::Display + ?std::marker::Sized, T: 'e0 { fn need<'e0, T, X: ?Sized>() where T: std::fmt::Display + ?std::marker::Sized, T: 'e0, X: std::fmt::Display {} need::<T, std::cell::RefMut<'_, T>>() }
// impl !RefUnwindSafe for std::cell::RefMut<'b, T>
pub fn p140() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::panic::RefUnwindSafe> Holds<u8> for T {} <std::cell::RefMut<'static, u8> as Holds<_>>::holds() }
// impl !Send for std::cell::RefMut<'b, T>
pub fn p141() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::marker::Send> Holds<u8> for T {} <std::cell::RefMut<'static, u8> as Holds<_>>::holds() }
// impl !Sync for std::cell::RefMut<'b, T>
pub fn p142() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::marker::Sync> Holds<u8> for T {} <std::cell::RefMut<'static, u8> as Holds<_>>::holds() }
// impl Unpin for std::cell::RefMut<'b, T>
pub fn p143<'b, T>() where T: ?std::marker::Sized, T: 'b { fn need<'b, T, X: ?Sized>() where T: ?std::marker::Sized, T: 'b, X: std::marker::Unpin {} need::<T, std::cell::RefMut<'_, T>>() }
// impl !UnwindSafe for std::cell::RefMut<'b, T>
pub fn p144() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::panic::UnwindSafe> Holds<u8> for T {} <std::cell::RefMut<'static, u8> as Holds<_>>::holds() }
// struct std::cell::UnsafeCell
pub fn p145<T>(_: &std::cell::UnsafeCell<T>) where T: ?std::marker::Sized {}
// fn std::cell::UnsafeCell::new
pub const fn p146<T>(value: T) -> std::cell::UnsafeCell<T> { <std::cell::UnsafeCell<T>>::new(value) }
// fn std::cell::UnsafeCell::into_inner
pub const fn p147<T>(this: std::cell::UnsafeCell<T>) -> T { <std::cell::UnsafeCell<T>>::into_inner(this) }
// fn std::cell::UnsafeCell::from_mut
pub const fn p148<T>(value: &mut T) -> &mut std::cell::UnsafeCell<T> where T: ?std::marker::Sized { <std::cell::UnsafeCell<T>>::from_mut(value) }
// fn std::cell::UnsafeCell::get
pub const fn p149<T>(this: &std::cell::UnsafeCell<T>) -> *mut T where T: ?std::marker::Sized { <std::cell::UnsafeCell<T>>::get(this) }
// fn std::cell::UnsafeCell::get_mut
pub const fn p150<'this, T>(this: &'this mut std::cell::UnsafeCell<T>) -> &'this mut T where T: ?std::marker::Sized { <std::cell::UnsafeCell<T>>::get_mut(this) }
// fn std::cell::UnsafeCell::raw_get
pub const fn p151<T>(this: *const std::cell::UnsafeCell<T>) -> *mut T where T: ?std::marker::Sized { <std::cell::UnsafeCell<T>>::raw_get(this) }
// impl Debug for std::cell::UnsafeCell<T>
pub fn p152<T>() where T: ?std::marker::Sized { fn need<T, X: ?Sized>() where T: ?std::marker::Sized, X: std::fmt::Debug {} need::<T, std::cell::UnsafeCell<T>>() }
// impl Default for std::cell::UnsafeCell<T>
pub fn p153<T>() where T: std::default::Default { fn need<T, X: ?Sized>() where T: std::default::Default, X: std::default::Default {} need::<T, std::cell::UnsafeCell<T>>() }
// impl From<T> for std::cell::UnsafeCell<T>
pub fn p154<T>() { fn need<T, X: ?Sized>() where X: std::convert::From<T> {} need::<T, std::cell::UnsafeCell<T>>() }
// impl !RefUnwindSafe for std::cell::UnsafeCell<T>
pub fn p155() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::panic::RefUnwindSafe> Holds<u8> for T {} <std::cell::UnsafeCell<u8> as Holds<_>>::holds() }
// impl !Sync for std::cell::UnsafeCell<T>
pub fn p156() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::marker::Sync> Holds<u8> for T {} <std::cell::UnsafeCell<u8> as Holds<_>>::holds() }
// impl Send for std::cell::UnsafeCell<T>
pub fn p157<T>() where T: std::marker::Send + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::marker::Send + ?std::marker::Sized, X: std::marker::Send {} need::<T, std::cell::UnsafeCell<T>>() }
// impl Unpin for std::cell::UnsafeCell<T>
pub fn p158<T>() where T: std::marker::Unpin + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::marker::Unpin + ?std::marker::Sized, X: std::marker::Unpin {} need::<T, std::cell::UnsafeCell<T>>() }
// impl UnwindSafe for std::cell::UnsafeCell<T>
pub fn p159<T>() where T: std::panic::UnwindSafe + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::panic::UnwindSafe + ?std::marker::Sized, X: std::panic::UnwindSafe {} need::<T, std::cell::UnsafeCell<T>>() }
// mod std::char
pub use std::char as p160;
// mod std::clone
pub use std::clone as p161;
// mod std::cmp
pub use std::cmp as p162;
// mod std::collections
pub use std::collections as p163;
// mod std::convert
pub use std::convert as p164;
// mod std::default
pub use std::default as p165;
// mod std::env
pub use std::env as p166;
// mod std::error
pub use std::error as p167;
// mod std::f32
pub use std::f32 as p168;
// mod std::f64
pub use std::f64 as p169;
// mod std::ffi
pub use std::ffi as p170;
// mod std::fmt
pub use std::fmt as p171;
// mod std::fs
pub use std::fs as p172;
// mod std::future
pub use std::future as p173;
// mod std::hash
pub use std::hash as p174;
// mod std::hint
pub use std::hint as p175;
// fn std::hint::assert_unchecked
pub const unsafe fn p176(cond: bool) { unsafe { std::hint::assert_unchecked(cond) } }
// fn std::hint::black_box
pub const fn p177<T>(dummy: T) -> T { std::hint::black_box(dummy) }
// fn std::hint::cold_path
pub const fn p178() { std::hint::cold_path() }
// fn std::hint::select_unpredictable
pub fn p179<T>(condition: bool, true_val: T, false_val: T) -> T { std::hint::select_unpredictable(condition, true_val, false_val) }
// fn std::hint::spin_loop
pub fn p180() { std::hint::spin_loop() }
// fn std::hint::unreachable_unchecked
pub const unsafe fn p181() -> ! { unsafe { std::hint::unreachable_unchecked() } }
// mod std::i8 [deprecated]
pub use std::i8 as p182;
// mod std::i16 [deprecated]
pub use std::i16 as p183;
// mod std::i32 [deprecated]
pub use std::i32 as p184;
// mod std::i64 [deprecated]
pub use std::i64 as p185;
// mod std::i128 [deprecated]
pub use std::i128 as p186;
// mod std::io
pub use std::io as p187;
// mod std::isize [deprecated]
pub use std::isize as p188;
// mod std::iter
pub use std::iter as p189;
// mod std::marker
pub use std::marker as p190;
// mod std::mem
pub use std::mem as p191;
// mod std::net
pub use std::net as p192;
// mod std::num
pub use std::num as p193;
// mod std::ops
pub use std::ops as p194;
// mod std::option
pub use std::option as p195;
// mod std::os
pub use std::os as p196;
// mod std::panic
pub use std::panic as p197;
// struct std::panic::AssertUnwindSafe
pub fn p198<T>(_: &std::panic::AssertUnwindSafe<T>) {}
// field std::panic::AssertUnwindSafe::0
pub fn p199<T>(x: std::panic::AssertUnwindSafe<T>) -> T { x.0 }
// impl Debug for std::panic::AssertUnwindSafe<T>
pub fn p200<T>() where T: std::fmt::Debug { fn need<T, X: ?Sized>() where T: std::fmt::Debug, X: std::fmt::Debug {} need::<T, std::panic::AssertUnwindSafe<T>>() }
// impl Default for std::panic::AssertUnwindSafe<T>
pub fn p201<T>() where T: std::default::Default { fn need<T, X: ?Sized>() where T: std::default::Default, X: std::default::Default {} need::<T, std::panic::AssertUnwindSafe<T>>() }
// impl Deref for std::panic::AssertUnwindSafe<T>
pub fn p202<T>() { fn need<T, X: ?Sized>() where X: std::ops::Deref {} need::<T, std::panic::AssertUnwindSafe<T>>() }
// impl DerefMut for std::panic::AssertUnwindSafe<T>
pub fn p203<T>() { fn need<T, X: ?Sized>() where X: std::ops::DerefMut {} need::<T, std::panic::AssertUnwindSafe<T>>() }
// impl FnOnce() for std::panic::AssertUnwindSafe<F>
pub fn p204<R, F>() where F: std::ops::FnOnce() -> R { fn need<R, F, X: ?Sized>() where F: std::ops::FnOnce() -> R, X: std::ops::FnOnce() -> R {} need::<R, F, std::panic::AssertUnwindSafe<F>>() }
// impl Future for std::panic::AssertUnwindSafe<F>
pub fn p205<F>() where F: std::future::Future { fn need<F, X: ?Sized>() where F: std::future::Future, X: std::future::Future {} need::<F, std::panic::AssertUnwindSafe<F>>() }
// impl RefUnwindSafe for std::panic::AssertUnwindSafe<T>
pub fn p206<T>() { fn need<T, X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<T, std::panic::AssertUnwindSafe<T>>() }
// impl UnwindSafe for std::panic::AssertUnwindSafe<T>
pub fn p207<T>() { fn need<T, X: ?Sized>() where X: std::panic::UnwindSafe {} need::<T, std::panic::AssertUnwindSafe<T>>() }
// impl Send for std::panic::AssertUnwindSafe<T>
pub fn p208<T>() where T: std::marker::Send { fn need<T, X: ?Sized>() where T: std::marker::Send, X: std::marker::Send {} need::<T, std::panic::AssertUnwindSafe<T>>() }
// impl Sync for std::panic::AssertUnwindSafe<T>
pub fn p209<T>() where T: std::marker::Sync { fn need<T, X: ?Sized>() where T: std::marker::Sync, X: std::marker::Sync {} need::<T, std::panic::AssertUnwindSafe<T>>() }
// impl Unpin for std::panic::AssertUnwindSafe<T>
pub fn p210<T>() where T: std::marker::Unpin { fn need<T, X: ?Sized>() where T: std::marker::Unpin, X: std::marker::Unpin {} need::<T, std::panic::AssertUnwindSafe<T>>() }
// struct std::panic::Location
pub fn p211<'a>(_: &std::panic::Location<'a>) {}
// fn std::panic::Location::caller
pub const fn p212<'a>() -> &'static std::panic::Location<'static> { <std::panic::Location<'a>>::caller() }
// fn std::panic::Location::file
pub const fn p213<'a>(this: &std::panic::Location<'a>) -> &'a str { <std::panic::Location<'a>>::file(this) }
// fn std::panic::Location::file_as_c_str
pub const fn p214<'a>(this: &std::panic::Location<'a>) -> &'a std::ffi::CStr { <std::panic::Location<'a>>::file_as_c_str(this) }
// fn std::panic::Location::line
pub const fn p215<'a>(this: &std::panic::Location<'a>) -> u32 { <std::panic::Location<'a>>::line(this) }
// fn std::panic::Location::column
pub const fn p216<'a>(this: &std::panic::Location<'a>) -> u32 { <std::panic::Location<'a>>::column(this) }
// impl Clone for std::panic::Location<'a>
pub fn p217<'a>() { fn need<'a, X: ?Sized>() where X: std::clone::Clone {} need::<std::panic::Location<'_>>() }
// impl Debug for std::panic::Location<'_>
pub fn p218<'e0>() { fn need<'e0, X: ?Sized>() where X: std::fmt::Debug {} need::<std::panic::Location<'_>>() }
// impl Display for std::panic::Location<'_>
pub fn p219<'e0>() { fn need<'e0, X: ?Sized>() where X: std::fmt::Display {} need::<std::panic::Location<'_>>() }
// impl Hash for std::panic::Location<'_>
pub fn p220<'e0>() { fn need<'e0, X: ?Sized>() where X: std::hash::Hash {} need::<std::panic::Location<'_>>() }
// impl Ord for std::panic::Location<'_>
pub fn p221<'e0>() { fn need<'e0, X: ?Sized>() where X: std::cmp::Ord {} need::<std::panic::Location<'_>>() }
// impl PartialEq for std::panic::Location<'_>
pub fn p222<'e0>() { fn need<'e0, X: ?Sized>() where X: std::cmp::PartialEq {} need::<std::panic::Location<'_>>() }
// impl PartialOrd for std::panic::Location<'_>
pub fn p223<'e0>() { fn need<'e0, X: ?Sized>() where X: std::cmp::PartialOrd {} need::<std::panic::Location<'_>>() }
// impl Copy for std::panic::Location<'a>
pub fn p224<'a>() { fn need<'a, X: ?Sized>() where X: std::marker::Copy {} need::<std::panic::Location<'_>>() }
// impl Eq for std::panic::Location<'_>
pub fn p225<'e0>() { fn need<'e0, X: ?Sized>() where X: std::cmp::Eq {} need::<std::panic::Location<'_>>() }
// impl Send for std::panic::Location<'_>
pub fn p226<'e0>() { fn need<'e0, X: ?Sized>() where X: std::marker::Send {} need::<std::panic::Location<'_>>() }
// impl Sync for std::panic::Location<'_>
pub fn p227<'e0>() { fn need<'e0, X: ?Sized>() where X: std::marker::Sync {} need::<std::panic::Location<'_>>() }
// impl RefUnwindSafe for std::panic::Location<'a>
pub fn p228<'a>() { fn need<'a, X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::panic::Location<'_>>() }
// impl Unpin for std::panic::Location<'a>
pub fn p229<'a>() { fn need<'a, X: ?Sized>() where X: std::marker::Unpin {} need::<std::panic::Location<'_>>() }
// impl UnwindSafe for std::panic::Location<'a>
pub fn p230<'a>() { fn need<'a, X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::panic::Location<'_>>() }
// struct std::panic::PanicHookInfo
pub fn p231<'a>(_: &std::panic::PanicHookInfo<'a>) {}
// fn std::panic::PanicHookInfo::payload
pub fn p232<'a, 'this>(this: &'this std::panic::PanicHookInfo<'a>) -> &'this (dyn std::any::Any + std::marker::Send) { <std::panic::PanicHookInfo<'a>>::payload(this) }
// fn std::panic::PanicHookInfo::payload_as_str
pub fn p233<'a, 'this>(this: &'this std::panic::PanicHookInfo<'a>) -> std::option::Option<&'this str> { <std::panic::PanicHookInfo<'a>>::payload_as_str(this) }
// fn std::panic::PanicHookInfo::location
pub fn p234<'a, 'this>(this: &'this std::panic::PanicHookInfo<'a>) -> std::option::Option<&'this std::panic::Location<'this>> { <std::panic::PanicHookInfo<'a>>::location(this) }
// impl Debug for std::panic::PanicHookInfo<'a>
pub fn p235<'a>() { fn need<'a, X: ?Sized>() where X: std::fmt::Debug {} need::<std::panic::PanicHookInfo<'_>>() }
// impl Display for std::panic::PanicHookInfo<'_>
pub fn p236<'e0>() { fn need<'e0, X: ?Sized>() where X: std::fmt::Display {} need::<std::panic::PanicHookInfo<'_>>() }
// impl !RefUnwindSafe for std::panic::PanicHookInfo<'a>
pub fn p237() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::panic::RefUnwindSafe> Holds<u8> for T {} <std::panic::PanicHookInfo<'static> as Holds<_>>::holds() }
// impl !Send for std::panic::PanicHookInfo<'a>
pub fn p238() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::marker::Send> Holds<u8> for T {} <std::panic::PanicHookInfo<'static> as Holds<_>>::holds() }
// impl !Sync for std::panic::PanicHookInfo<'a>
pub fn p239() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::marker::Sync> Holds<u8> for T {} <std::panic::PanicHookInfo<'static> as Holds<_>>::holds() }
// impl Unpin for std::panic::PanicHookInfo<'a>
pub fn p240<'a>() { fn need<'a, X: ?Sized>() where X: std::marker::Unpin {} need::<std::panic::PanicHookInfo<'_>>() }
// impl !UnwindSafe for std::panic::PanicHookInfo<'a>
pub fn p241() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::panic::UnwindSafe> Holds<u8> for T {} <std::panic::PanicHookInfo<'static> as Holds<_>>::holds() }
// trait std::panic::RefUnwindSafe
pub fn p242<T: ?Sized + std::panic::RefUnwindSafe>() {}
// trait std::panic::UnwindSafe
pub fn p243<T: ?Sized + std::panic::UnwindSafe>() {}
// type std::panic::PanicInfo [deprecated]
pub fn p244<'a>(x: std::panic::PanicInfo<'a>) -> std::panic::PanicHookInfo<'a> { x }
// fn std::panic::catch_unwind
pub fn p245<F: std::ops::FnOnce() -> R + std::panic::UnwindSafe, R>(f: F) -> std::thread::Result<R> { std::panic::catch_unwind(f) }
// fn std::panic::panic_any
pub fn p246<M: 'static + std::any::Any + std::marker::Send>(msg: M) -> ! { std::panic::panic_any(msg) }
// fn std::panic::resume_unwind
pub fn p247(payload: std::boxed::Box<dyn std::any::Any + std::marker::Send>) -> ! { std::panic::resume_unwind(payload) }
// fn std::panic::set_hook
pub fn p248(hook: std::boxed::Box<dyn std::ops::Fn(&std::panic::PanicHookInfo<'_>) + std::marker::Sync + std::marker::Send + 'static>) { std::panic::set_hook(hook) }
// fn std::panic::take_hook
pub fn p249() -> std::boxed::Box<dyn std::ops::Fn(&std::panic::PanicHookInfo<'_>) + std::marker::Sync + std::marker::Send + 'static> { std::panic::take_hook() }
// mod std::path
pub use std::path as p250;
// mod std::pin
pub use std::pin as p251;
// mod std::prelude
pub use std::prelude as p252;
// mod std::primitive
pub use std::primitive as p253;
// mod std::process
pub use std::process as p254;
// mod std::ptr
pub use std::ptr as p255;
// mod std::range
pub use std::range as p256;
// mod std::rc
pub use std::rc as p257;
// mod std::result
pub use std::result as p258;
// mod std::slice
pub use std::slice as p259;
// mod std::str
pub use std::str as p260;
// mod std::string
pub use std::string as p261;
// mod std::sync
pub use std::sync as p262;
// struct std::sync::Arc
pub fn p263<T>(_: &std::sync::Arc<T>) where T: ?std::marker::Sized {}
// fn std::sync::Arc::new
pub fn p264<T>(data: T) -> std::sync::Arc<T> { <std::sync::Arc<T>>::new(data) }
// fn std::sync::Arc::new_cyclic
pub fn p265<T, F>(data_fn: F) -> std::sync::Arc<T> where F: std::ops::FnOnce(&std::sync::Weak<T>) -> T { <std::sync::Arc<T>>::new_cyclic(data_fn) }
// fn std::sync::Arc::new_uninit
pub fn p266<T>() -> std::sync::Arc<std::mem::MaybeUninit<T>> { <std::sync::Arc<T>>::new_uninit() }
// fn std::sync::Arc::new_zeroed
pub fn p267<T>() -> std::sync::Arc<std::mem::MaybeUninit<T>> { <std::sync::Arc<T>>::new_zeroed() }
// fn std::sync::Arc::pin
pub fn p268<T>(data: T) -> std::pin::Pin<std::sync::Arc<T>> { <std::sync::Arc<T>>::pin(data) }
// fn std::sync::Arc::try_unwrap
pub fn p269<T>(this: std::sync::Arc<T>) -> std::result::Result<T, std::sync::Arc<T>> { <std::sync::Arc<T>>::try_unwrap(this) }
// fn std::sync::Arc::into_inner
pub fn p270<T>(this: std::sync::Arc<T>) -> std::option::Option<T> { <std::sync::Arc<T>>::into_inner(this) }
// fn std::sync::Arc<[T]>::new_uninit_slice
pub fn p271<T>(len: usize) -> std::sync::Arc<[std::mem::MaybeUninit<T>]> { <std::sync::Arc<[T]>>::new_uninit_slice(len) }
// fn std::sync::Arc<[T]>::new_zeroed_slice
pub fn p272<T>(len: usize) -> std::sync::Arc<[std::mem::MaybeUninit<T>]> { <std::sync::Arc<[T]>>::new_zeroed_slice(len) }
// fn std::sync::Arc<MaybeUninit<T>>::assume_init
pub unsafe fn p273<T>(this: std::sync::Arc<std::mem::MaybeUninit<T>>) -> std::sync::Arc<T> { unsafe { <std::sync::Arc<std::mem::MaybeUninit<T>>>::assume_init(this) } }
// fn std::sync::Arc<[MaybeUninit<T>]>::assume_init
pub unsafe fn p274<T>(this: std::sync::Arc<[std::mem::MaybeUninit<T>]>) -> std::sync::Arc<[T]> { unsafe { <std::sync::Arc<[std::mem::MaybeUninit<T>]>>::assume_init(this) } }
// fn std::sync::Arc::from_raw
pub unsafe fn p275<T>(ptr: *const T) -> std::sync::Arc<T> where T: ?std::marker::Sized { unsafe { <std::sync::Arc<T>>::from_raw(ptr) } }
// fn std::sync::Arc::into_raw
pub fn p276<T>(this: std::sync::Arc<T>) -> *const T where T: ?std::marker::Sized { <std::sync::Arc<T>>::into_raw(this) }
// fn std::sync::Arc::increment_strong_count
pub unsafe fn p277<T>(ptr: *const T) where T: ?std::marker::Sized { unsafe { <std::sync::Arc<T>>::increment_strong_count(ptr) } }
// fn std::sync::Arc::decrement_strong_count
pub unsafe fn p278<T>(ptr: *const T) where T: ?std::marker::Sized { unsafe { <std::sync::Arc<T>>::decrement_strong_count(ptr) } }
// fn std::sync::Arc::as_ptr
pub fn p279<T>(this: &std::sync::Arc<T>) -> *const T where T: ?std::marker::Sized { <std::sync::Arc<T>>::as_ptr(this) }
// fn std::sync::Arc::downgrade
pub fn p280<T>(this: &std::sync::Arc<T>) -> std::sync::Weak<T> where T: ?std::marker::Sized { <std::sync::Arc<T>>::downgrade(this) }
// fn std::sync::Arc::weak_count
pub fn p281<T>(this: &std::sync::Arc<T>) -> usize where T: ?std::marker::Sized { <std::sync::Arc<T>>::weak_count(this) }
// fn std::sync::Arc::strong_count
pub fn p282<T>(this: &std::sync::Arc<T>) -> usize where T: ?std::marker::Sized { <std::sync::Arc<T>>::strong_count(this) }
// fn std::sync::Arc::ptr_eq
pub fn p283<T>(this: &std::sync::Arc<T>, other: &std::sync::Arc<T>) -> bool where T: ?std::marker::Sized { <std::sync::Arc<T>>::ptr_eq(this, other) }
// fn std::sync::Arc::make_mut
pub fn p284<T>(this: &mut std::sync::Arc<T>) -> &mut T where T: std::clone::Clone + ?std::marker::Sized { <std::sync::Arc<T>>::make_mut(this) }
// fn std::sync::Arc::unwrap_or_clone
pub fn p285<T>(this: std::sync::Arc<T>) -> T where T: std::clone::Clone { <std::sync::Arc<T>>::unwrap_or_clone(this) }
// fn std::sync::Arc::get_mut
pub fn p286<T>(this: &mut std::sync::Arc<T>) -> std::option::Option<&mut T> where T: ?std::marker::Sized { <std::sync::Arc<T>>::get_mut(this) }
// fn std::sync::Arc<dyn Any + Sync + Send>::downcast
pub fn p287<T>(this: std::sync::Arc<dyn std::any::Any + std::marker::Sync + std::marker::Send>) -> std::result::Result<std::sync::Arc<T>, std::sync::Arc<dyn std::any::Any + std::marker::Sync + std::marker::Send>> where T: std::any::Any + std::marker::Send + std::marker::Sync { <std::sync::Arc<dyn std::any::Any + std::marker::Sync + std::marker::Send>>::downcast(this) }
// impl AsRef<T> for std::sync::Arc<T>
pub fn p288<T>() where T: ?std::marker::Sized { fn need<T, X: ?Sized>() where T: ?std::marker::Sized, X: std::convert::AsRef<T> {} need::<T, std::sync::Arc<T>>() }
// impl Borrow<T> for std::sync::Arc<T>
pub fn p289<T>() where T: ?std::marker::Sized { fn need<T, X: ?Sized>() where T: ?std::marker::Sized, X: std::borrow::Borrow<T> {} need::<T, std::sync::Arc<T>>() }
// impl Clone for std::sync::Arc<T>
pub fn p290<T>() where T: ?std::marker::Sized { fn need<T, X: ?Sized>() where T: ?std::marker::Sized, X: std::clone::Clone {} need::<T, std::sync::Arc<T>>() }
// impl Debug for std::sync::Arc<T>
pub fn p291<T>() where T: std::fmt::Debug + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::fmt::Debug + ?std::marker::Sized, X: std::fmt::Debug {} need::<T, std::sync::Arc<T>>() }
// impl Default for std::sync::Arc<[T]>
pub fn p292<T>() { fn need<T, X: ?Sized>() where X: std::default::Default {} need::<T, std::sync::Arc<[T]>>() }
// impl Default for std::sync::Arc<CStr>
pub fn p293() { fn need<X: ?Sized>() where X: std::default::Default {} need::<std::sync::Arc<std::ffi::CStr>>() }
// impl Default for std::sync::Arc<T>
pub fn p294<T>() where T: std::default::Default { fn need<T, X: ?Sized>() where T: std::default::Default, X: std::default::Default {} need::<T, std::sync::Arc<T>>() }
// impl Default for std::sync::Arc<str>
pub fn p295() { fn need<X: ?Sized>() where X: std::default::Default {} need::<std::sync::Arc<str>>() }
// impl Default for Pin<Arc<T>>
pub fn p296<T>() where std::sync::Arc<T>: std::default::Default, T: ?std::marker::Sized { fn need<T, X: ?Sized>() where std::sync::Arc<T>: std::default::Default, T: ?std::marker::Sized, X: std::default::Default {} need::<T, std::pin::Pin<std::sync::Arc<T>>>() }
// impl Deref for std::sync::Arc<T>
pub fn p297<T>() where T: ?std::marker::Sized { fn need<T, X: ?Sized>() where T: ?std::marker::Sized, X: std::ops::Deref {} need::<T, std::sync::Arc<T>>() }
// impl Display for std::sync::Arc<T>
pub fn p298<T>() where T: std::fmt::Display + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::fmt::Display + ?std::marker::Sized, X: std::fmt::Display {} need::<T, std::sync::Arc<T>>() }
// impl Error for std::sync::Arc<T>
pub fn p299<T>() where T: std::error::Error + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::error::Error + ?std::marker::Sized, X: std::error::Error {} need::<T, std::sync::Arc<T>>() }
// impl From<&[T]> for std::sync::Arc<[T]>
pub fn p300<'e0, T>() where T: std::clone::Clone, T: 'e0 { fn need<'e0, T, X: ?Sized>() where T: std::clone::Clone, T: 'e0, X: std::convert::From<&'e0 [T]> {} need::<T, std::sync::Arc<[T]>>() }
// impl From<&CStr> for std::sync::Arc<CStr>
pub fn p301<'e0>() { fn need<'e0, X: ?Sized>() where X: std::convert::From<&'e0 std::ffi::CStr> {} need::<std::sync::Arc<std::ffi::CStr>>() }
// impl From<&OsStr> for std::sync::Arc<OsStr>
pub fn p302<'e0>() { fn need<'e0, X: ?Sized>() where X: std::convert::From<&'e0 std::ffi::OsStr> {} need::<std::sync::Arc<std::ffi::OsStr>>() }
// impl From<&Path> for std::sync::Arc<Path>
pub fn p303<'e0>() { fn need<'e0, X: ?Sized>() where X: std::convert::From<&'e0 std::path::Path> {} need::<std::sync::Arc<std::path::Path>>() }
// impl From<&mut [T]> for std::sync::Arc<[T]>
pub fn p304<'e0, T>() where T: std::clone::Clone, T: 'e0 { fn need<'e0, T, X: ?Sized>() where T: std::clone::Clone, T: 'e0, X: std::convert::From<&'e0 mut [T]> {} need::<T, std::sync::Arc<[T]>>() }
// impl From<&mut CStr> for std::sync::Arc<CStr>
pub fn p305<'e0>() { fn need<'e0, X: ?Sized>() where X: std::convert::From<&'e0 mut std::ffi::CStr> {} need::<std::sync::Arc<std::ffi::CStr>>() }
// impl From<&mut OsStr> for std::sync::Arc<OsStr>
pub fn p306<'e0>() { fn need<'e0, X: ?Sized>() where X: std::convert::From<&'e0 mut std::ffi::OsStr> {} need::<std::sync::Arc<std::ffi::OsStr>>() }
// impl From<&mut Path> for std::sync::Arc<Path>
pub fn p307<'e0>() { fn need<'e0, X: ?Sized>() where X: std::convert::From<&'e0 mut std::path::Path> {} need::<std::sync::Arc<std::path::Path>>() }
// impl From<&mut str> for std::sync::Arc<str>
pub fn p308<'e0>() { fn need<'e0, X: ?Sized>() where X: std::convert::From<&'e0 mut str> {} need::<std::sync::Arc<str>>() }
// impl From<&str> for std::sync::Arc<str>
pub fn p309<'e0>() { fn need<'e0, X: ?Sized>() where X: std::convert::From<&'e0 str> {} need::<std::sync::Arc<str>>() }
// impl From<[T; N]> for std::sync::Arc<[T]>
pub fn p310<T, const N: usize>() { fn need<T, const N: usize, X: ?Sized>() where X: std::convert::From<[T; N]> {} need::<T, N, std::sync::Arc<[T]>>() }
// impl From<Arc<W>> for RawWaker
pub fn p311<W>() where W: std::task::Wake + std::marker::Send + std::marker::Sync + 'static { fn need<W, X: ?Sized>() where W: std::task::Wake + std::marker::Send + std::marker::Sync + 'static, X: std::convert::From<std::sync::Arc<W>> {} need::<W, std::task::RawWaker>() }
// impl From<Arc<W>> for Waker
pub fn p312<W>() where W: std::task::Wake + std::marker::Send + std::marker::Sync + 'static { fn need<W, X: ?Sized>() where W: std::task::Wake + std::marker::Send + std::marker::Sync + 'static, X: std::convert::From<std::sync::Arc<W>> {} need::<W, std::task::Waker>() }
// impl From<Arc<str>> for std::sync::Arc<[u8]>
pub fn p313() { fn need<X: ?Sized>() where X: std::convert::From<std::sync::Arc<str>> {} need::<std::sync::Arc<[u8]>>() }
// impl From<Box<T>> for std::sync::Arc<T>
pub fn p314<T>() where T: ?std::marker::Sized { fn need<T, X: ?Sized>() where T: ?std::marker::Sized, X: std::convert::From<std::boxed::Box<T>> {} need::<T, std::sync::Arc<T>>() }
// impl From<CString> for std::sync::Arc<CStr>
pub fn p315() { fn need<X: ?Sized>() where X: std::convert::From<std::ffi::CString> {} need::<std::sync::Arc<std::ffi::CStr>>() }
// impl From<Cow<'a, B>> for std::sync::Arc<B>
pub fn p316<'a, B>() where B: std::borrow::ToOwned + ?std::marker::Sized, std::sync::Arc<B>: std::convert::From<&'a B> + std::convert::From<<B as std::borrow::ToOwned>::Owned>, B: 'a { fn need<'a, B, X: ?Sized>() where B: std::borrow::ToOwned + ?std::marker::Sized, std::sync::Arc<B>: std::convert::From<&'a B> + std::convert::From<<B as std::borrow::ToOwned>::Owned>, B: 'a, X: std::convert::From<std::borrow::Cow<'a, B>> {} need::<B, std::sync::Arc<B>>() }
// impl From<OsString> for std::sync::Arc<OsStr>
pub fn p317() { fn need<X: ?Sized>() where X: std::convert::From<std::ffi::OsString> {} need::<std::sync::Arc<std::ffi::OsStr>>() }
// impl From<PathBuf> for std::sync::Arc<Path>
pub fn p318() { fn need<X: ?Sized>() where X: std::convert::From<std::path::PathBuf> {} need::<std::sync::Arc<std::path::Path>>() }
// impl From<String> for std::sync::Arc<str>
pub fn p319() { fn need<X: ?Sized>() where X: std::convert::From<std::string::String> {} need::<std::sync::Arc<str>>() }
// impl From<T> for std::sync::Arc<T>
pub fn p320<T>() { fn need<T, X: ?Sized>() where X: std::convert::From<T> {} need::<T, std::sync::Arc<T>>() }
// impl From<Vec<T>> for std::sync::Arc<[T]>
pub fn p321<T>() { fn need<T, X: ?Sized>() where X: std::convert::From<std::vec::Vec<T>> {} need::<T, std::sync::Arc<[T]>>() }
// impl FromIterator<T> for std::sync::Arc<[T]>
pub fn p322<T>() { fn need<T, X: ?Sized>() where X: std::iter::FromIterator<T> {} need::<T, std::sync::Arc<[T]>>() }
// impl Hash for std::sync::Arc<T>
pub fn p323<T>() where T: std::hash::Hash + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::hash::Hash + ?std::marker::Sized, X: std::hash::Hash {} need::<T, std::sync::Arc<T>>() }
// impl Ord for std::sync::Arc<T>
pub fn p324<T>() where T: std::cmp::Ord + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::cmp::Ord + ?std::marker::Sized, X: std::cmp::Ord {} need::<T, std::sync::Arc<T>>() }
// impl PartialEq for std::sync::Arc<T>
pub fn p325<T>() where T: std::cmp::PartialEq + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::cmp::PartialEq + ?std::marker::Sized, X: std::cmp::PartialEq {} need::<T, std::sync::Arc<T>>() }
// impl PartialOrd for std::sync::Arc<T>
pub fn p326<T>() where T: std::cmp::PartialOrd + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::cmp::PartialOrd + ?std::marker::Sized, X: std::cmp::PartialOrd {} need::<T, std::sync::Arc<T>>() }
// impl Pointer for std::sync::Arc<T>
pub fn p327<T>() where T: ?std::marker::Sized { fn need<T, X: ?Sized>() where T: ?std::marker::Sized, X: std::fmt::Pointer {} need::<T, std::sync::Arc<T>>() }
// impl Read for std::sync::Arc<File>
pub fn p328() { fn need<X: ?Sized>() where X: std::io::Read {} need::<std::sync::Arc<std::fs::File>>() }
// impl Seek for std::sync::Arc<File>
pub fn p329() { fn need<X: ?Sized>() where X: std::io::Seek {} need::<std::sync::Arc<std::fs::File>>() }
// impl TryFrom<Arc<[T]>> for std::sync::Arc<[T; N]>
pub fn p330<T, const N: usize>() { fn need<T, const N: usize, X: ?Sized>() where X: std::convert::TryFrom<std::sync::Arc<[T]>> {} need::<T, N, std::sync::Arc<[T; N]>>() }
// impl Write for std::sync::Arc<File>
pub fn p331() { fn need<X: ?Sized>() where X: std::io::Write {} need::<std::sync::Arc<std::fs::File>>() }
// impl Eq for std::sync::Arc<T>
pub fn p332<T>() where T: std::cmp::Eq + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::cmp::Eq + ?std::marker::Sized, X: std::cmp::Eq {} need::<T, std::sync::Arc<T>>() }
// impl Send for std::sync::Arc<T>
pub fn p333<T>() where T: std::marker::Sync + std::marker::Send + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::marker::Sync + std::marker::Send + ?std::marker::Sized, X: std::marker::Send {} need::<T, std::sync::Arc<T>>() }
// impl Sync for std::sync::Arc<T>
pub fn p334<T>() where T: std::marker::Sync + std::marker::Send + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::marker::Sync + std::marker::Send + ?std::marker::Sized, X: std::marker::Sync {} need::<T, std::sync::Arc<T>>() }
// impl Unpin for std::sync::Arc<T>
pub fn p335<T>() where T: ?std::marker::Sized { fn need<T, X: ?Sized>() where T: ?std::marker::Sized, X: std::marker::Unpin {} need::<T, std::sync::Arc<T>>() }
// impl UnwindSafe for std::sync::Arc<T>
pub fn p336<T>() where T: std::panic::RefUnwindSafe + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::panic::RefUnwindSafe + ?std::marker::Sized, X: std::panic::UnwindSafe {} need::<T, std::sync::Arc<T>>() }
// impl RefUnwindSafe for std::sync::Arc<T>
pub fn p337<T>() where T: std::panic::RefUnwindSafe + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::panic::RefUnwindSafe + ?std::marker::Sized, X: std::panic::RefUnwindSafe {} need::<T, std::sync::Arc<T>>() }
// struct std::sync::Barrier
pub fn p338(_: &std::sync::Barrier) {}
// fn std::sync::Barrier::new
pub const fn p339(n: usize) -> std::sync::Barrier { <std::sync::Barrier>::new(n) }
// fn std::sync::Barrier::wait
pub fn p340(this: &std::sync::Barrier) -> std::sync::BarrierWaitResult { <std::sync::Barrier>::wait(this) }
// impl Debug for std::sync::Barrier
pub fn p341() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::sync::Barrier>() }
// impl RefUnwindSafe for std::sync::Barrier
pub fn p342() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::sync::Barrier>() }
// impl Send for std::sync::Barrier
pub fn p343() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::sync::Barrier>() }
// impl Sync for std::sync::Barrier
pub fn p344() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::sync::Barrier>() }
// impl Unpin for std::sync::Barrier
pub fn p345() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::sync::Barrier>() }
// impl UnwindSafe for std::sync::Barrier
pub fn p346() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::sync::Barrier>() }
// struct std::sync::BarrierWaitResult
pub fn p347(_: &std::sync::BarrierWaitResult) {}
// fn std::sync::BarrierWaitResult::is_leader
pub fn p348(this: &std::sync::BarrierWaitResult) -> bool { <std::sync::BarrierWaitResult>::is_leader(this) }
// impl Debug for std::sync::BarrierWaitResult
pub fn p349() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::sync::BarrierWaitResult>() }
// impl RefUnwindSafe for std::sync::BarrierWaitResult
pub fn p350() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::sync::BarrierWaitResult>() }
// impl Send for std::sync::BarrierWaitResult
pub fn p351() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::sync::BarrierWaitResult>() }
// impl Sync for std::sync::BarrierWaitResult
pub fn p352() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::sync::BarrierWaitResult>() }
// impl Unpin for std::sync::BarrierWaitResult
pub fn p353() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::sync::BarrierWaitResult>() }
// impl UnwindSafe for std::sync::BarrierWaitResult
pub fn p354() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::sync::BarrierWaitResult>() }
// struct std::sync::Condvar
pub fn p355(_: &std::sync::Condvar) {}
// fn std::sync::Condvar::new
pub const fn p356() -> std::sync::Condvar { <std::sync::Condvar>::new() }
// fn std::sync::Condvar::wait
pub fn p357<'a, T>(this: &std::sync::Condvar, guard: std::sync::MutexGuard<'a, T>) -> std::sync::LockResult<std::sync::MutexGuard<'a, T>> { <std::sync::Condvar>::wait(this, guard) }
// fn std::sync::Condvar::wait_while
pub fn p358<'a, T, F>(this: &std::sync::Condvar, guard: std::sync::MutexGuard<'a, T>, condition: F) -> std::sync::LockResult<std::sync::MutexGuard<'a, T>> where F: std::ops::FnMut(&mut T) -> bool { <std::sync::Condvar>::wait_while(this, guard, condition) }
// fn std::sync::Condvar::wait_timeout_ms [deprecated]
pub fn p359<'a, T>(this: &std::sync::Condvar, guard: std::sync::MutexGuard<'a, T>, ms: u32) -> std::sync::LockResult<(std::sync::MutexGuard<'a, T>, bool)> { <std::sync::Condvar>::wait_timeout_ms(this, guard, ms) }
// fn std::sync::Condvar::wait_timeout
pub fn p360<'a, T>(this: &std::sync::Condvar, guard: std::sync::MutexGuard<'a, T>, dur: std::time::Duration) -> std::sync::LockResult<(std::sync::MutexGuard<'a, T>, std::sync::WaitTimeoutResult)> { <std::sync::Condvar>::wait_timeout(this, guard, dur) }
// fn std::sync::Condvar::wait_timeout_while
pub fn p361<'a, T, F>(this: &std::sync::Condvar, guard: std::sync::MutexGuard<'a, T>, dur: std::time::Duration, condition: F) -> std::sync::LockResult<(std::sync::MutexGuard<'a, T>, std::sync::WaitTimeoutResult)> where F: std::ops::FnMut(&mut T) -> bool { <std::sync::Condvar>::wait_timeout_while(this, guard, dur, condition) }
// fn std::sync::Condvar::notify_one
pub fn p362(this: &std::sync::Condvar) { <std::sync::Condvar>::notify_one(this) }
// fn std::sync::Condvar::notify_all
pub fn p363(this: &std::sync::Condvar) { <std::sync::Condvar>::notify_all(this) }
// impl Debug for std::sync::Condvar
pub fn p364() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::sync::Condvar>() }
// impl Default for std::sync::Condvar
pub fn p365() { fn need<X: ?Sized>() where X: std::default::Default {} need::<std::sync::Condvar>() }
// impl RefUnwindSafe for std::sync::Condvar
pub fn p366() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::sync::Condvar>() }
// impl UnwindSafe for std::sync::Condvar
pub fn p367() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::sync::Condvar>() }
// impl Send for std::sync::Condvar
pub fn p368() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::sync::Condvar>() }
// impl Sync for std::sync::Condvar
pub fn p369() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::sync::Condvar>() }
// impl Unpin for std::sync::Condvar
pub fn p370() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::sync::Condvar>() }
// struct std::sync::LazyLock
pub fn p371<T, F>(_: &std::sync::LazyLock<T, F>) {}
// fn std::sync::LazyLock::new
pub const fn p372<T, F: std::ops::FnOnce() -> T>(f: F) -> std::sync::LazyLock<T, F> { <std::sync::LazyLock<T, F>>::new(f) }
// fn std::sync::LazyLock::force_mut
pub fn p373<T, F: std::ops::FnOnce() -> T>(this: &mut std::sync::LazyLock<T, F>) -> &mut T { <std::sync::LazyLock<T, F>>::force_mut(this) }
// fn std::sync::LazyLock::force
pub fn p374<T, F: std::ops::FnOnce() -> T>(this: &std::sync::LazyLock<T, F>) -> &T { <std::sync::LazyLock<T, F>>::force(this) }
// fn std::sync::LazyLock::get_mut
pub fn p375<T, F>(this: &mut std::sync::LazyLock<T, F>) -> std::option::Option<&mut T> { <std::sync::LazyLock<T, F>>::get_mut(this) }
// fn std::sync::LazyLock::get
pub fn p376<T, F>(this: &std::sync::LazyLock<T, F>) -> std::option::Option<&T> { <std::sync::LazyLock<T, F>>::get(this) }
// impl Debug for std::sync::LazyLock<T, F>
pub fn p377<T: std::fmt::Debug, F>() { fn need<T: std::fmt::Debug, F, X: ?Sized>() where X: std::fmt::Debug {} need::<T, F, std::sync::LazyLock<T, F>>() }
// impl Default for std::sync::LazyLock<T>
pub fn p378<T: std::default::Default>() { fn need<T: std::default::Default, X: ?Sized>() where X: std::default::Default {} need::<T, std::sync::LazyLock<T>>() }
// impl Deref for std::sync::LazyLock<T, F>
pub fn p379<T, F: std::ops::FnOnce() -> T>() { fn need<T, F: std::ops::FnOnce() -> T, X: ?Sized>() where X: std::ops::Deref {} need::<T, F, std::sync::LazyLock<T, F>>() }
// impl DerefMut for std::sync::LazyLock<T, F>
pub fn p380<T, F: std::ops::FnOnce() -> T>() { fn need<T, F: std::ops::FnOnce() -> T, X: ?Sized>() where X: std::ops::DerefMut {} need::<T, F, std::sync::LazyLock<T, F>>() }
// impl RefUnwindSafe for std::sync::LazyLock<T, F>
pub fn p381<T: std::panic::RefUnwindSafe + std::panic::UnwindSafe, F: std::panic::UnwindSafe>() { fn need<T: std::panic::RefUnwindSafe + std::panic::UnwindSafe, F: std::panic::UnwindSafe, X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<T, F, std::sync::LazyLock<T, F>>() }
// impl Sync for std::sync::LazyLock<T, F>
pub fn p382<T: std::marker::Sync + std::marker::Send, F: std::marker::Send>() { fn need<T: std::marker::Sync + std::marker::Send, F: std::marker::Send, X: ?Sized>() where X: std::marker::Sync {} need::<T, F, std::sync::LazyLock<T, F>>() }
// impl UnwindSafe for std::sync::LazyLock<T, F>
pub fn p383<T: std::panic::UnwindSafe, F: std::panic::UnwindSafe>() { fn need<T: std::panic::UnwindSafe, F: std::panic::UnwindSafe, X: ?Sized>() where X: std::panic::UnwindSafe {} need::<T, F, std::sync::LazyLock<T, F>>() }
// impl Send for std::sync::LazyLock<T, F>
pub fn p384<T, F>() where T: std::marker::Send, F: std::marker::Send { fn need<T, F, X: ?Sized>() where T: std::marker::Send, F: std::marker::Send, X: std::marker::Send {} need::<T, F, std::sync::LazyLock<T, F>>() }
// impl Unpin for std::sync::LazyLock<T, F>
pub fn p385<T, F>() where T: std::marker::Unpin, F: std::marker::Unpin { fn need<T, F, X: ?Sized>() where T: std::marker::Unpin, F: std::marker::Unpin, X: std::marker::Unpin {} need::<T, F, std::sync::LazyLock<T, F>>() }
// struct std::sync::Mutex
pub fn p386<T: ?std::marker::Sized>(_: &std::sync::Mutex<T>) {}
// fn std::sync::Mutex::new
pub const fn p387<T>(t: T) -> std::sync::Mutex<T> { <std::sync::Mutex<T>>::new(t) }
// fn std::sync::Mutex::lock
pub fn p388<'this, T: ?std::marker::Sized>(this: &'this std::sync::Mutex<T>) -> std::sync::LockResult<std::sync::MutexGuard<'this, T>> { <std::sync::Mutex<T>>::lock(this) }
// fn std::sync::Mutex::try_lock
pub fn p389<'this, T: ?std::marker::Sized>(this: &'this std::sync::Mutex<T>) -> std::sync::TryLockResult<std::sync::MutexGuard<'this, T>> { <std::sync::Mutex<T>>::try_lock(this) }
// fn std::sync::Mutex::is_poisoned
pub fn p390<T: ?std::marker::Sized>(this: &std::sync::Mutex<T>) -> bool { <std::sync::Mutex<T>>::is_poisoned(this) }
// fn std::sync::Mutex::clear_poison
pub fn p391<T: ?std::marker::Sized>(this: &std::sync::Mutex<T>) { <std::sync::Mutex<T>>::clear_poison(this) }
// fn std::sync::Mutex::into_inner
pub fn p392<T: ?std::marker::Sized>(this: std::sync::Mutex<T>) -> std::sync::LockResult<T> where T: std::marker::Sized { <std::sync::Mutex<T>>::into_inner(this) }
// fn std::sync::Mutex::get_mut
pub fn p393<'this, T: ?std::marker::Sized>(this: &'this mut std::sync::Mutex<T>) -> std::sync::LockResult<&'this mut T> { <std::sync::Mutex<T>>::get_mut(this) }
// impl Debug for std::sync::Mutex<T>
pub fn p394<T: ?std::marker::Sized + std::fmt::Debug>() { fn need<T: ?std::marker::Sized + std::fmt::Debug, X: ?Sized>() where X: std::fmt::Debug {} need::<T, std::sync::Mutex<T>>() }
// impl Default for std::sync::Mutex<T>
pub fn p395<T: std::default::Default>() { fn need<T: std::default::Default, X: ?Sized>() where X: std::default::Default {} need::<T, std::sync::Mutex<T>>() }
// impl From<T> for std::sync::Mutex<T>
pub fn p396<T>() { fn need<T, X: ?Sized>() where X: std::convert::From<T> {} need::<T, std::sync::Mutex<T>>() }
// impl RefUnwindSafe for std::sync::Mutex<T>
pub fn p397<T: ?std::marker::Sized>() { fn need<T: ?std::marker::Sized, X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<T, std::sync::Mutex<T>>() }
// impl Send for std::sync::Mutex<T>
pub fn p398<T: ?std::marker::Sized + std::marker::Send>() { fn need<T: ?std::marker::Sized + std::marker::Send, X: ?Sized>() where X: std::marker::Send {} need::<T, std::sync::Mutex<T>>() }
// impl Sync for std::sync::Mutex<T>
pub fn p399<T: ?std::marker::Sized + std::marker::Send>() { fn need<T: ?std::marker::Sized + std::marker::Send, X: ?Sized>() where X: std::marker::Sync {} need::<T, std::sync::Mutex<T>>() }
// impl UnwindSafe for std::sync::Mutex<T>
pub fn p400<T: ?std::marker::Sized>() { fn need<T: ?std::marker::Sized, X: ?Sized>() where X: std::panic::UnwindSafe {} need::<T, std::sync::Mutex<T>>() }
// impl Unpin for std::sync::Mutex<T>
pub fn p401<T>() where T: std::marker::Unpin + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::marker::Unpin + ?std::marker::Sized, X: std::marker::Unpin {} need::<T, std::sync::Mutex<T>>() }
// struct std::sync::MutexGuard
pub fn p402<'a, T: ?std::marker::Sized + 'a>(_: &std::sync::MutexGuard<'a, T>) {}
// impl Debug for std::sync::MutexGuard<'_, T>
pub fn p403<'e0, T: ?std::marker::Sized + std::fmt::Debug>() where T: 'e0 { fn need<'e0, T: ?std::marker::Sized + std::fmt::Debug, X: ?Sized>() where T: 'e0, X: std::fmt::Debug {} need::<T, std::sync::MutexGuard<'_, T>>() }
// impl Deref for std::sync::MutexGuard<'_, T>
pub fn p404<'e0, T: ?std::marker::Sized>() where T: 'e0 { fn need<'e0, T: ?std::marker::Sized, X: ?Sized>() where T: 'e0, X: std::ops::Deref {} need::<T, std::sync::MutexGuard<'_, T>>() }
// impl DerefMut for std::sync::MutexGuard<'_, T>
pub fn p405<'e0, T: ?std::marker::Sized>() where T: 'e0 { fn need<'e0, T: ?std::marker::Sized, X: ?Sized>() where T: 'e0, X: std::ops::DerefMut {} need::<T, std::sync::MutexGuard<'_, T>>() }
// impl Display for std::sync::MutexGuard<'_, T>
pub fn p406<'e0, T: ?std::marker::Sized + std::fmt::Display>() where T: 'e0 { fn need<'e0, T: ?std::marker::Sized + std::fmt::Display, X: ?Sized>() where T: 'e0, X: std::fmt::Display {} need::<T, std::sync::MutexGuard<'_, T>>() }
// impl !Send for std::sync::MutexGuard<'_, T>
pub fn p407() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::marker::Send> Holds<u8> for T {} <std::sync::MutexGuard<'static, u8> as Holds<_>>::holds() }
// impl Sync for std::sync::MutexGuard<'_, T>
pub fn p408<'e0, T: ?std::marker::Sized + std::marker::Sync>() where T: 'e0 { fn need<'e0, T: ?std::marker::Sized + std::marker::Sync, X: ?Sized>() where T: 'e0, X: std::marker::Sync {} need::<T, std::sync::MutexGuard<'_, T>>() }
// impl RefUnwindSafe for std::sync::MutexGuard<'a, T>
pub fn p409<'a, T>() where T: ?std::marker::Sized, T: 'a { fn need<'a, T, X: ?Sized>() where T: ?std::marker::Sized, T: 'a, X: std::panic::RefUnwindSafe {} need::<T, std::sync::MutexGuard<'_, T>>() }
// impl Unpin for std::sync::MutexGuard<'a, T>
pub fn p410<'a, T>() where T: ?std::marker::Sized, T: 'a { fn need<'a, T, X: ?Sized>() where T: ?std::marker::Sized, T: 'a, X: std::marker::Unpin {} need::<T, std::sync::MutexGuard<'_, T>>() }
// impl UnwindSafe for std::sync::MutexGuard<'a, T>
pub fn p411<'a, T>() where T: ?std::marker::Sized, T: 'a { fn need<'a, T, X: ?Sized>() where T: ?std::marker::Sized, T: 'a, X: std::panic::UnwindSafe {} need::<T, std::sync::MutexGuard<'_, T>>() }
// struct std::sync::Once
pub fn p412(_: &std::sync::Once) {}
// fn std::sync::Once::new
pub const fn p413() -> std::sync::Once { <std::sync::Once>::new() }
// fn std::sync::Once::call_once
pub fn p414<F>(this: &std::sync::Once, f: F) where F: std::ops::FnOnce() { <std::sync::Once>::call_once(this, f) }
// fn std::sync::Once::call_once_force
pub fn p415<F>(this: &std::sync::Once, f: F) where F: std::ops::FnOnce(&std::sync::OnceState) { <std::sync::Once>::call_once_force(this, f) }
// fn std::sync::Once::is_completed
pub fn p416(this: &std::sync::Once) -> bool { <std::sync::Once>::is_completed(this) }
// fn std::sync::Once::wait
pub fn p417(this: &std::sync::Once) { <std::sync::Once>::wait(this) }
// fn std::sync::Once::wait_force
pub fn p418(this: &std::sync::Once) { <std::sync::Once>::wait_force(this) }
// impl Debug for std::sync::Once
pub fn p419() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::sync::Once>() }
// impl RefUnwindSafe for std::sync::Once
pub fn p420() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::sync::Once>() }
// impl UnwindSafe for std::sync::Once
pub fn p421() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::sync::Once>() }
// impl Send for std::sync::Once
pub fn p422() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::sync::Once>() }
// impl Sync for std::sync::Once
pub fn p423() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::sync::Once>() }
// impl Unpin for std::sync::Once
pub fn p424() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::sync::Once>() }
// struct std::sync::OnceLock
pub fn p425<T>(_: &std::sync::OnceLock<T>) {}
// fn std::sync::OnceLock::new
pub const fn p426<T>() -> std::sync::OnceLock<T> { <std::sync::OnceLock<T>>::new() }
// fn std::sync::OnceLock::get
pub fn p427<'this, T>(this: &'this std::sync::OnceLock<T>) -> std::option::Option<&'this T> { <std::sync::OnceLock<T>>::get(this) }
// fn std::sync::OnceLock::get_mut
pub fn p428<'this, T>(this: &'this mut std::sync::OnceLock<T>) -> std::option::Option<&'this mut T> { <std::sync::OnceLock<T>>::get_mut(this) }
// fn std::sync::OnceLock::wait
pub fn p429<'this, T>(this: &'this std::sync::OnceLock<T>) -> &'this T { <std::sync::OnceLock<T>>::wait(this) }
// fn std::sync::OnceLock::set
pub fn p430<T>(this: &std::sync::OnceLock<T>, value: T) -> std::result::Result<(), T> { <std::sync::OnceLock<T>>::set(this, value) }
// fn std::sync::OnceLock::get_or_init
pub fn p431<'this, T, F>(this: &'this std::sync::OnceLock<T>, f: F) -> &'this T where F: std::ops::FnOnce() -> T { <std::sync::OnceLock<T>>::get_or_init(this, f) }
// fn std::sync::OnceLock::into_inner
pub fn p432<T>(this: std::sync::OnceLock<T>) -> std::option::Option<T> { <std::sync::OnceLock<T>>::into_inner(this) }
// fn std::sync::OnceLock::take
pub fn p433<T>(this: &mut std::sync::OnceLock<T>) -> std::option::Option<T> { <std::sync::OnceLock<T>>::take(this) }
// impl Clone for std::sync::OnceLock<T>
pub fn p434<T: std::clone::Clone>() { fn need<T: std::clone::Clone, X: ?Sized>() where X: std::clone::Clone {} need::<T, std::sync::OnceLock<T>>() }
// impl Debug for std::sync::OnceLock<T>
pub fn p435<T: std::fmt::Debug>() { fn need<T: std::fmt::Debug, X: ?Sized>() where X: std::fmt::Debug {} need::<T, std::sync::OnceLock<T>>() }
// impl Default for std::sync::OnceLock<T>
pub fn p436<T>() { fn need<T, X: ?Sized>() where X: std::default::Default {} need::<T, std::sync::OnceLock<T>>() }
// impl From<T> for std::sync::OnceLock<T>
pub fn p437<T>() { fn need<T, X: ?Sized>() where X: std::convert::From<T> {} need::<T, std::sync::OnceLock<T>>() }
// impl PartialEq for std::sync::OnceLock<T>
pub fn p438<T: std::cmp::PartialEq>() { fn need<T: std::cmp::PartialEq, X: ?Sized>() where X: std::cmp::PartialEq {} need::<T, std::sync::OnceLock<T>>() }
// impl Eq for std::sync::OnceLock<T>
pub fn p439<T: std::cmp::Eq>() { fn need<T: std::cmp::Eq, X: ?Sized>() where X: std::cmp::Eq {} need::<T, std::sync::OnceLock<T>>() }
// impl RefUnwindSafe for std::sync::OnceLock<T>
pub fn p440<T: std::panic::RefUnwindSafe + std::panic::UnwindSafe>() { fn need<T: std::panic::RefUnwindSafe + std::panic::UnwindSafe, X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<T, std::sync::OnceLock<T>>() }
// impl Send for std::sync::OnceLock<T>
pub fn p441<T: std::marker::Send>() { fn need<T: std::marker::Send, X: ?Sized>() where X: std::marker::Send {} need::<T, std::sync::OnceLock<T>>() }
// impl Sync for std::sync::OnceLock<T>
pub fn p442<T: std::marker::Sync + std::marker::Send>() { fn need<T: std::marker::Sync + std::marker::Send, X: ?Sized>() where X: std::marker::Sync {} need::<T, std::sync::OnceLock<T>>() }
// impl UnwindSafe for std::sync::OnceLock<T>
pub fn p443<T: std::panic::UnwindSafe>() { fn need<T: std::panic::UnwindSafe, X: ?Sized>() where X: std::panic::UnwindSafe {} need::<T, std::sync::OnceLock<T>>() }
// impl Unpin for std::sync::OnceLock<T>
pub fn p444<T>() where T: std::marker::Unpin { fn need<T, X: ?Sized>() where T: std::marker::Unpin, X: std::marker::Unpin {} need::<T, std::sync::OnceLock<T>>() }
// struct std::sync::OnceState
pub fn p445(_: &std::sync::OnceState) {}
// fn std::sync::OnceState::is_poisoned
pub fn p446(this: &std::sync::OnceState) -> bool { <std::sync::OnceState>::is_poisoned(this) }
// impl Debug for std::sync::OnceState
pub fn p447() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::sync::OnceState>() }
// impl !RefUnwindSafe for std::sync::OnceState
pub fn p448() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::panic::RefUnwindSafe> Holds<u8> for T {} <std::sync::OnceState as Holds<_>>::holds() }
// impl Send for std::sync::OnceState
pub fn p449() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::sync::OnceState>() }
// impl !Sync for std::sync::OnceState
pub fn p450() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::marker::Sync> Holds<u8> for T {} <std::sync::OnceState as Holds<_>>::holds() }
// impl Unpin for std::sync::OnceState
pub fn p451() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::sync::OnceState>() }
// impl UnwindSafe for std::sync::OnceState
pub fn p452() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::sync::OnceState>() }
// struct std::sync::PoisonError
pub fn p453<T>(_: &std::sync::PoisonError<T>) {}
// fn std::sync::PoisonError::new
pub fn p454<T>(data: T) -> std::sync::PoisonError<T> { <std::sync::PoisonError<T>>::new(data) }
// fn std::sync::PoisonError::into_inner
pub fn p455<T>(this: std::sync::PoisonError<T>) -> T { <std::sync::PoisonError<T>>::into_inner(this) }
// fn std::sync::PoisonError::get_ref
pub fn p456<'this, T>(this: &'this std::sync::PoisonError<T>) -> &'this T { <std::sync::PoisonError<T>>::get_ref(this) }
// fn std::sync::PoisonError::get_mut
pub fn p457<'this, T>(this: &'this mut std::sync::PoisonError<T>) -> &'this mut T { <std::sync::PoisonError<T>>::get_mut(this) }
// impl Debug for std::sync::PoisonError<T>
pub fn p458<T>() { fn need<T, X: ?Sized>() where X: std::fmt::Debug {} need::<T, std::sync::PoisonError<T>>() }
// impl Display for std::sync::PoisonError<T>
pub fn p459<T>() { fn need<T, X: ?Sized>() where X: std::fmt::Display {} need::<T, std::sync::PoisonError<T>>() }
// impl Error for std::sync::PoisonError<T>
pub fn p460<T>() { fn need<T, X: ?Sized>() where X: std::error::Error {} need::<T, std::sync::PoisonError<T>>() }
// impl From<PoisonError<T>> for TryLockError<T>
pub fn p461<T>() { fn need<T, X: ?Sized>() where X: std::convert::From<std::sync::PoisonError<T>> {} need::<T, std::sync::TryLockError<T>>() }
// impl RefUnwindSafe for std::sync::PoisonError<T>
pub fn p462<T>() where T: std::panic::RefUnwindSafe { fn need<T, X: ?Sized>() where T: std::panic::RefUnwindSafe, X: std::panic::RefUnwindSafe {} need::<T, std::sync::PoisonError<T>>() }
// impl Send for std::sync::PoisonError<T>
pub fn p463<T>() where T: std::marker::Send { fn need<T, X: ?Sized>() where T: std::marker::Send, X: std::marker::Send {} need::<T, std::sync::PoisonError<T>>() }
// impl Sync for std::sync::PoisonError<T>
pub fn p464<T>() where T: std::marker::Sync { fn need<T, X: ?Sized>() where T: std::marker::Sync, X: std::marker::Sync {} need::<T, std::sync::PoisonError<T>>() }
// impl Unpin for std::sync::PoisonError<T>
pub fn p465<T>() where T: std::marker::Unpin { fn need<T, X: ?Sized>() where T: std::marker::Unpin, X: std::marker::Unpin {} need::<T, std::sync::PoisonError<T>>() }
// impl UnwindSafe for std::sync::PoisonError<T>
pub fn p466<T>() where T: std::panic::UnwindSafe { fn need<T, X: ?Sized>() where T: std::panic::UnwindSafe, X: std::panic::UnwindSafe {} need::<T, std::sync::PoisonError<T>>() }
// struct std::sync::RwLock
pub fn p467<T: ?std::marker::Sized>(_: &std::sync::RwLock<T>) {}
// fn std::sync::RwLock::new
pub const fn p468<T>(t: T) -> std::sync::RwLock<T> { <std::sync::RwLock<T>>::new(t) }
// fn std::sync::RwLock::read
pub fn p469<'this, T: ?std::marker::Sized>(this: &'this std::sync::RwLock<T>) -> std::sync::LockResult<std::sync::RwLockReadGuard<'this, T>> { <std::sync::RwLock<T>>::read(this) }
// fn std::sync::RwLock::try_read
pub fn p470<'this, T: ?std::marker::Sized>(this: &'this std::sync::RwLock<T>) -> std::sync::TryLockResult<std::sync::RwLockReadGuard<'this, T>> { <std::sync::RwLock<T>>::try_read(this) }
// fn std::sync::RwLock::write
pub fn p471<'this, T: ?std::marker::Sized>(this: &'this std::sync::RwLock<T>) -> std::sync::LockResult<std::sync::RwLockWriteGuard<'this, T>> { <std::sync::RwLock<T>>::write(this) }
// fn std::sync::RwLock::try_write
pub fn p472<'this, T: ?std::marker::Sized>(this: &'this std::sync::RwLock<T>) -> std::sync::TryLockResult<std::sync::RwLockWriteGuard<'this, T>> { <std::sync::RwLock<T>>::try_write(this) }
// fn std::sync::RwLock::is_poisoned
pub fn p473<T: ?std::marker::Sized>(this: &std::sync::RwLock<T>) -> bool { <std::sync::RwLock<T>>::is_poisoned(this) }
// fn std::sync::RwLock::clear_poison
pub fn p474<T: ?std::marker::Sized>(this: &std::sync::RwLock<T>) { <std::sync::RwLock<T>>::clear_poison(this) }
// fn std::sync::RwLock::into_inner
pub fn p475<T: ?std::marker::Sized>(this: std::sync::RwLock<T>) -> std::sync::LockResult<T> where T: std::marker::Sized { <std::sync::RwLock<T>>::into_inner(this) }
// fn std::sync::RwLock::get_mut
pub fn p476<'this, T: ?std::marker::Sized>(this: &'this mut std::sync::RwLock<T>) -> std::sync::LockResult<&'this mut T> { <std::sync::RwLock<T>>::get_mut(this) }
// impl Debug for std::sync::RwLock<T>
pub fn p477<T: ?std::marker::Sized + std::fmt::Debug>() { fn need<T: ?std::marker::Sized + std::fmt::Debug, X: ?Sized>() where X: std::fmt::Debug {} need::<T, std::sync::RwLock<T>>() }
// impl Default for std::sync::RwLock<T>
pub fn p478<T: std::default::Default>() { fn need<T: std::default::Default, X: ?Sized>() where X: std::default::Default {} need::<T, std::sync::RwLock<T>>() }
// impl From<T> for std::sync::RwLock<T>
pub fn p479<T>() { fn need<T, X: ?Sized>() where X: std::convert::From<T> {} need::<T, std::sync::RwLock<T>>() }
// impl RefUnwindSafe for std::sync::RwLock<T>
pub fn p480<T: ?std::marker::Sized>() { fn need<T: ?std::marker::Sized, X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<T, std::sync::RwLock<T>>() }
// impl Send for std::sync::RwLock<T>
pub fn p481<T: ?std::marker::Sized + std::marker::Send>() { fn need<T: ?std::marker::Sized + std::marker::Send, X: ?Sized>() where X: std::marker::Send {} need::<T, std::sync::RwLock<T>>() }
// impl Sync for std::sync::RwLock<T>
pub fn p482<T: ?std::marker::Sized + std::marker::Send + std::marker::Sync>() { fn need<T: ?std::marker::Sized + std::marker::Send + std::marker::Sync, X: ?Sized>() where X: std::marker::Sync {} need::<T, std::sync::RwLock<T>>() }
// impl UnwindSafe for std::sync::RwLock<T>
pub fn p483<T: ?std::marker::Sized>() { fn need<T: ?std::marker::Sized, X: ?Sized>() where X: std::panic::UnwindSafe {} need::<T, std::sync::RwLock<T>>() }
// impl Unpin for std::sync::RwLock<T>
pub fn p484<T>() where T: std::marker::Unpin + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::marker::Unpin + ?std::marker::Sized, X: std::marker::Unpin {} need::<T, std::sync::RwLock<T>>() }
// struct std::sync::RwLockReadGuard
pub fn p485<'rwlock, T: ?std::marker::Sized + 'rwlock>(_: &std::sync::RwLockReadGuard<'rwlock, T>) {}
// impl Debug for std::sync::RwLockReadGuard<'_, T>
pub fn p486<'e0, T: ?std::marker::Sized + std::fmt::Debug>() where T: 'e0 { fn need<'e0, T: ?std::marker::Sized + std::fmt::Debug, X: ?Sized>() where T: 'e0, X: std::fmt::Debug {} need::<T, std::sync::RwLockReadGuard<'_, T>>() }
// impl Deref for std::sync::RwLockReadGuard<'_, T>
pub fn p487<'e0, T: ?std::marker::Sized>() where T: 'e0 { fn need<'e0, T: ?std::marker::Sized, X: ?Sized>() where T: 'e0, X: std::ops::Deref {} need::<T, std::sync::RwLockReadGuard<'_, T>>() }
// impl Display for std::sync::RwLockReadGuard<'_, T>
pub fn p488<'e0, T: ?std::marker::Sized + std::fmt::Display>() where T: 'e0 { fn need<'e0, T: ?std::marker::Sized + std::fmt::Display, X: ?Sized>() where T: 'e0, X: std::fmt::Display {} need::<T, std::sync::RwLockReadGuard<'_, T>>() }
// impl !Send for std::sync::RwLockReadGuard<'_, T>
pub fn p489() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::marker::Send> Holds<u8> for T {} <std::sync::RwLockReadGuard<'static, u8> as Holds<_>>::holds() }
// impl Sync for std::sync::RwLockReadGuard<'_, T>
pub fn p490<'e0, T: ?std::marker::Sized + std::marker::Sync>() where T: 'e0 { fn need<'e0, T: ?std::marker::Sized + std::marker::Sync, X: ?Sized>() where T: 'e0, X: std::marker::Sync {} need::<T, std::sync::RwLockReadGuard<'_, T>>() }
// impl RefUnwindSafe for std::sync::RwLockReadGuard<'rwlock, T>
pub fn p491<'rwlock, T>() where T: std::panic::RefUnwindSafe + ?std::marker::Sized, T: 'rwlock { fn need<'rwlock, T, X: ?Sized>() where T: std::panic::RefUnwindSafe + ?std::marker::Sized, T: 'rwlock, X: std::panic::RefUnwindSafe {} need::<T, std::sync::RwLockReadGuard<'_, T>>() }
// impl Unpin for std::sync::RwLockReadGuard<'rwlock, T>
pub fn p492<'rwlock, T>() where T: ?std::marker::Sized, T: 'rwlock { fn need<'rwlock, T, X: ?Sized>() where T: ?std::marker::Sized, T: 'rwlock, X: std::marker::Unpin {} need::<T, std::sync::RwLockReadGuard<'_, T>>() }
// impl UnwindSafe for std::sync::RwLockReadGuard<'rwlock, T>
pub fn p493<'rwlock, T>() where T: std::panic::RefUnwindSafe + ?std::marker::Sized, T: 'rwlock { fn need<'rwlock, T, X: ?Sized>() where T: std::panic::RefUnwindSafe + ?std::marker::Sized, T: 'rwlock, X: std::panic::UnwindSafe {} need::<T, std::sync::RwLockReadGuard<'_, T>>() }
// struct std::sync::RwLockWriteGuard
pub fn p494<'rwlock, T: ?std::marker::Sized + 'rwlock>(_: &std::sync::RwLockWriteGuard<'rwlock, T>) {}
// fn std::sync::RwLockWriteGuard::downgrade
pub fn p495<'rwlock, T: ?std::marker::Sized>(s: std::sync::RwLockWriteGuard<'rwlock, T>) -> std::sync::RwLockReadGuard<'rwlock, T> { <std::sync::RwLockWriteGuard<'rwlock, T>>::downgrade(s) }
// impl Debug for std::sync::RwLockWriteGuard<'_, T>
pub fn p496<'e0, T: ?std::marker::Sized + std::fmt::Debug>() where T: 'e0 { fn need<'e0, T: ?std::marker::Sized + std::fmt::Debug, X: ?Sized>() where T: 'e0, X: std::fmt::Debug {} need::<T, std::sync::RwLockWriteGuard<'_, T>>() }
// impl Deref for std::sync::RwLockWriteGuard<'_, T>
pub fn p497<'e0, T: ?std::marker::Sized>() where T: 'e0 { fn need<'e0, T: ?std::marker::Sized, X: ?Sized>() where T: 'e0, X: std::ops::Deref {} need::<T, std::sync::RwLockWriteGuard<'_, T>>() }
// impl DerefMut for std::sync::RwLockWriteGuard<'_, T>
pub fn p498<'e0, T: ?std::marker::Sized>() where T: 'e0 { fn need<'e0, T: ?std::marker::Sized, X: ?Sized>() where T: 'e0, X: std::ops::DerefMut {} need::<T, std::sync::RwLockWriteGuard<'_, T>>() }
// impl Display for std::sync::RwLockWriteGuard<'_, T>
pub fn p499<'e0, T: ?std::marker::Sized + std::fmt::Display>() where T: 'e0 { fn need<'e0, T: ?std::marker::Sized + std::fmt::Display, X: ?Sized>() where T: 'e0, X: std::fmt::Display {} need::<T, std::sync::RwLockWriteGuard<'_, T>>() }
// impl !Send for std::sync::RwLockWriteGuard<'_, T>
pub fn p500() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::marker::Send> Holds<u8> for T {} <std::sync::RwLockWriteGuard<'static, u8> as Holds<_>>::holds() }
// impl Sync for std::sync::RwLockWriteGuard<'_, T>
pub fn p501<'e0, T: ?std::marker::Sized + std::marker::Sync>() where T: 'e0 { fn need<'e0, T: ?std::marker::Sized + std::marker::Sync, X: ?Sized>() where T: 'e0, X: std::marker::Sync {} need::<T, std::sync::RwLockWriteGuard<'_, T>>() }
// impl RefUnwindSafe for std::sync::RwLockWriteGuard<'rwlock, T>
pub fn p502<'rwlock, T>() where T: ?std::marker::Sized, T: 'rwlock { fn need<'rwlock, T, X: ?Sized>() where T: ?std::marker::Sized, T: 'rwlock, X: std::panic::RefUnwindSafe {} need::<T, std::sync::RwLockWriteGuard<'_, T>>() }
// impl Unpin for std::sync::RwLockWriteGuard<'rwlock, T>
pub fn p503<'rwlock, T>() where T: ?std::marker::Sized, T: 'rwlock { fn need<'rwlock, T, X: ?Sized>() where T: ?std::marker::Sized, T: 'rwlock, X: std::marker::Unpin {} need::<T, std::sync::RwLockWriteGuard<'_, T>>() }
// impl UnwindSafe for std::sync::RwLockWriteGuard<'rwlock, T>
pub fn p504<'rwlock, T>() where T: ?std::marker::Sized, T: 'rwlock { fn need<'rwlock, T, X: ?Sized>() where T: ?std::marker::Sized, T: 'rwlock, X: std::panic::UnwindSafe {} need::<T, std::sync::RwLockWriteGuard<'_, T>>() }
// struct std::sync::WaitTimeoutResult
pub fn p505(_: &std::sync::WaitTimeoutResult) {}
// fn std::sync::WaitTimeoutResult::timed_out
pub fn p506(this: &std::sync::WaitTimeoutResult) -> bool { <std::sync::WaitTimeoutResult>::timed_out(this) }
// impl Clone for std::sync::WaitTimeoutResult
pub fn p507() { fn need<X: ?Sized>() where X: std::clone::Clone {} need::<std::sync::WaitTimeoutResult>() }
// impl Debug for std::sync::WaitTimeoutResult
pub fn p508() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::sync::WaitTimeoutResult>() }
// impl PartialEq for std::sync::WaitTimeoutResult
pub fn p509() { fn need<X: ?Sized>() where X: std::cmp::PartialEq {} need::<std::sync::WaitTimeoutResult>() }
// impl Copy for std::sync::WaitTimeoutResult
pub fn p510() { fn need<X: ?Sized>() where X: std::marker::Copy {} need::<std::sync::WaitTimeoutResult>() }
// impl Eq for std::sync::WaitTimeoutResult
pub fn p511() { fn need<X: ?Sized>() where X: std::cmp::Eq {} need::<std::sync::WaitTimeoutResult>() }
// impl RefUnwindSafe for std::sync::WaitTimeoutResult
pub fn p512() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::sync::WaitTimeoutResult>() }
// impl Send for std::sync::WaitTimeoutResult
pub fn p513() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::sync::WaitTimeoutResult>() }
// impl Sync for std::sync::WaitTimeoutResult
pub fn p514() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::sync::WaitTimeoutResult>() }
// impl Unpin for std::sync::WaitTimeoutResult
pub fn p515() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::sync::WaitTimeoutResult>() }
// impl UnwindSafe for std::sync::WaitTimeoutResult
pub fn p516() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::sync::WaitTimeoutResult>() }
// struct std::sync::Weak
pub fn p517<T>(_: &std::sync::Weak<T>) where T: ?std::marker::Sized {}
// fn std::sync::Weak::new
pub const fn p518<T>() -> std::sync::Weak<T> { <std::sync::Weak<T>>::new() }
// fn std::sync::Weak::from_raw
pub unsafe fn p519<T>(ptr: *const T) -> std::sync::Weak<T> where T: ?std::marker::Sized { unsafe { <std::sync::Weak<T>>::from_raw(ptr) } }
// fn std::sync::Weak::into_raw
pub fn p520<T>(this: std::sync::Weak<T>) -> *const T where T: ?std::marker::Sized { <std::sync::Weak<T>>::into_raw(this) }
// fn std::sync::Weak::as_ptr
pub fn p521<T>(this: &std::sync::Weak<T>) -> *const T where T: ?std::marker::Sized { <std::sync::Weak<T>>::as_ptr(this) }
// fn std::sync::Weak::upgrade
pub fn p522<T>(this: &std::sync::Weak<T>) -> std::option::Option<std::sync::Arc<T>> where T: ?std::marker::Sized { <std::sync::Weak<T>>::upgrade(this) }
// fn std::sync::Weak::strong_count
pub fn p523<T>(this: &std::sync::Weak<T>) -> usize where T: ?std::marker::Sized { <std::sync::Weak<T>>::strong_count(this) }
// fn std::sync::Weak::weak_count
pub fn p524<T>(this: &std::sync::Weak<T>) -> usize where T: ?std::marker::Sized { <std::sync::Weak<T>>::weak_count(this) }
// fn std::sync::Weak::ptr_eq
pub fn p525<T>(this: &std::sync::Weak<T>, other: &std::sync::Weak<T>) -> bool where T: ?std::marker::Sized { <std::sync::Weak<T>>::ptr_eq(this, other) }
// impl Clone for std::sync::Weak<T>
pub fn p526<T>() where T: ?std::marker::Sized { fn need<T, X: ?Sized>() where T: ?std::marker::Sized, X: std::clone::Clone {} need::<T, std::sync::Weak<T>>() }
// impl Debug for std::sync::Weak<T>
pub fn p527<T>() where T: ?std::marker::Sized { fn need<T, X: ?Sized>() where T: ?std::marker::Sized, X: std::fmt::Debug {} need::<T, std::sync::Weak<T>>() }
// impl Default for std::sync::Weak<T>
pub fn p528<T>() { fn need<T, X: ?Sized>() where X: std::default::Default {} need::<T, std::sync::Weak<T>>() }
// impl Send for std::sync::Weak<T>
pub fn p529<T>() where T: std::marker::Sync + std::marker::Send + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::marker::Sync + std::marker::Send + ?std::marker::Sized, X: std::marker::Send {} need::<T, std::sync::Weak<T>>() }
// impl Sync for std::sync::Weak<T>
pub fn p530<T>() where T: std::marker::Sync + std::marker::Send + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::marker::Sync + std::marker::Send + ?std::marker::Sized, X: std::marker::Sync {} need::<T, std::sync::Weak<T>>() }
// impl RefUnwindSafe for std::sync::Weak<T>
pub fn p531<T>() where T: std::panic::RefUnwindSafe + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::panic::RefUnwindSafe + ?std::marker::Sized, X: std::panic::RefUnwindSafe {} need::<T, std::sync::Weak<T>>() }
// impl Unpin for std::sync::Weak<T>
pub fn p532<T>() where T: ?std::marker::Sized { fn need<T, X: ?Sized>() where T: ?std::marker::Sized, X: std::marker::Unpin {} need::<T, std::sync::Weak<T>>() }
// impl UnwindSafe for std::sync::Weak<T>
pub fn p533<T>() where T: std::panic::RefUnwindSafe + ?std::marker::Sized { fn need<T, X: ?Sized>() where T: std::panic::RefUnwindSafe + ?std::marker::Sized, X: std::panic::UnwindSafe {} need::<T, std::sync::Weak<T>>() }
// enum std::sync::TryLockError
pub fn p534<T>(_: &std::sync::TryLockError<T>) {}
// variant std::sync::TryLockError::Poisoned
pub fn p535<T>(a0: std::sync::PoisonError<T>) -> std::sync::TryLockError<T> { std::sync::TryLockError::Poisoned(a0) }
// variant std::sync::TryLockError::WouldBlock
pub fn p536<T>() -> std::sync::TryLockError<T> { std::sync::TryLockError::WouldBlock }
// impl Debug for std::sync::TryLockError<T>
pub fn p537<T>() { fn need<T, X: ?Sized>() where X: std::fmt::Debug {} need::<T, std::sync::TryLockError<T>>() }
// impl Display for std::sync::TryLockError<T>
pub fn p538<T>() { fn need<T, X: ?Sized>() where X: std::fmt::Display {} need::<T, std::sync::TryLockError<T>>() }
// impl Error for std::sync::TryLockError<T>
pub fn p539<T>() { fn need<T, X: ?Sized>() where X: std::error::Error {} need::<T, std::sync::TryLockError<T>>() }
// impl From<PoisonError<T>> for std::sync::TryLockError<T>
pub fn p540<T>() { fn need<T, X: ?Sized>() where X: std::convert::From<std::sync::PoisonError<T>> {} need::<T, std::sync::TryLockError<T>>() }
// impl RefUnwindSafe for std::sync::TryLockError<T>
pub fn p541<T>() where T: std::panic::RefUnwindSafe { fn need<T, X: ?Sized>() where T: std::panic::RefUnwindSafe, X: std::panic::RefUnwindSafe {} need::<T, std::sync::TryLockError<T>>() }
// impl Send for std::sync::TryLockError<T>
pub fn p542<T>() where T: std::marker::Send { fn need<T, X: ?Sized>() where T: std::marker::Send, X: std::marker::Send {} need::<T, std::sync::TryLockError<T>>() }
// impl Sync for std::sync::TryLockError<T>
pub fn p543<T>() where T: std::marker::Sync { fn need<T, X: ?Sized>() where T: std::marker::Sync, X: std::marker::Sync {} need::<T, std::sync::TryLockError<T>>() }
// impl Unpin for std::sync::TryLockError<T>
pub fn p544<T>() where T: std::marker::Unpin { fn need<T, X: ?Sized>() where T: std::marker::Unpin, X: std::marker::Unpin {} need::<T, std::sync::TryLockError<T>>() }
// impl UnwindSafe for std::sync::TryLockError<T>
pub fn p545<T>() where T: std::panic::UnwindSafe { fn need<T, X: ?Sized>() where T: std::panic::UnwindSafe, X: std::panic::UnwindSafe {} need::<T, std::sync::TryLockError<T>>() }
// type std::sync::LockResult
pub fn p546<T>(x: std::sync::LockResult<T>) -> std::result::Result<T, std::sync::PoisonError<T>> { x }
// type std::sync::TryLockResult
pub fn p547<Guard>(x: std::sync::TryLockResult<Guard>) -> std::result::Result<Guard, std::sync::TryLockError<Guard>> { x }
// const std::sync::ONCE_INIT [deprecated]
pub fn p548() -> std::sync::Once { std::sync::ONCE_INIT }
// mod std::sync::atomic
pub use std::sync::atomic as p549;
// struct std::sync::atomic::AtomicBool
pub fn p550(_: &std::sync::atomic::AtomicBool) {}
// fn std::sync::atomic::AtomicBool::new
pub const fn p551(v: bool) -> std::sync::atomic::AtomicBool { <std::sync::atomic::AtomicBool>::new(v) }
// fn std::sync::atomic::AtomicBool::from_ptr
pub const unsafe fn p552<'a>(ptr: *mut bool) -> &'a std::sync::atomic::AtomicBool { unsafe { <std::sync::atomic::AtomicBool>::from_ptr(ptr) } }
// fn std::sync::atomic::AtomicBool::get_mut
pub fn p553<'this>(this: &'this mut std::sync::atomic::AtomicBool) -> &'this mut bool { <std::sync::atomic::AtomicBool>::get_mut(this) }
// fn std::sync::atomic::AtomicBool::into_inner
pub const fn p554(this: std::sync::atomic::AtomicBool) -> bool { <std::sync::atomic::AtomicBool>::into_inner(this) }
// fn std::sync::atomic::AtomicBool::load
pub fn p555(this: &std::sync::atomic::AtomicBool, order: std::sync::atomic::Ordering) -> bool { <std::sync::atomic::AtomicBool>::load(this, order) }
// fn std::sync::atomic::AtomicBool::store
pub fn p556(this: &std::sync::atomic::AtomicBool, val: bool, order: std::sync::atomic::Ordering) { <std::sync::atomic::AtomicBool>::store(this, val, order) }
// fn std::sync::atomic::AtomicBool::swap
pub fn p557(this: &std::sync::atomic::AtomicBool, val: bool, order: std::sync::atomic::Ordering) -> bool { <std::sync::atomic::AtomicBool>::swap(this, val, order) }
// fn std::sync::atomic::AtomicBool::compare_and_swap [deprecated]
pub fn p558(this: &std::sync::atomic::AtomicBool, current: bool, new: bool, order: std::sync::atomic::Ordering) -> bool { <std::sync::atomic::AtomicBool>::compare_and_swap(this, current, new, order) }
// fn std::sync::atomic::AtomicBool::compare_exchange
pub fn p559(this: &std::sync::atomic::AtomicBool, current: bool, new: bool, success: std::sync::atomic::Ordering, failure: std::sync::atomic::Ordering) -> std::result::Result<bool, bool> { <std::sync::atomic::AtomicBool>::compare_exchange(this, current, new, success, failure) }
// fn std::sync::atomic::AtomicBool::compare_exchange_weak
pub fn p560(this: &std::sync::atomic::AtomicBool, current: bool, new: bool, success: std::sync::atomic::Ordering, failure: std::sync::atomic::Ordering) -> std::result::Result<bool, bool> { <std::sync::atomic::AtomicBool>::compare_exchange_weak(this, current, new, success, failure) }
// fn std::sync::atomic::AtomicBool::fetch_and
pub fn p561(this: &std::sync::atomic::AtomicBool, val: bool, order: std::sync::atomic::Ordering) -> bool { <std::sync::atomic::AtomicBool>::fetch_and(this, val, order) }
// fn std::sync::atomic::AtomicBool::fetch_nand
pub fn p562(this: &std::sync::atomic::AtomicBool, val: bool, order: std::sync::atomic::Ordering) -> bool { <std::sync::atomic::AtomicBool>::fetch_nand(this, val, order) }
// fn std::sync::atomic::AtomicBool::fetch_or
pub fn p563(this: &std::sync::atomic::AtomicBool, val: bool, order: std::sync::atomic::Ordering) -> bool { <std::sync::atomic::AtomicBool>::fetch_or(this, val, order) }
// fn std::sync::atomic::AtomicBool::fetch_xor
pub fn p564(this: &std::sync::atomic::AtomicBool, val: bool, order: std::sync::atomic::Ordering) -> bool { <std::sync::atomic::AtomicBool>::fetch_xor(this, val, order) }
// fn std::sync::atomic::AtomicBool::fetch_not
pub fn p565(this: &std::sync::atomic::AtomicBool, order: std::sync::atomic::Ordering) -> bool { <std::sync::atomic::AtomicBool>::fetch_not(this, order) }
// fn std::sync::atomic::AtomicBool::as_ptr
pub const fn p566(this: &std::sync::atomic::AtomicBool) -> *mut bool { <std::sync::atomic::AtomicBool>::as_ptr(this) }
// fn std::sync::atomic::AtomicBool::fetch_update [deprecated]
pub fn p567<F>(this: &std::sync::atomic::AtomicBool, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: F) -> std::result::Result<bool, bool> where F: std::ops::FnMut(bool) -> std::option::Option<bool> { <std::sync::atomic::AtomicBool>::fetch_update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicBool::try_update
pub fn p568(this: &std::sync::atomic::AtomicBool, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: impl std::ops::FnMut(bool) -> std::option::Option<bool>) -> std::result::Result<bool, bool> { <std::sync::atomic::AtomicBool>::try_update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicBool::update
pub fn p569(this: &std::sync::atomic::AtomicBool, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: impl std::ops::FnMut(bool) -> bool) -> bool { <std::sync::atomic::AtomicBool>::update(this, set_order, fetch_order, f) }
// impl Debug for std::sync::atomic::AtomicBool
pub fn p570() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::sync::atomic::AtomicBool>() }
// impl Default for std::sync::atomic::AtomicBool
pub fn p571() { fn need<X: ?Sized>() where X: std::default::Default {} need::<std::sync::atomic::AtomicBool>() }
// impl From<bool> for std::sync::atomic::AtomicBool
pub fn p572() { fn need<X: ?Sized>() where X: std::convert::From<bool> {} need::<std::sync::atomic::AtomicBool>() }
// impl RefUnwindSafe for std::sync::atomic::AtomicBool
pub fn p573() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::sync::atomic::AtomicBool>() }
// impl Sync for std::sync::atomic::AtomicBool
pub fn p574() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::sync::atomic::AtomicBool>() }
// impl Send for std::sync::atomic::AtomicBool
pub fn p575() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::sync::atomic::AtomicBool>() }
// impl Unpin for std::sync::atomic::AtomicBool
pub fn p576() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::sync::atomic::AtomicBool>() }
// impl UnwindSafe for std::sync::atomic::AtomicBool
pub fn p577() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::sync::atomic::AtomicBool>() }
// struct std::sync::atomic::AtomicI16
pub fn p578(_: &std::sync::atomic::AtomicI16) {}
// fn std::sync::atomic::AtomicI16::new
pub const fn p579(v: i16) -> std::sync::atomic::AtomicI16 { <std::sync::atomic::AtomicI16>::new(v) }
// fn std::sync::atomic::AtomicI16::from_ptr
pub const unsafe fn p580<'a>(ptr: *mut i16) -> &'a std::sync::atomic::AtomicI16 { unsafe { <std::sync::atomic::AtomicI16>::from_ptr(ptr) } }
// fn std::sync::atomic::AtomicI16::get_mut
pub fn p581<'this>(this: &'this mut std::sync::atomic::AtomicI16) -> &'this mut i16 { <std::sync::atomic::AtomicI16>::get_mut(this) }
// fn std::sync::atomic::AtomicI16::into_inner
pub const fn p582(this: std::sync::atomic::AtomicI16) -> i16 { <std::sync::atomic::AtomicI16>::into_inner(this) }
// fn std::sync::atomic::AtomicI16::load
pub fn p583(this: &std::sync::atomic::AtomicI16, order: std::sync::atomic::Ordering) -> i16 { <std::sync::atomic::AtomicI16>::load(this, order) }
// fn std::sync::atomic::AtomicI16::store
pub fn p584(this: &std::sync::atomic::AtomicI16, val: i16, order: std::sync::atomic::Ordering) { <std::sync::atomic::AtomicI16>::store(this, val, order) }
// fn std::sync::atomic::AtomicI16::swap
pub fn p585(this: &std::sync::atomic::AtomicI16, val: i16, order: std::sync::atomic::Ordering) -> i16 { <std::sync::atomic::AtomicI16>::swap(this, val, order) }
// fn std::sync::atomic::AtomicI16::compare_and_swap [deprecated]
pub fn p586(this: &std::sync::atomic::AtomicI16, current: i16, new: i16, order: std::sync::atomic::Ordering) -> i16 { <std::sync::atomic::AtomicI16>::compare_and_swap(this, current, new, order) }
// fn std::sync::atomic::AtomicI16::compare_exchange
pub fn p587(this: &std::sync::atomic::AtomicI16, current: i16, new: i16, success: std::sync::atomic::Ordering, failure: std::sync::atomic::Ordering) -> std::result::Result<i16, i16> { <std::sync::atomic::AtomicI16>::compare_exchange(this, current, new, success, failure) }
// fn std::sync::atomic::AtomicI16::compare_exchange_weak
pub fn p588(this: &std::sync::atomic::AtomicI16, current: i16, new: i16, success: std::sync::atomic::Ordering, failure: std::sync::atomic::Ordering) -> std::result::Result<i16, i16> { <std::sync::atomic::AtomicI16>::compare_exchange_weak(this, current, new, success, failure) }
// fn std::sync::atomic::AtomicI16::fetch_add
pub fn p589(this: &std::sync::atomic::AtomicI16, val: i16, order: std::sync::atomic::Ordering) -> i16 { <std::sync::atomic::AtomicI16>::fetch_add(this, val, order) }
// fn std::sync::atomic::AtomicI16::fetch_sub
pub fn p590(this: &std::sync::atomic::AtomicI16, val: i16, order: std::sync::atomic::Ordering) -> i16 { <std::sync::atomic::AtomicI16>::fetch_sub(this, val, order) }
// fn std::sync::atomic::AtomicI16::fetch_and
pub fn p591(this: &std::sync::atomic::AtomicI16, val: i16, order: std::sync::atomic::Ordering) -> i16 { <std::sync::atomic::AtomicI16>::fetch_and(this, val, order) }
// fn std::sync::atomic::AtomicI16::fetch_nand
pub fn p592(this: &std::sync::atomic::AtomicI16, val: i16, order: std::sync::atomic::Ordering) -> i16 { <std::sync::atomic::AtomicI16>::fetch_nand(this, val, order) }
// fn std::sync::atomic::AtomicI16::fetch_or
pub fn p593(this: &std::sync::atomic::AtomicI16, val: i16, order: std::sync::atomic::Ordering) -> i16 { <std::sync::atomic::AtomicI16>::fetch_or(this, val, order) }
// fn std::sync::atomic::AtomicI16::fetch_xor
pub fn p594(this: &std::sync::atomic::AtomicI16, val: i16, order: std::sync::atomic::Ordering) -> i16 { <std::sync::atomic::AtomicI16>::fetch_xor(this, val, order) }
// fn std::sync::atomic::AtomicI16::fetch_update [deprecated]
pub fn p595<F>(this: &std::sync::atomic::AtomicI16, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: F) -> std::result::Result<i16, i16> where F: std::ops::FnMut(i16) -> std::option::Option<i16> { <std::sync::atomic::AtomicI16>::fetch_update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicI16::try_update
pub fn p596(this: &std::sync::atomic::AtomicI16, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: impl std::ops::FnMut(i16) -> std::option::Option<i16>) -> std::result::Result<i16, i16> { <std::sync::atomic::AtomicI16>::try_update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicI16::update
pub fn p597(this: &std::sync::atomic::AtomicI16, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: impl std::ops::FnMut(i16) -> i16) -> i16 { <std::sync::atomic::AtomicI16>::update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicI16::fetch_max
pub fn p598(this: &std::sync::atomic::AtomicI16, val: i16, order: std::sync::atomic::Ordering) -> i16 { <std::sync::atomic::AtomicI16>::fetch_max(this, val, order) }
// fn std::sync::atomic::AtomicI16::fetch_min
pub fn p599(this: &std::sync::atomic::AtomicI16, val: i16, order: std::sync::atomic::Ordering) -> i16 { <std::sync::atomic::AtomicI16>::fetch_min(this, val, order) }
// fn std::sync::atomic::AtomicI16::as_ptr
pub const fn p600(this: &std::sync::atomic::AtomicI16) -> *mut i16 { <std::sync::atomic::AtomicI16>::as_ptr(this) }
// impl Debug for std::sync::atomic::AtomicI16
pub fn p601() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::sync::atomic::AtomicI16>() }
// impl Default for std::sync::atomic::AtomicI16
pub fn p602() { fn need<X: ?Sized>() where X: std::default::Default {} need::<std::sync::atomic::AtomicI16>() }
// impl From<i16> for std::sync::atomic::AtomicI16
pub fn p603() { fn need<X: ?Sized>() where X: std::convert::From<i16> {} need::<std::sync::atomic::AtomicI16>() }
// impl RefUnwindSafe for std::sync::atomic::AtomicI16
pub fn p604() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::sync::atomic::AtomicI16>() }
// impl Sync for std::sync::atomic::AtomicI16
pub fn p605() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::sync::atomic::AtomicI16>() }
// impl Send for std::sync::atomic::AtomicI16
pub fn p606() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::sync::atomic::AtomicI16>() }
// impl Unpin for std::sync::atomic::AtomicI16
pub fn p607() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::sync::atomic::AtomicI16>() }
// impl UnwindSafe for std::sync::atomic::AtomicI16
pub fn p608() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::sync::atomic::AtomicI16>() }
// struct std::sync::atomic::AtomicI32
pub fn p609(_: &std::sync::atomic::AtomicI32) {}
// fn std::sync::atomic::AtomicI32::new
pub const fn p610(v: i32) -> std::sync::atomic::AtomicI32 { <std::sync::atomic::AtomicI32>::new(v) }
// fn std::sync::atomic::AtomicI32::from_ptr
pub const unsafe fn p611<'a>(ptr: *mut i32) -> &'a std::sync::atomic::AtomicI32 { unsafe { <std::sync::atomic::AtomicI32>::from_ptr(ptr) } }
// fn std::sync::atomic::AtomicI32::get_mut
pub fn p612<'this>(this: &'this mut std::sync::atomic::AtomicI32) -> &'this mut i32 { <std::sync::atomic::AtomicI32>::get_mut(this) }
// fn std::sync::atomic::AtomicI32::into_inner
pub const fn p613(this: std::sync::atomic::AtomicI32) -> i32 { <std::sync::atomic::AtomicI32>::into_inner(this) }
// fn std::sync::atomic::AtomicI32::load
pub fn p614(this: &std::sync::atomic::AtomicI32, order: std::sync::atomic::Ordering) -> i32 { <std::sync::atomic::AtomicI32>::load(this, order) }
// fn std::sync::atomic::AtomicI32::store
pub fn p615(this: &std::sync::atomic::AtomicI32, val: i32, order: std::sync::atomic::Ordering) { <std::sync::atomic::AtomicI32>::store(this, val, order) }
// fn std::sync::atomic::AtomicI32::swap
pub fn p616(this: &std::sync::atomic::AtomicI32, val: i32, order: std::sync::atomic::Ordering) -> i32 { <std::sync::atomic::AtomicI32>::swap(this, val, order) }
// fn std::sync::atomic::AtomicI32::compare_and_swap [deprecated]
pub fn p617(this: &std::sync::atomic::AtomicI32, current: i32, new: i32, order: std::sync::atomic::Ordering) -> i32 { <std::sync::atomic::AtomicI32>::compare_and_swap(this, current, new, order) }
// fn std::sync::atomic::AtomicI32::compare_exchange
pub fn p618(this: &std::sync::atomic::AtomicI32, current: i32, new: i32, success: std::sync::atomic::Ordering, failure: std::sync::atomic::Ordering) -> std::result::Result<i32, i32> { <std::sync::atomic::AtomicI32>::compare_exchange(this, current, new, success, failure) }
// fn std::sync::atomic::AtomicI32::compare_exchange_weak
pub fn p619(this: &std::sync::atomic::AtomicI32, current: i32, new: i32, success: std::sync::atomic::Ordering, failure: std::sync::atomic::Ordering) -> std::result::Result<i32, i32> { <std::sync::atomic::AtomicI32>::compare_exchange_weak(this, current, new, success, failure) }
// fn std::sync::atomic::AtomicI32::fetch_add
pub fn p620(this: &std::sync::atomic::AtomicI32, val: i32, order: std::sync::atomic::Ordering) -> i32 { <std::sync::atomic::AtomicI32>::fetch_add(this, val, order) }
// fn std::sync::atomic::AtomicI32::fetch_sub
pub fn p621(this: &std::sync::atomic::AtomicI32, val: i32, order: std::sync::atomic::Ordering) -> i32 { <std::sync::atomic::AtomicI32>::fetch_sub(this, val, order) }
// fn std::sync::atomic::AtomicI32::fetch_and
pub fn p622(this: &std::sync::atomic::AtomicI32, val: i32, order: std::sync::atomic::Ordering) -> i32 { <std::sync::atomic::AtomicI32>::fetch_and(this, val, order) }
// fn std::sync::atomic::AtomicI32::fetch_nand
pub fn p623(this: &std::sync::atomic::AtomicI32, val: i32, order: std::sync::atomic::Ordering) -> i32 { <std::sync::atomic::AtomicI32>::fetch_nand(this, val, order) }
// fn std::sync::atomic::AtomicI32::fetch_or
pub fn p624(this: &std::sync::atomic::AtomicI32, val: i32, order: std::sync::atomic::Ordering) -> i32 { <std::sync::atomic::AtomicI32>::fetch_or(this, val, order) }
// fn std::sync::atomic::AtomicI32::fetch_xor
pub fn p625(this: &std::sync::atomic::AtomicI32, val: i32, order: std::sync::atomic::Ordering) -> i32 { <std::sync::atomic::AtomicI32>::fetch_xor(this, val, order) }
// fn std::sync::atomic::AtomicI32::fetch_update [deprecated]
pub fn p626<F>(this: &std::sync::atomic::AtomicI32, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: F) -> std::result::Result<i32, i32> where F: std::ops::FnMut(i32) -> std::option::Option<i32> { <std::sync::atomic::AtomicI32>::fetch_update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicI32::try_update
pub fn p627(this: &std::sync::atomic::AtomicI32, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: impl std::ops::FnMut(i32) -> std::option::Option<i32>) -> std::result::Result<i32, i32> { <std::sync::atomic::AtomicI32>::try_update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicI32::update
pub fn p628(this: &std::sync::atomic::AtomicI32, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: impl std::ops::FnMut(i32) -> i32) -> i32 { <std::sync::atomic::AtomicI32>::update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicI32::fetch_max
pub fn p629(this: &std::sync::atomic::AtomicI32, val: i32, order: std::sync::atomic::Ordering) -> i32 { <std::sync::atomic::AtomicI32>::fetch_max(this, val, order) }
// fn std::sync::atomic::AtomicI32::fetch_min
pub fn p630(this: &std::sync::atomic::AtomicI32, val: i32, order: std::sync::atomic::Ordering) -> i32 { <std::sync::atomic::AtomicI32>::fetch_min(this, val, order) }
// fn std::sync::atomic::AtomicI32::as_ptr
pub const fn p631(this: &std::sync::atomic::AtomicI32) -> *mut i32 { <std::sync::atomic::AtomicI32>::as_ptr(this) }
// impl Debug for std::sync::atomic::AtomicI32
pub fn p632() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::sync::atomic::AtomicI32>() }
// impl Default for std::sync::atomic::AtomicI32
pub fn p633() { fn need<X: ?Sized>() where X: std::default::Default {} need::<std::sync::atomic::AtomicI32>() }
// impl From<i32> for std::sync::atomic::AtomicI32
pub fn p634() { fn need<X: ?Sized>() where X: std::convert::From<i32> {} need::<std::sync::atomic::AtomicI32>() }
// impl RefUnwindSafe for std::sync::atomic::AtomicI32
pub fn p635() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::sync::atomic::AtomicI32>() }
// impl Sync for std::sync::atomic::AtomicI32
pub fn p636() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::sync::atomic::AtomicI32>() }
// impl Send for std::sync::atomic::AtomicI32
pub fn p637() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::sync::atomic::AtomicI32>() }
// impl Unpin for std::sync::atomic::AtomicI32
pub fn p638() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::sync::atomic::AtomicI32>() }
// impl UnwindSafe for std::sync::atomic::AtomicI32
pub fn p639() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::sync::atomic::AtomicI32>() }
// struct std::sync::atomic::AtomicI64
pub fn p640(_: &std::sync::atomic::AtomicI64) {}
// fn std::sync::atomic::AtomicI64::new
pub const fn p641(v: i64) -> std::sync::atomic::AtomicI64 { <std::sync::atomic::AtomicI64>::new(v) }
// fn std::sync::atomic::AtomicI64::from_ptr
pub const unsafe fn p642<'a>(ptr: *mut i64) -> &'a std::sync::atomic::AtomicI64 { unsafe { <std::sync::atomic::AtomicI64>::from_ptr(ptr) } }
// fn std::sync::atomic::AtomicI64::get_mut
pub fn p643<'this>(this: &'this mut std::sync::atomic::AtomicI64) -> &'this mut i64 { <std::sync::atomic::AtomicI64>::get_mut(this) }
// fn std::sync::atomic::AtomicI64::into_inner
pub const fn p644(this: std::sync::atomic::AtomicI64) -> i64 { <std::sync::atomic::AtomicI64>::into_inner(this) }
// fn std::sync::atomic::AtomicI64::load
pub fn p645(this: &std::sync::atomic::AtomicI64, order: std::sync::atomic::Ordering) -> i64 { <std::sync::atomic::AtomicI64>::load(this, order) }
// fn std::sync::atomic::AtomicI64::store
pub fn p646(this: &std::sync::atomic::AtomicI64, val: i64, order: std::sync::atomic::Ordering) { <std::sync::atomic::AtomicI64>::store(this, val, order) }
// fn std::sync::atomic::AtomicI64::swap
pub fn p647(this: &std::sync::atomic::AtomicI64, val: i64, order: std::sync::atomic::Ordering) -> i64 { <std::sync::atomic::AtomicI64>::swap(this, val, order) }
// fn std::sync::atomic::AtomicI64::compare_and_swap [deprecated]
pub fn p648(this: &std::sync::atomic::AtomicI64, current: i64, new: i64, order: std::sync::atomic::Ordering) -> i64 { <std::sync::atomic::AtomicI64>::compare_and_swap(this, current, new, order) }
// fn std::sync::atomic::AtomicI64::compare_exchange
pub fn p649(this: &std::sync::atomic::AtomicI64, current: i64, new: i64, success: std::sync::atomic::Ordering, failure: std::sync::atomic::Ordering) -> std::result::Result<i64, i64> { <std::sync::atomic::AtomicI64>::compare_exchange(this, current, new, success, failure) }
// fn std::sync::atomic::AtomicI64::compare_exchange_weak
pub fn p650(this: &std::sync::atomic::AtomicI64, current: i64, new: i64, success: std::sync::atomic::Ordering, failure: std::sync::atomic::Ordering) -> std::result::Result<i64, i64> { <std::sync::atomic::AtomicI64>::compare_exchange_weak(this, current, new, success, failure) }
// fn std::sync::atomic::AtomicI64::fetch_add
pub fn p651(this: &std::sync::atomic::AtomicI64, val: i64, order: std::sync::atomic::Ordering) -> i64 { <std::sync::atomic::AtomicI64>::fetch_add(this, val, order) }
// fn std::sync::atomic::AtomicI64::fetch_sub
pub fn p652(this: &std::sync::atomic::AtomicI64, val: i64, order: std::sync::atomic::Ordering) -> i64 { <std::sync::atomic::AtomicI64>::fetch_sub(this, val, order) }
// fn std::sync::atomic::AtomicI64::fetch_and
pub fn p653(this: &std::sync::atomic::AtomicI64, val: i64, order: std::sync::atomic::Ordering) -> i64 { <std::sync::atomic::AtomicI64>::fetch_and(this, val, order) }
// fn std::sync::atomic::AtomicI64::fetch_nand
pub fn p654(this: &std::sync::atomic::AtomicI64, val: i64, order: std::sync::atomic::Ordering) -> i64 { <std::sync::atomic::AtomicI64>::fetch_nand(this, val, order) }
// fn std::sync::atomic::AtomicI64::fetch_or
pub fn p655(this: &std::sync::atomic::AtomicI64, val: i64, order: std::sync::atomic::Ordering) -> i64 { <std::sync::atomic::AtomicI64>::fetch_or(this, val, order) }
// fn std::sync::atomic::AtomicI64::fetch_xor
pub fn p656(this: &std::sync::atomic::AtomicI64, val: i64, order: std::sync::atomic::Ordering) -> i64 { <std::sync::atomic::AtomicI64>::fetch_xor(this, val, order) }
// fn std::sync::atomic::AtomicI64::fetch_update [deprecated]
pub fn p657<F>(this: &std::sync::atomic::AtomicI64, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: F) -> std::result::Result<i64, i64> where F: std::ops::FnMut(i64) -> std::option::Option<i64> { <std::sync::atomic::AtomicI64>::fetch_update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicI64::try_update
pub fn p658(this: &std::sync::atomic::AtomicI64, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: impl std::ops::FnMut(i64) -> std::option::Option<i64>) -> std::result::Result<i64, i64> { <std::sync::atomic::AtomicI64>::try_update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicI64::update
pub fn p659(this: &std::sync::atomic::AtomicI64, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: impl std::ops::FnMut(i64) -> i64) -> i64 { <std::sync::atomic::AtomicI64>::update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicI64::fetch_max
pub fn p660(this: &std::sync::atomic::AtomicI64, val: i64, order: std::sync::atomic::Ordering) -> i64 { <std::sync::atomic::AtomicI64>::fetch_max(this, val, order) }
// fn std::sync::atomic::AtomicI64::fetch_min
pub fn p661(this: &std::sync::atomic::AtomicI64, val: i64, order: std::sync::atomic::Ordering) -> i64 { <std::sync::atomic::AtomicI64>::fetch_min(this, val, order) }
// fn std::sync::atomic::AtomicI64::as_ptr
pub const fn p662(this: &std::sync::atomic::AtomicI64) -> *mut i64 { <std::sync::atomic::AtomicI64>::as_ptr(this) }
// impl Debug for std::sync::atomic::AtomicI64
pub fn p663() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::sync::atomic::AtomicI64>() }
// impl Default for std::sync::atomic::AtomicI64
pub fn p664() { fn need<X: ?Sized>() where X: std::default::Default {} need::<std::sync::atomic::AtomicI64>() }
// impl From<i64> for std::sync::atomic::AtomicI64
pub fn p665() { fn need<X: ?Sized>() where X: std::convert::From<i64> {} need::<std::sync::atomic::AtomicI64>() }
// impl RefUnwindSafe for std::sync::atomic::AtomicI64
pub fn p666() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::sync::atomic::AtomicI64>() }
// impl Sync for std::sync::atomic::AtomicI64
pub fn p667() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::sync::atomic::AtomicI64>() }
// impl Send for std::sync::atomic::AtomicI64
pub fn p668() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::sync::atomic::AtomicI64>() }
// impl Unpin for std::sync::atomic::AtomicI64
pub fn p669() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::sync::atomic::AtomicI64>() }
// impl UnwindSafe for std::sync::atomic::AtomicI64
pub fn p670() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::sync::atomic::AtomicI64>() }
// struct std::sync::atomic::AtomicI8
pub fn p671(_: &std::sync::atomic::AtomicI8) {}
// fn std::sync::atomic::AtomicI8::new
pub const fn p672(v: i8) -> std::sync::atomic::AtomicI8 { <std::sync::atomic::AtomicI8>::new(v) }
// fn std::sync::atomic::AtomicI8::from_ptr
pub const unsafe fn p673<'a>(ptr: *mut i8) -> &'a std::sync::atomic::AtomicI8 { unsafe { <std::sync::atomic::AtomicI8>::from_ptr(ptr) } }
// fn std::sync::atomic::AtomicI8::get_mut
pub fn p674<'this>(this: &'this mut std::sync::atomic::AtomicI8) -> &'this mut i8 { <std::sync::atomic::AtomicI8>::get_mut(this) }
// fn std::sync::atomic::AtomicI8::into_inner
pub const fn p675(this: std::sync::atomic::AtomicI8) -> i8 { <std::sync::atomic::AtomicI8>::into_inner(this) }
// fn std::sync::atomic::AtomicI8::load
pub fn p676(this: &std::sync::atomic::AtomicI8, order: std::sync::atomic::Ordering) -> i8 { <std::sync::atomic::AtomicI8>::load(this, order) }
// fn std::sync::atomic::AtomicI8::store
pub fn p677(this: &std::sync::atomic::AtomicI8, val: i8, order: std::sync::atomic::Ordering) { <std::sync::atomic::AtomicI8>::store(this, val, order) }
// fn std::sync::atomic::AtomicI8::swap
pub fn p678(this: &std::sync::atomic::AtomicI8, val: i8, order: std::sync::atomic::Ordering) -> i8 { <std::sync::atomic::AtomicI8>::swap(this, val, order) }
// fn std::sync::atomic::AtomicI8::compare_and_swap [deprecated]
pub fn p679(this: &std::sync::atomic::AtomicI8, current: i8, new: i8, order: std::sync::atomic::Ordering) -> i8 { <std::sync::atomic::AtomicI8>::compare_and_swap(this, current, new, order) }
// fn std::sync::atomic::AtomicI8::compare_exchange
pub fn p680(this: &std::sync::atomic::AtomicI8, current: i8, new: i8, success: std::sync::atomic::Ordering, failure: std::sync::atomic::Ordering) -> std::result::Result<i8, i8> { <std::sync::atomic::AtomicI8>::compare_exchange(this, current, new, success, failure) }
// fn std::sync::atomic::AtomicI8::compare_exchange_weak
pub fn p681(this: &std::sync::atomic::AtomicI8, current: i8, new: i8, success: std::sync::atomic::Ordering, failure: std::sync::atomic::Ordering) -> std::result::Result<i8, i8> { <std::sync::atomic::AtomicI8>::compare_exchange_weak(this, current, new, success, failure) }
// fn std::sync::atomic::AtomicI8::fetch_add
pub fn p682(this: &std::sync::atomic::AtomicI8, val: i8, order: std::sync::atomic::Ordering) -> i8 { <std::sync::atomic::AtomicI8>::fetch_add(this, val, order) }
// fn std::sync::atomic::AtomicI8::fetch_sub
pub fn p683(this: &std::sync::atomic::AtomicI8, val: i8, order: std::sync::atomic::Ordering) -> i8 { <std::sync::atomic::AtomicI8>::fetch_sub(this, val, order) }
// fn std::sync::atomic::AtomicI8::fetch_and
pub fn p684(this: &std::sync::atomic::AtomicI8, val: i8, order: std::sync::atomic::Ordering) -> i8 { <std::sync::atomic::AtomicI8>::fetch_and(this, val, order) }
// fn std::sync::atomic::AtomicI8::fetch_nand
pub fn p685(this: &std::sync::atomic::AtomicI8, val: i8, order: std::sync::atomic::Ordering) -> i8 { <std::sync::atomic::AtomicI8>::fetch_nand(this, val, order) }
// fn std::sync::atomic::AtomicI8::fetch_or
pub fn p686(this: &std::sync::atomic::AtomicI8, val: i8, order: std::sync::atomic::Ordering) -> i8 { <std::sync::atomic::AtomicI8>::fetch_or(this, val, order) }
// fn std::sync::atomic::AtomicI8::fetch_xor
pub fn p687(this: &std::sync::atomic::AtomicI8, val: i8, order: std::sync::atomic::Ordering) -> i8 { <std::sync::atomic::AtomicI8>::fetch_xor(this, val, order) }
// fn std::sync::atomic::AtomicI8::fetch_update [deprecated]
pub fn p688<F>(this: &std::sync::atomic::AtomicI8, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: F) -> std::result::Result<i8, i8> where F: std::ops::FnMut(i8) -> std::option::Option<i8> { <std::sync::atomic::AtomicI8>::fetch_update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicI8::try_update
pub fn p689(this: &std::sync::atomic::AtomicI8, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: impl std::ops::FnMut(i8) -> std::option::Option<i8>) -> std::result::Result<i8, i8> { <std::sync::atomic::AtomicI8>::try_update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicI8::update
pub fn p690(this: &std::sync::atomic::AtomicI8, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: impl std::ops::FnMut(i8) -> i8) -> i8 { <std::sync::atomic::AtomicI8>::update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicI8::fetch_max
pub fn p691(this: &std::sync::atomic::AtomicI8, val: i8, order: std::sync::atomic::Ordering) -> i8 { <std::sync::atomic::AtomicI8>::fetch_max(this, val, order) }
// fn std::sync::atomic::AtomicI8::fetch_min
pub fn p692(this: &std::sync::atomic::AtomicI8, val: i8, order: std::sync::atomic::Ordering) -> i8 { <std::sync::atomic::AtomicI8>::fetch_min(this, val, order) }
// fn std::sync::atomic::AtomicI8::as_ptr
pub const fn p693(this: &std::sync::atomic::AtomicI8) -> *mut i8 { <std::sync::atomic::AtomicI8>::as_ptr(this) }
// impl Debug for std::sync::atomic::AtomicI8
pub fn p694() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::sync::atomic::AtomicI8>() }
// impl Default for std::sync::atomic::AtomicI8
pub fn p695() { fn need<X: ?Sized>() where X: std::default::Default {} need::<std::sync::atomic::AtomicI8>() }
// impl From<i8> for std::sync::atomic::AtomicI8
pub fn p696() { fn need<X: ?Sized>() where X: std::convert::From<i8> {} need::<std::sync::atomic::AtomicI8>() }
// impl RefUnwindSafe for std::sync::atomic::AtomicI8
pub fn p697() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::sync::atomic::AtomicI8>() }
// impl Sync for std::sync::atomic::AtomicI8
pub fn p698() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::sync::atomic::AtomicI8>() }
// impl Send for std::sync::atomic::AtomicI8
pub fn p699() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::sync::atomic::AtomicI8>() }
// impl Unpin for std::sync::atomic::AtomicI8
pub fn p700() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::sync::atomic::AtomicI8>() }
// impl UnwindSafe for std::sync::atomic::AtomicI8
pub fn p701() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::sync::atomic::AtomicI8>() }
// struct std::sync::atomic::AtomicIsize
pub fn p702(_: &std::sync::atomic::AtomicIsize) {}
// fn std::sync::atomic::AtomicIsize::new
pub const fn p703(v: isize) -> std::sync::atomic::AtomicIsize { <std::sync::atomic::AtomicIsize>::new(v) }
// fn std::sync::atomic::AtomicIsize::from_ptr
pub const unsafe fn p704<'a>(ptr: *mut isize) -> &'a std::sync::atomic::AtomicIsize { unsafe { <std::sync::atomic::AtomicIsize>::from_ptr(ptr) } }
// fn std::sync::atomic::AtomicIsize::get_mut
pub fn p705<'this>(this: &'this mut std::sync::atomic::AtomicIsize) -> &'this mut isize { <std::sync::atomic::AtomicIsize>::get_mut(this) }
// fn std::sync::atomic::AtomicIsize::into_inner
pub const fn p706(this: std::sync::atomic::AtomicIsize) -> isize { <std::sync::atomic::AtomicIsize>::into_inner(this) }
// fn std::sync::atomic::AtomicIsize::load
pub fn p707(this: &std::sync::atomic::AtomicIsize, order: std::sync::atomic::Ordering) -> isize { <std::sync::atomic::AtomicIsize>::load(this, order) }
// fn std::sync::atomic::AtomicIsize::store
pub fn p708(this: &std::sync::atomic::AtomicIsize, val: isize, order: std::sync::atomic::Ordering) { <std::sync::atomic::AtomicIsize>::store(this, val, order) }
// fn std::sync::atomic::AtomicIsize::swap
pub fn p709(this: &std::sync::atomic::AtomicIsize, val: isize, order: std::sync::atomic::Ordering) -> isize { <std::sync::atomic::AtomicIsize>::swap(this, val, order) }
// fn std::sync::atomic::AtomicIsize::compare_and_swap [deprecated]
pub fn p710(this: &std::sync::atomic::AtomicIsize, current: isize, new: isize, order: std::sync::atomic::Ordering) -> isize { <std::sync::atomic::AtomicIsize>::compare_and_swap(this, current, new, order) }
// fn std::sync::atomic::AtomicIsize::compare_exchange
pub fn p711(this: &std::sync::atomic::AtomicIsize, current: isize, new: isize, success: std::sync::atomic::Ordering, failure: std::sync::atomic::Ordering) -> std::result::Result<isize, isize> { <std::sync::atomic::AtomicIsize>::compare_exchange(this, current, new, success, failure) }
// fn std::sync::atomic::AtomicIsize::compare_exchange_weak
pub fn p712(this: &std::sync::atomic::AtomicIsize, current: isize, new: isize, success: std::sync::atomic::Ordering, failure: std::sync::atomic::Ordering) -> std::result::Result<isize, isize> { <std::sync::atomic::AtomicIsize>::compare_exchange_weak(this, current, new, success, failure) }
// fn std::sync::atomic::AtomicIsize::fetch_add
pub fn p713(this: &std::sync::atomic::AtomicIsize, val: isize, order: std::sync::atomic::Ordering) -> isize { <std::sync::atomic::AtomicIsize>::fetch_add(this, val, order) }
// fn std::sync::atomic::AtomicIsize::fetch_sub
pub fn p714(this: &std::sync::atomic::AtomicIsize, val: isize, order: std::sync::atomic::Ordering) -> isize { <std::sync::atomic::AtomicIsize>::fetch_sub(this, val, order) }
// fn std::sync::atomic::AtomicIsize::fetch_and
pub fn p715(this: &std::sync::atomic::AtomicIsize, val: isize, order: std::sync::atomic::Ordering) -> isize { <std::sync::atomic::AtomicIsize>::fetch_and(this, val, order) }
// fn std::sync::atomic::AtomicIsize::fetch_nand
pub fn p716(this: &std::sync::atomic::AtomicIsize, val: isize, order: std::sync::atomic::Ordering) -> isize { <std::sync::atomic::AtomicIsize>::fetch_nand(this, val, order) }
// fn std::sync::atomic::AtomicIsize::fetch_or
pub fn p717(this: &std::sync::atomic::AtomicIsize, val: isize, order: std::sync::atomic::Ordering) -> isize { <std::sync::atomic::AtomicIsize>::fetch_or(this, val, order) }
// fn std::sync::atomic::AtomicIsize::fetch_xor
pub fn p718(this: &std::sync::atomic::AtomicIsize, val: isize, order: std::sync::atomic::Ordering) -> isize { <std::sync::atomic::AtomicIsize>::fetch_xor(this, val, order) }
// fn std::sync::atomic::AtomicIsize::fetch_update [deprecated]
pub fn p719<F>(this: &std::sync::atomic::AtomicIsize, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: F) -> std::result::Result<isize, isize> where F: std::ops::FnMut(isize) -> std::option::Option<isize> { <std::sync::atomic::AtomicIsize>::fetch_update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicIsize::try_update
pub fn p720(this: &std::sync::atomic::AtomicIsize, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: impl std::ops::FnMut(isize) -> std::option::Option<isize>) -> std::result::Result<isize, isize> { <std::sync::atomic::AtomicIsize>::try_update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicIsize::update
pub fn p721(this: &std::sync::atomic::AtomicIsize, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: impl std::ops::FnMut(isize) -> isize) -> isize { <std::sync::atomic::AtomicIsize>::update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicIsize::fetch_max
pub fn p722(this: &std::sync::atomic::AtomicIsize, val: isize, order: std::sync::atomic::Ordering) -> isize { <std::sync::atomic::AtomicIsize>::fetch_max(this, val, order) }
// fn std::sync::atomic::AtomicIsize::fetch_min
pub fn p723(this: &std::sync::atomic::AtomicIsize, val: isize, order: std::sync::atomic::Ordering) -> isize { <std::sync::atomic::AtomicIsize>::fetch_min(this, val, order) }
// fn std::sync::atomic::AtomicIsize::as_ptr
pub const fn p724(this: &std::sync::atomic::AtomicIsize) -> *mut isize { <std::sync::atomic::AtomicIsize>::as_ptr(this) }
// impl Debug for std::sync::atomic::AtomicIsize
pub fn p725() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::sync::atomic::AtomicIsize>() }
// impl Default for std::sync::atomic::AtomicIsize
pub fn p726() { fn need<X: ?Sized>() where X: std::default::Default {} need::<std::sync::atomic::AtomicIsize>() }
// impl From<isize> for std::sync::atomic::AtomicIsize
pub fn p727() { fn need<X: ?Sized>() where X: std::convert::From<isize> {} need::<std::sync::atomic::AtomicIsize>() }
// impl RefUnwindSafe for std::sync::atomic::AtomicIsize
pub fn p728() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::sync::atomic::AtomicIsize>() }
// impl Sync for std::sync::atomic::AtomicIsize
pub fn p729() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::sync::atomic::AtomicIsize>() }
// impl Send for std::sync::atomic::AtomicIsize
pub fn p730() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::sync::atomic::AtomicIsize>() }
// impl Unpin for std::sync::atomic::AtomicIsize
pub fn p731() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::sync::atomic::AtomicIsize>() }
// impl UnwindSafe for std::sync::atomic::AtomicIsize
pub fn p732() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::sync::atomic::AtomicIsize>() }
// struct std::sync::atomic::AtomicPtr
pub fn p733<T>(_: &std::sync::atomic::AtomicPtr<T>) {}
// fn std::sync::atomic::AtomicPtr::new
pub const fn p734<T>(p: *mut T) -> std::sync::atomic::AtomicPtr<T> { <std::sync::atomic::AtomicPtr<T>>::new(p) }
// fn std::sync::atomic::AtomicPtr::from_ptr
pub const unsafe fn p735<'a, T>(ptr: *mut *mut T) -> &'a std::sync::atomic::AtomicPtr<T> { unsafe { <std::sync::atomic::AtomicPtr<T>>::from_ptr(ptr) } }
// fn std::sync::atomic::AtomicPtr::get_mut
pub fn p736<'this, T>(this: &'this mut std::sync::atomic::AtomicPtr<T>) -> &'this mut *mut T { <std::sync::atomic::AtomicPtr<T>>::get_mut(this) }
// fn std::sync::atomic::AtomicPtr::into_inner
pub const fn p737<T>(this: std::sync::atomic::AtomicPtr<T>) -> *mut T { <std::sync::atomic::AtomicPtr<T>>::into_inner(this) }
// fn std::sync::atomic::AtomicPtr::load
pub fn p738<T>(this: &std::sync::atomic::AtomicPtr<T>, order: std::sync::atomic::Ordering) -> *mut T { <std::sync::atomic::AtomicPtr<T>>::load(this, order) }
// fn std::sync::atomic::AtomicPtr::store
pub fn p739<T>(this: &std::sync::atomic::AtomicPtr<T>, ptr: *mut T, order: std::sync::atomic::Ordering) { <std::sync::atomic::AtomicPtr<T>>::store(this, ptr, order) }
// fn std::sync::atomic::AtomicPtr::swap
pub fn p740<T>(this: &std::sync::atomic::AtomicPtr<T>, ptr: *mut T, order: std::sync::atomic::Ordering) -> *mut T { <std::sync::atomic::AtomicPtr<T>>::swap(this, ptr, order) }
// fn std::sync::atomic::AtomicPtr::compare_and_swap [deprecated]
pub fn p741<T>(this: &std::sync::atomic::AtomicPtr<T>, current: *mut T, new: *mut T, order: std::sync::atomic::Ordering) -> *mut T { <std::sync::atomic::AtomicPtr<T>>::compare_and_swap(this, current, new, order) }
// fn std::sync::atomic::AtomicPtr::compare_exchange
pub fn p742<T>(this: &std::sync::atomic::AtomicPtr<T>, current: *mut T, new: *mut T, success: std::sync::atomic::Ordering, failure: std::sync::atomic::Ordering) -> std::result::Result<*mut T, *mut T> { <std::sync::atomic::AtomicPtr<T>>::compare_exchange(this, current, new, success, failure) }
// fn std::sync::atomic::AtomicPtr::compare_exchange_weak
pub fn p743<T>(this: &std::sync::atomic::AtomicPtr<T>, current: *mut T, new: *mut T, success: std::sync::atomic::Ordering, failure: std::sync::atomic::Ordering) -> std::result::Result<*mut T, *mut T> { <std::sync::atomic::AtomicPtr<T>>::compare_exchange_weak(this, current, new, success, failure) }
// fn std::sync::atomic::AtomicPtr::fetch_update [deprecated]
pub fn p744<T, F>(this: &std::sync::atomic::AtomicPtr<T>, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: F) -> std::result::Result<*mut T, *mut T> where F: std::ops::FnMut(*mut T) -> std::option::Option<*mut T> { <std::sync::atomic::AtomicPtr<T>>::fetch_update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicPtr::try_update
pub fn p745<T>(this: &std::sync::atomic::AtomicPtr<T>, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: impl std::ops::FnMut(*mut T) -> std::option::Option<*mut T>) -> std::result::Result<*mut T, *mut T> { <std::sync::atomic::AtomicPtr<T>>::try_update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicPtr::update
pub fn p746<T>(this: &std::sync::atomic::AtomicPtr<T>, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: impl std::ops::FnMut(*mut T) -> *mut T) -> *mut T { <std::sync::atomic::AtomicPtr<T>>::update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicPtr::fetch_ptr_add
pub fn p747<T>(this: &std::sync::atomic::AtomicPtr<T>, val: usize, order: std::sync::atomic::Ordering) -> *mut T { <std::sync::atomic::AtomicPtr<T>>::fetch_ptr_add(this, val, order) }
// fn std::sync::atomic::AtomicPtr::fetch_ptr_sub
pub fn p748<T>(this: &std::sync::atomic::AtomicPtr<T>, val: usize, order: std::sync::atomic::Ordering) -> *mut T { <std::sync::atomic::AtomicPtr<T>>::fetch_ptr_sub(this, val, order) }
// fn std::sync::atomic::AtomicPtr::fetch_byte_add
pub fn p749<T>(this: &std::sync::atomic::AtomicPtr<T>, val: usize, order: std::sync::atomic::Ordering) -> *mut T { <std::sync::atomic::AtomicPtr<T>>::fetch_byte_add(this, val, order) }
// fn std::sync::atomic::AtomicPtr::fetch_byte_sub
pub fn p750<T>(this: &std::sync::atomic::AtomicPtr<T>, val: usize, order: std::sync::atomic::Ordering) -> *mut T { <std::sync::atomic::AtomicPtr<T>>::fetch_byte_sub(this, val, order) }
// fn std::sync::atomic::AtomicPtr::fetch_or
pub fn p751<T>(this: &std::sync::atomic::AtomicPtr<T>, val: usize, order: std::sync::atomic::Ordering) -> *mut T { <std::sync::atomic::AtomicPtr<T>>::fetch_or(this, val, order) }
// fn std::sync::atomic::AtomicPtr::fetch_and
pub fn p752<T>(this: &std::sync::atomic::AtomicPtr<T>, val: usize, order: std::sync::atomic::Ordering) -> *mut T { <std::sync::atomic::AtomicPtr<T>>::fetch_and(this, val, order) }
// fn std::sync::atomic::AtomicPtr::fetch_xor
pub fn p753<T>(this: &std::sync::atomic::AtomicPtr<T>, val: usize, order: std::sync::atomic::Ordering) -> *mut T { <std::sync::atomic::AtomicPtr<T>>::fetch_xor(this, val, order) }
// fn std::sync::atomic::AtomicPtr::as_ptr
pub const fn p754<T>(this: &std::sync::atomic::AtomicPtr<T>) -> *mut *mut T { <std::sync::atomic::AtomicPtr<T>>::as_ptr(this) }
// impl Debug for std::sync::atomic::AtomicPtr<T>
pub fn p755<T>() { fn need<T, X: ?Sized>() where X: std::fmt::Debug {} need::<T, std::sync::atomic::AtomicPtr<T>>() }
// impl Default for std::sync::atomic::AtomicPtr<T>
pub fn p756<T>() { fn need<T, X: ?Sized>() where X: std::default::Default {} need::<T, std::sync::atomic::AtomicPtr<T>>() }
// impl From<*mut T> for std::sync::atomic::AtomicPtr<T>
pub fn p757<T>() { fn need<T, X: ?Sized>() where X: std::convert::From<*mut T> {} need::<T, std::sync::atomic::AtomicPtr<T>>() }
// impl Pointer for std::sync::atomic::AtomicPtr<T>
pub fn p758<T>() { fn need<T, X: ?Sized>() where X: std::fmt::Pointer {} need::<T, std::sync::atomic::AtomicPtr<T>>() }
// impl RefUnwindSafe for std::sync::atomic::AtomicPtr<T>
pub fn p759<T>() { fn need<T, X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<T, std::sync::atomic::AtomicPtr<T>>() }
// impl Send for std::sync::atomic::AtomicPtr<T>
pub fn p760<T>() { fn need<T, X: ?Sized>() where X: std::marker::Send {} need::<T, std::sync::atomic::AtomicPtr<T>>() }
// impl Sync for std::sync::atomic::AtomicPtr<T>
pub fn p761<T>() { fn need<T, X: ?Sized>() where X: std::marker::Sync {} need::<T, std::sync::atomic::AtomicPtr<T>>() }
// impl Unpin for std::sync::atomic::AtomicPtr<T>
pub fn p762<T>() { fn need<T, X: ?Sized>() where X: std::marker::Unpin {} need::<T, std::sync::atomic::AtomicPtr<T>>() }
// impl UnwindSafe for std::sync::atomic::AtomicPtr<T>
pub fn p763<T>() where T: std::panic::RefUnwindSafe { fn need<T, X: ?Sized>() where T: std::panic::RefUnwindSafe, X: std::panic::UnwindSafe {} need::<T, std::sync::atomic::AtomicPtr<T>>() }
// struct std::sync::atomic::AtomicU16
pub fn p764(_: &std::sync::atomic::AtomicU16) {}
// fn std::sync::atomic::AtomicU16::new
pub const fn p765(v: u16) -> std::sync::atomic::AtomicU16 { <std::sync::atomic::AtomicU16>::new(v) }
// fn std::sync::atomic::AtomicU16::from_ptr
pub const unsafe fn p766<'a>(ptr: *mut u16) -> &'a std::sync::atomic::AtomicU16 { unsafe { <std::sync::atomic::AtomicU16>::from_ptr(ptr) } }
// fn std::sync::atomic::AtomicU16::get_mut
pub fn p767<'this>(this: &'this mut std::sync::atomic::AtomicU16) -> &'this mut u16 { <std::sync::atomic::AtomicU16>::get_mut(this) }
// fn std::sync::atomic::AtomicU16::into_inner
pub const fn p768(this: std::sync::atomic::AtomicU16) -> u16 { <std::sync::atomic::AtomicU16>::into_inner(this) }
// fn std::sync::atomic::AtomicU16::load
pub fn p769(this: &std::sync::atomic::AtomicU16, order: std::sync::atomic::Ordering) -> u16 { <std::sync::atomic::AtomicU16>::load(this, order) }
// fn std::sync::atomic::AtomicU16::store
pub fn p770(this: &std::sync::atomic::AtomicU16, val: u16, order: std::sync::atomic::Ordering) { <std::sync::atomic::AtomicU16>::store(this, val, order) }
// fn std::sync::atomic::AtomicU16::swap
pub fn p771(this: &std::sync::atomic::AtomicU16, val: u16, order: std::sync::atomic::Ordering) -> u16 { <std::sync::atomic::AtomicU16>::swap(this, val, order) }
// fn std::sync::atomic::AtomicU16::compare_and_swap [deprecated]
pub fn p772(this: &std::sync::atomic::AtomicU16, current: u16, new: u16, order: std::sync::atomic::Ordering) -> u16 { <std::sync::atomic::AtomicU16>::compare_and_swap(this, current, new, order) }
// fn std::sync::atomic::AtomicU16::compare_exchange
pub fn p773(this: &std::sync::atomic::AtomicU16, current: u16, new: u16, success: std::sync::atomic::Ordering, failure: std::sync::atomic::Ordering) -> std::result::Result<u16, u16> { <std::sync::atomic::AtomicU16>::compare_exchange(this, current, new, success, failure) }
// fn std::sync::atomic::AtomicU16::compare_exchange_weak
pub fn p774(this: &std::sync::atomic::AtomicU16, current: u16, new: u16, success: std::sync::atomic::Ordering, failure: std::sync::atomic::Ordering) -> std::result::Result<u16, u16> { <std::sync::atomic::AtomicU16>::compare_exchange_weak(this, current, new, success, failure) }
// fn std::sync::atomic::AtomicU16::fetch_add
pub fn p775(this: &std::sync::atomic::AtomicU16, val: u16, order: std::sync::atomic::Ordering) -> u16 { <std::sync::atomic::AtomicU16>::fetch_add(this, val, order) }
// fn std::sync::atomic::AtomicU16::fetch_sub
pub fn p776(this: &std::sync::atomic::AtomicU16, val: u16, order: std::sync::atomic::Ordering) -> u16 { <std::sync::atomic::AtomicU16>::fetch_sub(this, val, order) }
// fn std::sync::atomic::AtomicU16::fetch_and
pub fn p777(this: &std::sync::atomic::AtomicU16, val: u16, order: std::sync::atomic::Ordering) -> u16 { <std::sync::atomic::AtomicU16>::fetch_and(this, val, order) }
// fn std::sync::atomic::AtomicU16::fetch_nand
pub fn p778(this: &std::sync::atomic::AtomicU16, val: u16, order: std::sync::atomic::Ordering) -> u16 { <std::sync::atomic::AtomicU16>::fetch_nand(this, val, order) }
// fn std::sync::atomic::AtomicU16::fetch_or
pub fn p779(this: &std::sync::atomic::AtomicU16, val: u16, order: std::sync::atomic::Ordering) -> u16 { <std::sync::atomic::AtomicU16>::fetch_or(this, val, order) }
// fn std::sync::atomic::AtomicU16::fetch_xor
pub fn p780(this: &std::sync::atomic::AtomicU16, val: u16, order: std::sync::atomic::Ordering) -> u16 { <std::sync::atomic::AtomicU16>::fetch_xor(this, val, order) }
// fn std::sync::atomic::AtomicU16::fetch_update [deprecated]
pub fn p781<F>(this: &std::sync::atomic::AtomicU16, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: F) -> std::result::Result<u16, u16> where F: std::ops::FnMut(u16) -> std::option::Option<u16> { <std::sync::atomic::AtomicU16>::fetch_update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicU16::try_update
pub fn p782(this: &std::sync::atomic::AtomicU16, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: impl std::ops::FnMut(u16) -> std::option::Option<u16>) -> std::result::Result<u16, u16> { <std::sync::atomic::AtomicU16>::try_update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicU16::update
pub fn p783(this: &std::sync::atomic::AtomicU16, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: impl std::ops::FnMut(u16) -> u16) -> u16 { <std::sync::atomic::AtomicU16>::update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicU16::fetch_max
pub fn p784(this: &std::sync::atomic::AtomicU16, val: u16, order: std::sync::atomic::Ordering) -> u16 { <std::sync::atomic::AtomicU16>::fetch_max(this, val, order) }
// fn std::sync::atomic::AtomicU16::fetch_min
pub fn p785(this: &std::sync::atomic::AtomicU16, val: u16, order: std::sync::atomic::Ordering) -> u16 { <std::sync::atomic::AtomicU16>::fetch_min(this, val, order) }
// fn std::sync::atomic::AtomicU16::as_ptr
pub const fn p786(this: &std::sync::atomic::AtomicU16) -> *mut u16 { <std::sync::atomic::AtomicU16>::as_ptr(this) }
// impl Debug for std::sync::atomic::AtomicU16
pub fn p787() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::sync::atomic::AtomicU16>() }
// impl Default for std::sync::atomic::AtomicU16
pub fn p788() { fn need<X: ?Sized>() where X: std::default::Default {} need::<std::sync::atomic::AtomicU16>() }
// impl From<u16> for std::sync::atomic::AtomicU16
pub fn p789() { fn need<X: ?Sized>() where X: std::convert::From<u16> {} need::<std::sync::atomic::AtomicU16>() }
// impl RefUnwindSafe for std::sync::atomic::AtomicU16
pub fn p790() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::sync::atomic::AtomicU16>() }
// impl Sync for std::sync::atomic::AtomicU16
pub fn p791() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::sync::atomic::AtomicU16>() }
// impl Send for std::sync::atomic::AtomicU16
pub fn p792() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::sync::atomic::AtomicU16>() }
// impl Unpin for std::sync::atomic::AtomicU16
pub fn p793() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::sync::atomic::AtomicU16>() }
// impl UnwindSafe for std::sync::atomic::AtomicU16
pub fn p794() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::sync::atomic::AtomicU16>() }
// struct std::sync::atomic::AtomicU32
pub fn p795(_: &std::sync::atomic::AtomicU32) {}
// fn std::sync::atomic::AtomicU32::new
pub const fn p796(v: u32) -> std::sync::atomic::AtomicU32 { <std::sync::atomic::AtomicU32>::new(v) }
// fn std::sync::atomic::AtomicU32::from_ptr
pub const unsafe fn p797<'a>(ptr: *mut u32) -> &'a std::sync::atomic::AtomicU32 { unsafe { <std::sync::atomic::AtomicU32>::from_ptr(ptr) } }
// fn std::sync::atomic::AtomicU32::get_mut
pub fn p798<'this>(this: &'this mut std::sync::atomic::AtomicU32) -> &'this mut u32 { <std::sync::atomic::AtomicU32>::get_mut(this) }
// fn std::sync::atomic::AtomicU32::into_inner
pub const fn p799(this: std::sync::atomic::AtomicU32) -> u32 { <std::sync::atomic::AtomicU32>::into_inner(this) }
// fn std::sync::atomic::AtomicU32::load
pub fn p800(this: &std::sync::atomic::AtomicU32, order: std::sync::atomic::Ordering) -> u32 { <std::sync::atomic::AtomicU32>::load(this, order) }
// fn std::sync::atomic::AtomicU32::store
pub fn p801(this: &std::sync::atomic::AtomicU32, val: u32, order: std::sync::atomic::Ordering) { <std::sync::atomic::AtomicU32>::store(this, val, order) }
// fn std::sync::atomic::AtomicU32::swap
pub fn p802(this: &std::sync::atomic::AtomicU32, val: u32, order: std::sync::atomic::Ordering) -> u32 { <std::sync::atomic::AtomicU32>::swap(this, val, order) }
// fn std::sync::atomic::AtomicU32::compare_and_swap [deprecated]
pub fn p803(this: &std::sync::atomic::AtomicU32, current: u32, new: u32, order: std::sync::atomic::Ordering) -> u32 { <std::sync::atomic::AtomicU32>::compare_and_swap(this, current, new, order) }
// fn std::sync::atomic::AtomicU32::compare_exchange
pub fn p804(this: &std::sync::atomic::AtomicU32, current: u32, new: u32, success: std::sync::atomic::Ordering, failure: std::sync::atomic::Ordering) -> std::result::Result<u32, u32> { <std::sync::atomic::AtomicU32>::compare_exchange(this, current, new, success, failure) }
// fn std::sync::atomic::AtomicU32::compare_exchange_weak
pub fn p805(this: &std::sync::atomic::AtomicU32, current: u32, new: u32, success: std::sync::atomic::Ordering, failure: std::sync::atomic::Ordering) -> std::result::Result<u32, u32> { <std::sync::atomic::AtomicU32>::compare_exchange_weak(this, current, new, success, failure) }
// fn std::sync::atomic::AtomicU32::fetch_add
pub fn p806(this: &std::sync::atomic::AtomicU32, val: u32, order: std::sync::atomic::Ordering) -> u32 { <std::sync::atomic::AtomicU32>::fetch_add(this, val, order) }
// fn std::sync::atomic::AtomicU32::fetch_sub
pub fn p807(this: &std::sync::atomic::AtomicU32, val: u32, order: std::sync::atomic::Ordering) -> u32 { <std::sync::atomic::AtomicU32>::fetch_sub(this, val, order) }
// fn std::sync::atomic::AtomicU32::fetch_and
pub fn p808(this: &std::sync::atomic::AtomicU32, val: u32, order: std::sync::atomic::Ordering) -> u32 { <std::sync::atomic::AtomicU32>::fetch_and(this, val, order) }
// fn std::sync::atomic::AtomicU32::fetch_nand
pub fn p809(this: &std::sync::atomic::AtomicU32, val: u32, order: std::sync::atomic::Ordering) -> u32 { <std::sync::atomic::AtomicU32>::fetch_nand(this, val, order) }
// fn std::sync::atomic::AtomicU32::fetch_or
pub fn p810(this: &std::sync::atomic::AtomicU32, val: u32, order: std::sync::atomic::Ordering) -> u32 { <std::sync::atomic::AtomicU32>::fetch_or(this, val, order) }
// fn std::sync::atomic::AtomicU32::fetch_xor
pub fn p811(this: &std::sync::atomic::AtomicU32, val: u32, order: std::sync::atomic::Ordering) -> u32 { <std::sync::atomic::AtomicU32>::fetch_xor(this, val, order) }
// fn std::sync::atomic::AtomicU32::fetch_update [deprecated]
pub fn p812<F>(this: &std::sync::atomic::AtomicU32, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: F) -> std::result::Result<u32, u32> where F: std::ops::FnMut(u32) -> std::option::Option<u32> { <std::sync::atomic::AtomicU32>::fetch_update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicU32::try_update
pub fn p813(this: &std::sync::atomic::AtomicU32, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: impl std::ops::FnMut(u32) -> std::option::Option<u32>) -> std::result::Result<u32, u32> { <std::sync::atomic::AtomicU32>::try_update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicU32::update
pub fn p814(this: &std::sync::atomic::AtomicU32, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: impl std::ops::FnMut(u32) -> u32) -> u32 { <std::sync::atomic::AtomicU32>::update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicU32::fetch_max
pub fn p815(this: &std::sync::atomic::AtomicU32, val: u32, order: std::sync::atomic::Ordering) -> u32 { <std::sync::atomic::AtomicU32>::fetch_max(this, val, order) }
// fn std::sync::atomic::AtomicU32::fetch_min
pub fn p816(this: &std::sync::atomic::AtomicU32, val: u32, order: std::sync::atomic::Ordering) -> u32 { <std::sync::atomic::AtomicU32>::fetch_min(this, val, order) }
// fn std::sync::atomic::AtomicU32::as_ptr
pub const fn p817(this: &std::sync::atomic::AtomicU32) -> *mut u32 { <std::sync::atomic::AtomicU32>::as_ptr(this) }
// impl Debug for std::sync::atomic::AtomicU32
pub fn p818() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::sync::atomic::AtomicU32>() }
// impl Default for std::sync::atomic::AtomicU32
pub fn p819() { fn need<X: ?Sized>() where X: std::default::Default {} need::<std::sync::atomic::AtomicU32>() }
// impl From<u32> for std::sync::atomic::AtomicU32
pub fn p820() { fn need<X: ?Sized>() where X: std::convert::From<u32> {} need::<std::sync::atomic::AtomicU32>() }
// impl RefUnwindSafe for std::sync::atomic::AtomicU32
pub fn p821() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::sync::atomic::AtomicU32>() }
// impl Sync for std::sync::atomic::AtomicU32
pub fn p822() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::sync::atomic::AtomicU32>() }
// impl Send for std::sync::atomic::AtomicU32
pub fn p823() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::sync::atomic::AtomicU32>() }
// impl Unpin for std::sync::atomic::AtomicU32
pub fn p824() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::sync::atomic::AtomicU32>() }
// impl UnwindSafe for std::sync::atomic::AtomicU32
pub fn p825() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::sync::atomic::AtomicU32>() }
// struct std::sync::atomic::AtomicU64
pub fn p826(_: &std::sync::atomic::AtomicU64) {}
// fn std::sync::atomic::AtomicU64::new
pub const fn p827(v: u64) -> std::sync::atomic::AtomicU64 { <std::sync::atomic::AtomicU64>::new(v) }
// fn std::sync::atomic::AtomicU64::from_ptr
pub const unsafe fn p828<'a>(ptr: *mut u64) -> &'a std::sync::atomic::AtomicU64 { unsafe { <std::sync::atomic::AtomicU64>::from_ptr(ptr) } }
// fn std::sync::atomic::AtomicU64::get_mut
pub fn p829<'this>(this: &'this mut std::sync::atomic::AtomicU64) -> &'this mut u64 { <std::sync::atomic::AtomicU64>::get_mut(this) }
// fn std::sync::atomic::AtomicU64::into_inner
pub const fn p830(this: std::sync::atomic::AtomicU64) -> u64 { <std::sync::atomic::AtomicU64>::into_inner(this) }
// fn std::sync::atomic::AtomicU64::load
pub fn p831(this: &std::sync::atomic::AtomicU64, order: std::sync::atomic::Ordering) -> u64 { <std::sync::atomic::AtomicU64>::load(this, order) }
// fn std::sync::atomic::AtomicU64::store
pub fn p832(this: &std::sync::atomic::AtomicU64, val: u64, order: std::sync::atomic::Ordering) { <std::sync::atomic::AtomicU64>::store(this, val, order) }
// fn std::sync::atomic::AtomicU64::swap
pub fn p833(this: &std::sync::atomic::AtomicU64, val: u64, order: std::sync::atomic::Ordering) -> u64 { <std::sync::atomic::AtomicU64>::swap(this, val, order) }
// fn std::sync::atomic::AtomicU64::compare_and_swap [deprecated]
pub fn p834(this: &std::sync::atomic::AtomicU64, current: u64, new: u64, order: std::sync::atomic::Ordering) -> u64 { <std::sync::atomic::AtomicU64>::compare_and_swap(this, current, new, order) }
// fn std::sync::atomic::AtomicU64::compare_exchange
pub fn p835(this: &std::sync::atomic::AtomicU64, current: u64, new: u64, success: std::sync::atomic::Ordering, failure: std::sync::atomic::Ordering) -> std::result::Result<u64, u64> { <std::sync::atomic::AtomicU64>::compare_exchange(this, current, new, success, failure) }
// fn std::sync::atomic::AtomicU64::compare_exchange_weak
pub fn p836(this: &std::sync::atomic::AtomicU64, current: u64, new: u64, success: std::sync::atomic::Ordering, failure: std::sync::atomic::Ordering) -> std::result::Result<u64, u64> { <std::sync::atomic::AtomicU64>::compare_exchange_weak(this, current, new, success, failure) }
// fn std::sync::atomic::AtomicU64::fetch_add
pub fn p837(this: &std::sync::atomic::AtomicU64, val: u64, order: std::sync::atomic::Ordering) -> u64 { <std::sync::atomic::AtomicU64>::fetch_add(this, val, order) }
// fn std::sync::atomic::AtomicU64::fetch_sub
pub fn p838(this: &std::sync::atomic::AtomicU64, val: u64, order: std::sync::atomic::Ordering) -> u64 { <std::sync::atomic::AtomicU64>::fetch_sub(this, val, order) }
// fn std::sync::atomic::AtomicU64::fetch_and
pub fn p839(this: &std::sync::atomic::AtomicU64, val: u64, order: std::sync::atomic::Ordering) -> u64 { <std::sync::atomic::AtomicU64>::fetch_and(this, val, order) }
// fn std::sync::atomic::AtomicU64::fetch_nand
pub fn p840(this: &std::sync::atomic::AtomicU64, val: u64, order: std::sync::atomic::Ordering) -> u64 { <std::sync::atomic::AtomicU64>::fetch_nand(this, val, order) }
// fn std::sync::atomic::AtomicU64::fetch_or
pub fn p841(this: &std::sync::atomic::AtomicU64, val: u64, order: std::sync::atomic::Ordering) -> u64 { <std::sync::atomic::AtomicU64>::fetch_or(this, val, order) }
// fn std::sync::atomic::AtomicU64::fetch_xor
pub fn p842(this: &std::sync::atomic::AtomicU64, val: u64, order: std::sync::atomic::Ordering) -> u64 { <std::sync::atomic::AtomicU64>::fetch_xor(this, val, order) }
// fn std::sync::atomic::AtomicU64::fetch_update [deprecated]
pub fn p843<F>(this: &std::sync::atomic::AtomicU64, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: F) -> std::result::Result<u64, u64> where F: std::ops::FnMut(u64) -> std::option::Option<u64> { <std::sync::atomic::AtomicU64>::fetch_update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicU64::try_update
pub fn p844(this: &std::sync::atomic::AtomicU64, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: impl std::ops::FnMut(u64) -> std::option::Option<u64>) -> std::result::Result<u64, u64> { <std::sync::atomic::AtomicU64>::try_update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicU64::update
pub fn p845(this: &std::sync::atomic::AtomicU64, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: impl std::ops::FnMut(u64) -> u64) -> u64 { <std::sync::atomic::AtomicU64>::update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicU64::fetch_max
pub fn p846(this: &std::sync::atomic::AtomicU64, val: u64, order: std::sync::atomic::Ordering) -> u64 { <std::sync::atomic::AtomicU64>::fetch_max(this, val, order) }
// fn std::sync::atomic::AtomicU64::fetch_min
pub fn p847(this: &std::sync::atomic::AtomicU64, val: u64, order: std::sync::atomic::Ordering) -> u64 { <std::sync::atomic::AtomicU64>::fetch_min(this, val, order) }
// fn std::sync::atomic::AtomicU64::as_ptr
pub const fn p848(this: &std::sync::atomic::AtomicU64) -> *mut u64 { <std::sync::atomic::AtomicU64>::as_ptr(this) }
// impl Debug for std::sync::atomic::AtomicU64
pub fn p849() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::sync::atomic::AtomicU64>() }
// impl Default for std::sync::atomic::AtomicU64
pub fn p850() { fn need<X: ?Sized>() where X: std::default::Default {} need::<std::sync::atomic::AtomicU64>() }
// impl From<u64> for std::sync::atomic::AtomicU64
pub fn p851() { fn need<X: ?Sized>() where X: std::convert::From<u64> {} need::<std::sync::atomic::AtomicU64>() }
// impl RefUnwindSafe for std::sync::atomic::AtomicU64
pub fn p852() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::sync::atomic::AtomicU64>() }
// impl Sync for std::sync::atomic::AtomicU64
pub fn p853() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::sync::atomic::AtomicU64>() }
// impl Send for std::sync::atomic::AtomicU64
pub fn p854() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::sync::atomic::AtomicU64>() }
// impl Unpin for std::sync::atomic::AtomicU64
pub fn p855() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::sync::atomic::AtomicU64>() }
// impl UnwindSafe for std::sync::atomic::AtomicU64
pub fn p856() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::sync::atomic::AtomicU64>() }
// struct std::sync::atomic::AtomicU8
pub fn p857(_: &std::sync::atomic::AtomicU8) {}
// fn std::sync::atomic::AtomicU8::new
pub const fn p858(v: u8) -> std::sync::atomic::AtomicU8 { <std::sync::atomic::AtomicU8>::new(v) }
// fn std::sync::atomic::AtomicU8::from_ptr
pub const unsafe fn p859<'a>(ptr: *mut u8) -> &'a std::sync::atomic::AtomicU8 { unsafe { <std::sync::atomic::AtomicU8>::from_ptr(ptr) } }
// fn std::sync::atomic::AtomicU8::get_mut
pub fn p860<'this>(this: &'this mut std::sync::atomic::AtomicU8) -> &'this mut u8 { <std::sync::atomic::AtomicU8>::get_mut(this) }
// fn std::sync::atomic::AtomicU8::into_inner
pub const fn p861(this: std::sync::atomic::AtomicU8) -> u8 { <std::sync::atomic::AtomicU8>::into_inner(this) }
// fn std::sync::atomic::AtomicU8::load
pub fn p862(this: &std::sync::atomic::AtomicU8, order: std::sync::atomic::Ordering) -> u8 { <std::sync::atomic::AtomicU8>::load(this, order) }
// fn std::sync::atomic::AtomicU8::store
pub fn p863(this: &std::sync::atomic::AtomicU8, val: u8, order: std::sync::atomic::Ordering) { <std::sync::atomic::AtomicU8>::store(this, val, order) }
// fn std::sync::atomic::AtomicU8::swap
pub fn p864(this: &std::sync::atomic::AtomicU8, val: u8, order: std::sync::atomic::Ordering) -> u8 { <std::sync::atomic::AtomicU8>::swap(this, val, order) }
// fn std::sync::atomic::AtomicU8::compare_and_swap [deprecated]
pub fn p865(this: &std::sync::atomic::AtomicU8, current: u8, new: u8, order: std::sync::atomic::Ordering) -> u8 { <std::sync::atomic::AtomicU8>::compare_and_swap(this, current, new, order) }
// fn std::sync::atomic::AtomicU8::compare_exchange
pub fn p866(this: &std::sync::atomic::AtomicU8, current: u8, new: u8, success: std::sync::atomic::Ordering, failure: std::sync::atomic::Ordering) -> std::result::Result<u8, u8> { <std::sync::atomic::AtomicU8>::compare_exchange(this, current, new, success, failure) }
// fn std::sync::atomic::AtomicU8::compare_exchange_weak
pub fn p867(this: &std::sync::atomic::AtomicU8, current: u8, new: u8, success: std::sync::atomic::Ordering, failure: std::sync::atomic::Ordering) -> std::result::Result<u8, u8> { <std::sync::atomic::AtomicU8>::compare_exchange_weak(this, current, new, success, failure) }
// fn std::sync::atomic::AtomicU8::fetch_add
pub fn p868(this: &std::sync::atomic::AtomicU8, val: u8, order: std::sync::atomic::Ordering) -> u8 { <std::sync::atomic::AtomicU8>::fetch_add(this, val, order) }
// fn std::sync::atomic::AtomicU8::fetch_sub
pub fn p869(this: &std::sync::atomic::AtomicU8, val: u8, order: std::sync::atomic::Ordering) -> u8 { <std::sync::atomic::AtomicU8>::fetch_sub(this, val, order) }
// fn std::sync::atomic::AtomicU8::fetch_and
pub fn p870(this: &std::sync::atomic::AtomicU8, val: u8, order: std::sync::atomic::Ordering) -> u8 { <std::sync::atomic::AtomicU8>::fetch_and(this, val, order) }
// fn std::sync::atomic::AtomicU8::fetch_nand
pub fn p871(this: &std::sync::atomic::AtomicU8, val: u8, order: std::sync::atomic::Ordering) -> u8 { <std::sync::atomic::AtomicU8>::fetch_nand(this, val, order) }
// fn std::sync::atomic::AtomicU8::fetch_or
pub fn p872(this: &std::sync::atomic::AtomicU8, val: u8, order: std::sync::atomic::Ordering) -> u8 { <std::sync::atomic::AtomicU8>::fetch_or(this, val, order) }
// fn std::sync::atomic::AtomicU8::fetch_xor
pub fn p873(this: &std::sync::atomic::AtomicU8, val: u8, order: std::sync::atomic::Ordering) -> u8 { <std::sync::atomic::AtomicU8>::fetch_xor(this, val, order) }
// fn std::sync::atomic::AtomicU8::fetch_update [deprecated]
pub fn p874<F>(this: &std::sync::atomic::AtomicU8, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: F) -> std::result::Result<u8, u8> where F: std::ops::FnMut(u8) -> std::option::Option<u8> { <std::sync::atomic::AtomicU8>::fetch_update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicU8::try_update
pub fn p875(this: &std::sync::atomic::AtomicU8, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: impl std::ops::FnMut(u8) -> std::option::Option<u8>) -> std::result::Result<u8, u8> { <std::sync::atomic::AtomicU8>::try_update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicU8::update
pub fn p876(this: &std::sync::atomic::AtomicU8, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: impl std::ops::FnMut(u8) -> u8) -> u8 { <std::sync::atomic::AtomicU8>::update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicU8::fetch_max
pub fn p877(this: &std::sync::atomic::AtomicU8, val: u8, order: std::sync::atomic::Ordering) -> u8 { <std::sync::atomic::AtomicU8>::fetch_max(this, val, order) }
// fn std::sync::atomic::AtomicU8::fetch_min
pub fn p878(this: &std::sync::atomic::AtomicU8, val: u8, order: std::sync::atomic::Ordering) -> u8 { <std::sync::atomic::AtomicU8>::fetch_min(this, val, order) }
// fn std::sync::atomic::AtomicU8::as_ptr
pub const fn p879(this: &std::sync::atomic::AtomicU8) -> *mut u8 { <std::sync::atomic::AtomicU8>::as_ptr(this) }
// impl Debug for std::sync::atomic::AtomicU8
pub fn p880() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::sync::atomic::AtomicU8>() }
// impl Default for std::sync::atomic::AtomicU8
pub fn p881() { fn need<X: ?Sized>() where X: std::default::Default {} need::<std::sync::atomic::AtomicU8>() }
// impl From<u8> for std::sync::atomic::AtomicU8
pub fn p882() { fn need<X: ?Sized>() where X: std::convert::From<u8> {} need::<std::sync::atomic::AtomicU8>() }
// impl RefUnwindSafe for std::sync::atomic::AtomicU8
pub fn p883() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::sync::atomic::AtomicU8>() }
// impl Sync for std::sync::atomic::AtomicU8
pub fn p884() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::sync::atomic::AtomicU8>() }
// impl Send for std::sync::atomic::AtomicU8
pub fn p885() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::sync::atomic::AtomicU8>() }
// impl Unpin for std::sync::atomic::AtomicU8
pub fn p886() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::sync::atomic::AtomicU8>() }
// impl UnwindSafe for std::sync::atomic::AtomicU8
pub fn p887() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::sync::atomic::AtomicU8>() }
// struct std::sync::atomic::AtomicUsize
pub fn p888(_: &std::sync::atomic::AtomicUsize) {}
// fn std::sync::atomic::AtomicUsize::new
pub const fn p889(v: usize) -> std::sync::atomic::AtomicUsize { <std::sync::atomic::AtomicUsize>::new(v) }
// fn std::sync::atomic::AtomicUsize::from_ptr
pub const unsafe fn p890<'a>(ptr: *mut usize) -> &'a std::sync::atomic::AtomicUsize { unsafe { <std::sync::atomic::AtomicUsize>::from_ptr(ptr) } }
// fn std::sync::atomic::AtomicUsize::get_mut
pub fn p891<'this>(this: &'this mut std::sync::atomic::AtomicUsize) -> &'this mut usize { <std::sync::atomic::AtomicUsize>::get_mut(this) }
// fn std::sync::atomic::AtomicUsize::into_inner
pub const fn p892(this: std::sync::atomic::AtomicUsize) -> usize { <std::sync::atomic::AtomicUsize>::into_inner(this) }
// fn std::sync::atomic::AtomicUsize::load
pub fn p893(this: &std::sync::atomic::AtomicUsize, order: std::sync::atomic::Ordering) -> usize { <std::sync::atomic::AtomicUsize>::load(this, order) }
// fn std::sync::atomic::AtomicUsize::store
pub fn p894(this: &std::sync::atomic::AtomicUsize, val: usize, order: std::sync::atomic::Ordering) { <std::sync::atomic::AtomicUsize>::store(this, val, order) }
// fn std::sync::atomic::AtomicUsize::swap
pub fn p895(this: &std::sync::atomic::AtomicUsize, val: usize, order: std::sync::atomic::Ordering) -> usize { <std::sync::atomic::AtomicUsize>::swap(this, val, order) }
// fn std::sync::atomic::AtomicUsize::compare_and_swap [deprecated]
pub fn p896(this: &std::sync::atomic::AtomicUsize, current: usize, new: usize, order: std::sync::atomic::Ordering) -> usize { <std::sync::atomic::AtomicUsize>::compare_and_swap(this, current, new, order) }
// fn std::sync::atomic::AtomicUsize::compare_exchange
pub fn p897(this: &std::sync::atomic::AtomicUsize, current: usize, new: usize, success: std::sync::atomic::Ordering, failure: std::sync::atomic::Ordering) -> std::result::Result<usize, usize> { <std::sync::atomic::AtomicUsize>::compare_exchange(this, current, new, success, failure) }
// fn std::sync::atomic::AtomicUsize::compare_exchange_weak
pub fn p898(this: &std::sync::atomic::AtomicUsize, current: usize, new: usize, success: std::sync::atomic::Ordering, failure: std::sync::atomic::Ordering) -> std::result::Result<usize, usize> { <std::sync::atomic::AtomicUsize>::compare_exchange_weak(this, current, new, success, failure) }
// fn std::sync::atomic::AtomicUsize::fetch_add
pub fn p899(this: &std::sync::atomic::AtomicUsize, val: usize, order: std::sync::atomic::Ordering) -> usize { <std::sync::atomic::AtomicUsize>::fetch_add(this, val, order) }
// fn std::sync::atomic::AtomicUsize::fetch_sub
pub fn p900(this: &std::sync::atomic::AtomicUsize, val: usize, order: std::sync::atomic::Ordering) -> usize { <std::sync::atomic::AtomicUsize>::fetch_sub(this, val, order) }
// fn std::sync::atomic::AtomicUsize::fetch_and
pub fn p901(this: &std::sync::atomic::AtomicUsize, val: usize, order: std::sync::atomic::Ordering) -> usize { <std::sync::atomic::AtomicUsize>::fetch_and(this, val, order) }
// fn std::sync::atomic::AtomicUsize::fetch_nand
pub fn p902(this: &std::sync::atomic::AtomicUsize, val: usize, order: std::sync::atomic::Ordering) -> usize { <std::sync::atomic::AtomicUsize>::fetch_nand(this, val, order) }
// fn std::sync::atomic::AtomicUsize::fetch_or
pub fn p903(this: &std::sync::atomic::AtomicUsize, val: usize, order: std::sync::atomic::Ordering) -> usize { <std::sync::atomic::AtomicUsize>::fetch_or(this, val, order) }
// fn std::sync::atomic::AtomicUsize::fetch_xor
pub fn p904(this: &std::sync::atomic::AtomicUsize, val: usize, order: std::sync::atomic::Ordering) -> usize { <std::sync::atomic::AtomicUsize>::fetch_xor(this, val, order) }
// fn std::sync::atomic::AtomicUsize::fetch_update [deprecated]
pub fn p905<F>(this: &std::sync::atomic::AtomicUsize, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: F) -> std::result::Result<usize, usize> where F: std::ops::FnMut(usize) -> std::option::Option<usize> { <std::sync::atomic::AtomicUsize>::fetch_update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicUsize::try_update
pub fn p906(this: &std::sync::atomic::AtomicUsize, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: impl std::ops::FnMut(usize) -> std::option::Option<usize>) -> std::result::Result<usize, usize> { <std::sync::atomic::AtomicUsize>::try_update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicUsize::update
pub fn p907(this: &std::sync::atomic::AtomicUsize, set_order: std::sync::atomic::Ordering, fetch_order: std::sync::atomic::Ordering, f: impl std::ops::FnMut(usize) -> usize) -> usize { <std::sync::atomic::AtomicUsize>::update(this, set_order, fetch_order, f) }
// fn std::sync::atomic::AtomicUsize::fetch_max
pub fn p908(this: &std::sync::atomic::AtomicUsize, val: usize, order: std::sync::atomic::Ordering) -> usize { <std::sync::atomic::AtomicUsize>::fetch_max(this, val, order) }
// fn std::sync::atomic::AtomicUsize::fetch_min
pub fn p909(this: &std::sync::atomic::AtomicUsize, val: usize, order: std::sync::atomic::Ordering) -> usize { <std::sync::atomic::AtomicUsize>::fetch_min(this, val, order) }
// fn std::sync::atomic::AtomicUsize::as_ptr
pub const fn p910(this: &std::sync::atomic::AtomicUsize) -> *mut usize { <std::sync::atomic::AtomicUsize>::as_ptr(this) }
// impl Debug for std::sync::atomic::AtomicUsize
pub fn p911() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::sync::atomic::AtomicUsize>() }
// impl Default for std::sync::atomic::AtomicUsize
pub fn p912() { fn need<X: ?Sized>() where X: std::default::Default {} need::<std::sync::atomic::AtomicUsize>() }
// impl From<usize> for std::sync::atomic::AtomicUsize
pub fn p913() { fn need<X: ?Sized>() where X: std::convert::From<usize> {} need::<std::sync::atomic::AtomicUsize>() }
// impl RefUnwindSafe for std::sync::atomic::AtomicUsize
pub fn p914() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::sync::atomic::AtomicUsize>() }
// impl Sync for std::sync::atomic::AtomicUsize
pub fn p915() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::sync::atomic::AtomicUsize>() }
// impl Send for std::sync::atomic::AtomicUsize
pub fn p916() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::sync::atomic::AtomicUsize>() }
// impl Unpin for std::sync::atomic::AtomicUsize
pub fn p917() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::sync::atomic::AtomicUsize>() }
// impl UnwindSafe for std::sync::atomic::AtomicUsize
pub fn p918() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::sync::atomic::AtomicUsize>() }
// enum std::sync::atomic::Ordering
pub fn p919(_: &std::sync::atomic::Ordering) {}
// variant std::sync::atomic::Ordering::Relaxed
pub fn p920() -> std::sync::atomic::Ordering { std::sync::atomic::Ordering::Relaxed }
// variant std::sync::atomic::Ordering::Release
pub fn p921() -> std::sync::atomic::Ordering { std::sync::atomic::Ordering::Release }
// variant std::sync::atomic::Ordering::Acquire
pub fn p922() -> std::sync::atomic::Ordering { std::sync::atomic::Ordering::Acquire }
// variant std::sync::atomic::Ordering::AcqRel
pub fn p923() -> std::sync::atomic::Ordering { std::sync::atomic::Ordering::AcqRel }
// variant std::sync::atomic::Ordering::SeqCst
pub fn p924() -> std::sync::atomic::Ordering { std::sync::atomic::Ordering::SeqCst }
// impl Clone for std::sync::atomic::Ordering
pub fn p925() { fn need<X: ?Sized>() where X: std::clone::Clone {} need::<std::sync::atomic::Ordering>() }
// impl Debug for std::sync::atomic::Ordering
pub fn p926() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::sync::atomic::Ordering>() }
// impl Hash for std::sync::atomic::Ordering
pub fn p927() { fn need<X: ?Sized>() where X: std::hash::Hash {} need::<std::sync::atomic::Ordering>() }
// impl PartialEq for std::sync::atomic::Ordering
pub fn p928() { fn need<X: ?Sized>() where X: std::cmp::PartialEq {} need::<std::sync::atomic::Ordering>() }
// impl Copy for std::sync::atomic::Ordering
pub fn p929() { fn need<X: ?Sized>() where X: std::marker::Copy {} need::<std::sync::atomic::Ordering>() }
// impl Eq for std::sync::atomic::Ordering
pub fn p930() { fn need<X: ?Sized>() where X: std::cmp::Eq {} need::<std::sync::atomic::Ordering>() }
// impl RefUnwindSafe for std::sync::atomic::Ordering
pub fn p931() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::sync::atomic::Ordering>() }
// impl Send for std::sync::atomic::Ordering
pub fn p932() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::sync::atomic::Ordering>() }
// impl Sync for std::sync::atomic::Ordering
pub fn p933() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::sync::atomic::Ordering>() }
// impl Unpin for std::sync::atomic::Ordering
pub fn p934() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::sync::atomic::Ordering>() }
// impl UnwindSafe for std::sync::atomic::Ordering
pub fn p935() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::sync::atomic::Ordering>() }
// fn std::sync::atomic::compiler_fence
pub fn p936(order: std::sync::atomic::Ordering) { std::sync::atomic::compiler_fence(order) }
// fn std::sync::atomic::fence
pub fn p937(order: std::sync::atomic::Ordering) { std::sync::atomic::fence(order) }
// fn std::sync::atomic::spin_loop_hint [deprecated]
pub fn p938() { std::sync::atomic::spin_loop_hint() }
// const std::sync::atomic::ATOMIC_BOOL_INIT [deprecated]
pub fn p939() -> std::sync::atomic::AtomicBool { std::sync::atomic::ATOMIC_BOOL_INIT }
// const std::sync::atomic::ATOMIC_ISIZE_INIT [deprecated]
pub fn p940() -> std::sync::atomic::AtomicIsize { std::sync::atomic::ATOMIC_ISIZE_INIT }
// const std::sync::atomic::ATOMIC_USIZE_INIT [deprecated]
pub fn p941() -> std::sync::atomic::AtomicUsize { std::sync::atomic::ATOMIC_USIZE_INIT }
// mod std::sync::mpsc
pub use std::sync::mpsc as p942;
// struct std::sync::mpsc::IntoIter
pub fn p943<T>(_: &std::sync::mpsc::IntoIter<T>) {}
// impl Debug for std::sync::mpsc::IntoIter<T>
pub fn p944<T: std::fmt::Debug>() { fn need<T: std::fmt::Debug, X: ?Sized>() where X: std::fmt::Debug {} need::<T, std::sync::mpsc::IntoIter<T>>() }
// impl Iterator for std::sync::mpsc::IntoIter<T>
pub fn p945<T>() { fn need<T, X: ?Sized>() where X: std::iter::Iterator {} need::<T, std::sync::mpsc::IntoIter<T>>() }
// impl RefUnwindSafe for std::sync::mpsc::IntoIter<T>
pub fn p946<T>() { fn need<T, X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<T, std::sync::mpsc::IntoIter<T>>() }
// impl Send for std::sync::mpsc::IntoIter<T>
pub fn p947<T>() where T: std::marker::Send { fn need<T, X: ?Sized>() where T: std::marker::Send, X: std::marker::Send {} need::<T, std::sync::mpsc::IntoIter<T>>() }
// impl !Sync for std::sync::mpsc::IntoIter<T>
pub fn p948() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::marker::Sync> Holds<u8> for T {} <std::sync::mpsc::IntoIter<u8> as Holds<_>>::holds() }
// impl Unpin for std::sync::mpsc::IntoIter<T>
pub fn p949<T>() { fn need<T, X: ?Sized>() where X: std::marker::Unpin {} need::<T, std::sync::mpsc::IntoIter<T>>() }
// impl UnwindSafe for std::sync::mpsc::IntoIter<T>
pub fn p950<T>() { fn need<T, X: ?Sized>() where X: std::panic::UnwindSafe {} need::<T, std::sync::mpsc::IntoIter<T>>() }
// struct std::sync::mpsc::Iter
pub fn p951<'a, T: 'a>(_: &std::sync::mpsc::Iter<'a, T>) {}
// impl Debug for std::sync::mpsc::Iter<'a, T>
pub fn p952<'a, T: std::fmt::Debug + 'a>() where T: 'a { fn need<'a, T: std::fmt::Debug + 'a, X: ?Sized>() where T: 'a, X: std::fmt::Debug {} need::<T, std::sync::mpsc::Iter<'_, T>>() }
// impl Iterator for std::sync::mpsc::Iter<'a, T>
pub fn p953<'a, T>() where T: 'a { fn need<'a, T, X: ?Sized>() where T: 'a, X: std::iter::Iterator {} need::<T, std::sync::mpsc::Iter<'_, T>>() }
// impl RefUnwindSafe for std::sync::mpsc::Iter<'a, T>
pub fn p954<'a, T>() where T: 'a { fn need<'a, T, X: ?Sized>() where T: 'a, X: std::panic::RefUnwindSafe {} need::<T, std::sync::mpsc::Iter<'_, T>>() }
// impl !Send for std::sync::mpsc::Iter<'a, T>
pub fn p955() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::marker::Send> Holds<u8> for T {} <std::sync::mpsc::Iter<'static, u8> as Holds<_>>::holds() }
// impl !Sync for std::sync::mpsc::Iter<'a, T>
pub fn p956() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::marker::Sync> Holds<u8> for T {} <std::sync::mpsc::Iter<'static, u8> as Holds<_>>::holds() }
// impl Unpin for std::sync::mpsc::Iter<'a, T>
pub fn p957<'a, T>() where T: 'a { fn need<'a, T, X: ?Sized>() where T: 'a, X: std::marker::Unpin {} need::<T, std::sync::mpsc::Iter<'_, T>>() }
// impl UnwindSafe for std::sync::mpsc::Iter<'a, T>
pub fn p958<'a, T>() where T: 'a { fn need<'a, T, X: ?Sized>() where T: 'a, X: std::panic::UnwindSafe {} need::<T, std::sync::mpsc::Iter<'_, T>>() }
// struct std::sync::mpsc::Receiver
pub fn p959<T>(_: &std::sync::mpsc::Receiver<T>) {}
// fn std::sync::mpsc::Receiver::try_recv
pub fn p960<T>(this: &std::sync::mpsc::Receiver<T>) -> std::result::Result<T, std::sync::mpsc::TryRecvError> { <std::sync::mpsc::Receiver<T>>::try_recv(this) }
// fn std::sync::mpsc::Receiver::recv
pub fn p961<T>(this: &std::sync::mpsc::Receiver<T>) -> std::result::Result<T, std::sync::mpsc::RecvError> { <std::sync::mpsc::Receiver<T>>::recv(this) }
// fn std::sync::mpsc::Receiver::recv_timeout
pub fn p962<T>(this: &std::sync::mpsc::Receiver<T>, timeout: std::time::Duration) -> std::result::Result<T, std::sync::mpsc::RecvTimeoutError> { <std::sync::mpsc::Receiver<T>>::recv_timeout(this, timeout) }
// fn std::sync::mpsc::Receiver::iter
pub fn p963<'this, T>(this: &'this std::sync::mpsc::Receiver<T>) -> std::sync::mpsc::Iter<'this, T> { <std::sync::mpsc::Receiver<T>>::iter(this) }
// fn std::sync::mpsc::Receiver::try_iter
pub fn p964<'this, T>(this: &'this std::sync::mpsc::Receiver<T>) -> std::sync::mpsc::TryIter<'this, T> { <std::sync::mpsc::Receiver<T>>::try_iter(this) }
// impl Debug for std::sync::mpsc::Receiver<T>
pub fn p965<T>() { fn need<T, X: ?Sized>() where X: std::fmt::Debug {} need::<T, std::sync::mpsc::Receiver<T>>() }
// impl IntoIterator for &'a Receiver<T>
pub fn p966<'a, T>() where T: 'a { fn need<'a, T, X: ?Sized>() where T: 'a, X: std::iter::IntoIterator {} need::<T, &'_ std::sync::mpsc::Receiver<T>>() }
// impl IntoIterator for std::sync::mpsc::Receiver<T>
pub fn p967<T>() { fn need<T, X: ?Sized>() where X: std::iter::IntoIterator {} need::<T, std::sync::mpsc::Receiver<T>>() }
// impl Send for std::sync::mpsc::Receiver<T>
pub fn p968<T: std::marker::Send>() { fn need<T: std::marker::Send, X: ?Sized>() where X: std::marker::Send {} need::<T, std::sync::mpsc::Receiver<T>>() }
// impl !Sync for std::sync::mpsc::Receiver<T>
pub fn p969() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::marker::Sync> Holds<u8> for T {} <std::sync::mpsc::Receiver<u8> as Holds<_>>::holds() }
// impl RefUnwindSafe for std::sync::mpsc::Receiver<T>
pub fn p970<T>() { fn need<T, X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<T, std::sync::mpsc::Receiver<T>>() }
// impl Unpin for std::sync::mpsc::Receiver<T>
pub fn p971<T>() { fn need<T, X: ?Sized>() where X: std::marker::Unpin {} need::<T, std::sync::mpsc::Receiver<T>>() }
// impl UnwindSafe for std::sync::mpsc::Receiver<T>
pub fn p972<T>() { fn need<T, X: ?Sized>() where X: std::panic::UnwindSafe {} need::<T, std::sync::mpsc::Receiver<T>>() }
// struct std::sync::mpsc::RecvError
pub fn p973(_: &std::sync::mpsc::RecvError) {}
// impl Clone for std::sync::mpsc::RecvError
pub fn p974() { fn need<X: ?Sized>() where X: std::clone::Clone {} need::<std::sync::mpsc::RecvError>() }
// impl Debug for std::sync::mpsc::RecvError
pub fn p975() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::sync::mpsc::RecvError>() }
// impl Display for std::sync::mpsc::RecvError
pub fn p976() { fn need<X: ?Sized>() where X: std::fmt::Display {} need::<std::sync::mpsc::RecvError>() }
// impl Error for std::sync::mpsc::RecvError
pub fn p977() { fn need<X: ?Sized>() where X: std::error::Error {} need::<std::sync::mpsc::RecvError>() }
// impl From<RecvError> for RecvTimeoutError
pub fn p978() { fn need<X: ?Sized>() where X: std::convert::From<std::sync::mpsc::RecvError> {} need::<std::sync::mpsc::RecvTimeoutError>() }
// impl From<RecvError> for TryRecvError
pub fn p979() { fn need<X: ?Sized>() where X: std::convert::From<std::sync::mpsc::RecvError> {} need::<std::sync::mpsc::TryRecvError>() }
// impl PartialEq for std::sync::mpsc::RecvError
pub fn p980() { fn need<X: ?Sized>() where X: std::cmp::PartialEq {} need::<std::sync::mpsc::RecvError>() }
// impl Copy for std::sync::mpsc::RecvError
pub fn p981() { fn need<X: ?Sized>() where X: std::marker::Copy {} need::<std::sync::mpsc::RecvError>() }
// impl Eq for std::sync::mpsc::RecvError
pub fn p982() { fn need<X: ?Sized>() where X: std::cmp::Eq {} need::<std::sync::mpsc::RecvError>() }
// impl RefUnwindSafe for std::sync::mpsc::RecvError
pub fn p983() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::sync::mpsc::RecvError>() }
// impl Send for std::sync::mpsc::RecvError
pub fn p984() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::sync::mpsc::RecvError>() }
// impl Sync for std::sync::mpsc::RecvError
pub fn p985() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::sync::mpsc::RecvError>() }
// impl Unpin for std::sync::mpsc::RecvError
pub fn p986() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::sync::mpsc::RecvError>() }
// impl UnwindSafe for std::sync::mpsc::RecvError
pub fn p987() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::sync::mpsc::RecvError>() }
// struct std::sync::mpsc::SendError
pub fn p988<T>(_: &std::sync::mpsc::SendError<T>) {}
// field std::sync::mpsc::SendError::0
pub fn p989<T>(x: std::sync::mpsc::SendError<T>) -> T { x.0 }
// impl Clone for std::sync::mpsc::SendError<T>
pub fn p990<T: std::clone::Clone>() { fn need<T: std::clone::Clone, X: ?Sized>() where X: std::clone::Clone {} need::<T, std::sync::mpsc::SendError<T>>() }
// impl Debug for std::sync::mpsc::SendError<T>
pub fn p991<T>() { fn need<T, X: ?Sized>() where X: std::fmt::Debug {} need::<T, std::sync::mpsc::SendError<T>>() }
// impl Display for std::sync::mpsc::SendError<T>
pub fn p992<T>() { fn need<T, X: ?Sized>() where X: std::fmt::Display {} need::<T, std::sync::mpsc::SendError<T>>() }
// impl Error for std::sync::mpsc::SendError<T>
pub fn p993<T>() { fn need<T, X: ?Sized>() where X: std::error::Error {} need::<T, std::sync::mpsc::SendError<T>>() }
// impl From<SendError<T>> for TrySendError<T>
pub fn p994<T>() { fn need<T, X: ?Sized>() where X: std::convert::From<std::sync::mpsc::SendError<T>> {} need::<T, std::sync::mpsc::TrySendError<T>>() }
// impl PartialEq for std::sync::mpsc::SendError<T>
pub fn p995<T: std::cmp::PartialEq>() { fn need<T: std::cmp::PartialEq, X: ?Sized>() where X: std::cmp::PartialEq {} need::<T, std::sync::mpsc::SendError<T>>() }
// impl Copy for std::sync::mpsc::SendError<T>
pub fn p996<T: std::marker::Copy>() { fn need<T: std::marker::Copy, X: ?Sized>() where X: std::marker::Copy {} need::<T, std::sync::mpsc::SendError<T>>() }
// impl Eq for std::sync::mpsc::SendError<T>
pub fn p997<T: std::cmp::Eq>() { fn need<T: std::cmp::Eq, X: ?Sized>() where X: std::cmp::Eq {} need::<T, std::sync::mpsc::SendError<T>>() }
// impl RefUnwindSafe for std::sync::mpsc::SendError<T>
pub fn p998<T>() where T: std::panic::RefUnwindSafe { fn need<T, X: ?Sized>() where T: std::panic::RefUnwindSafe, X: std::panic::RefUnwindSafe {} need::<T, std::sync::mpsc::SendError<T>>() }
// impl Send for std::sync::mpsc::SendError<T>
pub fn p999<T>() where T: std::marker::Send { fn need<T, X: ?Sized>() where T: std::marker::Send, X: std::marker::Send {} need::<T, std::sync::mpsc::SendError<T>>() }
// impl Sync for std::sync::mpsc::SendError<T>
pub fn p1000<T>() where T: std::marker::Sync { fn need<T, X: ?Sized>() where T: std::marker::Sync, X: std::marker::Sync {} need::<T, std::sync::mpsc::SendError<T>>() }
// impl Unpin for std::sync::mpsc::SendError<T>
pub fn p1001<T>() where T: std::marker::Unpin { fn need<T, X: ?Sized>() where T: std::marker::Unpin, X: std::marker::Unpin {} need::<T, std::sync::mpsc::SendError<T>>() }
// impl UnwindSafe for std::sync::mpsc::SendError<T>
pub fn p1002<T>() where T: std::panic::UnwindSafe { fn need<T, X: ?Sized>() where T: std::panic::UnwindSafe, X: std::panic::UnwindSafe {} need::<T, std::sync::mpsc::SendError<T>>() }
// struct std::sync::mpsc::Sender
pub fn p1003<T>(_: &std::sync::mpsc::Sender<T>) {}
// fn std::sync::mpsc::Sender::send
pub fn p1004<T>(this: &std::sync::mpsc::Sender<T>, t: T) -> std::result::Result<(), std::sync::mpsc::SendError<T>> { <std::sync::mpsc::Sender<T>>::send(this, t) }
// impl Clone for std::sync::mpsc::Sender<T>
pub fn p1005<T>() { fn need<T, X: ?Sized>() where X: std::clone::Clone {} need::<T, std::sync::mpsc::Sender<T>>() }
// impl Debug for std::sync::mpsc::Sender<T>
pub fn p1006<T>() { fn need<T, X: ?Sized>() where X: std::fmt::Debug {} need::<T, std::sync::mpsc::Sender<T>>() }
// impl Send for std::sync::mpsc::Sender<T>
pub fn p1007<T: std::marker::Send>() { fn need<T: std::marker::Send, X: ?Sized>() where X: std::marker::Send {} need::<T, std::sync::mpsc::Sender<T>>() }
// impl Sync for std::sync::mpsc::Sender<T>
pub fn p1008<T: std::marker::Send>() { fn need<T: std::marker::Send, X: ?Sized>() where X: std::marker::Sync {} need::<T, std::sync::mpsc::Sender<T>>() }
// impl RefUnwindSafe for std::sync::mpsc::Sender<T>
pub fn p1009<T>() { fn need<T, X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<T, std::sync::mpsc::Sender<T>>() }
// impl Unpin for std::sync::mpsc::Sender<T>
pub fn p1010<T>() { fn need<T, X: ?Sized>() where X: std::marker::Unpin {} need::<T, std::sync::mpsc::Sender<T>>() }
// impl UnwindSafe for std::sync::mpsc::Sender<T>
pub fn p1011<T>() { fn need<T, X: ?Sized>() where X: std::panic::UnwindSafe {} need::<T, std::sync::mpsc::Sender<T>>() }
// struct std::sync::mpsc::SyncSender
pub fn p1012<T>(_: &std::sync::mpsc::SyncSender<T>) {}
// fn std::sync::mpsc::SyncSender::send
pub fn p1013<T>(this: &std::sync::mpsc::SyncSender<T>, t: T) -> std::result::Result<(), std::sync::mpsc::SendError<T>> { <std::sync::mpsc::SyncSender<T>>::send(this, t) }
// fn std::sync::mpsc::SyncSender::try_send
pub fn p1014<T>(this: &std::sync::mpsc::SyncSender<T>, t: T) -> std::result::Result<(), std::sync::mpsc::TrySendError<T>> { <std::sync::mpsc::SyncSender<T>>::try_send(this, t) }
// impl Clone for std::sync::mpsc::SyncSender<T>
pub fn p1015<T>() { fn need<T, X: ?Sized>() where X: std::clone::Clone {} need::<T, std::sync::mpsc::SyncSender<T>>() }
// impl Debug for std::sync::mpsc::SyncSender<T>
pub fn p1016<T>() { fn need<T, X: ?Sized>() where X: std::fmt::Debug {} need::<T, std::sync::mpsc::SyncSender<T>>() }
// impl Send for std::sync::mpsc::SyncSender<T>
pub fn p1017<T: std::marker::Send>() { fn need<T: std::marker::Send, X: ?Sized>() where X: std::marker::Send {} need::<T, std::sync::mpsc::SyncSender<T>>() }
// impl RefUnwindSafe for std::sync::mpsc::SyncSender<T>
pub fn p1018<T>() { fn need<T, X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<T, std::sync::mpsc::SyncSender<T>>() }
// impl Sync for std::sync::mpsc::SyncSender<T>
pub fn p1019<T>() where T: std::marker::Send { fn need<T, X: ?Sized>() where T: std::marker::Send, X: std::marker::Sync {} need::<T, std::sync::mpsc::SyncSender<T>>() }
// impl Unpin for std::sync::mpsc::SyncSender<T>
pub fn p1020<T>() { fn need<T, X: ?Sized>() where X: std::marker::Unpin {} need::<T, std::sync::mpsc::SyncSender<T>>() }
// impl UnwindSafe for std::sync::mpsc::SyncSender<T>
pub fn p1021<T>() { fn need<T, X: ?Sized>() where X: std::panic::UnwindSafe {} need::<T, std::sync::mpsc::SyncSender<T>>() }
// struct std::sync::mpsc::TryIter
pub fn p1022<'a, T: 'a>(_: &std::sync::mpsc::TryIter<'a, T>) {}
// impl Debug for std::sync::mpsc::TryIter<'a, T>
pub fn p1023<'a, T: std::fmt::Debug + 'a>() where T: 'a { fn need<'a, T: std::fmt::Debug + 'a, X: ?Sized>() where T: 'a, X: std::fmt::Debug {} need::<T, std::sync::mpsc::TryIter<'_, T>>() }
// impl Iterator for std::sync::mpsc::TryIter<'a, T>
pub fn p1024<'a, T>() where T: 'a { fn need<'a, T, X: ?Sized>() where T: 'a, X: std::iter::Iterator {} need::<T, std::sync::mpsc::TryIter<'_, T>>() }
// impl RefUnwindSafe for std::sync::mpsc::TryIter<'a, T>
pub fn p1025<'a, T>() where T: 'a { fn need<'a, T, X: ?Sized>() where T: 'a, X: std::panic::RefUnwindSafe {} need::<T, std::sync::mpsc::TryIter<'_, T>>() }
// impl !Send for std::sync::mpsc::TryIter<'a, T>
pub fn p1026() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::marker::Send> Holds<u8> for T {} <std::sync::mpsc::TryIter<'static, u8> as Holds<_>>::holds() }
// impl !Sync for std::sync::mpsc::TryIter<'a, T>
pub fn p1027() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::marker::Sync> Holds<u8> for T {} <std::sync::mpsc::TryIter<'static, u8> as Holds<_>>::holds() }
// impl Unpin for std::sync::mpsc::TryIter<'a, T>
pub fn p1028<'a, T>() where T: 'a { fn need<'a, T, X: ?Sized>() where T: 'a, X: std::marker::Unpin {} need::<T, std::sync::mpsc::TryIter<'_, T>>() }
// impl UnwindSafe for std::sync::mpsc::TryIter<'a, T>
pub fn p1029<'a, T>() where T: 'a { fn need<'a, T, X: ?Sized>() where T: 'a, X: std::panic::UnwindSafe {} need::<T, std::sync::mpsc::TryIter<'_, T>>() }
// enum std::sync::mpsc::RecvTimeoutError
pub fn p1030(_: &std::sync::mpsc::RecvTimeoutError) {}
// variant std::sync::mpsc::RecvTimeoutError::Timeout
pub fn p1031() -> std::sync::mpsc::RecvTimeoutError { std::sync::mpsc::RecvTimeoutError::Timeout }
// variant std::sync::mpsc::RecvTimeoutError::Disconnected
pub fn p1032() -> std::sync::mpsc::RecvTimeoutError { std::sync::mpsc::RecvTimeoutError::Disconnected }
// impl Clone for std::sync::mpsc::RecvTimeoutError
pub fn p1033() { fn need<X: ?Sized>() where X: std::clone::Clone {} need::<std::sync::mpsc::RecvTimeoutError>() }
// impl Debug for std::sync::mpsc::RecvTimeoutError
pub fn p1034() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::sync::mpsc::RecvTimeoutError>() }
// impl Display for std::sync::mpsc::RecvTimeoutError
pub fn p1035() { fn need<X: ?Sized>() where X: std::fmt::Display {} need::<std::sync::mpsc::RecvTimeoutError>() }
// impl Error for std::sync::mpsc::RecvTimeoutError
pub fn p1036() { fn need<X: ?Sized>() where X: std::error::Error {} need::<std::sync::mpsc::RecvTimeoutError>() }
// impl From<RecvError> for std::sync::mpsc::RecvTimeoutError
pub fn p1037() { fn need<X: ?Sized>() where X: std::convert::From<std::sync::mpsc::RecvError> {} need::<std::sync::mpsc::RecvTimeoutError>() }
// impl PartialEq for std::sync::mpsc::RecvTimeoutError
pub fn p1038() { fn need<X: ?Sized>() where X: std::cmp::PartialEq {} need::<std::sync::mpsc::RecvTimeoutError>() }
// impl Copy for std::sync::mpsc::RecvTimeoutError
pub fn p1039() { fn need<X: ?Sized>() where X: std::marker::Copy {} need::<std::sync::mpsc::RecvTimeoutError>() }
// impl Eq for std::sync::mpsc::RecvTimeoutError
pub fn p1040() { fn need<X: ?Sized>() where X: std::cmp::Eq {} need::<std::sync::mpsc::RecvTimeoutError>() }
// impl RefUnwindSafe for std::sync::mpsc::RecvTimeoutError
pub fn p1041() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::sync::mpsc::RecvTimeoutError>() }
// impl Send for std::sync::mpsc::RecvTimeoutError
pub fn p1042() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::sync::mpsc::RecvTimeoutError>() }
// impl Sync for std::sync::mpsc::RecvTimeoutError
pub fn p1043() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::sync::mpsc::RecvTimeoutError>() }
// impl Unpin for std::sync::mpsc::RecvTimeoutError
pub fn p1044() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::sync::mpsc::RecvTimeoutError>() }
// impl UnwindSafe for std::sync::mpsc::RecvTimeoutError
pub fn p1045() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::sync::mpsc::RecvTimeoutError>() }
// enum std::sync::mpsc::TryRecvError
pub fn p1046(_: &std::sync::mpsc::TryRecvError) {}
// variant std::sync::mpsc::TryRecvError::Empty
pub fn p1047() -> std::sync::mpsc::TryRecvError { std::sync::mpsc::TryRecvError::Empty }
// variant std::sync::mpsc::TryRecvError::Disconnected
pub fn p1048() -> std::sync::mpsc::TryRecvError { std::sync::mpsc::TryRecvError::Disconnected }
// impl Clone for std::sync::mpsc::TryRecvError
pub fn p1049() { fn need<X: ?Sized>() where X: std::clone::Clone {} need::<std::sync::mpsc::TryRecvError>() }
// impl Debug for std::sync::mpsc::TryRecvError
pub fn p1050() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::sync::mpsc::TryRecvError>() }
// impl Display for std::sync::mpsc::TryRecvError
pub fn p1051() { fn need<X: ?Sized>() where X: std::fmt::Display {} need::<std::sync::mpsc::TryRecvError>() }
// impl Error for std::sync::mpsc::TryRecvError
pub fn p1052() { fn need<X: ?Sized>() where X: std::error::Error {} need::<std::sync::mpsc::TryRecvError>() }
// impl From<RecvError> for std::sync::mpsc::TryRecvError
pub fn p1053() { fn need<X: ?Sized>() where X: std::convert::From<std::sync::mpsc::RecvError> {} need::<std::sync::mpsc::TryRecvError>() }
// impl PartialEq for std::sync::mpsc::TryRecvError
pub fn p1054() { fn need<X: ?Sized>() where X: std::cmp::PartialEq {} need::<std::sync::mpsc::TryRecvError>() }
// impl Copy for std::sync::mpsc::TryRecvError
pub fn p1055() { fn need<X: ?Sized>() where X: std::marker::Copy {} need::<std::sync::mpsc::TryRecvError>() }
// impl Eq for std::sync::mpsc::TryRecvError
pub fn p1056() { fn need<X: ?Sized>() where X: std::cmp::Eq {} need::<std::sync::mpsc::TryRecvError>() }
// impl RefUnwindSafe for std::sync::mpsc::TryRecvError
pub fn p1057() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::sync::mpsc::TryRecvError>() }
// impl Send for std::sync::mpsc::TryRecvError
pub fn p1058() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::sync::mpsc::TryRecvError>() }
// impl Sync for std::sync::mpsc::TryRecvError
pub fn p1059() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::sync::mpsc::TryRecvError>() }
// impl Unpin for std::sync::mpsc::TryRecvError
pub fn p1060() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::sync::mpsc::TryRecvError>() }
// impl UnwindSafe for std::sync::mpsc::TryRecvError
pub fn p1061() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::sync::mpsc::TryRecvError>() }
// enum std::sync::mpsc::TrySendError
pub fn p1062<T>(_: &std::sync::mpsc::TrySendError<T>) {}
// variant std::sync::mpsc::TrySendError::Full
pub fn p1063<T>(a0: T) -> std::sync::mpsc::TrySendError<T> { std::sync::mpsc::TrySendError::Full(a0) }
// variant std::sync::mpsc::TrySendError::Disconnected
pub fn p1064<T>(a0: T) -> std::sync::mpsc::TrySendError<T> { std::sync::mpsc::TrySendError::Disconnected(a0) }
// impl Clone for std::sync::mpsc::TrySendError<T>
pub fn p1065<T: std::clone::Clone>() { fn need<T: std::clone::Clone, X: ?Sized>() where X: std::clone::Clone {} need::<T, std::sync::mpsc::TrySendError<T>>() }
// impl Debug for std::sync::mpsc::TrySendError<T>
pub fn p1066<T>() { fn need<T, X: ?Sized>() where X: std::fmt::Debug {} need::<T, std::sync::mpsc::TrySendError<T>>() }
// impl Display for std::sync::mpsc::TrySendError<T>
pub fn p1067<T>() { fn need<T, X: ?Sized>() where X: std::fmt::Display {} need::<T, std::sync::mpsc::TrySendError<T>>() }
// impl Error for std::sync::mpsc::TrySendError<T>
pub fn p1068<T>() { fn need<T, X: ?Sized>() where X: std::error::Error {} need::<T, std::sync::mpsc::TrySendError<T>>() }
// impl From<SendError<T>> for std::sync::mpsc::TrySendError<T>
pub fn p1069<T>() { fn need<T, X: ?Sized>() where X: std::convert::From<std::sync::mpsc::SendError<T>> {} need::<T, std::sync::mpsc::TrySendError<T>>() }
// impl PartialEq for std::sync::mpsc::TrySendError<T>
pub fn p1070<T: std::cmp::PartialEq>() { fn need<T: std::cmp::PartialEq, X: ?Sized>() where X: std::cmp::PartialEq {} need::<T, std::sync::mpsc::TrySendError<T>>() }
// impl Copy for std::sync::mpsc::TrySendError<T>
pub fn p1071<T: std::marker::Copy>() { fn need<T: std::marker::Copy, X: ?Sized>() where X: std::marker::Copy {} need::<T, std::sync::mpsc::TrySendError<T>>() }
// impl Eq for std::sync::mpsc::TrySendError<T>
pub fn p1072<T: std::cmp::Eq>() { fn need<T: std::cmp::Eq, X: ?Sized>() where X: std::cmp::Eq {} need::<T, std::sync::mpsc::TrySendError<T>>() }
// impl RefUnwindSafe for std::sync::mpsc::TrySendError<T>
pub fn p1073<T>() where T: std::panic::RefUnwindSafe { fn need<T, X: ?Sized>() where T: std::panic::RefUnwindSafe, X: std::panic::RefUnwindSafe {} need::<T, std::sync::mpsc::TrySendError<T>>() }
// impl Send for std::sync::mpsc::TrySendError<T>
pub fn p1074<T>() where T: std::marker::Send { fn need<T, X: ?Sized>() where T: std::marker::Send, X: std::marker::Send {} need::<T, std::sync::mpsc::TrySendError<T>>() }
// impl Sync for std::sync::mpsc::TrySendError<T>
pub fn p1075<T>() where T: std::marker::Sync { fn need<T, X: ?Sized>() where T: std::marker::Sync, X: std::marker::Sync {} need::<T, std::sync::mpsc::TrySendError<T>>() }
// impl Unpin for std::sync::mpsc::TrySendError<T>
pub fn p1076<T>() where T: std::marker::Unpin { fn need<T, X: ?Sized>() where T: std::marker::Unpin, X: std::marker::Unpin {} need::<T, std::sync::mpsc::TrySendError<T>>() }
// impl UnwindSafe for std::sync::mpsc::TrySendError<T>
pub fn p1077<T>() where T: std::panic::UnwindSafe { fn need<T, X: ?Sized>() where T: std::panic::UnwindSafe, X: std::panic::UnwindSafe {} need::<T, std::sync::mpsc::TrySendError<T>>() }
// fn std::sync::mpsc::channel
pub fn p1078<T>() -> (std::sync::mpsc::Sender<T>, std::sync::mpsc::Receiver<T>) { std::sync::mpsc::channel() }
// fn std::sync::mpsc::sync_channel
pub fn p1079<T>(bound: usize) -> (std::sync::mpsc::SyncSender<T>, std::sync::mpsc::Receiver<T>) { std::sync::mpsc::sync_channel(bound) }
// mod std::task
pub use std::task as p1080;
// struct std::task::Context
pub fn p1081<'a>(_: &std::task::Context<'a>) {}
// fn std::task::Context::from_waker
pub const fn p1082<'a>(waker: &'a std::task::Waker) -> std::task::Context<'a> { <std::task::Context<'a>>::from_waker(waker) }
// fn std::task::Context::waker
pub const fn p1083<'a>(this: &std::task::Context<'a>) -> &'a std::task::Waker { <std::task::Context<'a>>::waker(this) }
// impl Debug for std::task::Context<'_>
pub fn p1084<'e0>() { fn need<'e0, X: ?Sized>() where X: std::fmt::Debug {} need::<std::task::Context<'_>>() }
// impl RefUnwindSafe for std::task::Context<'a>
pub fn p1085<'a>() { fn need<'a, X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::task::Context<'_>>() }
// impl !Send for std::task::Context<'a>
pub fn p1086() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::marker::Send> Holds<u8> for T {} <std::task::Context<'static> as Holds<_>>::holds() }
// impl !Sync for std::task::Context<'a>
pub fn p1087() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::marker::Sync> Holds<u8> for T {} <std::task::Context<'static> as Holds<_>>::holds() }
// impl Unpin for std::task::Context<'a>
pub fn p1088<'a>() { fn need<'a, X: ?Sized>() where X: std::marker::Unpin {} need::<std::task::Context<'_>>() }
// impl UnwindSafe for std::task::Context<'a>
pub fn p1089<'a>() { fn need<'a, X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::task::Context<'_>>() }
// struct std::task::RawWaker
pub fn p1090(_: &std::task::RawWaker) {}
// fn std::task::RawWaker::new
pub const fn p1091(data: *const (), vtable: &'static std::task::RawWakerVTable) -> std::task::RawWaker { <std::task::RawWaker>::new(data, vtable) }
// impl Debug for std::task::RawWaker
pub fn p1092() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::task::RawWaker>() }
// impl From<Arc<W>> for std::task::RawWaker
pub fn p1093<W>() where W: std::task::Wake + std::marker::Send + std::marker::Sync + 'static { fn need<W, X: ?Sized>() where W: std::task::Wake + std::marker::Send + std::marker::Sync + 'static, X: std::convert::From<std::sync::Arc<W>> {} need::<W, std::task::RawWaker>() }
// impl PartialEq for std::task::RawWaker
pub fn p1094() { fn need<X: ?Sized>() where X: std::cmp::PartialEq {} need::<std::task::RawWaker>() }
// impl RefUnwindSafe for std::task::RawWaker
pub fn p1095() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::task::RawWaker>() }
// impl !Send for std::task::RawWaker
pub fn p1096() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::marker::Send> Holds<u8> for T {} <std::task::RawWaker as Holds<_>>::holds() }
// impl !Sync for std::task::RawWaker
pub fn p1097() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::marker::Sync> Holds<u8> for T {} <std::task::RawWaker as Holds<_>>::holds() }
// impl Unpin for std::task::RawWaker
pub fn p1098() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::task::RawWaker>() }
// impl UnwindSafe for std::task::RawWaker
pub fn p1099() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::task::RawWaker>() }
// struct std::task::RawWakerVTable
pub fn p1100(_: &std::task::RawWakerVTable) {}
// fn std::task::RawWakerVTable::new
pub const fn p1101(clone: unsafe fn(*const ()) -> std::task::RawWaker, wake: unsafe fn(*const ()), wake_by_ref: unsafe fn(*const ()), drop: unsafe fn(*const ())) -> std::task::RawWakerVTable { <std::task::RawWakerVTable>::new(clone, wake, wake_by_ref, drop) }
// impl Clone for std::task::RawWakerVTable
pub fn p1102() { fn need<X: ?Sized>() where X: std::clone::Clone {} need::<std::task::RawWakerVTable>() }
// impl Debug for std::task::RawWakerVTable
pub fn p1103() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::task::RawWakerVTable>() }
// impl PartialEq for std::task::RawWakerVTable
pub fn p1104() { fn need<X: ?Sized>() where X: std::cmp::PartialEq {} need::<std::task::RawWakerVTable>() }
// impl Copy for std::task::RawWakerVTable
pub fn p1105() { fn need<X: ?Sized>() where X: std::marker::Copy {} need::<std::task::RawWakerVTable>() }
// impl RefUnwindSafe for std::task::RawWakerVTable
pub fn p1106() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::task::RawWakerVTable>() }
// impl Send for std::task::RawWakerVTable
pub fn p1107() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::task::RawWakerVTable>() }
// impl Sync for std::task::RawWakerVTable
pub fn p1108() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::task::RawWakerVTable>() }
// impl Unpin for std::task::RawWakerVTable
pub fn p1109() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::task::RawWakerVTable>() }
// impl UnwindSafe for std::task::RawWakerVTable
pub fn p1110() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::task::RawWakerVTable>() }
// struct std::task::Waker
pub fn p1111(_: &std::task::Waker) {}
// fn std::task::Waker::wake
pub fn p1112(this: std::task::Waker) { <std::task::Waker>::wake(this) }
// fn std::task::Waker::wake_by_ref
pub fn p1113(this: &std::task::Waker) { <std::task::Waker>::wake_by_ref(this) }
// fn std::task::Waker::will_wake
pub fn p1114(this: &std::task::Waker, other: &std::task::Waker) -> bool { <std::task::Waker>::will_wake(this, other) }
// fn std::task::Waker::new
pub const unsafe fn p1115(data: *const (), vtable: &'static std::task::RawWakerVTable) -> std::task::Waker { unsafe { <std::task::Waker>::new(data, vtable) } }
// fn std::task::Waker::from_raw
pub const unsafe fn p1116(waker: std::task::RawWaker) -> std::task::Waker { unsafe { <std::task::Waker>::from_raw(waker) } }
// fn std::task::Waker::noop
pub const fn p1117() -> &'static std::task::Waker { <std::task::Waker>::noop() }
// fn std::task::Waker::data
pub fn p1118(this: &std::task::Waker) -> *const () { <std::task::Waker>::data(this) }
// fn std::task::Waker::vtable
pub fn p1119(this: &std::task::Waker) -> &'static std::task::RawWakerVTable { <std::task::Waker>::vtable(this) }
// impl Clone for std::task::Waker
pub fn p1120() { fn need<X: ?Sized>() where X: std::clone::Clone {} need::<std::task::Waker>() }
// impl Debug for std::task::Waker
pub fn p1121() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::task::Waker>() }
// impl From<Arc<W>> for std::task::Waker
pub fn p1122<W>() where W: std::task::Wake + std::marker::Send + std::marker::Sync + 'static { fn need<W, X: ?Sized>() where W: std::task::Wake + std::marker::Send + std::marker::Sync + 'static, X: std::convert::From<std::sync::Arc<W>> {} need::<W, std::task::Waker>() }
// impl Send for std::task::Waker
pub fn p1123() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::task::Waker>() }
// impl Sync for std::task::Waker
pub fn p1124() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::task::Waker>() }
// impl Unpin for std::task::Waker
pub fn p1125() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::task::Waker>() }
// impl RefUnwindSafe for std::task::Waker
pub fn p1126() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::task::Waker>() }
// impl UnwindSafe for std::task::Waker
pub fn p1127() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::task::Waker>() }
// enum std::task::Poll
pub fn p1128<T>(_: &std::task::Poll<T>) {}
// variant std::task::Poll::Ready
pub fn p1129<T>(a0: T) -> std::task::Poll<T> { std::task::Poll::Ready(a0) }
// variant std::task::Poll::Pending
pub fn p1130<T>() -> std::task::Poll<T> { std::task::Poll::Pending }
// fn std::task::Poll::map
pub fn p1131<T, U, F>(this: std::task::Poll<T>, f: F) -> std::task::Poll<U> where F: std::ops::FnOnce(T) -> U { <std::task::Poll<T>>::map(this, f) }
// fn std::task::Poll::is_ready
pub const fn p1132<T>(this: &std::task::Poll<T>) -> bool { <std::task::Poll<T>>::is_ready(this) }
// fn std::task::Poll::is_pending
pub const fn p1133<T>(this: &std::task::Poll<T>) -> bool { <std::task::Poll<T>>::is_pending(this) }
// fn std::task::Poll<Result<T, E>>::map_ok
pub fn p1134<T, E, U, F>(this: std::task::Poll<std::result::Result<T, E>>, f: F) -> std::task::Poll<std::result::Result<U, E>> where F: std::ops::FnOnce(T) -> U { <std::task::Poll<std::result::Result<T, E>>>::map_ok(this, f) }
// fn std::task::Poll<Result<T, E>>::map_err
pub fn p1135<T, E, U, F>(this: std::task::Poll<std::result::Result<T, E>>, f: F) -> std::task::Poll<std::result::Result<T, U>> where F: std::ops::FnOnce(E) -> U { <std::task::Poll<std::result::Result<T, E>>>::map_err(this, f) }
// fn std::task::Poll<Option<Result<T, E>>>::map_ok
pub fn p1136<T, E, U, F>(this: std::task::Poll<std::option::Option<std::result::Result<T, E>>>, f: F) -> std::task::Poll<std::option::Option<std::result::Result<U, E>>> where F: std::ops::FnOnce(T) -> U { <std::task::Poll<std::option::Option<std::result::Result<T, E>>>>::map_ok(this, f) }
// fn std::task::Poll<Option<Result<T, E>>>::map_err
pub fn p1137<T, E, U, F>(this: std::task::Poll<std::option::Option<std::result::Result<T, E>>>, f: F) -> std::task::Poll<std::option::Option<std::result::Result<T, U>>> where F: std::ops::FnOnce(E) -> U { <std::task::Poll<std::option::Option<std::result::Result<T, E>>>>::map_err(this, f) }
// impl Clone for std::task::Poll<T>
pub fn p1138<T>() where T: std::clone::Clone { fn need<T, X: ?Sized>() where T: std::clone::Clone, X: std::clone::Clone {} need::<T, std::task::Poll<T>>() }
// impl Debug for std::task::Poll<T>
pub fn p1139<T>() where T: std::fmt::Debug { fn need<T, X: ?Sized>() where T: std::fmt::Debug, X: std::fmt::Debug {} need::<T, std::task::Poll<T>>() }
// impl From<T> for std::task::Poll<T>
pub fn p1140<T>() { fn need<T, X: ?Sized>() where X: std::convert::From<T> {} need::<T, std::task::Poll<T>>() }
// impl Hash for std::task::Poll<T>
pub fn p1141<T>() where T: std::hash::Hash { fn need<T, X: ?Sized>() where T: std::hash::Hash, X: std::hash::Hash {} need::<T, std::task::Poll<T>>() }
// impl Ord for std::task::Poll<T>
pub fn p1142<T>() where T: std::cmp::Ord { fn need<T, X: ?Sized>() where T: std::cmp::Ord, X: std::cmp::Ord {} need::<T, std::task::Poll<T>>() }
// impl PartialEq for std::task::Poll<T>
pub fn p1143<T>() where T: std::cmp::PartialEq { fn need<T, X: ?Sized>() where T: std::cmp::PartialEq, X: std::cmp::PartialEq {} need::<T, std::task::Poll<T>>() }
// impl PartialOrd for std::task::Poll<T>
pub fn p1144<T>() where T: std::cmp::PartialOrd { fn need<T, X: ?Sized>() where T: std::cmp::PartialOrd, X: std::cmp::PartialOrd {} need::<T, std::task::Poll<T>>() }
// impl Copy for std::task::Poll<T>
pub fn p1145<T>() where T: std::marker::Copy { fn need<T, X: ?Sized>() where T: std::marker::Copy, X: std::marker::Copy {} need::<T, std::task::Poll<T>>() }
// impl Eq for std::task::Poll<T>
pub fn p1146<T>() where T: std::cmp::Eq { fn need<T, X: ?Sized>() where T: std::cmp::Eq, X: std::cmp::Eq {} need::<T, std::task::Poll<T>>() }
// impl RefUnwindSafe for std::task::Poll<T>
pub fn p1147<T>() where T: std::panic::RefUnwindSafe { fn need<T, X: ?Sized>() where T: std::panic::RefUnwindSafe, X: std::panic::RefUnwindSafe {} need::<T, std::task::Poll<T>>() }
// impl Send for std::task::Poll<T>
pub fn p1148<T>() where T: std::marker::Send { fn need<T, X: ?Sized>() where T: std::marker::Send, X: std::marker::Send {} need::<T, std::task::Poll<T>>() }
// impl Sync for std::task::Poll<T>
pub fn p1149<T>() where T: std::marker::Sync { fn need<T, X: ?Sized>() where T: std::marker::Sync, X: std::marker::Sync {} need::<T, std::task::Poll<T>>() }
// impl Unpin for std::task::Poll<T>
pub fn p1150<T>() where T: std::marker::Unpin { fn need<T, X: ?Sized>() where T: std::marker::Unpin, X: std::marker::Unpin {} need::<T, std::task::Poll<T>>() }
// impl UnwindSafe for std::task::Poll<T>
pub fn p1151<T>() where T: std::panic::UnwindSafe { fn need<T, X: ?Sized>() where T: std::panic::UnwindSafe, X: std::panic::UnwindSafe {} need::<T, std::task::Poll<T>>() }
// trait std::task::Wake
pub fn p1152<T: ?Sized + std::task::Wake>() {}
// macro std::task::ready
pub use std::task::ready as p1153;
// mod std::thread
pub use std::thread as p1154;
// struct std::thread::AccessError
pub fn p1155(_: &std::thread::AccessError) {}
// impl Clone for std::thread::AccessError
pub fn p1156() { fn need<X: ?Sized>() where X: std::clone::Clone {} need::<std::thread::AccessError>() }
// impl Debug for std::thread::AccessError
pub fn p1157() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::thread::AccessError>() }
// impl Display for std::thread::AccessError
pub fn p1158() { fn need<X: ?Sized>() where X: std::fmt::Display {} need::<std::thread::AccessError>() }
// impl Error for std::thread::AccessError
pub fn p1159() { fn need<X: ?Sized>() where X: std::error::Error {} need::<std::thread::AccessError>() }
// impl PartialEq for std::thread::AccessError
pub fn p1160() { fn need<X: ?Sized>() where X: std::cmp::PartialEq {} need::<std::thread::AccessError>() }
// impl Copy for std::thread::AccessError
pub fn p1161() { fn need<X: ?Sized>() where X: std::marker::Copy {} need::<std::thread::AccessError>() }
// impl Eq for std::thread::AccessError
pub fn p1162() { fn need<X: ?Sized>() where X: std::cmp::Eq {} need::<std::thread::AccessError>() }
// impl RefUnwindSafe for std::thread::AccessError
pub fn p1163() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::thread::AccessError>() }
// impl Send for std::thread::AccessError
pub fn p1164() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::thread::AccessError>() }
// impl Sync for std::thread::AccessError
pub fn p1165() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::thread::AccessError>() }
// impl Unpin for std::thread::AccessError
pub fn p1166() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::thread::AccessError>() }
// impl UnwindSafe for std::thread::AccessError
pub fn p1167() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::thread::AccessError>() }
// struct std::thread::Builder
pub fn p1168(_: &std::thread::Builder) {}
// fn std::thread::Builder::new
pub fn p1169() -> std::thread::Builder { <std::thread::Builder>::new() }
// fn std::thread::Builder::name
pub fn p1170(this: std::thread::Builder, name: std::string::String) -> std::thread::Builder { <std::thread::Builder>::name(this, name) }
// fn std::thread::Builder::stack_size
pub fn p1171(this: std::thread::Builder, size: usize) -> std::thread::Builder { <std::thread::Builder>::stack_size(this, size) }
// fn std::thread::Builder::spawn
pub fn p1172<F, T>(this: std::thread::Builder, f: F) -> std::io::Result<std::thread::JoinHandle<T>> where F: std::ops::FnOnce() -> T + std::marker::Send + 'static, T: std::marker::Send + 'static { <std::thread::Builder>::spawn(this, f) }
// fn std::thread::Builder::spawn_unchecked
pub unsafe fn p1173<F, T>(this: std::thread::Builder, f: F) -> std::io::Result<std::thread::JoinHandle<T>> where F: std::ops::FnOnce() -> T + std::marker::Send, T: std::marker::Send { unsafe { <std::thread::Builder>::spawn_unchecked(this, f) } }
// fn std::thread::Builder::spawn_scoped
pub fn p1174<'scope, 'env, F, T>(this: std::thread::Builder, scope: &'scope std::thread::Scope<'scope, 'env>, f: F) -> std::io::Result<std::thread::ScopedJoinHandle<'scope, T>> where F: std::ops::FnOnce() -> T + std::marker::Send + 'scope, T: std::marker::Send + 'scope { <std::thread::Builder>::spawn_scoped(this, scope, f) }
// impl Debug for std::thread::Builder
pub fn p1175() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::thread::Builder>() }
// impl RefUnwindSafe for std::thread::Builder
pub fn p1176() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::thread::Builder>() }
// impl Send for std::thread::Builder
pub fn p1177() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::thread::Builder>() }
// impl Sync for std::thread::Builder
pub fn p1178() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::thread::Builder>() }
// impl Unpin for std::thread::Builder
pub fn p1179() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::thread::Builder>() }
// impl UnwindSafe for std::thread::Builder
pub fn p1180() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::thread::Builder>() }
// struct std::thread::JoinHandle
pub fn p1181<T>(_: &std::thread::JoinHandle<T>) {}
// fn std::thread::JoinHandle::thread
pub fn p1182<'this, T>(this: &'this std::thread::JoinHandle<T>) -> &'this std::thread::Thread { <std::thread::JoinHandle<T>>::thread(this) }
// fn std::thread::JoinHandle::join
pub fn p1183<T>(this: std::thread::JoinHandle<T>) -> std::thread::Result<T> { <std::thread::JoinHandle<T>>::join(this) }
// fn std::thread::JoinHandle::is_finished
pub fn p1184<T>(this: &std::thread::JoinHandle<T>) -> bool { <std::thread::JoinHandle<T>>::is_finished(this) }
// impl Debug for std::thread::JoinHandle<T>
pub fn p1185<T>() { fn need<T, X: ?Sized>() where X: std::fmt::Debug {} need::<T, std::thread::JoinHandle<T>>() }
// impl Send for std::thread::JoinHandle<T>
pub fn p1186<T>() { fn need<T, X: ?Sized>() where X: std::marker::Send {} need::<T, std::thread::JoinHandle<T>>() }
// impl Sync for std::thread::JoinHandle<T>
pub fn p1187<T>() { fn need<T, X: ?Sized>() where X: std::marker::Sync {} need::<T, std::thread::JoinHandle<T>>() }
// impl !RefUnwindSafe for std::thread::JoinHandle<T>
pub fn p1188() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::panic::RefUnwindSafe> Holds<u8> for T {} <std::thread::JoinHandle<u8> as Holds<_>>::holds() }
// impl Unpin for std::thread::JoinHandle<T>
pub fn p1189<T>() { fn need<T, X: ?Sized>() where X: std::marker::Unpin {} need::<T, std::thread::JoinHandle<T>>() }
// impl !UnwindSafe for std::thread::JoinHandle<T>
pub fn p1190() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::panic::UnwindSafe> Holds<u8> for T {} <std::thread::JoinHandle<u8> as Holds<_>>::holds() }
// struct std::thread::LocalKey
pub fn p1191<T: 'static>(_: &std::thread::LocalKey<T>) {}
// fn std::thread::LocalKey::with
pub fn p1192<T: 'static, F, R>(this: &'static std::thread::LocalKey<T>, f: F) -> R where F: std::ops::FnOnce(&T) -> R { <std::thread::LocalKey<T>>::with(this, f) }
// fn std::thread::LocalKey::try_with
pub fn p1193<T: 'static, F, R>(this: &'static std::thread::LocalKey<T>, f: F) -> std::result::Result<R, std::thread::AccessError> where F: std::ops::FnOnce(&T) -> R { <std::thread::LocalKey<T>>::try_with(this, f) }
// fn std::thread::LocalKey<Cell<T>>::set
pub fn p1194<T: 'static>(this: &'static std::thread::LocalKey<std::cell::Cell<T>>, value: T) { <std::thread::LocalKey<std::cell::Cell<T>>>::set(this, value) }
// fn std::thread::LocalKey<Cell<T>>::get
pub fn p1195<T: 'static>(this: &'static std::thread::LocalKey<std::cell::Cell<T>>) -> T where T: std::marker::Copy { <std::thread::LocalKey<std::cell::Cell<T>>>::get(this) }
// fn std::thread::LocalKey<Cell<T>>::take
pub fn p1196<T: 'static>(this: &'static std::thread::LocalKey<std::cell::Cell<T>>) -> T where T: std::default::Default { <std::thread::LocalKey<std::cell::Cell<T>>>::take(this) }
// fn std::thread::LocalKey<Cell<T>>::replace
pub fn p1197<T: 'static>(this: &'static std::thread::LocalKey<std::cell::Cell<T>>, value: T) -> T { <std::thread::LocalKey<std::cell::Cell<T>>>::replace(this, value) }
// fn std::thread::LocalKey<RefCell<T>>::with_borrow
pub fn p1198<T: 'static, F, R>(this: &'static std::thread::LocalKey<std::cell::RefCell<T>>, f: F) -> R where F: std::ops::FnOnce(&T) -> R { <std::thread::LocalKey<std::cell::RefCell<T>>>::with_borrow(this, f) }
// fn std::thread::LocalKey<RefCell<T>>::with_borrow_mut
pub fn p1199<T: 'static, F, R>(this: &'static std::thread::LocalKey<std::cell::RefCell<T>>, f: F) -> R where F: std::ops::FnOnce(&mut T) -> R { <std::thread::LocalKey<std::cell::RefCell<T>>>::with_borrow_mut(this, f) }
// fn std::thread::LocalKey<RefCell<T>>::set
pub fn p1200<T: 'static>(this: &'static std::thread::LocalKey<std::cell::RefCell<T>>, value: T) { <std::thread::LocalKey<std::cell::RefCell<T>>>::set(this, value) }
// fn std::thread::LocalKey<RefCell<T>>::take
pub fn p1201<T: 'static>(this: &'static std::thread::LocalKey<std::cell::RefCell<T>>) -> T where T: std::default::Default { <std::thread::LocalKey<std::cell::RefCell<T>>>::take(this) }
// fn std::thread::LocalKey<RefCell<T>>::replace
pub fn p1202<T: 'static>(this: &'static std::thread::LocalKey<std::cell::RefCell<T>>, value: T) -> T { <std::thread::LocalKey<std::cell::RefCell<T>>>::replace(this, value) }
// impl Debug for std::thread::LocalKey<T>
pub fn p1203<T: 'static>() where T: 'static { fn need<T: 'static, X: ?Sized>() where T: 'static, X: std::fmt::Debug {} need::<T, std::thread::LocalKey<T>>() }
// impl RefUnwindSafe for std::thread::LocalKey<T>
pub fn p1204<T>() where T: 'static { fn need<T, X: ?Sized>() where T: 'static, X: std::panic::RefUnwindSafe {} need::<T, std::thread::LocalKey<T>>() }
// impl Send for std::thread::LocalKey<T>
pub fn p1205<T>() where T: 'static { fn need<T, X: ?Sized>() where T: 'static, X: std::marker::Send {} need::<T, std::thread::LocalKey<T>>() }
// impl Sync for std::thread::LocalKey<T>
pub fn p1206<T>() where T: 'static { fn need<T, X: ?Sized>() where T: 'static, X: std::marker::Sync {} need::<T, std::thread::LocalKey<T>>() }
// impl Unpin for std::thread::LocalKey<T>
pub fn p1207<T>() where T: 'static { fn need<T, X: ?Sized>() where T: 'static, X: std::marker::Unpin {} need::<T, std::thread::LocalKey<T>>() }
// impl UnwindSafe for std::thread::LocalKey<T>
pub fn p1208<T>() where T: 'static { fn need<T, X: ?Sized>() where T: 'static, X: std::panic::UnwindSafe {} need::<T, std::thread::LocalKey<T>>() }
// struct std::thread::Scope
pub fn p1209<'scope, 'env: 'scope>(_: &std::thread::Scope<'scope, 'env>) {}
// fn std::thread::Scope::spawn
pub fn p1210<'scope, 'env, F, T>(this: &'scope std::thread::Scope<'scope, 'env>, f: F) -> std::thread::ScopedJoinHandle<'scope, T> where F: std::ops::FnOnce() -> T + std::marker::Send + 'scope, T: std::marker::Send + 'scope { <std::thread::Scope<'scope, 'env>>::spawn(this, f) }
// impl Debug for std::thread::Scope<'_, '_>
pub fn p1211<'e0, 'e1>() { fn need<'e0, 'e1, X: ?Sized>() where X: std::fmt::Debug {} need::<std::thread::Scope<'_, '_>>() }
// impl RefUnwindSafe for std::thread::Scope<'scope, 'env>
pub fn p1212<'scope, 'env>() { fn need<'scope, 'env, X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::thread::Scope<'_, '_>>() }
// impl Send for std::thread::Scope<'scope, 'env>
pub fn p1213<'scope, 'env>() { fn need<'scope, 'env, X: ?Sized>() where X: std::marker::Send {} need::<std::thread::Scope<'_, '_>>() }
// impl Sync for std::thread::Scope<'scope, 'env>
pub fn p1214<'scope, 'env>() { fn need<'scope, 'env, X: ?Sized>() where X: std::marker::Sync {} need::<std::thread::Scope<'_, '_>>() }
// impl Unpin for std::thread::Scope<'scope, 'env>
pub fn p1215<'scope, 'env>() { fn need<'scope, 'env, X: ?Sized>() where X: std::marker::Unpin {} need::<std::thread::Scope<'_, '_>>() }
// impl !UnwindSafe for std::thread::Scope<'scope, 'env>
pub fn p1216() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::panic::UnwindSafe> Holds<u8> for T {} <std::thread::Scope<'static, 'static> as Holds<_>>::holds() }
// struct std::thread::ScopedJoinHandle
pub fn p1217<'scope, T>(_: &std::thread::ScopedJoinHandle<'scope, T>) {}
// fn std::thread::ScopedJoinHandle::thread
pub fn p1218<'scope, 'this, T>(this: &'this std::thread::ScopedJoinHandle<'scope, T>) -> &'this std::thread::Thread { <std::thread::ScopedJoinHandle<'scope, T>>::thread(this) }
// fn std::thread::ScopedJoinHandle::join
pub fn p1219<'scope, T>(this: std::thread::ScopedJoinHandle<'scope, T>) -> std::thread::Result<T> { <std::thread::ScopedJoinHandle<'scope, T>>::join(this) }
// fn std::thread::ScopedJoinHandle::is_finished
pub fn p1220<'scope, T>(this: &std::thread::ScopedJoinHandle<'scope, T>) -> bool { <std::thread::ScopedJoinHandle<'scope, T>>::is_finished(this) }
// impl Debug for std::thread::ScopedJoinHandle<'scope, T>
pub fn p1221<'scope, T>() where T: 'scope { fn need<'scope, T, X: ?Sized>() where T: 'scope, X: std::fmt::Debug {} need::<T, std::thread::ScopedJoinHandle<'_, T>>() }
// impl !RefUnwindSafe for std::thread::ScopedJoinHandle<'scope, T>
pub fn p1222() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::panic::RefUnwindSafe> Holds<u8> for T {} <std::thread::ScopedJoinHandle<'static, u8> as Holds<_>>::holds() }
// impl Send for std::thread::ScopedJoinHandle<'scope, T>
pub fn p1223<'scope, T>() where T: std::marker::Send, T: 'scope { fn need<'scope, T, X: ?Sized>() where T: std::marker::Send, T: 'scope, X: std::marker::Send {} need::<T, std::thread::ScopedJoinHandle<'_, T>>() }
// impl Sync for std::thread::ScopedJoinHandle<'scope, T>
pub fn p1224<'scope, T>() where T: std::marker::Send, T: 'scope { fn need<'scope, T, X: ?Sized>() where T: std::marker::Send, T: 'scope, X: std::marker::Sync {} need::<T, std::thread::ScopedJoinHandle<'_, T>>() }
// impl Unpin for std::thread::ScopedJoinHandle<'scope, T>
pub fn p1225<'scope, T>() where T: 'scope { fn need<'scope, T, X: ?Sized>() where T: 'scope, X: std::marker::Unpin {} need::<T, std::thread::ScopedJoinHandle<'_, T>>() }
// impl !UnwindSafe for std::thread::ScopedJoinHandle<'scope, T>
pub fn p1226() { trait Holds<A> { fn holds() {} } impl<T: ?Sized> Holds<()> for T {} impl<T: ?Sized + std::panic::UnwindSafe> Holds<u8> for T {} <std::thread::ScopedJoinHandle<'static, u8> as Holds<_>>::holds() }
// struct std::thread::Thread
pub fn p1227(_: &std::thread::Thread) {}
// fn std::thread::Thread::unpark
pub fn p1228(this: &std::thread::Thread) { <std::thread::Thread>::unpark(this) }
// fn std::thread::Thread::id
pub fn p1229(this: &std::thread::Thread) -> std::thread::ThreadId { <std::thread::Thread>::id(this) }
// fn std::thread::Thread::name
pub fn p1230<'this>(this: &'this std::thread::Thread) -> std::option::Option<&'this str> { <std::thread::Thread>::name(this) }
// impl Clone for std::thread::Thread
pub fn p1231() { fn need<X: ?Sized>() where X: std::clone::Clone {} need::<std::thread::Thread>() }
// impl Debug for std::thread::Thread
pub fn p1232() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::thread::Thread>() }
// impl RefUnwindSafe for std::thread::Thread
pub fn p1233() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::thread::Thread>() }
// impl Send for std::thread::Thread
pub fn p1234() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::thread::Thread>() }
// impl Sync for std::thread::Thread
pub fn p1235() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::thread::Thread>() }
// impl Unpin for std::thread::Thread
pub fn p1236() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::thread::Thread>() }
// impl UnwindSafe for std::thread::Thread
pub fn p1237() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::thread::Thread>() }
// struct std::thread::ThreadId
pub fn p1238(_: &std::thread::ThreadId) {}
// impl Clone for std::thread::ThreadId
pub fn p1239() { fn need<X: ?Sized>() where X: std::clone::Clone {} need::<std::thread::ThreadId>() }
// impl Debug for std::thread::ThreadId
pub fn p1240() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::thread::ThreadId>() }
// impl Hash for std::thread::ThreadId
pub fn p1241() { fn need<X: ?Sized>() where X: std::hash::Hash {} need::<std::thread::ThreadId>() }
// impl PartialEq for std::thread::ThreadId
pub fn p1242() { fn need<X: ?Sized>() where X: std::cmp::PartialEq {} need::<std::thread::ThreadId>() }
// impl Copy for std::thread::ThreadId
pub fn p1243() { fn need<X: ?Sized>() where X: std::marker::Copy {} need::<std::thread::ThreadId>() }
// impl Eq for std::thread::ThreadId
pub fn p1244() { fn need<X: ?Sized>() where X: std::cmp::Eq {} need::<std::thread::ThreadId>() }
// impl RefUnwindSafe for std::thread::ThreadId
pub fn p1245() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::thread::ThreadId>() }
// impl Send for std::thread::ThreadId
pub fn p1246() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::thread::ThreadId>() }
// impl Sync for std::thread::ThreadId
pub fn p1247() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::thread::ThreadId>() }
// impl Unpin for std::thread::ThreadId
pub fn p1248() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::thread::ThreadId>() }
// impl UnwindSafe for std::thread::ThreadId
pub fn p1249() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::thread::ThreadId>() }
// type std::thread::Result
pub fn p1250<T>(x: std::thread::Result<T>) -> std::result::Result<T, std::boxed::Box<dyn std::any::Any + std::marker::Send + 'static>> { x }
// fn std::thread::available_parallelism
pub fn p1251() -> std::io::Result<std::num::NonZero<usize>> { std::thread::available_parallelism() }
// fn std::thread::current
pub fn p1252() -> std::thread::Thread { std::thread::current() }
// fn std::thread::panicking
pub fn p1253() -> bool { std::thread::panicking() }
// fn std::thread::park
pub fn p1254() { std::thread::park() }
// fn std::thread::park_timeout
pub fn p1255(dur: std::time::Duration) { std::thread::park_timeout(dur) }
// fn std::thread::park_timeout_ms [deprecated]
pub fn p1256(ms: u32) { std::thread::park_timeout_ms(ms) }
// fn std::thread::scope
pub fn p1257<'env, F, T>(f: F) -> T where F: for<'scope> std::ops::FnOnce(&'scope std::thread::Scope<'scope, 'env>) -> T { std::thread::scope(f) }
// fn std::thread::sleep
pub fn p1258(dur: std::time::Duration) { std::thread::sleep(dur) }
// fn std::thread::sleep_ms [deprecated]
pub fn p1259(ms: u32) { std::thread::sleep_ms(ms) }
// fn std::thread::spawn
pub fn p1260<F, T>(f: F) -> std::thread::JoinHandle<T> where F: std::ops::FnOnce() -> T + std::marker::Send + 'static, T: std::marker::Send + 'static { std::thread::spawn(f) }
// fn std::thread::yield_now
pub fn p1261() { std::thread::yield_now() }
// mod std::time
pub use std::time as p1262;
// struct std::time::Duration
pub fn p1263(_: &std::time::Duration) {}
// const std::time::Duration::ZERO
pub const fn p1264() -> std::time::Duration { <std::time::Duration>::ZERO }
// const std::time::Duration::MAX
pub const fn p1265() -> std::time::Duration { <std::time::Duration>::MAX }
// fn std::time::Duration::new
pub const fn p1266(secs: u64, nanos: u32) -> std::time::Duration { <std::time::Duration>::new(secs, nanos) }
// fn std::time::Duration::from_secs
pub const fn p1267(secs: u64) -> std::time::Duration { <std::time::Duration>::from_secs(secs) }
// fn std::time::Duration::from_millis
pub const fn p1268(millis: u64) -> std::time::Duration { <std::time::Duration>::from_millis(millis) }
// fn std::time::Duration::from_micros
pub const fn p1269(micros: u64) -> std::time::Duration { <std::time::Duration>::from_micros(micros) }
// fn std::time::Duration::from_nanos
pub const fn p1270(nanos: u64) -> std::time::Duration { <std::time::Duration>::from_nanos(nanos) }
// fn std::time::Duration::from_nanos_u128
pub const fn p1271(nanos: u128) -> std::time::Duration { <std::time::Duration>::from_nanos_u128(nanos) }
// fn std::time::Duration::from_hours
pub const fn p1272(hours: u64) -> std::time::Duration { <std::time::Duration>::from_hours(hours) }
// fn std::time::Duration::from_mins
pub const fn p1273(mins: u64) -> std::time::Duration { <std::time::Duration>::from_mins(mins) }
// fn std::time::Duration::is_zero
pub const fn p1274(this: &std::time::Duration) -> bool { <std::time::Duration>::is_zero(this) }
// fn std::time::Duration::as_secs
pub const fn p1275(this: &std::time::Duration) -> u64 { <std::time::Duration>::as_secs(this) }
// fn std::time::Duration::subsec_millis
pub const fn p1276(this: &std::time::Duration) -> u32 { <std::time::Duration>::subsec_millis(this) }
// fn std::time::Duration::subsec_micros
pub const fn p1277(this: &std::time::Duration) -> u32 { <std::time::Duration>::subsec_micros(this) }
// fn std::time::Duration::subsec_nanos
pub const fn p1278(this: &std::time::Duration) -> u32 { <std::time::Duration>::subsec_nanos(this) }
// fn std::time::Duration::as_millis
pub const fn p1279(this: &std::time::Duration) -> u128 { <std::time::Duration>::as_millis(this) }
// fn std::time::Duration::as_micros
pub const fn p1280(this: &std::time::Duration) -> u128 { <std::time::Duration>::as_micros(this) }
// fn std::time::Duration::as_nanos
pub const fn p1281(this: &std::time::Duration) -> u128 { <std::time::Duration>::as_nanos(this) }
// fn std::time::Duration::abs_diff
pub const fn p1282(this: std::time::Duration, other: std::time::Duration) -> std::time::Duration { <std::time::Duration>::abs_diff(this, other) }
// fn std::time::Duration::checked_add
pub const fn p1283(this: std::time::Duration, rhs: std::time::Duration) -> std::option::Option<std::time::Duration> { <std::time::Duration>::checked_add(this, rhs) }
// fn std::time::Duration::saturating_add
pub const fn p1284(this: std::time::Duration, rhs: std::time::Duration) -> std::time::Duration { <std::time::Duration>::saturating_add(this, rhs) }
// fn std::time::Duration::checked_sub
pub const fn p1285(this: std::time::Duration, rhs: std::time::Duration) -> std::option::Option<std::time::Duration> { <std::time::Duration>::checked_sub(this, rhs) }
// fn std::time::Duration::saturating_sub
pub const fn p1286(this: std::time::Duration, rhs: std::time::Duration) -> std::time::Duration { <std::time::Duration>::saturating_sub(this, rhs) }
// fn std::time::Duration::checked_mul
pub const fn p1287(this: std::time::Duration, rhs: u32) -> std::option::Option<std::time::Duration> { <std::time::Duration>::checked_mul(this, rhs) }
// fn std::time::Duration::saturating_mul
pub const fn p1288(this: std::time::Duration, rhs: u32) -> std::time::Duration { <std::time::Duration>::saturating_mul(this, rhs) }
// fn std::time::Duration::checked_div
pub const fn p1289(this: std::time::Duration, rhs: u32) -> std::option::Option<std::time::Duration> { <std::time::Duration>::checked_div(this, rhs) }
// fn std::time::Duration::as_secs_f64
pub const fn p1290(this: &std::time::Duration) -> f64 { <std::time::Duration>::as_secs_f64(this) }
// fn std::time::Duration::as_secs_f32
pub const fn p1291(this: &std::time::Duration) -> f32 { <std::time::Duration>::as_secs_f32(this) }
// fn std::time::Duration::from_secs_f64
pub fn p1292(secs: f64) -> std::time::Duration { <std::time::Duration>::from_secs_f64(secs) }
// fn std::time::Duration::from_secs_f32
pub fn p1293(secs: f32) -> std::time::Duration { <std::time::Duration>::from_secs_f32(secs) }
// fn std::time::Duration::mul_f64
pub fn p1294(this: std::time::Duration, rhs: f64) -> std::time::Duration { <std::time::Duration>::mul_f64(this, rhs) }
// fn std::time::Duration::mul_f32
pub fn p1295(this: std::time::Duration, rhs: f32) -> std::time::Duration { <std::time::Duration>::mul_f32(this, rhs) }
// fn std::time::Duration::div_f64
pub fn p1296(this: std::time::Duration, rhs: f64) -> std::time::Duration { <std::time::Duration>::div_f64(this, rhs) }
// fn std::time::Duration::div_f32
pub fn p1297(this: std::time::Duration, rhs: f32) -> std::time::Duration { <std::time::Duration>::div_f32(this, rhs) }
// fn std::time::Duration::div_duration_f64
pub const fn p1298(this: std::time::Duration, rhs: std::time::Duration) -> f64 { <std::time::Duration>::div_duration_f64(this, rhs) }
// fn std::time::Duration::div_duration_f32
pub const fn p1299(this: std::time::Duration, rhs: std::time::Duration) -> f32 { <std::time::Duration>::div_duration_f32(this, rhs) }
// fn std::time::Duration::try_from_secs_f32
pub fn p1300(secs: f32) -> std::result::Result<std::time::Duration, std::time::TryFromFloatSecsError> { <std::time::Duration>::try_from_secs_f32(secs) }
// fn std::time::Duration::try_from_secs_f64
pub fn p1301(secs: f64) -> std::result::Result<std::time::Duration, std::time::TryFromFloatSecsError> { <std::time::Duration>::try_from_secs_f64(secs) }
// impl Add<Duration> for Instant
pub fn p1302() { fn need<X: ?Sized>() where X: std::ops::Add<std::time::Duration> {} need::<std::time::Instant>() }
// impl Add<Duration> for SystemTime
pub fn p1303() { fn need<X: ?Sized>() where X: std::ops::Add<std::time::Duration> {} need::<std::time::SystemTime>() }
// impl Add for std::time::Duration
pub fn p1304() { fn need<X>() where X: std::ops::Add {} need::<std::time::Duration>() }
// impl AddAssign<Duration> for Instant
pub fn p1305() { fn need<X: ?Sized>() where X: std::ops::AddAssign<std::time::Duration> {} need::<std::time::Instant>() }
// impl AddAssign<Duration> for SystemTime
pub fn p1306() { fn need<X: ?Sized>() where X: std::ops::AddAssign<std::time::Duration> {} need::<std::time::SystemTime>() }
// impl AddAssign for std::time::Duration
pub fn p1307() { fn need<X>() where X: std::ops::AddAssign {} need::<std::time::Duration>() }
// impl Clone for std::time::Duration
pub fn p1308() { fn need<X: ?Sized>() where X: std::clone::Clone {} need::<std::time::Duration>() }
// impl Debug for std::time::Duration
pub fn p1309() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::time::Duration>() }
// impl Default for std::time::Duration
pub fn p1310() { fn need<X: ?Sized>() where X: std::default::Default {} need::<std::time::Duration>() }
// impl Div<u32> for std::time::Duration
pub fn p1311() { fn need<X: ?Sized>() where X: std::ops::Div<u32> {} need::<std::time::Duration>() }
// impl DivAssign<u32> for std::time::Duration
pub fn p1312() { fn need<X: ?Sized>() where X: std::ops::DivAssign<u32> {} need::<std::time::Duration>() }
// impl Hash for std::time::Duration
pub fn p1313() { fn need<X: ?Sized>() where X: std::hash::Hash {} need::<std::time::Duration>() }
// impl Mul<Duration> for u32
pub fn p1314() { fn need<X: ?Sized>() where X: std::ops::Mul<std::time::Duration> {} need::<u32>() }
// impl Mul<u32> for std::time::Duration
pub fn p1315() { fn need<X: ?Sized>() where X: std::ops::Mul<u32> {} need::<std::time::Duration>() }
// impl MulAssign<u32> for std::time::Duration
pub fn p1316() { fn need<X: ?Sized>() where X: std::ops::MulAssign<u32> {} need::<std::time::Duration>() }
// impl Ord for std::time::Duration
pub fn p1317() { fn need<X: ?Sized>() where X: std::cmp::Ord {} need::<std::time::Duration>() }
// impl PartialEq for std::time::Duration
pub fn p1318() { fn need<X: ?Sized>() where X: std::cmp::PartialEq {} need::<std::time::Duration>() }
// impl PartialOrd for std::time::Duration
pub fn p1319() { fn need<X: ?Sized>() where X: std::cmp::PartialOrd {} need::<std::time::Duration>() }
// impl Sub<Duration> for Instant
pub fn p1320() { fn need<X: ?Sized>() where X: std::ops::Sub<std::time::Duration> {} need::<std::time::Instant>() }
// impl Sub<Duration> for SystemTime
pub fn p1321() { fn need<X: ?Sized>() where X: std::ops::Sub<std::time::Duration> {} need::<std::time::SystemTime>() }
// impl Sub for std::time::Duration
pub fn p1322() { fn need<X>() where X: std::ops::Sub {} need::<std::time::Duration>() }
// impl SubAssign<Duration> for Instant
pub fn p1323() { fn need<X: ?Sized>() where X: std::ops::SubAssign<std::time::Duration> {} need::<std::time::Instant>() }
// impl SubAssign<Duration> for SystemTime
pub fn p1324() { fn need<X: ?Sized>() where X: std::ops::SubAssign<std::time::Duration> {} need::<std::time::SystemTime>() }
// impl SubAssign for std::time::Duration
pub fn p1325() { fn need<X>() where X: std::ops::SubAssign {} need::<std::time::Duration>() }
// impl Sum<&'a Duration> for std::time::Duration
pub fn p1326<'a>() { fn need<'a, X: ?Sized>() where X: std::iter::Sum<&'a std::time::Duration> {} need::<std::time::Duration>() }
// impl Sum for std::time::Duration
pub fn p1327() { fn need<X: ?Sized>() where X: std::iter::Sum {} need::<std::time::Duration>() }
// impl Copy for std::time::Duration
pub fn p1328() { fn need<X: ?Sized>() where X: std::marker::Copy {} need::<std::time::Duration>() }
// impl Eq for std::time::Duration
pub fn p1329() { fn need<X: ?Sized>() where X: std::cmp::Eq {} need::<std::time::Duration>() }
// impl RefUnwindSafe for std::time::Duration
pub fn p1330() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::time::Duration>() }
// impl Send for std::time::Duration
pub fn p1331() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::time::Duration>() }
// impl Sync for std::time::Duration
pub fn p1332() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::time::Duration>() }
// impl Unpin for std::time::Duration
pub fn p1333() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::time::Duration>() }
// impl UnwindSafe for std::time::Duration
pub fn p1334() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::time::Duration>() }
// struct std::time::Instant
pub fn p1335(_: &std::time::Instant) {}
// fn std::time::Instant::now
pub fn p1336() -> std::time::Instant { <std::time::Instant>::now() }
// fn std::time::Instant::duration_since
pub fn p1337(this: &std::time::Instant, earlier: std::time::Instant) -> std::time::Duration { <std::time::Instant>::duration_since(this, earlier) }
// fn std::time::Instant::checked_duration_since
pub fn p1338(this: &std::time::Instant, earlier: std::time::Instant) -> std::option::Option<std::time::Duration> { <std::time::Instant>::checked_duration_since(this, earlier) }
// fn std::time::Instant::saturating_duration_since
pub fn p1339(this: &std::time::Instant, earlier: std::time::Instant) -> std::time::Duration { <std::time::Instant>::saturating_duration_since(this, earlier) }
// fn std::time::Instant::elapsed
pub fn p1340(this: &std::time::Instant) -> std::time::Duration { <std::time::Instant>::elapsed(this) }
// fn std::time::Instant::checked_add
pub fn p1341(this: &std::time::Instant, duration: std::time::Duration) -> std::option::Option<std::time::Instant> { <std::time::Instant>::checked_add(this, duration) }
// fn std::time::Instant::checked_sub
pub fn p1342(this: &std::time::Instant, duration: std::time::Duration) -> std::option::Option<std::time::Instant> { <std::time::Instant>::checked_sub(this, duration) }
// impl Add<Duration> for std::time::Instant
pub fn p1343() { fn need<X: ?Sized>() where X: std::ops::Add<std::time::Duration> {} need::<std::time::Instant>() }
// impl AddAssign<Duration> for std::time::Instant
pub fn p1344() { fn need<X: ?Sized>() where X: std::ops::AddAssign<std::time::Duration> {} need::<std::time::Instant>() }
// impl Clone for std::time::Instant
pub fn p1345() { fn need<X: ?Sized>() where X: std::clone::Clone {} need::<std::time::Instant>() }
// impl Debug for std::time::Instant
pub fn p1346() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::time::Instant>() }
// impl Hash for std::time::Instant
pub fn p1347() { fn need<X: ?Sized>() where X: std::hash::Hash {} need::<std::time::Instant>() }
// impl Ord for std::time::Instant
pub fn p1348() { fn need<X: ?Sized>() where X: std::cmp::Ord {} need::<std::time::Instant>() }
// impl PartialEq for std::time::Instant
pub fn p1349() { fn need<X: ?Sized>() where X: std::cmp::PartialEq {} need::<std::time::Instant>() }
// impl PartialOrd for std::time::Instant
pub fn p1350() { fn need<X: ?Sized>() where X: std::cmp::PartialOrd {} need::<std::time::Instant>() }
// impl Sub<Duration> for std::time::Instant
pub fn p1351() { fn need<X: ?Sized>() where X: std::ops::Sub<std::time::Duration> {} need::<std::time::Instant>() }
// impl Sub for std::time::Instant
pub fn p1352() { fn need<X>() where X: std::ops::Sub {} need::<std::time::Instant>() }
// impl SubAssign<Duration> for std::time::Instant
pub fn p1353() { fn need<X: ?Sized>() where X: std::ops::SubAssign<std::time::Duration> {} need::<std::time::Instant>() }
// impl Copy for std::time::Instant
pub fn p1354() { fn need<X: ?Sized>() where X: std::marker::Copy {} need::<std::time::Instant>() }
// impl Eq for std::time::Instant
pub fn p1355() { fn need<X: ?Sized>() where X: std::cmp::Eq {} need::<std::time::Instant>() }
// impl RefUnwindSafe for std::time::Instant
pub fn p1356() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::time::Instant>() }
// impl Send for std::time::Instant
pub fn p1357() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::time::Instant>() }
// impl Sync for std::time::Instant
pub fn p1358() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::time::Instant>() }
// impl Unpin for std::time::Instant
pub fn p1359() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::time::Instant>() }
// impl UnwindSafe for std::time::Instant
pub fn p1360() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::time::Instant>() }
// struct std::time::SystemTime
pub fn p1361(_: &std::time::SystemTime) {}
// const std::time::SystemTime::UNIX_EPOCH
pub const fn p1362() -> std::time::SystemTime { <std::time::SystemTime>::UNIX_EPOCH }
// fn std::time::SystemTime::now
pub fn p1363() -> std::time::SystemTime { <std::time::SystemTime>::now() }
// fn std::time::SystemTime::duration_since
pub fn p1364(this: &std::time::SystemTime, earlier: std::time::SystemTime) -> std::result::Result<std::time::Duration, std::time::SystemTimeError> { <std::time::SystemTime>::duration_since(this, earlier) }
// fn std::time::SystemTime::elapsed
pub fn p1365(this: &std::time::SystemTime) -> std::result::Result<std::time::Duration, std::time::SystemTimeError> { <std::time::SystemTime>::elapsed(this) }
// fn std::time::SystemTime::checked_add
pub fn p1366(this: &std::time::SystemTime, duration: std::time::Duration) -> std::option::Option<std::time::SystemTime> { <std::time::SystemTime>::checked_add(this, duration) }
// fn std::time::SystemTime::checked_sub
pub fn p1367(this: &std::time::SystemTime, duration: std::time::Duration) -> std::option::Option<std::time::SystemTime> { <std::time::SystemTime>::checked_sub(this, duration) }
// impl Add<Duration> for std::time::SystemTime
pub fn p1368() { fn need<X: ?Sized>() where X: std::ops::Add<std::time::Duration> {} need::<std::time::SystemTime>() }
// impl AddAssign<Duration> for std::time::SystemTime
pub fn p1369() { fn need<X: ?Sized>() where X: std::ops::AddAssign<std::time::Duration> {} need::<std::time::SystemTime>() }
// impl Clone for std::time::SystemTime
pub fn p1370() { fn need<X: ?Sized>() where X: std::clone::Clone {} need::<std::time::SystemTime>() }
// impl Debug for std::time::SystemTime
pub fn p1371() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::time::SystemTime>() }
// impl Hash for std::time::SystemTime
pub fn p1372() { fn need<X: ?Sized>() where X: std::hash::Hash {} need::<std::time::SystemTime>() }
// impl Ord for std::time::SystemTime
pub fn p1373() { fn need<X: ?Sized>() where X: std::cmp::Ord {} need::<std::time::SystemTime>() }
// impl PartialEq for std::time::SystemTime
pub fn p1374() { fn need<X: ?Sized>() where X: std::cmp::PartialEq {} need::<std::time::SystemTime>() }
// impl PartialOrd for std::time::SystemTime
pub fn p1375() { fn need<X: ?Sized>() where X: std::cmp::PartialOrd {} need::<std::time::SystemTime>() }
// impl Sub<Duration> for std::time::SystemTime
pub fn p1376() { fn need<X: ?Sized>() where X: std::ops::Sub<std::time::Duration> {} need::<std::time::SystemTime>() }
// impl SubAssign<Duration> for std::time::SystemTime
pub fn p1377() { fn need<X: ?Sized>() where X: std::ops::SubAssign<std::time::Duration> {} need::<std::time::SystemTime>() }
// impl Copy for std::time::SystemTime
pub fn p1378() { fn need<X: ?Sized>() where X: std::marker::Copy {} need::<std::time::SystemTime>() }
// impl Eq for std::time::SystemTime
pub fn p1379() { fn need<X: ?Sized>() where X: std::cmp::Eq {} need::<std::time::SystemTime>() }
// impl RefUnwindSafe for std::time::SystemTime
pub fn p1380() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::time::SystemTime>() }
// impl Send for std::time::SystemTime
pub fn p1381() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::time::SystemTime>() }
// impl Sync for std::time::SystemTime
pub fn p1382() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::time::SystemTime>() }
// impl Unpin for std::time::SystemTime
pub fn p1383() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::time::SystemTime>() }
// impl UnwindSafe for std::time::SystemTime
pub fn p1384() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::time::SystemTime>() }
// struct std::time::SystemTimeError
pub fn p1385(_: &std::time::SystemTimeError) {}
// fn std::time::SystemTimeError::duration
pub fn p1386(this: &std::time::SystemTimeError) -> std::time::Duration { <std::time::SystemTimeError>::duration(this) }
// impl Clone for std::time::SystemTimeError
pub fn p1387() { fn need<X: ?Sized>() where X: std::clone::Clone {} need::<std::time::SystemTimeError>() }
// impl Debug for std::time::SystemTimeError
pub fn p1388() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::time::SystemTimeError>() }
// impl Display for std::time::SystemTimeError
pub fn p1389() { fn need<X: ?Sized>() where X: std::fmt::Display {} need::<std::time::SystemTimeError>() }
// impl Error for std::time::SystemTimeError
pub fn p1390() { fn need<X: ?Sized>() where X: std::error::Error {} need::<std::time::SystemTimeError>() }
// impl RefUnwindSafe for std::time::SystemTimeError
pub fn p1391() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::time::SystemTimeError>() }
// impl Send for std::time::SystemTimeError
pub fn p1392() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::time::SystemTimeError>() }
// impl Sync for std::time::SystemTimeError
pub fn p1393() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::time::SystemTimeError>() }
// impl Unpin for std::time::SystemTimeError
pub fn p1394() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::time::SystemTimeError>() }
// impl UnwindSafe for std::time::SystemTimeError
pub fn p1395() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::time::SystemTimeError>() }
// struct std::time::TryFromFloatSecsError
pub fn p1396(_: &std::time::TryFromFloatSecsError) {}
// impl Clone for std::time::TryFromFloatSecsError
pub fn p1397() { fn need<X: ?Sized>() where X: std::clone::Clone {} need::<std::time::TryFromFloatSecsError>() }
// impl Debug for std::time::TryFromFloatSecsError
pub fn p1398() { fn need<X: ?Sized>() where X: std::fmt::Debug {} need::<std::time::TryFromFloatSecsError>() }
// impl Display for std::time::TryFromFloatSecsError
pub fn p1399() { fn need<X: ?Sized>() where X: std::fmt::Display {} need::<std::time::TryFromFloatSecsError>() }
// impl Error for std::time::TryFromFloatSecsError
pub fn p1400() { fn need<X: ?Sized>() where X: std::error::Error {} need::<std::time::TryFromFloatSecsError>() }
// impl PartialEq for std::time::TryFromFloatSecsError
pub fn p1401() { fn need<X: ?Sized>() where X: std::cmp::PartialEq {} need::<std::time::TryFromFloatSecsError>() }
// impl Eq for std::time::TryFromFloatSecsError
pub fn p1402() { fn need<X: ?Sized>() where X: std::cmp::Eq {} need::<std::time::TryFromFloatSecsError>() }
// impl RefUnwindSafe for std::time::TryFromFloatSecsError
pub fn p1403() { fn need<X: ?Sized>() where X: std::panic::RefUnwindSafe {} need::<std::time::TryFromFloatSecsError>() }
// impl Send for std::time::TryFromFloatSecsError
pub fn p1404() { fn need<X: ?Sized>() where X: std::marker::Send {} need::<std::time::TryFromFloatSecsError>() }
// impl Sync for std::time::TryFromFloatSecsError
pub fn p1405() { fn need<X: ?Sized>() where X: std::marker::Sync {} need::<std::time::TryFromFloatSecsError>() }
// impl Unpin for std::time::TryFromFloatSecsError
pub fn p1406() { fn need<X: ?Sized>() where X: std::marker::Unpin {} need::<std::time::TryFromFloatSecsError>() }
// impl UnwindSafe for std::time::TryFromFloatSecsError
pub fn p1407() { fn need<X: ?Sized>() where X: std::panic::UnwindSafe {} need::<std::time::TryFromFloatSecsError>() }
// const std::time::UNIX_EPOCH
pub fn p1408() -> std::time::SystemTime { std::time::UNIX_EPOCH }
// mod std::u8 [deprecated]
pub use std::u8 as p1409;
// mod std::u16 [deprecated]
pub use std::u16 as p1410;
// mod std::u32 [deprecated]
pub use std::u32 as p1411;
// mod std::u64 [deprecated]
pub use std::u64 as p1412;
// mod std::u128 [deprecated]
pub use std::u128 as p1413;
// mod std::usize [deprecated]
pub use std::usize as p1414;
// mod std::vec
pub use std::vec as p1415;
// macro std::assert
pub use std::assert as p1416;
// macro std::assert_eq
pub use std::assert_eq as p1417;
// macro std::assert_ne
pub use std::assert_ne as p1418;
// macro std::cfg
pub use std::cfg as p1419;
// macro std::cfg_select
pub use std::cfg_select as p1420;
// macro std::column
pub use std::column as p1421;
// macro std::compile_error
pub use std::compile_error as p1422;
// macro std::concat
pub use std::concat as p1423;
// macro std::dbg
pub use std::dbg as p1424;
// macro std::debug_assert
pub use std::debug_assert as p1425;
// macro std::debug_assert_eq
pub use std::debug_assert_eq as p1426;
// macro std::debug_assert_ne
pub use std::debug_assert_ne as p1427;
// macro std::env
pub use std::env as p1428;
// macro std::eprint
pub use std::eprint as p1429;
// macro std::eprintln
pub use std::eprintln as p1430;
// macro std::file
pub use std::file as p1431;
// macro std::format
pub use std::format as p1432;
// macro std::format_args
pub use std::format_args as p1433;
// macro std::include
pub use std::include as p1434;
// macro std::include_bytes
pub use std::include_bytes as p1435;
// macro std::include_str
pub use std::include_str as p1436;
// macro std::is_x86_feature_detected
pub use std::is_x86_feature_detected as p1437;
// macro std::line
pub use std::line as p1438;
// macro std::matches
pub use std::matches as p1439;
// macro std::module_path
pub use std::module_path as p1440;
// macro std::option_env
pub use std::option_env as p1441;
// macro std::panic
pub use std::panic as p1442;
// macro std::print
pub use std::print as p1443;
// macro std::println
pub use std::println as p1444;
// macro std::stringify
pub use std::stringify as p1445;
// macro std::thread_local
pub use std::thread_local as p1446;
// macro std::todo
pub use std::todo as p1447;
// macro std::try [deprecated]
pub use std::r#try as p1448;
// macro std::unimplemented
pub use std::unimplemented as p1449;
// macro std::unreachable
pub use std::unreachable as p1450;
// macro std::vec
pub use std::vec as p1451;
// macro std::write
pub use std::write as p1452;
// macro std::writeln
pub use std::writeln as p1453;
