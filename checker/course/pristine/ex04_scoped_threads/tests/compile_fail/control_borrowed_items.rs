//! This must compile. Items, closures and answers may borrow, and none of them needs `Clone`.

struct Reading<'a> {
    station: &'a str,
    degrees: i32,
}

struct Warmest(i32);

fn main() {
    let station = String::from("Sonnblick");
    let mut readings = [12, 17, 9, 21].map(|degrees| Reading {
        station: &station,
        degrees,
    });

    let correction = Warmest(1);
    ex04::both_halves_mut(&mut readings, |half| {
        for reading in half {
            reading.degrees -= correction.0;
        }
    });

    let (left, right) = ex04::both_halves(&readings, |half| {
        let of_this_station = half.iter().filter(|reading| reading.station == station);
        Warmest(
            of_this_station
                .map(|reading| reading.degrees)
                .max()
                .unwrap_or(0),
        )
    });
    assert!(left.0 < right.0);
}
